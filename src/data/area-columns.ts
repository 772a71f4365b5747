import { error, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { cell, type Cells } from './cells.ts';
import { ONS_NOUNS } from './election-rules.ts';
import type { Noun } from './rule.ts';

/** Which column holds what, counted from 0. */
export type Columns = {
  /** The row of the header, counted from 0. */
  readonly header: number;
  /** Columns that the header has. */
  readonly width: number;
  readonly name: number;
  /** Of a column that names areas without the noun; one called `name` is printed as it was typed. */
  readonly noun?: Noun;
  /** Of names in Welsh, which are printed as they were typed. */
  readonly welsh?: number;
  /** Of what was typed in the file that they were imported from. */
  readonly typed?: number;
  /** The codes and the names of councils, by which the rows of one are told from the others'. */
  readonly codes: readonly number[];
  readonly councils: readonly number[];
};

const NAME = 'name';
const WELSH = 'namewelsh';
const LIKE_NAME = ['ward', 'area', 'division', 'ward name', 'area name', 'division name', 'electoral division'];
const folded = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
const likeName = new Set(LIKE_NAME.map(folded));

/** `WD25NM` and the like: what is listed, the year, and which of its names. */
const ONS = /^(wd|ced|dea|lad|cty|utla|ltla)\d\d(cd|nm|nmw)$/;

type Heading = { readonly column: number; readonly typed: string; readonly listed: string; readonly part: string };

/** Finds the header and its columns; the order of columns does not matter. Undefined when an error was reported. */
export function findColumns(table: Cells, path: string, report: Report): Columns | undefined {
  const header = table.findIndex((row) => row.some((text) => text.trim() !== ''));
  const row = table[header];
  if (!row) {
    report(error('areas/empty-file', 'the file is empty', { kind: 'text', path }, HOW));
    return undefined;
  }
  const headings = headingsOf(row);
  const names = namesIn(headings);
  const [only, ...more] = names;
  const place = cell(path, header + 1, (only?.column ?? 0) + 1);
  if (!only) {
    const found = row.filter((text) => text.trim() !== '').map((text) => `\`${excerpt(text.trim())}\``);
    const message = `no column holds the names of areas; found ${found.slice(0, 12).join(', ')}`;
    report(error('areas/no-name-column', message, place, ...remedies(row, table, header)));
    return undefined;
  }
  if (more.length > 0) {
    const found = names.map(({ typed }) => `\`${typed}\``).join(' and ');
    const hint = `call the column to be used \`${NAME}\`, or take the other out`;
    report(error('areas/two-name-columns', `${found} may both hold the names of areas`, place, hint));
    return undefined;
  }
  const council = headings.filter(({ listed }) => /^(lad|cty|utla|ltla|council)$/.test(listed));
  const noun = ONS_NOUNS[only.listed];
  const welsh = headings.find(({ typed, listed, part }) =>
    noun ? listed === only.listed && part === 'nmw' : folded(typed) === WELSH,
  );
  const typed = headings.find((heading) => folded(heading.typed) === 'typed');
  return {
    header,
    width: row.length,
    name: only.column,
    ...(noun && { noun }),
    ...(welsh && { welsh: welsh.column }),
    ...(typed && { typed: typed.column }),
    codes: council.filter(({ part }) => part === 'cd').map(({ column }) => column),
    councils: council.filter(({ part }) => part !== 'cd').map(({ column }) => column),
  };
}

/** The start of a text that may be long. */
export const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

const HOW = `write \`${NAME}\` in the first row, and an area in each row below it`;

const headingsOf = (row: readonly string[]): Heading[] =>
  row.map((text, column) => {
    const typed = text.trim();
    const key = folded(typed);
    const [, listed, part = ''] = ONS.exec(key) ?? [];
    if (listed !== undefined) return { column, typed, listed, part };
    if (/^(council|localauthority)(name)?$/.test(key)) return { column, typed, listed: 'council', part: 'nm' };
    return { column, typed, listed: key === NAME ? NAME : likeName.has(key) ? 'like' : '', part: 'nm' };
  });

/** A column `name` is taken before all others; else the one that may hold the names. */
function namesIn(headings: readonly Heading[]): readonly Heading[] {
  const named = headings.filter(({ listed }) => listed === NAME);
  if (named.length > 0) return named;
  return headings.filter(({ listed, part }) => part === 'nm' && (listed === 'like' || listed in ONS_NOUNS));
}

function remedies(row: readonly string[], table: Cells, header: number): string[] {
  const lower = table.slice(header + 1, header + 10).findIndex((each) => namesIn(headingsOf(each)).length > 0);
  if (lower >= 0) {
    return [`row ${header + lower + 2} is a header: remove what stands above it`];
  }
  const near = row.find((text) => nearest(text.trim(), [NAME, ...LIKE_NAME]) !== undefined);
  if (near === undefined) return [HOW, 'or use a list of the Office for National Statistics, with a column `WD25NM`'];
  const meant = nearest(near.trim(), [NAME, ...LIKE_NAME]);
  return [`did you mean \`${meant}\` by \`${excerpt(near.trim())}\`?`, HOW];
}
