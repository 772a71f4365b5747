import { type PlateMade, plateOf, withoutMarks } from './batch/plate.ts';
import type { PagedName, ProductName, ScreenName } from './catalogue.ts';
import { apart } from './content/apart.ts';
import { contactsInWords } from './content/contacts-in-words.ts';
import { dayInWords } from './content/dates.ts';
import type { Guidance } from './content/guidance.ts';
import type { LinkTable } from './content/links.ts';
import type { LocalWords } from './content/local-words.ts';
import type { Edition } from './content/edition.ts';
import { unmarked } from './content/marks.ts';
import { type Given, merge } from './content/merge.ts';
import type { Brand } from './data/brand.ts';
import { contactsHash } from './data/contacts.ts';
import type { Furniture } from './data/furniture.ts';
import type { Day, Record } from './data/record.ts';
import { officeSheet, type Sheet } from './data/sheet.ts';
import { counting } from './diagnostics/collect.ts';
import { type Report, Stop } from './diagnostics/diagnostic.ts';
import { readPage } from './html/read.ts';
import { twin } from './html/twin.ts';
import { printingOf } from './lay-sheets.ts';
import { expectationsOf } from './pdf/expectations.ts';
import { paintPlate } from './pdf/paint.ts';
import type { PaintedPlate } from './pdf/plate.ts';
import { readBack } from './pdf/read-back.ts';
import { prepare } from './print/prepare.ts';
import { forScreen, type Purpose } from './print/purpose.ts';
import { convertedColours, jobTicket } from './print/ticket.ts';
import { cardText } from './text/card-text.ts';
import { readBackText } from './text/read-back.ts';
import { markDraft } from './typeset/draft.tsx';
import type { Faces } from './typeset/faces.ts';
import type { LaidPage } from './typeset/laid.ts';
import { paletteOf } from './typeset/scale.ts';
import { Trace } from './typeset/trace.ts';
import type { Also, Parts } from './typeset/template.ts';
import { finishOf, type Proof, setProduct, type Spoken, titleOf } from './products.ts';
import { checkPairs } from './typeset/word-contrast.ts';

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
  /** Of a file for a press: what its print unit must know. */
  readonly ticket?: string;
  /** What is worth a line for who wants to know everything: colours that nobody has stated for print. */
  readonly notes?: readonly string[];
};

/** Told the time that a stage took, in milliseconds; a stage that runs several times is told several times. */
export type Clock = (stage: Stage, milliseconds: number) => void;

const stopwatch = (clock: Clock) => {
  let since = performance.now();
  return (stage: Stage): void => {
    const now = performance.now();
    clock(stage, now - since);
    since = now;
  };
};

/** Job of a product with pages, or of one without. */
export type JobOf<Name extends ProductName> = Job & { readonly product: Name };

/**
 * Runs merge, compose, typeset and paint for one job, and reads the finished file back.
 *
 * @param painter a test may put another in the place of ours, to see a wrong number found
 * @returns the finished bytes, or undefined when an error was reported: a faulty edition makes no file.
 */
export const press = async (
  job: Job,
  report: Report,
  clock: Clock,
  painter: Painter = paintPlate,
): Promise<Pressed | undefined> => (await pressPlate(job, report, clock, painter))?.pressed;

/** Paints pages; a test may put another in the place of ours. */
export type Painter = (...given: Parameters<typeof paintPlate>) => Promise<Uint8Array | PaintedPlate>;

/** A finished file, and what it takes to make those of other records of it. */
export type PlatePressed = { readonly pressed: Pressed; readonly plate: () => PlateMade };

/** The same, for a record that others follow. */
export const pressPlate = async (
  job: Job,
  report: Report,
  clock: Clock,
  painter: Painter = paintPlate,
): Promise<PlatePressed | undefined> => {
  const faults = counting(report);
  const lap = stopwatch(clock);
  try {
    const spoken = spokenOf(job, faults.report, isScreen(job) ? 'plain' : 'marked');
    const [parts] = spoken;
    lap('merge');
    // A brand page is looked at to choose colours: it shows those too in which words cannot be read.
    const shown = job.product === 'brand-page' ? asWarnings(faults.report) : faults.report;
    checkPairs(parts.palette, parts.brand, shown);
    const pressed = isScreen(job)
      ? { pressed: pressScreen(job, parts, faults.report, clock), plate: noPlate }
      : await pressPages(job as JobOf<PagedName>, spoken, faults, clock, painter);
    return faults.errors() > 0 ? undefined : pressed;
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
};

const asWarnings =
  (report: Report): Report =>
  (diagnostic) =>
    report({ ...diagnostic, severity: 'warning' });

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
  const isOneName = second?.record.area === sources.record.area;
  const merged = (of: Sources, numbers: NonNullable<Given['marks']>): Parts => {
    const parts = partsOf(of, status, report, marks === 'marked' ? { marks: numbers } : {});
    return { ...parts, faces: { ...parts.faces, ...trace } };
  };
  return [
    merged(second ? alone(sources) : sources, { area: 0, from: 2 }),
    second && asSecond(merged(alone(second), { area: isOneName ? 0 : 1, from: secondMarks })),
  ];
};

/** Of two languages the second has numbers from here on. */
const secondMarks = 900;

/** Merges what an edition of one language is made of. */
const partsOf = (sources: Sources, status: Job['status'], report: Report, marks: Pick<Given, 'marks'>): Parts => {
  const { guidance, links, words, record, brand, furniture, faces, also } = sources;
  const edition = merge(guidance, { links, record, status, ...marks, ...(words && { words }) }, report);
  return { edition, brand, palette: paletteOf(brand.roles), furniture, faces, ...(also && { also }) };
};

const isScreen = (job: Job): job is JobOf<ScreenName> =>
  job.product === 'leaflet.html' || job.product === 'wallet-card.txt';

const pressPages = async (
  job: JobOf<PagedName>,
  spoken: Spoken,
  { report, errors }: ReturnType<typeof counting>,
  clock: Clock,
  painter: Painter,
): Promise<PlatePressed | undefined> => {
  const sheet = job.sheet ?? officeSheet;
  const setting = { proof: () => proofOf(job.sources), sheet };
  const pages = await setProduct(job.product, spoken, setting, report, clock);
  if (!pages || errors() > 0) return undefined;
  const { furniture, faces, palette } = spoken[0];
  const drafted = job.status === 'draft' ? await markDraft(pages, furniture.draft, faces, palette) : pages;
  const lap = stopwatch(clock);
  const { purpose = forScreen } = job;
  const prepared = await prepare(purpose, toPrint(job, spoken, drafted), report);
  if (!prepared || errors() > 0) return undefined;
  const marked = prepared.pages;
  const metadata = metadataOf(
    job,
    spoken.flatMap((each) => each ?? []),
  );
  const printing = job.product === 'wallet-card.sheet' && { printing: printingOf(sheet) };
  const said = { ...metadata, ...printing };
  const painted = await painter(marked, withoutMarks(said), prepared.press);
  const bytes = painted instanceof Uint8Array ? painted : painted.bytes;
  const chosen = prepared.painted(report);
  const origins = job.second ? [job.sources, job.second] : [job.sources];
  readBack(bytes, expectationsOf(job.product, job.status, origins, marked, prepared.beside.map(unmarked)), report);
  const ticket =
    purpose.kind === 'print' ? jobTicket({ ...ticketed(job, spoken, drafted), purpose, chosen }) : undefined;
  lap('paint');
  const notes = convertedColours(spoken[0].brand, chosen);
  const plate = (): PlateMade => {
    const editions = spoken.flatMap((each) => each?.edition ?? []);
    return plateOf({
      painted: painted instanceof Uint8Array ? undefined : painted.plate(),
      trace: faces.trace ?? new Trace(),
      values: valuesIn(editions),
      areInWords: editions.every(({ fields }) => fields?.areInWords === true),
      metadata: said,
      pages: marked.length,
      ...(ticket !== undefined && { ticket }),
      faces,
    });
  };
  const plain = ticket === undefined ? {} : { ticket: unmarked(ticket) };
  return { pressed: { bytes, pages: marked.length, ...plain, notes }, plate };
};

/** What differs between records, by the numbers of the marks, in all languages. */
const valuesIn = (editions: readonly Edition[]): readonly string[] => {
  const values: string[] = [];
  for (const { fields } of editions) fields?.values.forEach((value, number) => (values[number] = value));
  return Array.from(values, (value) => value ?? '');
};

const noPlate = (): PlateMade => ({ refused: 'it has no pages' });

const fileOf = ({ file, product }: JobOf<PagedName>): string => file ?? product;

const toPrint = (job: JobOf<PagedName>, [parts]: Spoken, pages: readonly LaidPage[]) => {
  const { product, day } = job;
  const slugOf = (page: number): string =>
    `${fileOf(job)} · ${dayInWords(day, 'en')} · page ${page} of ${pages.length} · ${whose(parts)}`;
  return { template: product, pages, finish: finishOf(product), brand: parts.brand, faces: parts.faces, slugOf };
};

const ticketed = (job: JobOf<PagedName>, spoken: Spoken, pages: readonly LaidPage[]) => {
  const { title } = metadataOf(
    job,
    spoken.flatMap((each) => each ?? []),
  );
  const { day: date, status, product } = job;
  return { file: fileOf(job), title, date, status, pages, finish: finishOf(product), brand: spoken[0].brand };
};

/** What a screen shows has no lines and pages to be set: its words are written, and read back. */
const pressScreen = (job: JobOf<ScreenName>, parts: Parts, report: Report, clock: Clock): Pressed => {
  const lap = stopwatch(clock);
  const { product, status, sources } = job;
  const isPage = product === 'leaflet.html';
  const written = isPage ? twin({ ...parts, status }) : cardText({ ...parts, status });
  const bytes = new TextEncoder().encode(written);
  const text = new TextDecoder().decode(bytes);
  const read = isPage ? readPage(text) : { lines: text.split('\n'), links: [] };
  const shown = isPage ? 'every contact' : 'contacts to ring in danger';
  readBackText(read, sources.record, shown, expectationsOf(product, status, [sources], []), report);
  lap('paint');
  return { bytes, pages: 0 };
};

/** What a proof sheet says of the contacts. */
export const proofOf = ({ words, record }: Sources): Proof => {
  const inWords = contactsInWords(words);
  return { inWords, hash: contactsHash(record, inWords) };
};

const whose = ({ edition: { record } }: Parts): string =>
  record.area === undefined ? record.council.name : `${record.area}, ${record.council.name}`;

/** Of sheets of many records, so many are named. */
const mostNamed = 4;

/** What a file says of itself: of all that is in it, in each language and of each record. */
export const metadataOf = ({ product, day }: Pick<JobOf<PagedName>, 'product' | 'day'>, spoken: readonly Parts[]) => {
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
