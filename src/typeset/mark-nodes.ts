import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { Faces } from './faces.ts';
import type { LaidNode, LaidPage, Meant, Words } from './laid.ts';
import { setLines } from './lines.ts';
import type { TypeStyle } from './scale.ts';
import { settable } from './trace.ts';

/** Nodes outside a page or over it, for those who make it: laid out here, since no template knows of them. */

/** A path in points from the page's upper left corner, in the colour that it is drawn in. */
export type MarkPath = {
  readonly d: string;
  readonly stroke?: { readonly hex: Hex; readonly meant?: Meant; readonly width: number };
  readonly fill?: { readonly hex: Hex; readonly meant?: Meant };
};

/** All paths of a page as one drawing, as large as the paper. */
export const drawingOf = (paths: readonly MarkPath[], { width, height }: LaidPage, surround: number): LaidNode => {
  const box = { left: -surround, top: -surround, width: width + 2 * surround, height: height + 2 * surround };
  return {
    type: P.Svg,
    props: { role: 'Mark', viewBox: { minX: -surround, minY: -surround, maxX: box.width, maxY: box.height } },
    style: {},
    box,
    children: paths.map(({ d, stroke, fill }) => ({
      type: P.Path,
      props: {
        d,
        ...(fill && { fill: fill.hex }),
        ...(stroke && { stroke: stroke.hex, strokeWidth: stroke.width }),
        meant: { ...(fill?.meant && { fill: fill.meant }), ...(stroke?.meant && { stroke: stroke.meant }) },
      },
      style: {},
      box: { left: 0, top: 0, width: 0, height: 0 },
    })),
  };
};

type MarkWords = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly measure: number;
  readonly style: TypeStyle;
  readonly colour: Hex;
  readonly meant?: Meant;
};

/** Words beside a page or over it, broken to their measure like all others. */
export const wordsOf = ({ text, left, top, measure, style, colour, meant }: MarkWords, faces: Faces): LaidNode => {
  const words: Words = {
    ...settable([{ text, weight: style.weight }]),
    style,
    colour,
    ...(meant && { meant }),
    measure,
    align: 'left',
    rag: 'text',
  };
  const lines = setLines(words, faces);
  const box = { left, top, width: measure, height: lines.length * style.leading };
  const plate = words.fields && { plate: 'record' as const };
  return { type: P.Text, props: { role: 'Mark', words, ...plate }, style: {}, box, lines };
};

type Point = readonly [x: number, y: number];

const decimals = (value: number): string => String(Math.round(value * 1000) / 1000);

export const line = ([x1, y1]: Point, [x2, y2]: Point): string =>
  `M${decimals(x1)} ${decimals(y1)}L${decimals(x2)} ${decimals(y2)}`;

/** A line in dashes, which begins and ends with one. */
export const dashed = (from: Point, to: Point, dash: number): string => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const parts = Math.max(1, 2 * Math.round((length / dash - 1) / 2) + 1);
  const at = (part: number): Point => [
    from[0] + ((to[0] - from[0]) * part) / parts,
    from[1] + ((to[1] - from[1]) * part) / parts,
  ];
  let d = '';
  for (let part = 0; part < parts; part += 2) d += line(at(part), at(part + 1));
  return d;
};

export const rectangle = (left: number, top: number, width: number, height: number): string =>
  `${line([left, top], [left + width, top])}L${decimals(left + width)} ${decimals(top + height)}L${decimals(left)} ${decimals(top + height)}Z`;

/** The four sides of a rectangle, each a path of its own: what stands inside is on no drawing. */
export const outline = (left: number, top: number, width: number, height: number): string[] => {
  const [right, foot] = [left + width, top + height];
  return [
    line([left, top], [right, top]),
    line([right, top], [right, foot]),
    line([right, foot], [left, foot]),
    line([left, foot], [left, top]),
  ];
};

/** A circle in four curves. */
export const circle = ([x, y]: Point, radius: number): string => {
  const c = radius * 0.5523;
  const to = (...values: readonly number[]): string => values.map(decimals).join(' ');
  return [
    `M${to(x + radius, y)}`,
    `C${to(x + radius, y + c, x + c, y + radius, x, y + radius)}`,
    `C${to(x - c, y + radius, x - radius, y + c, x - radius, y)}`,
    `C${to(x - radius, y - c, x - c, y - radius, x, y - radius)}`,
    `C${to(x + c, y - radius, x + radius, y - c, x + radius, y)}Z`,
  ].join('');
};
