import { CsvError, parse } from 'csv-parse/sync';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** A table of a user's as text, and what its bytes were read as. */
export type TableFile = SourceFile & { readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' };

/** The cells of a table, row by row as a spreadsheet numbers them: what stands at 0 is row 1, empty rows too. */
export type Cells = readonly (readonly string[])[];

/** A cell, counted from 1 as a spreadsheet does. */
export const cell = (path: string, row: number, column: number): Place => ({ kind: 'cell', path, row, column });

/**
 * Reads values separated by commas, semicolons or tabs, whichever the first row has most of.
 *
 * @returns undefined when an error was reported
 */
export function parseCells({ path, text }: SourceFile, report: Report): Cells | undefined {
  // A byte order mark that was read as Windows-1252 and saved is still there, as three letters.
  const plain = text.replace(/^(\uFEFF|ï»¿)+/, '');
  const delimiter = delimiterOf(plain);
  try {
    return plainRows(plain, delimiter) ?? parse(plain, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch (cause) {
    if (!(cause instanceof CsvError) || cause.code !== 'CSV_QUOTE_NOT_CLOSED') throw cause;
    // It counts what it has read, and stopped in the cell after that.
    const place = cell(path, Number(cause['records']) + 1, Number(cause['index']) + 1);
    const message = 'a double quote is opened here and never closed';
    report(error('areas/quotes', message, place, 'close it at the end of the cell, or remove it'));
    return undefined;
  }
}

/**
 * The rows of a table in which double quotes do no more than enclose whole cells within a line, as in nearly all. Sign
 * by sign, as the library goes through it, a list takes five times as long, and a country has hundreds.
 *
 * @returns undefined where a double quote may mean something else
 */
export function plainRows(text: string, delimiter: string): Cells | undefined {
  if (text.includes('\r')) return undefined;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const rows: string[][] = [];
  for (const line of lines) {
    const row = line.includes('"') ? plainRow(line, delimiter) : line.split(delimiter);
    if (!row) return undefined;
    rows.push(row);
  }
  return rows;
}

function plainRow(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    const isQuoted = line.startsWith('"', at);
    const from = isQuoted ? at + 1 : at;
    const found = line.indexOf(isQuoted ? '"' : delimiter, from);
    if (isQuoted && found < 0) return undefined;
    const text = found < 0 ? line.slice(from) : line.slice(from, found);
    if (text.includes('"')) return undefined;
    cells.push(text);
    at = found < 0 ? line.length : isQuoted ? found + 1 : found;
    if (at === line.length) return cells;
    if (line[at] !== delimiter) return undefined;
  }
}

/** The sign that divides the cells of the first row that has any text. */
function delimiterOf(text: string): string {
  const [first = ''] = /^.*\S.*$/m.exec(text.replace(/"[^"]*"/g, '')) ?? [];
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}
