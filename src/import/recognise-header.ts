import type { Subject } from './fields.ts';
import { foldHeading, type Meaning, meaningOf } from './recognise-heading.ts';
import type { SheetRow } from './workbook.ts';

/** A column of the header. */
export type Heading = {
  /** From 0. */
  readonly column: number;
  /** As it is shown: with the heading above it, where it needs that one to be understood. */
  readonly typed: string;
  /** What stands in the header's own row. */
  readonly own: string;
  readonly meaning?: Meaning;
  /** Some of the texts below it, trimmed, none of them empty. */
  readonly samples: readonly string[];
};

export type Header = {
  /** As the program shows it, from 1. */
  readonly row: number;
  readonly headings: readonly Heading[];
  /** How much of it is understood. */
  readonly score: number;
};

/** A header stands in one of the first rows, or nowhere. */
export const HEADER_WITHIN = 40;

const SAMPLES = 20;

/** A row of which only what is ignored is understood is no header. */
const LEAST = 2;

/**
 * Finds the row of the header among the first rows of a sheet: the one of which most is understood. Titles and notes
 * above it are no headings, but a row of groups is: "Returning Officer" above "Name", "Phone", "Email".
 *
 * @param wanted folded headings that somebody named, which are headings for sure
 */
export function findHeader(
  rows: readonly SheetRow[],
  subject: Subject,
  wanted: ReadonlySet<string>,
): Header | undefined {
  let best: (Omit<Header, 'headings'> & { readonly headings: readonly Read[] }) | undefined;
  for (const [i, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (looksLikeData(row)) continue;
    const above = rows[i - 1];
    const headings = headingsOf(row, above, subject);
    const score = scoreOf(headings, wanted);
    // A row of groups says as much as the row below it, which says it better.
    const completes = best !== undefined && above !== undefined && best.row === above.number && isJoined(headings);
    if (score > (best?.score ?? LEAST) || (completes && score === best?.score))
      best = { row: row.number, headings, score };
  }
  if (!best) return undefined;
  const { row: header } = best;
  const below = rows.filter(({ number }) => number > header);
  const width = Math.max(best.headings.length, ...below.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, column): Heading => {
    const read = best.headings[column] ?? { typed: '', own: '' };
    const samples = below.map(({ cells }) => (cells[column]?.text ?? '').trim()).filter((text) => text !== '');
    return { column, ...read, samples: samples.slice(0, SAMPLES) };
  });
  return { ...best, headings };
}

type Read = Pick<Heading, 'typed' | 'own' | 'meaning'>;

function headingsOf(row: SheetRow, above: SheetRow | undefined, subject: Subject): readonly Read[] {
  let group = '';
  const width = Math.max(row.cells.length, above && isJoinable(above) ? above.cells.length : 0);
  return Array.from({ length: width }, (_, column): Read => {
    const own = clean(row.cells[column]?.text);
    const over = above && !looksLikeData(above) ? clean(above.cells[column]?.text) : '';
    group = over === '' ? group : over;
    if (own === '') {
      const lone = over === '' ? undefined : meaningOf(over, subject);
      return lone?.kind === 'field' ? { typed: over, own, meaning: lone } : { typed: '', own };
    }
    const alone = meaningOf(own, subject);
    if (group !== '' && group !== own && (alone === undefined || alone.kind === 'detail' || alone.kind === 'field')) {
      const together = meaningOf(`${group} ${own}`, subject);
      const says = together?.kind === 'field' || (together?.kind === 'ignored' && alone?.kind === 'detail');
      if (together && says && alone?.kind !== 'field') return { typed: `${group} ${own}`, own, meaning: together };
    }
    return { typed: own, own, ...(alone && { meaning: alone }) };
  });
}

/** A row of one cell is a title, and nothing stands below it by itself. */
const isJoinable = ({ cells }: SheetRow): boolean => cells.filter(({ text }) => text.trim() !== '').length > 1;

const clean = (text: string | undefined): string =>
  (text ?? '')
    .replace(/^\s*(?:\uFEFF|ï»¿)+/i, '')
    .replace(/\s+/g, ' ')
    .trim();

const isJoined = (headings: readonly Read[]): boolean => headings.some(({ typed, own }) => typed !== own);

/** Headings hold neither addresses nor numbers. */
const looksLikeData = ({ cells }: SheetRow): boolean =>
  cells.some(({ text }) => /\S@\S|\d[\d ]{5,}\d|^[ENSW]\d{8}$/.test(text));

/** Each thing that is said counts once: a row of data may say one thing often. */
function scoreOf(headings: readonly Read[], wanted: ReadonlySet<string>): number {
  const said = new Map<string, number>();
  for (const { typed, own, meaning } of headings) {
    const isWanted = wanted.has(foldHeading(typed)) || wanted.has(foldHeading(own));
    if (own !== '' && isWanted) said.set(foldHeading(typed), 10);
    else if (meaning?.kind === 'ignored') said.set(foldHeading(typed), 1);
    else if (meaning?.kind === 'detail') said.set(`${meaning.detail} ${said.size}`, 3);
    else if (meaning) said.set(meaning.kind === 'field' ? meaning.field : meaning.role, 3);
  }
  return [...said.values()].reduce((sum, points) => sum + points, 0);
}
