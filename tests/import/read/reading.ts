import { readWorkbook } from '../../../src/import/read/read-workbook.ts';
import type { ImportFile, SheetCell, SheetRow, Workbook } from '../../../src/import/workbook.ts';
import { zip } from '../../../src/import/write/zip-writer.ts';
import { collect } from '../../../src/diagnostics/collect.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';

/** A file in memory that comes in small pieces, so that nothing depends on where they end. */
export function fileOf(bytes: Uint8Array | string, path = 'table.csv', piece = 7): ImportFile {
  const all = Buffer.from(bytes);
  return {
    path,
    size: all.length,
    async *chunks() {
      for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece);
    },
  };
}

export type Outcome = { readonly workbook: Workbook | undefined; readonly found: readonly Diagnostic[] };

export async function read(file: ImportFile): Promise<Outcome> {
  const { report, all } = collect();
  const workbook = await readWorkbook(file, report);
  return { workbook, found: all() };
}

export async function rowsOf(workbook: Workbook | undefined, sheet = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of workbook?.sheets[sheet]?.rows() ?? []) rows.push(row);
  return rows;
}

/** The texts of a sheet. */
export const textsOf = async (workbook: Workbook | undefined, sheet = 0): Promise<string[][]> =>
  (await rowsOf(workbook, sheet)).map(({ cells }) => cells.map(({ text }) => text));

/** The first cell of a sheet's row. */
export const cellOf = async (workbook: Workbook | undefined, row = 0, column = 0): Promise<SheetCell | undefined> =>
  (await rowsOf(workbook))[row]?.cells[column];

/** Rules, with the place of each as far as it has one. */
export const shown = (found: readonly Diagnostic[]): object[] =>
  found.map(({ rule, place }) => {
    if (place?.kind === 'cell') return { rule, row: place.row, column: place.column };
    const start = place?.kind === 'text' ? place.range?.start : undefined;
    return { rule, ...start };
  });

export type Book = {
  /** The XML within `worksheet` of each sheet. */
  readonly sheets: readonly string[];
  readonly names?: readonly string[];
  readonly states?: readonly string[];
  /** The XML within `sst`. */
  readonly texts?: string;
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
};

/** The parts of a workbook by their names, as the least that Excel opens. */
export function partsOf({ sheets, names = [], states = [], texts, formats, from1904 }: Book): Map<string, string> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const listed = sheets.map(
    (_, at) =>
      `<sheet name="${names[at] ?? `Sheet${at + 1}`}" sheetId="${at + 1}" r:id="r${at}"${states[at] ? ` state="${states[at]}"` : ''}/>`,
  );
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`r${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('t', 'sharedStrings', 'sharedStrings.xml'),
    relation('s', 'styles', '/xl/styles.xml'),
  ];
  const own = formats?.map(
    (code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats?.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  return new Map([
    ['_rels/.rels', `<Relationships>${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`],
    [
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
    ...sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet ${main}>${xml}</worksheet>`] as const),
    ...(texts === undefined ? [] : [['xl/sharedStrings.xml', `<sst ${main}>${texts}</sst>`] as const]),
    ...(own && styles
      ? [
          [
            'xl/styles.xml',
            `<styleSheet ${main}><numFmts>${own.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
          ] as const,
        ]
      : []),
  ]);
}

export const packed = (parts: ReadonlyMap<string, string>): Uint8Array =>
  zip([...parts].map(([name, text]) => ({ name, text })));

/** A workbook file; its pieces are larger, since it is held anyway. */
export const bookFile = (book: Book): ImportFile => fileOf(packed(partsOf(book)), 'book.xlsx', 1000);

/** The cells of one row as a sheet. */
export const rowXml = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;
