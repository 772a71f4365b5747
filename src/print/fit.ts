import type { Sheet, Span } from '../data/sheet.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';

/** How much a page may be larger or smaller than its cell, at each side, in millimetres: well within its safe line. */
const play = 0.5;

const shown = ({ width, height }: Span): string => `${rounded(width)} × ${rounded(height)} mm`;

const rounded = (value: number): number => Number(value.toFixed(2));

/**
 * Whether pages may stand in the cells of a sheet: they are not made larger or smaller, so they must have their size,
 * but for what falls away at the edges.
 */
export const fits = (page: Span, { name, cell }: Sheet, what: string, report: Report): boolean => {
  const over = Math.max(page.width - cell.width, page.height - cell.height) / 2;
  const under = Math.max(cell.width - page.width, cell.height - page.height) / 2;
  if (over <= play && under <= play) return true;
  const found = `${what} is ${shown(page)}, and the sheet \`${name}\` has places of ${shown(cell)}`;
  report(error('sheet/other-size', found, undefined, 'choose a sheet with places of its size'));
  return false;
};
