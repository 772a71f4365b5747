import { error, type Place } from '../../diagnostics/diagnostic.ts';
import type { SheetCell, SheetRow } from '../workbook.ts';
import { EMPTY, rowOf, textCell } from './cells.ts';
import { tooWide } from './delimited.ts';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import { cellOf, type Merge, mergeOf } from './xlsx-merges.ts';
import { textCollector, unescaped } from './xlsx-texts.ts';
import { isoCell } from './xlsx-values.ts';
import { type Attributes, readXml } from './xml.ts';
import { type Archive, Damaged } from './zip.ts';

/** What the cells of a sheet refer to. */
export type Shared = {
  readonly texts: readonly string[];
  readonly formats: readonly string[];
  readonly numberCell: (raw: string, pattern: string) => SheetCell;
};

const LAST_ROW = 1_048_576;

/** What is read of a cell before it ends. */
type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  isFormula: boolean;
};

/**
 * The rows of a sheet in which anything stands (ECMA-376 part 1, 18.3.1), as they are stored: merged cells are not
 * filled. A formula has the value that was computed when the file was saved.
 *
 * @param merged is given each merged range, after all rows
 * @throws Damaged or Unreadable
 */
export async function* storedRows(
  archive: Archive,
  part: string,
  shared: Shared,
  placeOf: (row: number, column: number) => Place,
  merged: (merge: Merge) => void,
): AsyncIterable<SheetRow> {
  const ready: SheetRow[] = [];
  const inline = textCollector();
  let [row, column, length] = [0, 0, 0];
  let cells: SheetCell[] = [];
  let cell: OpenCell | undefined;
  let inValue = false;

  const openRow = (reference: string | undefined): void => {
    const number = reference === undefined ? row + 1 : Number(reference);
    if (!Number.isInteger(number) || number <= row || number > LAST_ROW) {
      throw new Damaged(`\`${part}\` has the row \`${String(reference).slice(0, 20)}\` after row ${row}`);
    }
    [row, column, length] = [number, 0, 0];
    cells = [];
  };
  const openCell = ({ r, t, s }: Attributes): void => {
    const at = r === undefined ? { column: column + 1 } : cellOf(r);
    if (!at) throw new Damaged(`\`${part}\` has a cell \`${String(r).slice(0, 20)}\``);
    column = at.column;
    cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: undefined, isFormula: false };
  };
  const closeCell = (closed: OpenCell): void => {
    const value = valueOf(closed, shared, inline.take());
    if (value.kind === 'empty') return;
    if (closed.column > LIMITS.columns) throw tooWide(placeOf(row, closed.column));
    while (cells.length < closed.column) cells.push(EMPTY);
    cells[closed.column - 1] = value;
    length += value.text.length;
    if (length > LIMITS.row) throw tooLong(placeOf(row, closed.column));
  };

  const pieces = readXml(part, archive.open(part), {
    open(name, attributes) {
      if (name === 'row') openRow(attributes['r']);
      else if (name === 'c') openCell(attributes);
      else if (name === 'mergeCell') {
        const merge = mergeOf(attributes['ref'] ?? '');
        if (merge) merged(merge);
      } else if (cell) {
        inValue = name === 'v';
        if (inValue) cell.value ??= '';
        if (name === 'f') cell.isFormula = true;
        if (cell.type === 'inlineStr') inline.open(name);
      }
    },
    text(text) {
      if (!cell) return;
      if (inValue) cell.value += text;
      else inline.text(text);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'c' && cell) {
        closeCell(cell);
        cell = undefined;
      } else if (name === 'row') {
        const done = rowOf(row, cells);
        if (done) ready.push(done);
      } else if (cell?.type === 'inlineStr') inline.close(name);
    },
  });
  for await (const _ of pieces) {
    yield* ready;
    ready.length = 0;
  }
}

function valueOf({ type, style, value, isFormula }: OpenCell, shared: Shared, inline: string): SheetCell {
  const plain = plainValue(type, style, value, shared, inline);
  if (!isFormula) return plain;
  // A program that cannot compute has written the formula; only a text may be empty.
  if (plain.kind === 'empty' && type !== 'str') return { text: '', kind: 'error', isFormula: true };
  return plain.kind === 'empty' ? plain : { ...plain, isFormula: true };
}

function plainValue(
  type: string,
  style: number,
  value: string | undefined,
  { texts, formats, numberCell }: Shared,
  inline: string,
): SheetCell {
  if (type === 'inlineStr') return textCell(inline);
  if (value === undefined || value === '') return EMPTY;
  switch (type) {
    case 's': {
      const text = texts[Number(value)];
      return text === undefined ? { text: value, kind: 'error' } : textCell(text);
    }
    case 'str':
      return textCell(unescaped(value));
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return isoCell(value);
    default:
      return numberCell(value.trim(), formats[style] ?? 'General');
  }
}

function tooLong(place: Place): Unreadable {
  const message = `the row has more than ${LIMITS.row} characters`;
  return new Unreadable(error('import/too-large', message, place, 'remove the cells that are not needed'));
}
