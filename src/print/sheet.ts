import type { LaidNode, LaidPage } from '../typeset/laid.ts';
import { placedAt } from '../typeset/laid.ts';
import { type Mm, mm, mmToPt, type Pt, pt } from '../units.ts';

/** A sheet of cards: rows and columns without gaps, in the middle of the paper. */
export type Sheet = {
  readonly width: Mm;
  readonly height: Mm;
  readonly columns: number;
  readonly rows: number;
  readonly card: { readonly width: Mm; readonly height: Mm };
};

/** Ten ID-1 cards (ISO/IEC 7810) on A4 portrait, for the office printer. */
export const tenOnA4: Sheet = {
  width: mm(210),
  height: mm(297),
  columns: 2,
  rows: 5,
  card: { width: mm(85.6), height: mm(53.98) },
};

export type Cell = { readonly row: number; readonly column: number; readonly left: Pt; readonly top: Pt };

/** The upper left corner of the block of cards. */
export const blockOrigin = ({
  width,
  height,
  columns,
  rows,
  card,
}: Sheet): { readonly left: Pt; readonly top: Pt } => ({
  left: mmToPt(mm((width - columns * card.width) / 2)),
  top: mmToPt(mm((height - rows * card.height) / 2)),
});

/** The cells of a sheet's front, row by row. */
export const cells = (sheet: Sheet): Cell[] => {
  const { left, top } = blockOrigin(sheet);
  const width = mmToPt(sheet.card.width);
  const height = mmToPt(sheet.card.height);
  return Array.from({ length: sheet.rows * sheet.columns }, (_, i) => {
    const row = Math.floor(i / sheet.columns);
    const column = i % sheet.columns;
    return { row, column, left: pt(left + column * width), top: pt(top + row * height) };
  });
};

/** The place on the back's page that lies behind a cell when the paper is turned about its long edge (portrait). */
export const behind = (sheet: Sheet, { row, column }: Pick<Cell, 'row' | 'column'>): Cell => {
  const found = cells(sheet).find((cell) => cell.row === row && cell.column === sheet.columns - 1 - column);
  if (!found) throw new Error(`no cell ${row}, ${column} on the sheet`);
  return found;
};

/** Crop marks: length, distance from the cards, thickness. */
export const cropMark = { length: mmToPt(mm(5)), distance: mmToPt(mm(3)), thickness: pt(0.25) } as const;

type Mark = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The crop marks round the block, each a thin rectangle, in points. None stands between cards. */
export const cropMarks = (sheet: Sheet): Mark[] => {
  const { left, top } = blockOrigin(sheet);
  const width = mmToPt(sheet.card.width);
  const height = mmToPt(sheet.card.height);
  const right = left + sheet.columns * width;
  const bottom = top + sheet.rows * height;
  const { length, distance, thickness } = cropMark;
  const upright = Array.from({ length: sheet.columns + 1 }, (_, i) => left + i * width - thickness / 2).flatMap((x) =>
    [top - distance - length, bottom + distance].map((y) => ({ left: x, top: y, width: thickness, height: length })),
  );
  const level = Array.from({ length: sheet.rows + 1 }, (_, i) => top + i * height - thickness / 2).flatMap((y) =>
    [left - distance - length, right + distance].map((x) => ({ left: x, top: y, width: length, height: thickness })),
  );
  return [...upright, ...level];
};

/** The first card is read; the others say the same. */
const isRead = (i: number): 'once' | 'again' => (i === 0 ? 'once' : 'again');

/**
 * Puts a card's two faces on the two pages of a sheet, over the sheet's own marks and slug: fronts in every cell, and
 * behind each front its back.
 */
export const impose = (
  sheet: Sheet,
  [fronts, backs]: readonly [LaidPage, LaidPage],
  [front, back]: readonly [LaidPage, LaidPage],
): LaidPage[] => {
  const places = cells(sheet);
  const foot = blockOrigin(sheet).top + sheet.rows * mmToPt(sheet.card.height);
  // What stands below the cards is read after them.
  const around = (paper: LaidPage, placed: readonly LaidNode[]): LaidPage => ({
    ...paper,
    nodes: [
      ...paper.nodes.filter(({ box }) => box.top < foot),
      ...placed,
      ...paper.nodes.filter(({ box }) => box.top >= foot),
    ],
  });
  return [
    around(
      fronts,
      places.map(({ left, top }, i) => placedAt(left, top, front, 'front/', isRead(i))),
    ),
    around(
      backs,
      places.map((cell, i) => {
        const { left, top } = behind(sheet, cell);
        return placedAt(left, top, back, 'back/', isRead(i));
      }),
    ),
  ];
};
