import { createHash } from 'node:crypto';
import type { Noun } from '../data/rule.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Field, Subject } from './fields.ts';
import { type Assigned, assign, type Remembered } from './recognise-columns.ts';
import { listed, tellDoubts, tellMissing, tellNoHeader, tellOthers, withNear } from './recognise-doubts.ts';
import { findHeader, type Header, HEADER_WITHIN } from './recognise-header.ts';
import { foldHeading } from './recognise-heading.ts';
import { type Pairs, readMap } from './recognise-map.ts';
import type { Sheet, SheetRow, Workbook } from './workbook.ts';

/** A column and the field that it holds. */
export type Column = {
  readonly field: Field;
  /** From 0. */
  readonly column: number;
  /** With the heading above it, where it needs that to be understood. */
  readonly heading: string;
  readonly by: 'map' | 'remembered' | 'pattern' | 'synonym';
  /** In words, for a person. */
  readonly because: string;
  /** The first text below the heading. */
  readonly first?: string;
};

export type Ignored = {
  readonly column: number;
  readonly heading: string;
  readonly first?: string;
  /** Why it is ignored, if it is known. */
  readonly note?: string;
  /** Of a heading that is not known, the field of the most similar one that is. */
  readonly near?: Field;
};

/** A sheet of which it is known what stands where. */
export type Recognised = {
  readonly subject: Subject;
  readonly sheet: Sheet;
  /** As the program shows it, from 1; what is below it is data. */
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly ignored: readonly Ignored[];
  /** sha256 of the folded headings: the same for the same kind of file, whatever its rows. */
  readonly shape: string;
  /** Of a column of areas' names that leaves the noun out. */
  readonly noun?: Noun;
  /** No column tells whose the rows are: the council must be asked for. */
  readonly needsCouncil: boolean;
};

export type Given = {
  /** `--map`: fields, and the headings of the columns that hold them. */
  readonly map: Pairs;
  /** By shape, what the headings of a file were taken for when one of that shape was imported. */
  readonly remembered: ReadonlyMap<string, Remembered>;
  /** `--sheet`: the name of a sheet, or its number from 1. */
  readonly sheet?: string;
};

/** Rows that are read to find the header, and to see what stands below it. */
const ROWS = HEADER_WITHIN + 20;

/** A sheet that is called for the subject is the one that is meant. */
const NAMED: { readonly [subject in Subject]: RegExp } = {
  areas: /^(areas|wards|divisions|wardnames)$/,
  contacts: /^(contacts|people|contactdetails)$/,
  councils: /^(councils|localauthorities)$/,
};

/** A sheet in which a header was found. */
export type Candidate = { readonly sheet: Sheet; readonly header: Header; readonly assigned: Assigned };

/**
 * Finds out which sheet is about the subject, which row is its header, and which column holds what.
 *
 * @returns undefined when an error was reported
 */
export async function recognise(
  workbook: Workbook,
  subject: Subject,
  given: Given,
  report: Report,
): Promise<Recognised | undefined> {
  const asked = sheetsAskedFor(workbook, given.sheet, report);
  if (!asked) return undefined;
  const read: { sheet: Sheet; rows: readonly SheetRow[] }[] = [];
  // oxlint-disable-next-line no-await-in-loop
  for (const sheet of asked) read.push({ sheet, rows: await firstRows(sheet) });
  const wanted = new Set(given.map.map(([, heading]) => foldHeading(heading)));
  const candidates = read.flatMap(({ sheet, rows }): Candidate[] => {
    const header = findHeader(rows, subject, wanted);
    return header
      ? [{ sheet, header, assigned: assign(header.headings, { subject, wishes: [], remembered: new Map() }) }]
      : [];
  });
  const isUsable = ({ header, assigned }: Candidate): boolean =>
    isEnough(assigned, subject) || header.headings.some(({ typed }) => wanted.has(foldHeading(typed)));
  const usable = candidates.filter(isUsable);
  const named = usable.filter((each) => NAMED[subject].test(foldHeading(each.sheet.name ?? '')));
  const [only, ...more] = named;
  const best =
    only && more.length === 0
      ? only
      : (usable.length > 0 ? usable : candidates).toSorted((a, b) => b.header.score - a.header.score)[0];
  if (!best) {
    tellNoHeader(read, subject, report, workbook);
    return undefined;
  }
  const { sheet, header } = best;
  if (usable.length > 1 && named.length !== 1) tellOthers(best, usable, report);
  const shape = shapeOf(header);
  const wishes = readMap(given.map, header.headings, subject, sheet.placeOf(header.row, 1), report);
  if (!wishes) return undefined;
  const remembered = given.remembered.get(shape) ?? new Map();
  const assigned = assign(header.headings, { subject, wishes, remembered });
  tellDoubts(assigned, best, report);
  if (!isEnough(assigned, subject)) {
    tellMissing(assigned, best, subject, report);
    return undefined;
  }
  if (!(await hasRowsBelow(sheet, header.row))) {
    const place = sheet.placeOf(header.row + 1, 1);
    report(error('import/no-rows', 'there are headings, and no rows below them', place, 'write a row for each'));
    return undefined;
  }
  const { columns, ignored, noun } = assigned;
  const says = subject === 'areas' ? /^council\./ : /^(council|gss|slug|name)$/;
  return {
    subject,
    sheet,
    headerRow: header.row,
    columns,
    ignored: ignored.map((each) => withNear(each, subject)),
    shape,
    ...(noun && { noun }),
    needsCouncil: !columns.some(({ field }) => says.test(field)),
  };
}

const shapeOf = ({ headings }: Header): string =>
  createHash('sha256')
    .update(headings.map(({ typed }) => foldHeading(typed)).join('\n'))
    .digest('hex');

async function firstRows(sheet: Sheet): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    if (row.cells.some(({ text }) => text.trim() !== '')) rows.push(row);
    if (rows.length === ROWS) break;
  }
  return rows;
}

async function hasRowsBelow(sheet: Sheet, header: number): Promise<boolean> {
  for await (const { number, cells } of sheet.rows()) {
    if (number > header && cells.some(({ text }) => text.trim() !== '')) return true;
  }
  return false;
}

function sheetsAskedFor(
  { path, sheets }: Workbook,
  asked: string | undefined,
  report: Report,
): readonly Sheet[] | undefined {
  if (asked === undefined) return sheets;
  const found =
    sheets.find(({ name }) => name === asked) ??
    sheets.find(({ name }) => foldHeading(name ?? '') === foldHeading(asked));
  const one = found ?? (/^\d+$/.test(asked) ? sheets[Number(asked) - 1] : undefined);
  if (one) return [one];
  const names = sheets.map(({ name }, i) => name ?? String(i + 1));
  const near = nearest(asked, names);
  const hint = near === undefined ? [] : [`did you mean \`--sheet "${near}"\`?`];
  const place: Place = { kind: 'text', path };
  report(
    error('import/unknown-sheet', `there is no sheet \`${asked}\``, place, ...hint, `use one of ${listed(names)}`),
  );
  return undefined;
}

/** Whether there is enough to begin with: names of areas, something of a contact, or councils. */
function isEnough({ columns }: Assigned, subject: Subject): boolean {
  const has = (pattern: RegExp): boolean => columns.some(({ field }) => pattern.test(field));
  if (subject === 'areas') return has(/^name$/);
  if (subject === 'councils') return has(/^(name|gss|slug)$/);
  return has(/\.|^police$|^contactsCheckedOn$/);
}
