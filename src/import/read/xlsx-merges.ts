import { LIMITS } from './limits.ts';
import { EMPTY } from './cells.ts';
import type { SheetCell, SheetRow } from '../workbook.ts';
import { Damaged } from './zip.ts';

/** A cell by its row and column, from 1: `B2`. Undefined if it is none. */
export function cellOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(reference) ?? [];
  if (letters === '') return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

/** Cells that are shown as one. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export function mergeOf(reference: string): Merge | undefined {
  const [first, last] = reference.split(':').map(cellOf);
  if (!first || !last) return undefined;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/**
 * Fills merged cells with what their first one holds. Rows in which nothing else stands stay away.
 *
 * @param width the last column that has anything in it
 * @throws Damaged if ranges lie over each other
 */
export function fillMerges(merges: readonly Merge[], width: number): (row: SheetRow) => SheetRow {
  const waiting = merges.toSorted((a, b) => b.top - a.top);
  let open: { readonly merge: Merge; readonly cell: SheetCell }[] = [];
  return (row) => {
    open = open.filter(({ merge }) => merge.bottom >= row.number);
    for (let next = waiting.at(-1); next && next.top <= row.number; next = waiting.at(-1)) {
      waiting.pop();
      const cell = row.cells[next.left - 1];
      // What begins in a row that is not there is empty.
      if (next.top === row.number && cell && cell.kind !== 'empty') open.push({ merge: next, cell });
    }
    if (open.length > LIMITS.columns) throw new Damaged('its merged cells lie over each other');
    if (open.length === 0) return row;
    const cells = [...row.cells];
    for (const { merge, cell } of open) {
      for (let column = merge.left; column <= Math.min(merge.right, width); column++) {
        while (cells.length < column) cells.push(EMPTY);
        if (cells[column - 1]?.kind === 'empty') cells[column - 1] = { ...cell, isMerged: true };
      }
    }
    return { number: row.number, cells };
  };
}
