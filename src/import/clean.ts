import type { Place } from '../diagnostics/diagnostic.ts';
import type { SheetCell } from './workbook.ts';

/** A cell and where it stands. */
export type CellAt = { readonly cell: SheetCell; readonly place: Place };

/** What was made of a typed text. */
export type Cleaned<T> = {
  readonly value: T;
  readonly typed: string;
  /** What was done, in words and in order: "two numbers in one cell". Empty if the text was right as it stood. */
  readonly steps: readonly string[];
};
