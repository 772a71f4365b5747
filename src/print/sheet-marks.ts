import type { Sheet } from '../data/sheet.ts';
import { type Mm, mm } from '../units.ts';
import { cells } from './sheet.ts';

/** A thin rectangle, from the upper left corner of the paper. */
export type Mark = { readonly left: Mm; readonly top: Mm; readonly width: Mm; readonly height: Mm };

/** Marks: length, distance from what is cut, thickness (a quarter of a point), and the dashes of those to fold at. */
export const cropMark = { length: mm(5), distance: mm(3), thickness: mm((0.25 / 72) * 25.4), dash: mm(1) } as const;

const { length, distance, thickness, dash } = cropMark;

/** Each number once, in order: two cells that touch are parted by one cut. */
const each = (values: readonly number[]): number[] =>
  [...new Set(values.map((value) => Math.round(value * 1000)))].toSorted((a, b) => a - b).map((value) => value / 1000);

/** The edges at which a sheet is cut, and the fold of a booklet. */
const linesOf = (
  sheet: Sheet,
): { readonly cutsAcross: number[]; readonly cutsDown: number[]; readonly folds: number[] } => {
  const places = cells(sheet);
  const uprights = each(places.flatMap(({ left }) => [left, left + sheet.cell.width]));
  const levels = each(places.flatMap(({ top }) => [top, top + sheet.cell.height]));
  if (sheet.kind === 'cut') return { cutsAcross: uprights, cutsDown: levels, folds: [] };
  return { cutsAcross: [uprights[0]!, uprights.at(-1)!], cutsDown: levels, folds: uprights.slice(1, -1) };
};

/** The marks of a sheet: at both ends of every cut and fold, round the block. None stands between cells. */
export const marksOf = (sheet: Sheet): Mark[] => {
  if (sheet.marks === 'none') return [];
  const { cutsAcross, cutsDown, folds } = linesOf(sheet);
  const { left, top } = sheet.margins;
  const right = sheet.paper.width - sheet.margins.right;
  const bottom = sheet.paper.height - sheet.margins.bottom;
  const [above, below] = [top - distance - length, bottom + distance];
  const upright = cutsAcross.flatMap((x) => [above, below].map((y) => bar(x - thickness / 2, y, thickness, length)));
  const level = cutsDown.flatMap((y) =>
    [left - distance - length, right + distance].map((x) => bar(x, y - thickness / 2, length, thickness)),
  );
  const dashes = Array.from({ length: Math.ceil(length / dash / 2) }, (_, i) => 2 * i * dash);
  const dashed = folds.flatMap((x) =>
    [above, below].flatMap((y) => dashes.map((down) => bar(x - thickness / 2, y + down, thickness, dash))),
  );
  return [...upright, ...level, ...dashed];
};

const bar = (left: number, top: number, width: number, height: number): Mark => ({
  left: mm(left),
  top: mm(top),
  width: mm(width),
  height: mm(height),
});
