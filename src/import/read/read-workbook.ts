import { error, type Report } from '../../diagnostics/diagnostic.ts';
import type { ImportFile, Workbook } from '../workbook.ts';
import { headOf } from './chunks.ts';
import { emptyFile, readCsv } from './csv.ts';
import { decoded, encodingOf } from './encoding.ts';
import { readJson } from './json.ts';
import { refuseCompound } from './ole.ts';
import { isArchive, isCompound, isJson, refusedBytes, refusedText, type Refusal } from './signature.ts';
import { reporting, Unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx.ts';

/** As much as tells what a file is, and where the cells of its rows end. */
const HEAD = 64 * 1024;
/** The directory of a compound file lies within this, or the file is not one that people have. */
const COMPOUND = 64 * 2 ** 20;

/**
 * Reads a spreadsheet of any kind as sheets of rows. What it is shows in its first bytes; its name does not count. The
 * file is gone through to its end: what is returned has no fault of form.
 *
 * @returns undefined when an error was reported
 */
export function readWorkbook(file: ImportFile, report: Report): Promise<Workbook | undefined> {
  return reporting(report, async () => {
    const head = await headOf(file, HEAD);
    if (head.length === 0) throw emptyFile(file.path);
    if (isCompound(head)) throw new Unreadable(refuseCompound(await headOf(file, COMPOUND), file.path));
    if (isArchive(head)) return readXlsx(file, report);
    refuse(refusedBytes(head), file.path);
    const encoding = await encodingOf(file, head);
    const text = await textOf({ path: file.path, size: head.length, chunks: () => once(head) }, encoding);
    refuse(refusedText(text), file.path);
    return isJson(text) ? readJson(file, encoding, report) : readCsv(file, encoding, text, report);
  });
}

function refuse(refusal: Refusal | undefined, path: string): void {
  if (!refusal) return;
  const message = `the file is ${refusal.name}, expected a spreadsheet`;
  throw new Unreadable(error('import/not-a-table', message, { kind: 'text', path }, refusal.hint));
}

/** The text of a head, which may end within a letter. */
async function textOf(head: ImportFile, encoding: Parameters<typeof decoded>[1]): Promise<string> {
  // The last piece is what the decoder says of a cut letter.
  for await (const text of decoded(head, encoding)) return text;
  return '';
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
