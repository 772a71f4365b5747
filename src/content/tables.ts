import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import { error } from '../diagnostics/diagnostic.ts';
import type { Check } from './containers.ts';
import { placeOf } from './nodes.ts';
import { isTagsAlone } from './tags-alone.ts';

/** The rows of a table: the heads of its columns, and what stands below them. */
export const rowsOf = ({ children: [head, ...rows] }: Table): { head: TableRow | undefined; rows: TableRow[] } => ({
  head,
  rows,
});

/** A row that holds nothing but tags governs the rows between. */
export const tagsOfRow = ({ children }: TableRow): TableCell | undefined => {
  const [only, ...more] = children.filter((cell) => !isEmpty(cell));
  return only && more.length === 0 && isTagsAlone(only) ? only : undefined;
};

const isEmpty = ({ children }: TableCell): boolean => children.length === 0;

/** Whether the first cells of a table's rows are their heads: then nothing stands above them. */
export const hasRowHeads = (table: Table): boolean => {
  const first = rowsOf(table).head?.children[0];
  return first !== undefined && isEmpty(first);
};

/**
 * Checks that a table can be read by those who hear it cell by cell: every column has a head, every row has as many
 * cells as there are columns. Markdown itself would fill up a row that is too short, and drop what is too much.
 */
export function checkTable(table: Table, { file, report }: Check): void {
  const { head, rows } = rowsOf(table);
  const fault = (rule: string, message: string, node: Nodes, hint: string): void =>
    report(error(rule, message, placeOf(node, file), hint));
  const columns = head?.children ?? [];
  const named = columns.length === 1 ? columns : columns.slice(1);
  for (const cell of named.filter(isEmpty)) {
    const hint = 'say in it what stands below; only the first may be empty, where the first column names the rows';
    fault('parse/empty-head', 'a column of the table has no head', cell, hint);
  }
  const read = rows.filter((row) => tagsOfRow(row) === undefined);
  if (read.length === 0) {
    fault('parse/empty-table', 'the table has no rows below its head', table, 'add a row, or remove the table');
  }
  for (const row of read) {
    const found = row.children.length;
    if (found !== columns.length) {
      const message = `the row has ${cells(found)}, expected ${columns.length} as in the head of the table`;
      const hint = found < columns.length ? FEWER : 'write `\\|` for a `|` that is text, or take a cell out';
      fault('parse/ragged-row', message, row, hint);
    } else if (hasRowHeads(table) && row.children.every((cell, i) => i > 0 || isEmpty(cell))) {
      fault('parse/empty-head', 'a row of the table has no head', row, 'say in its first cell what stands beside it');
    }
  }
}

const FEWER = 'add what is missing, an empty cell as `| |`; a table ends with an empty line';

const cells = (count: number): string => (count === 1 ? '1 cell' : `${count} cells`);
