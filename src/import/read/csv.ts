import { error, type Place, type Report, warning } from '../../diagnostics/diagnostic.ts';
import type { ImportFile, SheetRow, Workbook } from '../workbook.ts';
import { rowOf, textCell } from './cells.ts';
import { scanDelimited } from './delimited.ts';
import { type Beginning, beginningOf } from './delimiter.ts';
import { decoded, type Encoding } from './encoding.ts';
import { stopping, Unreadable } from './unreadable.ts';

/**
 * Delimited text, of which never more is held than a piece. It is gone through once here, so that every fault is known
 * before anybody works with a row.
 *
 * @param head how its text begins
 * @throws Unreadable if a quote is never closed, a row is too large, or there is no text in it
 */
export async function readCsv(file: ImportFile, encoding: Encoding, head: string, report: Report): Promise<Workbook> {
  const { path } = file;
  const beginning = beginningOf(head);
  const placeOf = (row: number, column: number): Place => ({ kind: 'cell', path, row, column });
  let isEmpty = true;
  let guessed: { readonly text: string; readonly place: Place } | undefined;
  await scan(file, encoding, beginning, (cells, row) => {
    if (!isEmpty && (encoding !== 'windows-1252' || guessed)) return;
    for (const [index, text] of cells.entries()) {
      if (text.trim() !== '') isEmpty = false;
      if (/[^\0-\x7f]/.test(text)) guessed ??= { text, place: placeOf(row, index + 1) };
    }
  });
  if (isEmpty) throw emptyFile(path);
  if (guessed && encoding === 'windows-1252') report(guessedLetters(guessed.text, guessed.place));
  const rows = (): AsyncIterable<SheetRow> => stopping(report, rowsOf(file, encoding, beginning));
  const named = encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-16' : encoding;
  return { path, format: 'csv', encoding: named, sheets: [{ rows, placeOf }] };
}

/** Of any format. */
export function emptyFile(path: string): Unreadable {
  const hint = 'write what the columns hold into the first row, and an entry into each row below';
  return new Unreadable(error('import/empty-file', 'there is nothing in the file', { kind: 'text', path }, hint));
}

function guessedLetters(text: string, place: Place): ReturnType<typeof warning> {
  const shown = text.trim().slice(0, 60);
  const message = `the file is not in UTF-8, and was read as Windows-1252: is \`${shown}\` right?`;
  return warning('import/guessed-letters', message, place, 'look at the letters, or save the file as `CSV UTF-8`');
}

type Take = (cells: readonly string[], row: number) => void;

async function scan(file: ImportFile, encoding: Encoding, beginning: Beginning, take: Take): Promise<void> {
  const scanner = scanDelimited(beginning.delimiter, file.path, take);
  for await (const text of texts(file, encoding, beginning)) scanner.push(text);
  scanner.end();
}

async function* rowsOf(file: ImportFile, encoding: Encoding, beginning: Beginning): AsyncIterable<SheetRow> {
  let ready: SheetRow[] = [];
  const scanner = scanDelimited(beginning.delimiter, file.path, (cells, number) => {
    const row = rowOf(number, cells.map(textCell));
    if (row) ready.push(row);
  });
  for await (const text of texts(file, encoding, beginning)) {
    scanner.push(text);
    yield* ready;
    ready = [];
  }
  scanner.end();
  yield* ready;
}

/** The text without what stands before the first cell. */
async function* texts(file: ImportFile, encoding: Encoding, { skipped }: Beginning): AsyncIterable<string> {
  let left = skipped;
  for await (const text of decoded(file, encoding)) {
    const cut = Math.min(left, text.length);
    left -= cut;
    yield cut > 0 ? text.slice(cut) : text;
  }
}
