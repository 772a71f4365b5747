import type { CellAt, Cleaned } from '../../src/import/clean.ts';
import type { SheetCell } from '../../src/import/workbook.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';

/** A cell as it stands in a table: its text, or more of it. */
export type Given = string | Partial<SheetCell>;

export function cellOf(given: Given): CellAt {
  const cell = typeof given === 'string' ? { text: given } : given;
  const { text = '' } = cell;
  const kind = text === '' ? 'empty' : 'text';
  return { cell: { text, kind, ...cell }, place: { kind: 'cell', path: 'contacts.xlsx', row: 7, column: 3 } };
}

export type Outcome<T> = {
  readonly cleaned: Cleaned<T> | undefined;
  /** `undefined` where an error was reported or the cell is empty. */
  readonly value: T | undefined;
  /** `error phone`, `warning extension`: what was reported, without its family. */
  readonly rules: readonly string[];
  readonly all: readonly Diagnostic[];
};

export type Cleaner<T> = (at: CellAt, report: Report) => Cleaned<T> | undefined;

/** Cleans a cell, and collects what is said of it. */
export function clean<T>(cleaner: Cleaner<T>, given: Given): Outcome<T> {
  const { report, all } = collect();
  const cleaned = cleaner(cellOf(given), report);
  const rules = all().map(({ rule, severity }) => `${severity} ${rule.replace('import/', '')}`);
  return { cleaned, value: cleaned?.value, rules, all: all() };
}

/** What every diagnostic of a cell must have: its place, an action, the house's wording. */
export const misworded = (all: readonly Diagnostic[]): readonly string[] =>
  all.flatMap(({ rule, message, place, hints }) => {
    const isPlaced = place?.kind === 'cell' && place.row === 7 && place.column === 3;
    const isWorded =
      /^[^A-Z]/.test(message) && ![message, ...hints].some((text) => /\.$|undefined|\[object/.test(text));
    return isPlaced && isWorded && hints.length > 0 ? [] : [`${rule}: ${message} = ${hints.join(' = ')}`];
  });

/** Chance that is the same at each run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
