/**
 * A table for spreadsheets: UTF-8 with a byte order mark, without which Excel takes it for an older encoding; lines end
 * as the format says, in CR and LF.
 */
export const printCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${csvLine(row)}\r\n`).join('')}`;

/** A row of a table without its end; nothing in it is run as a formula. */
export const csvLine = (row: readonly string[]): string => row.map(cell).join(',');

/** A spreadsheet would run a cell that begins with one of these as a formula; the apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
