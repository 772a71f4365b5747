import { isA, isArray, nameOf, textOfString } from '../pdf/read/objects.ts';
import { attributeOfElement, standardType, type StructureElement, textOfElement } from '../pdf/read/structure.ts';
import type { Findings } from './findings.ts';
import type { Check } from './profiles.ts';
import { elementsIn, type Subject } from './subject.ts';

/** Cells of all tables together, counted by the columns that they span: no table is read for ever. */
const mostCells = 1_000_000;
const mostSpan = 1000;

/** Tables: rows of one length, and cells that head others and say so (ISO 14289-1, 7.5). */
export const checkTables: Check = (subject, found) => {
  let left = mostCells;
  for (const table of subject.elements) {
    if (standardType(table) !== 'Table') continue;
    const rows = rowsOf(table).map((row) => ({ row, cells: elementsIn(row).filter(isCell) }));
    left = checkRows(rows, subject, found, left);
    const cells = rows.flatMap(({ cells: each }) => each);
    const heads = cells.filter((cell) => standardType(cell) === 'TH');
    if (cells.length > 0 && heads.length === 0) {
      const hint = 'tag the cells that head a row or a column as `TH`, with `Scope`';
      found.error('accessible/no-header-cells', 'a table has no cells that head others', subject.at(table), hint);
    }
    checkHeads(cells, heads, subject, found);
  }
};

type Row = { readonly row: StructureElement; readonly cells: readonly StructureElement[] };

const isCell = (element: StructureElement): boolean => /^T[HD]$/.test(standardType(element));

function rowsOf(table: StructureElement): StructureElement[] {
  return elementsIn(table).flatMap((kid) => {
    const type = standardType(kid);
    if (type === 'TR') return [kid];
    return /^T(?:Head|Body|Foot)$/.test(type) ? elementsIn(kid).filter((each) => standardType(each) === 'TR') : [];
  });
}

/** Counts the columns of each row, those of cells that reach down from above with them. */
function checkRows(rows: readonly Row[], subject: Subject, found: Findings, budget: number): number {
  let left = budget;
  let expected: number | undefined;
  /** For each column, how many rows a cell from above still takes. */
  let down: number[] = [];
  for (const { row, cells } of rows) {
    const next = down.map((more) => Math.max(0, more - 1));
    let column = 0;
    for (const cell of cells) {
      while ((down[column] ?? 0) > 0) column += 1;
      const [width, height] = [spanOf(cell, 'ColSpan', subject), spanOf(cell, 'RowSpan', subject)];
      left -= width;
      if (left < 0) return left;
      for (let i = 0; i < width; i += 1) next[column + i] = height - 1;
      column += width;
    }
    while ((down[column] ?? 0) > 0) column += 1;
    const reaching = down.findLastIndex((more) => more > 0) + 1;
    const count = Math.max(column, reaching);
    left -= count;
    if (left < 0) return left;
    expected ??= count;
    if (count !== expected) {
      const message = `a row of a table has ${cellsOf(count)}, expected ${expected}, as in its first row`;
      const hint = 'add the cells that are missing, or give `ColSpan` and `RowSpan` to those that reach over others';
      found.error('accessible/table-rows', message, subject.at(row), hint);
      // One row that is wrong makes all below it wrong, if its cells reach down.
      return left;
    }
    down = Array.from(next, (more) => more ?? 0);
  }
  return left;
}

const cellsOf = (count: number): string => `${count} cell${count === 1 ? '' : 's'}`;

function spanOf(cell: StructureElement, key: 'ColSpan' | 'RowSpan', { file }: Subject): number {
  const span = attributeOfElement(file, cell, 'Table', key);
  return typeof span === 'number' && span >= 1 ? Math.min(Math.floor(span), mostSpan) : 1;
}

/** Head cells say whether they head a row or a column, or are named by the cells that they head (7.5). */
function checkHeads(
  cells: readonly StructureElement[],
  heads: readonly StructureElement[],
  subject: Subject,
  found: Findings,
): void {
  const { file } = subject;
  const ids = new Set(heads.flatMap((head) => textOfElement(file, head, 'ID') ?? []));
  const named = new Set<string>();
  for (const cell of cells) {
    const own = textOfElement(file, cell, 'ID');
    for (const id of headersOf(cell, subject)) {
      named.add(id);
      if (ids.has(id) && id !== own) continue;
      const message =
        id === own
          ? 'a cell of a table names itself as its head'
          : `a cell names \`${id}\` as its head, and no head cell of the table has that ID`;
      found.error(
        'accessible/table-headers',
        message,
        subject.at(cell),
        'name the `ID` of the `TH` that heads the cell',
      );
    }
  }
  for (const head of heads) {
    const scope = nameOf(attributeOfElement(file, head, 'Table', 'Scope'));
    const id = textOfElement(file, head, 'ID');
    if (scope !== undefined || (id !== undefined && named.has(id))) continue;
    const message = 'a head cell (`TH`) does not say what it heads';
    found.error('accessible/no-scope', message, subject.at(head), 'give it `Scope`: `Row`, `Column` or `Both`');
  }
}

const mostHeaders = 100;

function headersOf(cell: StructureElement, { file }: Subject): string[] {
  const given = attributeOfElement(file, cell, 'Table', 'Headers');
  return (isArray(given) ? given.slice(0, mostHeaders) : []).flatMap((item) => {
    const id = file.resolve(item);
    return isA(id, 'string') ? [textOfString(id)] : [];
  });
}
