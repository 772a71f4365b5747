import type { Sheet, Span } from '../data/sheet.ts';
import type { Fold } from '../typeset/template.ts';
import { type Mm, mm } from '../units.ts';
import { cells, type Stance } from './sheet.ts';

/** A thin rectangle, from the upper left corner of the paper. */
export type Mark = { readonly left: Mm; readonly top: Mm; readonly width: Mm; readonly height: Mm };

/** Marks: length, distance from what is cut, thickness (a quarter of a point), and the dashes of those to fold at. */
export const cropMark = { length: mm(5), distance: mm(3), thickness: mm((0.25 / 72) * 25.4), dash: mm(1) } as const;

const { length, distance, thickness, dash } = cropMark;

/** Each number once, in order: two cells that touch are parted by one cut. */
const each = (values: readonly number[]): number[] =>
  [...new Set(values.map((value) => Math.round(value * 1000)))].toSorted((a, b) => a - b).map((value) => value / 1000);

/** Where folds stand on a side of a sheet, from the left and from the upper edge of the paper. */
export type FoldLines = { readonly upright: readonly number[]; readonly level: readonly number[] };

export const noFolds: FoldLines = { upright: [], level: [] };

type Lines = { readonly cutsAcross: number[]; readonly cutsDown: number[]; readonly folds: FoldLines };

/** The edges at which a sheet is cut, and its folds: those of the pages, or that of a booklet. */
const linesOf = (sheet: Sheet, folds: FoldLines): Lines => {
  const places = cells(sheet);
  const uprights = each(places.flatMap(({ left }) => [left, left + sheet.cell.width]));
  const levels = each(places.flatMap(({ top }) => [top, top + sheet.cell.height]));
  if (sheet.kind === 'cut') return { cutsAcross: uprights, cutsDown: levels, folds };
  const spine = { upright: uprights.slice(1, -1), level: [] };
  return { cutsAcross: [uprights[0]!, uprights.at(-1)!], cutsDown: levels, folds: spine };
};

/**
 * Where the folds of pages stand on one side of a sheet.
 *
 * @param folds of that side of a page, as one sees them there
 * @param stance how pages stand on that side
 */
export const foldLinesOn = (sheet: Sheet, page: Span, folds: readonly Fold[], stance: Stance): FoldLines => {
  const { cell } = sheet;
  const places = cells(sheet);
  const within = (axis: Fold['axis'], side: number): number[] =>
    folds.filter((fold) => fold.axis === axis).map(({ at }) => (stance === 'upright' ? at : side - at));
  const [across, down] = [(cell.width - page.width) / 2, (cell.height - page.height) / 2];
  return {
    upright: each(places.flatMap(({ left }) => within('upright', page.width).map((at) => left + across + at))),
    level: each(places.flatMap(({ top }) => within('level', page.height).map((at) => top + down + at))),
  };
};

/** The marks of a sheet: at both ends of every cut and fold, round the block. None stands between cells. */
export const marksOf = (sheet: Sheet, pageFolds: FoldLines = noFolds): Mark[] => {
  if (sheet.marks === 'none') return [];
  const { cutsAcross, cutsDown, folds } = linesOf(sheet, pageFolds);
  const { left, top } = sheet.margins;
  const right = sheet.paper.width - sheet.margins.right;
  const bottom = sheet.paper.height - sheet.margins.bottom;
  const [above, below] = [top - distance - length, bottom + distance];
  const upright = cutsAcross.flatMap((x) => [above, below].map((y) => bar(x - thickness / 2, y, thickness, length)));
  const level = cutsDown.flatMap((y) =>
    [left - distance - length, right + distance].map((x) => bar(x, y - thickness / 2, length, thickness)),
  );
  const dashes = Array.from({ length: Math.ceil(length / dash / 2) }, (_, i) => 2 * i * dash);
  const dashedUpright = folds.upright.flatMap((x) =>
    [above, below].flatMap((y) => dashes.map((down) => bar(x - thickness / 2, y + down, thickness, dash))),
  );
  const dashedLevel = folds.level.flatMap((y) =>
    [left - distance - length, right + distance].flatMap((x) =>
      dashes.map((along) => bar(x + along, y - thickness / 2, dash, thickness)),
    ),
  );
  return [...upright, ...level, ...dashedUpright, ...dashedLevel];
};

const bar = (left: number, top: number, width: number, height: number): Mark => ({
  left: mm(left),
  top: mm(top),
  width: mm(width),
  height: mm(height),
});
