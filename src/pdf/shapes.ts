import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode } from '../typeset/laid.ts';
import type { Inks } from './inks.ts';
import { cannotPaint, numbers, pathOperators } from './operators.ts';

/** The operators that paint a shape of a drawing. */
export const shapeOperators = ({ type, props }: LaidNode, inks: Inks): string => {
  if (type !== P.Path || props.d === undefined) return cannotPaint(`${type} in a drawing`);
  const { meant = {} } = props;
  const filled = props.fill !== undefined && props.fill !== 'none';
  const stroked = props.stroke !== undefined && props.stroke !== 'none';
  const width = numbers(props.strokeWidth ?? 1);
  const state = [
    ...(filled ? [inks.fill(props.fill as Hex, meant.fill, 'drawing')] : []),
    ...(stroked ? [`${inks.stroke(props.stroke as Hex, meant.stroke, 'drawing')} ${width} w`] : []),
  ];
  const evenOdd = props.fillRule === 'evenodd' ? '*' : '';
  const paints = filled && stroked ? `B${evenOdd}` : filled ? `f${evenOdd}` : stroked ? 'S' : 'n';
  return [...state, pathOperators(props.d), paints].join('\n');
};
