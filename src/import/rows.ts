import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { CellAt } from './clean.ts';
import { cleanText } from './clean-text.ts';
import type { Field } from './fields.ts';
import { EXAMPLE_SLUG } from './form.ts';
import type { Recognised } from './recognise.ts';
import type { Workbook } from './workbook.ts';

/** A row below the header: what was recognised, by what it holds. */
export type ImportRow = {
  /** As the program shows it, from 1. */
  readonly number: number;
  /** Of the first cell in it that holds something. */
  readonly place: Place;
  /** Cells that are not empty; of most fields one. */
  readonly cells: ReadonlyMap<Field, readonly CellAt[]>;
};

/**
 * The rows below the header in which something stands, one after the other. Rows that only show how the form is filled
 * in are none. A row of delimited text that has more cells than there are headings is reported: nobody knows then which
 * of its texts is which.
 *
 * @param tally counts the rows that were reported
 */
export async function* rowsBelow(
  { sheet, headerRow, columns, ignored }: Recognised,
  { format }: Pick<Workbook, 'format'>,
  tally: { faulty: number },
  report: Report,
): AsyncIterable<ImportRow> {
  const headed = [...columns, ...ignored].filter(({ heading }) => heading !== '');
  const width = Math.max(...headed.map(({ column }) => column)) + 1;
  for await (const { number, cells } of sheet.rows()) {
    if (number <= headerRow) continue;
    const byField = new Map<Field, CellAt[]>();
    let place: Place | undefined;
    for (const { field, column } of columns) {
      const cell = cells[column];
      if (!cell || (cell.text.trim() === '' && cell.kind !== 'error')) continue;
      const at = { cell, place: sheet.placeOf(number, column + 1) };
      place ??= at.place;
      byField.set(field, [...(byField.get(field) ?? []), at]);
    }
    if (!place || isExample(byField)) continue;
    const over = format === 'csv' ? cells.findIndex(({ text }, at) => at >= width && text.trim() !== '') : -1;
    if (over < 0) {
      yield { number, place, cells: byField };
      continue;
    }
    tally.faulty += 1;
    const message = `the row has ${cells.length} cells, and the header ${width} columns`;
    const hint = 'put a text that holds a comma in double quotes';
    report(error('import/columns', message, sheet.placeOf(number, over + 1), hint));
  }
}

const isExample = (cells: ImportRow['cells']): boolean =>
  (['slug', 'council', 'council.name'] as const).some((field) =>
    cells.get(field)?.some(({ cell }) => cell.text.trim() === EXAMPLE_SLUG),
  );

/** The texts by which a row names its council, each with its place; undefined when an error was reported. */
export function namesOf(
  row: ImportRow,
  fields: readonly Field[],
  report: Report,
): readonly { readonly text: string; readonly place: Place }[] | undefined {
  const found: { text: string; place: Place }[] = [];
  for (const at of fields.flatMap((field) => row.cells.get(field) ?? [])) {
    const cleaned = cleanText(at, report);
    if (!cleaned) return undefined;
    if (cleaned.value !== undefined) found.push({ text: cleaned.value, place: at.place });
  }
  return found;
}

/** Where a value comes from, for a note: `contacts.xlsx, Contacts B4`. */
export function inWords(place: Place): string {
  const name = place.kind === 'frame' ? '' : (place.path.split('/').at(-1) ?? '');
  if (place.kind === 'cell') {
    const sheet = place.sheet === undefined ? '' : `${place.sheet} `;
    return `${name}, ${sheet}${lettersOf(place.column)}${place.row}`;
  }
  return place.kind === 'text' && place.range ? `${name}, line ${place.range.start.line}` : name;
}

/** A column as spreadsheets name it, from 1: A, B, …, Z, AA. */
const lettersOf = (column: number): string =>
  (column <= 26 ? '' : lettersOf(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26));
