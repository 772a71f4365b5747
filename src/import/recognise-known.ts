import type { Subject } from './fields.ts';
import { foldHeading, type Meaning } from './recognise-heading.ts';

/** A kind of file that is known as a whole: its headings mean what they would not by themselves. */
export type Known = {
  /** Who gives such files out. */
  readonly source: string;
  /** What a heading means in such a file, if not what it does elsewhere. */
  readonly meaningOf: (folded: string, subject: Subject) => Meaning | undefined;
  /** Whose details are those that do not say whose they are. */
  readonly plain?: 'electoralServices';
};

const ignored = (note: string): Meaning => ({ kind: 'ignored', by: 'pattern', note });

const council = (subject: Subject): Meaning => ({
  kind: 'field',
  by: 'pattern',
  field: subject === 'contacts' ? 'council' : 'name',
});

const DEMOCRACY_CLUB: Known = {
  source: 'Democracy Club',
  plain: 'electoralServices',
  meaningOf(folded, subject) {
    if (folded === 'name') return council(subject);
    if (/^identifiers\d*$/.test(folded)) return identifier(folded);
    return folded === 'councilid' ? ignored('a code of Democracy Club’s own') : undefined;
  },
};

const ELECTORAL_COMMISSION: Known = {
  source: 'the Electoral Commission',
  meaningOf(folded, subject) {
    if (folded === 'officialname' || folded === 'name') return council(subject);
    if (/^identifiers\d*$/.test(folded)) return identifier(folded);
    return folded === 'code' ? ignored('a code of the Electoral Commission’s own') : undefined;
  },
};

const POLICE: Known = {
  source: 'data.police.uk',
  meaningOf(folded) {
    if (folded === 'name') return { kind: 'field', by: 'pattern', field: 'police' };
    if (folded === 'url') return { kind: 'field', by: 'pattern', field: 'police.website' };
    if (folded === 'telephone') return ignored('101 and 999 are printed on every product');
    return /^(?:id|description|engagementmethods.*)$/.test(folded) ? ignored('not printed') : undefined;
  },
};

/** The first is the code of today; what follows are those of other lists. */
const identifier = (folded: string): Meaning =>
  /[1-9]/.test(folded) ? ignored('a second code of the council') : { kind: 'field', by: 'pattern', field: 'gss' };

/** The kind of a file, by the headings that it has and no other would. */
export function knownBy(headings: readonly string[]): Known | undefined {
  const folded = new Set(headings.map(foldHeading));
  const has = (...names: readonly string[]): boolean => names.every((name) => folded.has(name));
  if (has('councilid', 'name')) return DEMOCRACY_CLUB;
  if (
    has('code', 'officialname') ||
    (has('code') && [...folded].some((name) => name.startsWith('electoralservicestel')))
  ) {
    return ELECTORAL_COMMISSION;
  }
  if (has('id', 'name', 'url', 'telephone')) return POLICE;
  return undefined;
}
