import { parseCells } from '../data/cells.ts';
import { csvLine } from '../data/csv.ts';
import type { Day } from '../data/record.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { ImportedArea } from './areas.ts';
import { inWords } from './rows.ts';

/** The columns of `content/areas/<council>.csv`. */
const COLUMNS = ['name', 'nameWelsh', 'code', 'typed', 'source'] as const;

/** A row of that file. What is not known is empty. */
export type AreaRow = { readonly [column in (typeof COLUMNS)[number]]: string };

/** The path of a council's areas below the project. */
export const areaFileName = (slug: string): string => `content/areas/${slug}.csv`;

/** What becomes of an area. `absent` is one that the file to be imported does not list. */
export type AreaChange = {
  readonly kind: 'new' | 'completed' | 'kept' | 'replaced' | 'absent' | 'removed';
  readonly from?: string;
  readonly to?: string;
  readonly place?: Place;
};

export type AreaPlan = {
  readonly rows: readonly AreaRow[];
  readonly changes: readonly AreaChange[];
  readonly same: number;
};

export const printAreas = (rows: readonly AreaRow[]): string =>
  [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column]))].map((row) => `${csvLine(row)}\n`).join('');

/** Reads such a file, which somebody may have written by hand; undefined when an error was reported. */
export function readAreaFile(file: SourceFile, report: Report): readonly AreaRow[] | undefined {
  const [header = [], ...rows] = parseCells(file, report) ?? [];
  const at = new Map(header.map((text, index) => [text.trim(), index]));
  if (!at.has('name')) {
    const message = `\`${file.path}\` has no column \`name\`, so nothing was added to it`;
    const hint = 'move it away, and import the list again';
    report(error('import/foreign-areas', message, { kind: 'text', path: file.path }, hint));
    return undefined;
  }
  return rows
    .filter((row) => row.some((text) => text.trim() !== ''))
    .map((row) => {
      const text = (column: string): string => (row[at.get(column) ?? -1] ?? '').trim().normalize('NFC');
      return {
        name: text('name'),
        nameWelsh: text('nameWelsh'),
        code: text('code'),
        typed: text('typed'),
        source: text('source'),
      };
    });
}

export type Differing = {
  /** `replaced`: the new list is right, and what it does not have is taken out. */
  readonly differing: 'kept' | 'replaced';
  /** Rows of the council had faults: what is not listed may be one of them, and stays. */
  readonly hasFaults: boolean;
  readonly day: Day;
};

/** Compares a council's areas with those that are there: by code, else by name. */
export function planAreas(
  there: readonly AreaRow[],
  areas: readonly ImportedArea[],
  { differing, hasFaults, day }: Differing,
): AreaPlan {
  const changes: AreaChange[] = [];
  const rows: AreaRow[] = [];
  const left = new Set(areas);
  const codes = new Set(there.map(({ code }) => code).filter((code) => code !== ''));
  let same = 0;
  for (const row of there) {
    const area =
      [...left].find(({ code }) => code !== undefined && code === row.code) ??
      [...left].find(({ name, code = '' }) => fold(name) === fold(row.name) && !codes.has(code));
    if (!area) {
      const isRemoved = differing === 'replaced' && !hasFaults;
      changes.push({ kind: isRemoved ? 'removed' : 'absent', from: row.name });
      if (!isRemoved) rows.push(row);
      continue;
    }
    left.delete(area);
    const next = rowOf(area, day);
    const differs = [
      isOther(row.name, next.name),
      isOther(row.nameWelsh, next.nameWelsh),
      isOther(row.code, next.code),
    ].includes(true);
    const completes = (row.nameWelsh === '' && next.nameWelsh !== '') || (row.code === '' && next.code !== '');
    if (differs) {
      changes.push({ kind: differing, from: inOne(row), to: inOne(next), place: area.place });
      rows.push(differing === 'replaced' ? { ...next, nameWelsh: next.nameWelsh || row.nameWelsh } : row);
    } else if (completes) {
      changes.push({ kind: 'completed', to: inOne(next), place: area.place });
      rows.push({ ...row, nameWelsh: row.nameWelsh || next.nameWelsh, code: row.code || next.code });
    } else {
      same += 1;
      rows.push(row);
    }
  }
  for (const area of left) {
    // A name that a row has kept, though the list gives it to another area: two of one name cannot be told apart.
    const held = rows.find(({ name }) => fold(name) === fold(area.name));
    changes.push({ kind: held ? 'kept' : 'new', ...(held && { from: inOne(held) }), to: area.name, place: area.place });
    if (!held) rows.push(rowOf(area, day));
  }
  return { rows, changes, same };
}

/** Where both say something, and not the same. */
const isOther = (before: string, after: string): boolean => before !== '' && after !== '' && before !== after;

const fold = (name: string): string => name.toUpperCase().toLowerCase();

const rowOf = ({ name, names, code = '', typed = '', place }: ImportedArea, day: Day): AreaRow => ({
  name,
  nameWelsh: names?.['cy'] ?? '',
  code,
  typed,
  source: `${day} ${inWords(place)}`,
});

const inOne = ({ name, nameWelsh, code }: AreaRow): string =>
  [name, nameWelsh, code].filter((text) => text !== '').join(', ');
