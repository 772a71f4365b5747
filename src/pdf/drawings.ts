import type { LaidNode } from '../typeset/laid.ts';
import type { Inks } from './inks.ts';
import { cannotPaint, matrix, numbers, type Rect } from './operators.ts';
import { clipTo } from './placing.ts';
import { shapeOperators } from './shapes.ts';

/** A drawing as operators, as large as fits into a rectangle, in its middle. */
export const drawingOperators = ({ props, style, children = [] }: LaidNode, area: Rect, inks: Inks): string => {
  const { viewBox } = props;
  if (typeof viewBox !== 'object') return cannotPaint('drawing without a view box');
  // react-pdf names the view box's width and height maxX and maxY.
  const scale = Math.min(area.width / viewBox.maxX, area.height / viewBox.maxY);
  const left = area.x + (area.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
  const top = area.y + area.height - (area.height - viewBox.maxY * scale) / 2 + viewBox.minY * scale;
  const shapes = children.map((shape) => shapeOperators(shape, inks));
  // A picture may draw beyond its edges; a reader of SVG shows nothing of that.
  const rectangle = `${numbers(area.x, area.y, area.width, area.height)} re`;
  const clip = style.overflow === 'hidden' ? [`q ${clipTo(rectangle)}`] : [];
  return [...clip, `q ${matrix(scale, 0, 0, -scale, left, top)} cm`, ...shapes, 'Q', ...clip.map(() => 'Q')].join('\n');
};
