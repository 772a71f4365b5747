import { CsvError, parse } from 'csv-parse/sync';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** A row of a table: the text of each column, trimmed and in Unicode's composed form, and the place of its cell. */
export type Row<Column extends string> = {
  readonly cells: Readonly<Record<Column, string>>;
  readonly placeOf: (column: Column) => Place;
};

/**
 * Reads one of the project's own tables: CSV with a header, in columns that are all known and all there.
 *
 * @returns undefined when the table as a whole cannot be read, which was reported
 */
export function readTable<Column extends string>(
  file: SourceFile,
  columns: readonly Column[],
  report: Report,
): readonly Row<Column>[] | undefined {
  const lines = linesOf(file, report);
  const [header, ...body] = lines ?? [];
  if (!lines) return undefined;
  if (!header) {
    report(error('registry/malformed', 'the table is empty', whole(file), `begin it with \`${columns.join(',')}\``));
    return undefined;
  }
  if (!checkHeader(file, header, columns, report)) return undefined;
  return body.flatMap(({ texts, row }) => {
    if (texts.length !== header.texts.length) {
      const message = `the row has ${count(texts.length)}, expected ${header.texts.length}`;
      const hint = 'put a text with a comma in double quotes, and leave nothing out between commas';
      report(error('registry/malformed', message, cell(file, row, 1), hint));
      return [];
    }
    const entries = header.texts.map((name, at) => [name, texts[at] ?? '']);
    const cells = Object.fromEntries(entries) as Readonly<Record<Column, string>>;
    return [{ cells, placeOf: (column: Column) => cell(file, row, header.texts.indexOf(column) + 1) }];
  });
}

type Line = { readonly texts: readonly string[]; readonly row: number };

function linesOf(file: SourceFile, report: Report): readonly Line[] | undefined {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;
  try {
    // With `info`, each record comes with the line that it ends on; no cell of ours holds a line break.
    const found = parse(file.text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return found.map(({ record, info }) => ({ texts: record.map((text) => text.normalize('NFC')), row: info.lines }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const row = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
    const message = 'the table is not CSV: a double quote opens, closes or stands where it should not';
    report(error('registry/malformed', message, cell(file, row, 1), 'write a double quote inside quotes twice'));
    return undefined;
  }
}

function checkHeader<Column extends string>(
  file: SourceFile,
  { texts, row }: Line,
  columns: readonly Column[],
  report: Report,
): boolean {
  const missing = columns.filter((column) => !texts.includes(column));
  for (const column of missing) {
    const meant = nearest(
      column,
      texts.filter((text) => !columns.some((known) => known === text)),
    );
    const hint =
      meant === undefined ? `add the column \`${column}\`` : `rename the column \`${meant}\` to \`${column}\``;
    report(error('registry/missing-column', `the table has no column \`${column}\``, whole(file), hint));
  }
  const odd = texts.findIndex((text, at) => !columns.some((known) => known === text) || texts.indexOf(text) < at);
  if (missing.length > 0 || odd === -1) return missing.length === 0;
  const twice = texts.indexOf(texts[odd] ?? '') < odd;
  const message = twice ? `the column \`${texts[odd]}\` stands twice` : `unknown column \`${texts[odd]}\``;
  report(error('registry/malformed', message, cell(file, row, odd + 1), `the columns are \`${columns.join(',')}\``));
  return false;
}

const count = (cells: number): string => `${cells} ${cells === 1 ? 'cell' : 'cells'}`;

const whole = ({ path }: SourceFile): Place => ({ kind: 'text', path });

const cell = ({ path }: SourceFile, row: number, column: number): Place => ({ kind: 'cell', path, row, column });
