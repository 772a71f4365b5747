import type { Nation } from './record.ts';

/** What holds, and where that stands. The source is a text to follow "see". */
export type Rule<T> = { readonly is: T; readonly source: string };

/** What an area is called. */
export type Noun = 'ward' | 'division' | 'district electoral area';

export type ElectionRule = {
  /** Where there are such elections. */
  readonly nations: Rule<readonly Nation[]>;
  /** Who runs them. */
  readonly officers: Rule<Officers>;
  /** Who acts for them nearer to the candidate; undefined where it is nobody in particular. */
  readonly deputies: Rule<Deputies | undefined>;
  /** What the areas are called, the usual word first; empty where nobody is elected for an area of the council. */
  readonly nouns: Rule<readonly Noun[]>;
  readonly forces: Rule<'one' | 'one-or-more'>;
  /** Whether Operation Ford covers the candidates. */
  readonly operationFord: Rule<boolean>;
};

export type Officers = {
  /** The usual one first. */
  readonly titles: readonly string[];
  /** What they do, for candidates: follows the title. */
  readonly does: string;
};

export type Deputies = Officers & {
  /** Where each of them is: follows "at". */
  readonly at: string;
  /** Whether a candidate expects them as a second contact. */
  readonly contact: 'expected' | 'possible';
};

/** What differs in a nation, whatever is elected. */
export type NationRule = {
  /** The letter that GSS codes of its councils begin with. */
  readonly gss: Rule<string>;
  readonly officers?: ElectionRule['officers'];
  readonly deputies?: ElectionRule['deputies'];
  readonly nouns?: ElectionRule['nouns'];
  readonly forces?: ElectionRule['forces'];
  /** The languages in which candidates are spoken to, the first one first. */
  readonly languages: Rule<readonly string[]>;
  /** Words of the guidance that do not hold there. */
  readonly wording: readonly Rule<Wording>[];
};

export type Wording = {
  /** As it stands in the guidance. */
  readonly phrase: string;
  /** What is otherwise there: follows "in Scotland". */
  readonly but: string;
  /** Slots in which a council's own words put that right, the likeliest first. */
  readonly slots: readonly string[];
};

/** Where several rules stand. */
export const SOURCES = {
  rpa: 'the Representation of the People Act 1983',
  lga: 'the Local Government Association, Must Know: Operation Ford and policing crime against elected members',
  cosla: 'COSLA, Guide to Operation Ford and policing crime against elected members',
} as const;

/** What a Returning Officer does for candidates. */
export const RUNS = 'takes nominations, and runs the poll and the count';
