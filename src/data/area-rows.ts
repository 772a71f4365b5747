import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Columns } from './area-columns.ts';
import type { Council } from './record.ts';
import { foldCouncil } from './same-council.ts';
import { cell, type Cells } from './cells.ts';

/** What tells a council's rows from those of others, and what its areas are called. */
export type Owner = Pick<Council, 'name' | 'shortName' | 'gss' | 'nation'> & Partial<Pick<Council, 'election'>>;

/** A row of a table, and its number as a spreadsheet shows it. */
export type Row = { readonly number: number; readonly cells: readonly string[] };

/** Without a column of councils, more rows than any council has areas are those of many. */
const MOST = 200;

/**
 * The rows below the header that are the council's: all, where no column says whose they are. Rows without any text
 * are none.
 *
 * @returns undefined when an error was reported
 */
export function rowsOf(
  owner: Owner,
  table: Cells,
  columns: Columns,
  path: string,
  report: Report,
): readonly Row[] | undefined {
  const { header, codes, councils, noun } = columns;
  const rows = table
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ number, cells }) => number > header + 1 && cells.some((text) => text !== ''));
  if (rows.length === 0) {
    const hint = 'write an area in each row below the header';
    report(error('areas/no-rows', 'the file has a header, and no areas below it', cell(path, header + 2, 1), hint));
    return undefined;
  }
  const fail = (message: string, ...hints: string[]): undefined => {
    report(error('areas/no-council', message, cell(path, header + 1, (codes[0] ?? councils[0] ?? 0) + 1), ...hints));
  };
  if (codes.length + councils.length === 0) {
    if (noun === undefined || rows.length <= MOST) return rows;
    const message = `no column says which council each of the ${counted(rows.length)} areas belongs to`;
    return fail(message, 'use a list with a column `LAD25NM`, or remove the rows of other councils');
  }

  const { gss } = owner;
  // A row with more or fewer cells than the header has: whose it is may stand in any of them.
  const cellsOf = ({ cells }: Row, wanted: readonly number[]): readonly string[] =>
    cells.length === columns.width ? wanted.map((column) => cells[column] ?? '') : cells;
  const byCode = rows.filter((row) => gss !== undefined && cellsOf(row, codes).some((text) => text.trim() === gss));
  if (byCode.length > 0) return byCode;

  const names = new Set([owner.name, owner.shortName ?? ''].map(foldCouncil).filter((name) => name !== ''));
  const byName = rows.filter((row) => cellsOf(row, councils).some((text) => names.has(foldCouncil(text))));
  const [first] = byName;
  if (!first) {
    const known = [...new Set(rows.flatMap((row) => cellsOf(row, councils)))].filter((name) => name.trim() !== '');
    const who = owner.name + (gss === undefined ? '' : ` (${gss})`);
    const near = nearest(owner.name, known) ?? nearest([...names][0] ?? '', known);
    return fail(
      `${rows.length === 1 ? 'the one row is not' : `none of the ${counted(rows.length)} rows is`} of ${who}`,
      ...(near === undefined ? [] : [`did you mean the rows of \`${near.trim()}\`?`]),
      ...(codes.length > 0 ? ["put the council's code as it stands in the list into its file: `gss: …`"] : []),
      'or remove the column of councils, and the rows of other councils',
    );
  }
  const [code] = codes;
  if (gss !== undefined && code !== undefined) {
    const found = (first.cells[code] ?? '').trim();
    const message = `the list has another code for ${owner.name}: \`${found}\`, where its file has \`${gss}\``;
    const hint = 'check that the rows are of this council; codes change when boundaries do';
    report(warning('areas/other-code', message, cell(path, first.number, code + 1), hint));
  }
  return byName;
}

const counted = (rows: number): string => rows.toLocaleString('en-GB');
