import type { Place } from '../diagnostics/diagnostic.ts';

/** A file that is read from its beginning, as often as somebody asks; nothing holds all of it but who needs to. */
export type ImportFile = {
  /** As it was typed. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  chunks(): AsyncIterable<Uint8Array>;
};

/** What stands in a cell. */
export type SheetCell = {
  /** What a reader of the spreadsheet sees, untrimmed. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty';
  /** Of a number its value; of a date the spreadsheet's serial number of days. */
  readonly number?: number;
  readonly isFormula?: true;
  /** Filled from the first cell of its merged range. */
  readonly isMerged?: true;
  /** Excel's number format, where it matters: leading zeros. */
  readonly format?: string;
};

export type SheetRow = {
  /** As the program shows it, from 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
};

/** Rows come one after the other, so that a file of any size needs little memory; they may be gone through again. */
export type Sheet = {
  readonly name?: string;
  rows(): AsyncIterable<SheetRow>;
  /** Both from 1. */
  placeOf(row: number, column: number): Place;
};

export type Workbook = {
  readonly path: string;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly encoding?: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly sheets: readonly Sheet[];
};
