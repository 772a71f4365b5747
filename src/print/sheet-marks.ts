import type { Sheet } from '../data/sheet.ts';
import type { Fold } from '../typeset/template.ts';
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

/** Where a sheet is cut and folded: across it, as lines that stand upright, and down it. */
type Lines = {
  readonly cuts: { readonly across: readonly number[]; readonly down: readonly number[] };
  readonly folds: { readonly across: readonly number[]; readonly down: readonly number[] };
};

/** The edges at which a sheet is cut, and the folds of a booklet or of what is cut out. */
const linesOf = (sheet: Sheet, folds: readonly Fold[]): Lines => {
  const places = cells(sheet);
  const uprights = each(places.flatMap(({ left }) => [left, left + sheet.cell.width]));
  const levels = each(places.flatMap(({ top }) => [top, top + sheet.cell.height]));
  if (sheet.kind === 'booklet') {
    const cuts = { across: [uprights[0]!, uprights.at(-1)!], down: levels };
    return { cuts, folds: { across: uprights.slice(1, -1), down: [] } };
  }
  const folded = (axis: Fold['axis'], edges: readonly number[]): number[] =>
    each(edges.flatMap((edge) => folds.flatMap((fold) => (fold.axis === axis ? [edge + fold.at] : []))));
  return {
    cuts: { across: uprights, down: levels },
    folds: {
      across: folded(
        'upright',
        places.map(({ left }) => left),
      ),
      down: folded(
        'level',
        places.map(({ top }) => top),
      ),
    },
  };
};

/**
 * The marks of a sheet: at both ends of every cut and fold, round the block. None stands between cells.
 *
 * @param inCells where what stands in a cell is folded, from the cell's upper left corner
 */
export const marksOf = (sheet: Sheet, inCells: readonly Fold[] = []): Mark[] => {
  if (sheet.marks === 'none') return [];
  const { cuts, folds } = linesOf(sheet, inCells);
  const { left, top } = sheet.margins;
  const right = sheet.paper.width - sheet.margins.right;
  const bottom = sheet.paper.height - sheet.margins.bottom;
  const ends = {
    across: [top - distance - length, bottom + distance],
    down: [left - distance - length, right + distance],
  } as const;
  const upright = (x: number, y: number, size: number): Mark => bar(x - thickness / 2, y, thickness, size);
  const level = (x: number, y: number, size: number): Mark => bar(x, y - thickness / 2, size, thickness);
  const dashes = Array.from({ length: Math.ceil(length / dash / 2) }, (_, i) => 2 * i * dash);
  return [
    ...cuts.across.flatMap((x) => ends.across.map((y) => upright(x, y, length))),
    ...cuts.down.flatMap((y) => ends.down.map((x) => level(x, y, length))),
    ...folds.across.flatMap((x) => ends.across.flatMap((y) => dashes.map((along) => upright(x, y + along, dash)))),
    ...folds.down.flatMap((y) => ends.down.flatMap((x) => dashes.map((along) => level(x + along, y, dash)))),
  ];
};

const bar = (left: number, top: number, width: number, height: number): Mark => ({
  left: mm(left),
  top: mm(top),
  width: mm(width),
  height: mm(height),
});
