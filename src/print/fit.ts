import type { Sheet, Span } from '../data/sheet.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';

/** How much a page may be larger or smaller than its cell, at each side, in millimetres: well within its safe line. */
const play = 0.5;

const shown = ({ width, height }: Span): string => `${rounded(width)} × ${rounded(height)} mm`;

const rounded = (value: number): number => Number(value.toFixed(2));

/** Whether two sizes are one, but for what falls away at the edges. */
const isAlike = (page: Span, place: Span): boolean =>
  Math.abs(page.width - place.width) / 2 <= play && Math.abs(page.height - place.height) / 2 <= play;

const across = ({ width, height }: Span): Span => ({ width: height, height: width });

/**
 * Whether pages may stand in the cells of a sheet: they are not made larger or smaller, so they must have their size,
 * but for what falls away at the edges.
 */
export const fits = (page: Span, { name, cell, paper, cellAt }: Sheet, what: string, report: Report): boolean => {
  if (isAlike(page, cell)) return true;
  const isLarger = page.width > paper.width || page.height > paper.height;
  const found = isLarger
    ? `${what} is ${shown(page)}, larger than the sheet \`${name}\`, which is ${shown(paper)}`
    : `${what} is ${shown(page)}, and the sheet \`${name}\` has places of ${shown(cell)}`;
  const hint = isAlike(across(page), cell)
    ? `choose a sheet whose places lie the other way, ${shown(page)}`
    : `choose a sheet with places of ${shown(page)}, or write one into \`content/sheets\``;
  report(error('sheet/other-size', found, cellAt, hint));
  return false;
};
