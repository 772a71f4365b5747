import type { Place } from '../diagnostics/diagnostic.ts';
import { type Mm, mm } from '../units.ts';

/** Two lengths: across and down the paper. */
export type Span = { readonly width: Mm; readonly height: Mm };

/** Over which edge a printer turns the paper for its second side. */
export type Turn = 'long-edge' | 'short-edge';

/** A sheet of paper with cells for pages. Margins, cells and gutters come to the size of the paper. */
export type Sheet = {
  /** Its file in `content/sheets`, without the ending. */
  readonly name: string;
  /** `cut`: each cell is cut out; `booklet`: the paper is folded in the middle and stitched there. */
  readonly kind: 'cut' | 'booklet';
  readonly paper: Span;
  readonly margins: { readonly left: Mm; readonly top: Mm; readonly right: Mm; readonly bottom: Mm };
  readonly columns: number;
  readonly rows: number;
  readonly cell: Span;
  /** Between two cells. */
  readonly gutters: { readonly across: Mm; readonly down: Mm };
  readonly turn: Turn;
  /** Marks to cut by and to fold at; paper that is cut already needs none. */
  readonly marks: 'drawn' | 'none';
  /** Where its file gives the size of its cells. */
  readonly cellAt?: Place;
};

/** What margins, cells and gutters come to. */
export const takenBy = ({ margins, columns, rows, cell, gutters }: Sheet): Span => ({
  width: mm(margins.left + columns * cell.width + (columns - 1) * gutters.across + margins.right),
  height: mm(margins.top + rows * cell.height + (rows - 1) * gutters.down + margins.bottom),
});

/** Ten ID-1 cards (ISO/IEC 7810) on A4, for the office printer: what `content/sheets/office.yaml` says too. */
export const officeSheet: Sheet = {
  name: 'office',
  kind: 'cut',
  paper: { width: mm(210), height: mm(297) },
  margins: { left: mm(19.4), top: mm(13.55), right: mm(19.4), bottom: mm(13.55) },
  columns: 2,
  rows: 5,
  cell: { width: mm(85.6), height: mm(53.98) },
  gutters: { across: mm(0), down: mm(0) },
  turn: 'long-edge',
  marks: 'drawn',
};
