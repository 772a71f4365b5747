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
  try {
    return parse(plain, { delimiter: delimiterOf(plain), relax_column_count: true, relax_quotes: true });
  } catch (cause) {
    if (!(cause instanceof CsvError) || cause.code !== 'CSV_QUOTE_NOT_CLOSED') throw cause;
    // It counts what it has read, and stopped in the cell after that.
    const place = cell(path, Number(cause['records']) + 1, Number(cause['index']) + 1);
    const message = 'a double quote is opened here and never closed';
    report(error('areas/quotes', message, place, 'close it at the end of the cell, or remove it'));
    return undefined;
  }
}

/** The sign that divides the cells of the first row that has any text. */
function delimiterOf(text: string): string {
  const [first = ''] = /^.*\S.*$/m.exec(text.replace(/"[^"]*"/g, '')) ?? [];
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}
