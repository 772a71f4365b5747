import type { Sheet } from '../data/sheet.ts';
import { type Report, warning } from '../diagnostics/diagnostic.ts';
import type { LaidPage } from '../typeset/laid.ts';
import { mmToPt } from '../units.ts';
import { bled } from './bleed.ts';
import { bleed } from './purpose.ts';

/**
 * Tells of a sheet without room for the bleed of its pages: a knife that is a little off shows paper at the edge, or the
 * page beside it. Pages whose colours reach no edge need none.
 */
export const checkSheetBleed = (
  sheet: Sheet,
  documents: readonly { readonly pages: readonly LaidPage[] }[],
  report: Report,
): void => {
  const { name, kind, margins, gutters, columns, rows } = sheet;
  const isColoured = documents.some(({ pages }) => pages.some((page) => bled(page, mmToPt(bleed)) !== page));
  if (!isColoured) return;
  const outer = Math.min(...Object.values(margins));
  const between =
    kind === 'booklet' ? [] : [...(columns > 1 ? [gutters.across] : []), ...(rows > 1 ? [gutters.down] : [])];
  const inner = Math.min(...between, 2 * bleed);
  if (outer >= bleed && inner >= 2 * bleed) return;
  const where = outer < bleed ? `round its pages, expected ${bleed} mm` : `between its pages, expected ${2 * bleed} mm`;
  const found = Number((outer < bleed ? outer : inner).toFixed(2));
  const message = `the sheet \`${name}\` has ${found} mm ${where} for the bleed`;
  const hint = 'choose a sheet with room for it, or ask the print unit whether it cuts so near';
  report(warning('sheet/no-bleed', message, sheet.cellAt, hint));
};
