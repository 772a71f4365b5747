import type { Place, Report } from '../../diagnostics/diagnostic.ts';
import type { ImportFile, SheetCell, SheetRow, Workbook } from '../workbook.ts';
import { EMPTY, plainNumber, rowOf, textCell } from './cells.ts';
import { allOf } from './chunks.ts';
import { emptyFile } from './csv.ts';
import { tooWide } from './delimited.ts';
import { decoded, type Encoding } from './encoding.ts';
import { type JsonPath, jsonFault, type JsonText, jsonText, type Scalar, scanJson } from './json-scan.ts';
import { type Records, recordsOf } from './json-records.ts';
import { LIMITS } from './limits.ts';
import { stopping } from './unreadable.ts';

type Found = { readonly value: Scalar; readonly start: number; readonly end: number };

/**
 * Records of JSON as a sheet: in row 1 the keys that lead to values, `electoral_services.tel.0`; below a row for each
 * record. Only the text of the file is held.
 *
 * @throws Unreadable
 */
export async function readJson(file: ImportFile, encoding: Encoding, report: Report): Promise<Workbook> {
  const { path } = file;
  const bytes = await allOf(file, 'the JSON file');
  const held: ImportFile = { path, size: bytes.length, chunks: () => once(bytes) };
  let text = '';
  for await (const piece of decoded(held, encoding)) text += piece;
  // A mark that was read as Windows-1252 and saved. The text becomes one piece, which is quicker to look things up in.
  const json = jsonText(path, Buffer.from(text.replace(/^(\uFEFF|ï»¿)+/, ' '), 'utf16le').toString('utf16le'));
  const records = recordsOf(json);
  const columns = columnsOf(json, records);
  if (columns.length === 0) throw emptyFile(path);

  const rows = async function* (): AsyncIterable<SheetRow> {
    yield { number: 1, cells: columns.map(textCell) };
    for (const [index, start] of records.starts.entries()) {
      const values = valuesOf(json, start, records);
      const row = rowOf(
        index + 2,
        columns.map((key) => cellOf(values.get(key)?.value ?? null)),
      );
      if (row) yield row;
    }
  };
  const placeOf = (row: number, column: number): Place => {
    const start = records.starts[row - 2];
    if (start === undefined) return { kind: 'text', path };
    const found = valuesOf(json, start, records).get(columns[column - 1] ?? '') ?? { start, end: start + 1 };
    const position = json.positionOf(found.start);
    const end = { line: position.line, column: position.column + found.end - found.start };
    return { kind: 'text', path, range: { start: position, end } };
  };
  const named = encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-16' : encoding;
  return { path, format: 'json', encoding: named, sheets: [{ rows: () => stopping(report, rows()), placeOf }] };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** All keys of all records, in the order in which they first stand. */
function columnsOf(json: JsonText, records: Records): readonly string[] {
  const columns = new Set<string>();
  for (const start of records.starts) {
    for (const [key, { start: at }] of valuesOf(json, start, records)) {
      columns.add(key);
      if (columns.size > LIMITS.columns) throw tooWide(placeAt(json, at));
    }
  }
  return [...columns];
}

const placeAt = ({ path, positionOf }: JsonText, at: number): Place => {
  const start = positionOf(at);
  return { kind: 'text', path, range: { start, end: { line: start.line, column: start.column + 1 } } };
};

/** The values of a record by their keys, joined with dots. */
function valuesOf(json: JsonText, from: number, { inside }: Records): ReadonlyMap<string, Found> {
  const values = new Map<string, Found>();
  scanJson(json, from, {
    scalar(path: JsonPath, value, start, end) {
      if (inside !== undefined && path[0] !== inside) return;
      const key = (inside === undefined ? path : path.slice(1)).join('.');
      if (values.has(key))
        throw jsonFault(json, start, `the key \`${key.slice(0, 60)}\` stands twice`, 'rename one of the two');
      values.set(key, { value, start, end });
    },
  });
  return values;
}

function cellOf(value: Scalar): SheetCell {
  if (value === null) return EMPTY;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'boolean') return { text: String(value), kind: 'boolean' };
  return { text: plainNumber(value), kind: 'number', number: value };
}
