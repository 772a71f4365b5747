import type { Hex } from '../data/brand.ts';
import type { LaidNode, Line, Meant } from '../typeset/laid.ts';
import { bled } from './bleed.ts';
import type { Origin } from './glyphs.ts';
import { numbers, type Rect } from './operators.ts';
import type { Press } from './press.ts';

/** A rectangle as a path, its origin at the upper left of a page of that height. */
export const rectangle = ({ x, y, width, height }: Rect, pageHeight: number): string =>
  `${numbers(x, pageHeight - y - height, width, height)} re`;

/** What a box is filled with, and its edge; over the page's edges into the bleed. Nothing where it has neither. */
export const fieldsOf = (
  { box, style, props: { meant } }: LaidNode,
  { x, y }: Origin,
  page: { readonly width: number; readonly height: number },
  { inks, bleed }: Pick<Press, 'inks' | 'bleed'>,
): string => {
  const { width, height, borderLeftWidth = 0 } = box;
  const field = (hex: unknown, role: Meant | undefined, area: Rect): string =>
    `q ${inks.fill(hex as Hex, role, 'field')} ${rectangle(bled(area, page, bleed), page.height)} f Q`;
  const painted: string[] = [];
  if (typeof style.backgroundColor === 'string') {
    painted.push(field(style.backgroundColor, meant?.fill, { x, y, width, height }));
  }
  if (borderLeftWidth > 0) {
    painted.push(field(style.borderLeftColor, meant?.edge, { x, y, width: borderLeftWidth, height }));
  }
  return painted.join('\n');
};

/** The lines below the links of a text's lines; its origin is that of the first. */
export const underlines = (
  lines: readonly Line[],
  { x, y }: Origin,
  pageHeight: number,
  colour: (hex: Hex) => string,
): string[] => {
  // The parts of a text that breaks over pages keep the heights that their lines had before.
  const shift = lines[0]?.box.y ?? 0;
  return lines.flatMap(({ box, decorationLines }) =>
    decorationLines.map(({ rect, color }) => {
      const at = { ...rect, x: x + box.x + rect.x, y: y + box.y - shift + rect.y };
      return `q ${colour(color)} ${rectangle(at, pageHeight)} f Q`;
    }),
  );
};
