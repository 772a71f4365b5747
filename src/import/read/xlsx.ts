import { type Diagnostic, error, type Place, type Report, warning } from '../../diagnostics/diagnostic.ts';
import type { ImportFile, Sheet, SheetRow, Workbook } from '../workbook.ts';
import { allOf } from './chunks.ts';
import { emptyFile } from './csv.ts';
import { LIMITS } from './limits.ts';
import { stopping, Unreadable } from './unreadable.ts';
import { numberFormats } from './xlsx-formats.ts';
import { fillMerges, type Merge } from './xlsx-merges.ts';
import { type ListedSheet, partsOf } from './xlsx-parts.ts';
import { type Shared, storedRows } from './xlsx-sheet.ts';
import { sharedTexts } from './xlsx-texts.ts';
import { numberCells } from './xlsx-values.ts';
import { refuseArchive } from './archives.ts';
import { type Archive, Damaged, openArchive } from './zip.ts';

/**
 * A workbook as Excel 2007 and later write it, with macros or without: nothing in it is run or computed. Each sheet is
 * gone through once here, so that every fault is known before anybody works with a row.
 *
 * @throws Unreadable
 */
export async function readXlsx(file: ImportFile, report: Report): Promise<Workbook> {
  const bytes = await allOf(file, 'the workbook');
  const { path } = file;
  return naming(path, async () => {
    const archive = openArchive(bytes);
    const refused = await refuseArchive(archive, path);
    if (refused) throw new Unreadable(refused);
    const parts = await partsOf(archive);
    const shared: Shared = {
      texts: parts.texts === undefined ? [] : await sharedTexts(archive, parts.texts),
      formats: parts.styles === undefined ? [] : await numberFormats(archive, parts.styles),
      numberCell: numberCells(parts.from1904),
    };
    const sheets: Sheet[] = [];
    for (const listed of parts.sheets) {
      if (listed.isHidden) report(hiddenSheet(path, listed.name));
      // One after the other: each is inflated as it is read.
      // oxlint-disable-next-line no-await-in-loop
      else sheets.push(...(await sheetOf(listed, archive, shared, path, parts.sheets.length > 1, report)));
    }
    if (sheets.length === 0) throw emptyFile(path);
    return { path, format: 'xlsx', sheets };
  });
}

/** The sheet, or none if there is nothing in it. */
async function sheetOf(
  { name, part }: ListedSheet,
  archive: Archive,
  shared: Shared,
  path: string,
  oneOfSeveral: boolean,
  report: Report,
): Promise<Sheet[]> {
  const placeOf = (row: number, column: number): Place => ({
    kind: 'cell',
    path,
    ...(oneOfSeveral && { sheet: name }),
    row,
    column,
  });
  const merges: Merge[] = [];
  let [width, count] = [0, 0];
  const collect = (merge: Merge): void => {
    merges.push(merge);
    if (merges.length > LIMITS.parts) throw new Damaged('it has too many merged cells', 'too-large');
  };
  for await (const { cells } of storedRows(archive, part, shared, placeOf, collect)) {
    count += 1;
    width = Math.max(width, cells.length);
  }
  if (count === 0) return [];
  const rows = async function* (): AsyncIterable<SheetRow> {
    const fill = fillMerges(merges, width);
    for await (const row of storedRows(archive.again(), part, shared, placeOf, () => {})) yield fill(row);
  };
  // Once more, as everybody will: merged ranges are known only now.
  for await (const _ of merges.length > 0 ? rows() : []);
  return [{ name, placeOf, rows: () => stopping(report, rows()) }];
}

/** Gives a fault of the archive the name of its file. */
async function naming<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw cause instanceof Damaged ? new Unreadable(damagedFile(cause, path)) : cause;
  }
}

function damagedFile({ message, kind }: Damaged, path: string): Diagnostic {
  const place = { kind: 'text', path } as const;
  if (kind === 'too-large') {
    const hint = 'copy the rows that are needed into a new workbook, or save the sheet as `CSV UTF-8`';
    return error('import/too-large', `the workbook is larger than any list: ${message}`, place, hint);
  }
  const hint = 'open it in Excel, let it be repaired, and save it anew; or fetch the file again';
  return error('import/damaged', `the workbook is damaged: ${message}`, place, hint);
}

function hiddenSheet(path: string, name: string): Diagnostic {
  const message = `the sheet \`${name}\` is hidden, and was not read`;
  return warning('import/hidden-sheet', message, { kind: 'text', path }, 'unhide it in Excel if its rows are meant');
}
