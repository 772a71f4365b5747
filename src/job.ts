import type { ProductName, SetName } from './catalogue.ts';
import { apart } from './content/apart.ts';
import { contactsInWords } from './content/contacts-in-words.ts';
import type { Guidance } from './content/guidance.ts';
import type { LinkTable } from './content/links.ts';
import type { LocalWords } from './content/local-words.ts';
import { type Given, merge } from './content/merge.ts';
import { typographic } from './content/typography.ts';
import type { Brand } from './data/brand.ts';
import { contactsHash } from './data/contacts.ts';
import type { Furniture } from './data/furniture.ts';
import type { Day, Record } from './data/record.ts';
import type { Sheet } from './data/sheet.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Purpose } from './print/purpose.ts';
import { type Proof, type Spoken, titleOf } from './products.ts';
import type { Faces } from './typeset/faces.ts';
import { paletteOf } from './typeset/scale.ts';
import type { Also, Parts } from './typeset/template.ts';
import { Trace } from './typeset/trace.ts';

/** The six stages, in the words used everywhere: docs, folders, functions, `--verbose`. */
export type Stage = 'parse' | 'merge' | 'compose' | 'typeset' | 'paint' | 'write';

/** Everything one edition is made of, parsed. */
export type Sources = {
  readonly guidance: Guidance;
  readonly links: LinkTable;
  /** The council's own words, if it has any. */
  readonly words?: LocalWords;
  readonly record: Record;
  readonly brand: Brand;
  readonly furniture: Furniture;
  readonly faces: Faces;
  /** The other languages that its products are to be had in. */
  readonly also?: readonly Also[];
};

/** guidance × record × template × purpose, and the day it is made on. */
export type Job = {
  readonly product: ProductName;
  readonly sources: Sources;
  /** Of a product in two languages, what the second is made of. */
  readonly second?: Sources;
  /** A draft shows its gaps and says DRAFT on each page; it never replaces a final file. */
  readonly status: 'final' | 'draft';
  readonly day: Day;
  /** Of a product that is put on sheets: the sheet, if it is not that of the office. */
  readonly sheet?: Sheet;
  /** Where nothing is said, for a screen. */
  readonly purpose?: Purpose;
  /** The name that the file will have: it stands beside printed pages. */
  readonly file?: string;
};

/** A finished file; 0 pages where it has none. */
export type Pressed = {
  readonly bytes: Uint8Array;
  /** Of the bytes, in lower-case hexadecimal, where it is known already. */
  readonly sha256?: string;
  readonly pages: number;
  /**
   * Of a record of many in one file: its own content streams, by the numbers that they have in `bytes`, which are another
   * record's file then.
   */
  readonly content?: ReadonlyMap<number, string>;
  /** Of a file for a press: what its print unit must know. */
  readonly ticket?: string;
  /** What is worth a line for who wants to know everything: colours that nobody has stated for print. */
  readonly notes?: readonly string[];
};

/** Told the time that a stage took, in milliseconds; a stage that runs several times is told several times. */
export type Clock = (stage: Stage, milliseconds: number) => void;

/** Tells a clock the time between two calls. */
export const stopwatch = (clock: Clock) => {
  let since = performance.now();
  return (stage: Stage): void => {
    const now = performance.now();
    clock(stage, now - since);
    since = now;
  };
};

/** Job of a product with pages, or of one without. */
export type JobOf<Name extends ProductName> = Job & { readonly product: Name };

/** A document in both languages names no other. */
const alone = (sources: Sources): Sources => ({ ...sources, also: [] });

/** The second edition of a document: its headings have ids that the first one's have not. */
const asSecond = (parts: Parts): Parts => ({ ...parts, edition: apart(parts.edition, `${parts.furniture.tag}-`) });

/**
 * Merges what an edition is made of, in one language or in two.
 *
 * @param marks `marked`: marks stand round what its area says, so that it is known what other areas share with it
 */
export const spokenOf = (
  { sources, second, status }: Omit<Job, 'product' | 'day'>,
  report: Report,
  marks: 'plain' | 'marked' = 'plain',
): Spoken => {
  const trace = marks === 'marked' ? { trace: new Trace() } : {};
  const isOneName = second !== undefined && nameIn(second) === nameIn(sources);
  const merged = (of: Sources, numbers: NonNullable<Given['marks']>): Parts => {
    const parts = partsOf(of, status, report, marks === 'marked' ? { marks: numbers } : {});
    return { ...parts, faces: { ...parts.faces, ...trace } };
  };
  return [
    merged(second ? alone(sources) : sources, { area: 0, from: 2 }),
    second && asSecond(merged(alone(second), { area: isOneName ? 0 : 1, from: secondMarks })),
  ];
};

/** The name of the area as it is set. */
const nameIn = ({ record: { area }, guidance }: Sources): string | undefined =>
  area === undefined ? undefined : typographic(area, guidance.facts.language);

/** Of two languages the second has numbers from here on. */
const secondMarks = 900;

/** Merges what an edition of one language is made of. */
const partsOf = (sources: Sources, status: Job['status'], report: Report, marks: Pick<Given, 'marks'>): Parts => {
  const { guidance, links, words, record, brand, furniture, faces, also } = sources;
  const edition = merge(guidance, { links, record, status, ...marks, ...(words && { words }) }, report);
  return { edition, brand, palette: paletteOf(brand.roles), furniture, faces, ...(also && { also }) };
};

/** What a proof sheet says of the contacts. */
export const proofOf = ({ words, record }: Sources): Proof => {
  const inWords = contactsInWords(words);
  return { inWords, hash: contactsHash(record, inWords) };
};

/** "Abbey ward, Anyshire District Council" */
export const whose = ({ edition: { record } }: Parts): string =>
  record.area === undefined ? record.council.name : `${record.area}, ${record.council.name}`;

/** Of sheets of many records, so many are named. */
const mostNamed = 4;

/** What a file says of itself: of all that is in it, in each language and of each record. */
export const metadataOf = ({ product, day }: Pick<JobOf<SetName>, 'product' | 'day'>, spoken: readonly Parts[]) => {
  const [{ furniture }] = spoken as readonly [Parts];
  const inEach = (say: (parts: Parts) => string): string => {
    const said = [...new Set(spoken.map(say))];
    return said.length <= mostNamed ? said.join(' / ') : `${said.slice(0, mostNamed).join(' / ')} / …`;
  };
  return {
    title: inEach((parts) => `${titleOf(product)(parts)} – ${whose(parts)}`),
    author: inEach(({ edition }) => edition.record.council.name),
    subject: inEach(({ edition: { guidance } }) => `${guidance.title}, ${guidance.issuer}, ${guidance.edition}`),
    language: furniture.tag,
    date: new Date(`${day}T00:00:00Z`),
  };
};

/**
 * What a file says of itself that holds the areas of one or more councils.
 *
 * @param jobs one for each council, with or without an area; of many, the first are enough
 */
export const metadataOfAll = (jobs: readonly JobOf<SetName>[]): ReturnType<typeof metadataOf> => {
  const spoken = jobs.flatMap(({ sources, second, status }) => {
    const councils = { sources: withoutArea(sources), ...(second && { second: withoutArea(second) }) };
    // What is wrong with a council has been said of its areas.
    return spokenOf({ ...councils, status }, () => {}).flatMap((each) => each ?? []);
  });
  return metadataOf(jobs[0]!, spoken);
};

/** So many councils decide what a file of many says of itself. */
export const enoughCouncils = mostNamed + 1;

const withoutArea = (sources: Sources): Sources => {
  const { area: _, ...record } = sources.record;
  return { ...sources, record };
};
