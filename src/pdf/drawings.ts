import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode } from '../typeset/laid.ts';
import { cannotPaint, fill, matrix, numbers, pathOperators, type Rect, stroke } from './operators.ts';
import { clipTo } from './placing.ts';

/** A drawing as operators, as large as fits into a rectangle, in its middle. */
export const drawingOperators = ({ props, style, children = [] }: LaidNode, area: Rect): string => {
  const { viewBox } = props;
  if (typeof viewBox !== 'object') return cannotPaint('drawing without a view box');
  // react-pdf names the view box's width and height maxX and maxY.
  const scale = Math.min(area.width / viewBox.maxX, area.height / viewBox.maxY);
  const left = area.x + (area.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
  const top = area.y + area.height - (area.height - viewBox.maxY * scale) / 2 + viewBox.minY * scale;
  const shapes = children.map(shapeOperators);
  // A picture may draw beyond its edges; a reader of SVG shows nothing of that.
  const rectangle = `${numbers(area.x, area.y, area.width, area.height)} re`;
  const clip = style.overflow === 'hidden' ? [`q ${clipTo(rectangle)}`] : [];
  return [...clip, `q ${matrix(scale, 0, 0, -scale, left, top)} cm`, ...shapes, 'Q', ...clip.map(() => 'Q')].join('\n');
};

const shapeOperators = ({ type, props }: LaidNode): string => {
  if (type !== P.Path || props.d === undefined) return cannotPaint(`${type} in a drawing`);
  const filled = props.fill !== undefined && props.fill !== 'none';
  const stroked = props.stroke !== undefined && props.stroke !== 'none';
  const state = [
    ...(filled ? [fill(props.fill as Hex)] : []),
    ...(stroked ? [`${stroke(props.stroke as Hex)} ${numbers(props.strokeWidth ?? 1)} w`] : []),
  ];
  const evenOdd = props.fillRule === 'evenodd' ? '*' : '';
  const paints = filled && stroked ? `B${evenOdd}` : filled ? `f${evenOdd}` : stroked ? 'S' : 'n';
  return [...state, pathOperators(props.d), paints].join('\n');
};
