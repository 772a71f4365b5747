import type { SheetName, TemplateName } from './catalogue.ts';
import { dayInWords } from './content/dates.ts';
import { officeSheet } from './data/sheet.ts';
import { counting } from './diagnostics/collect.ts';
import { type Report, Stop } from './diagnostics/diagnostic.ts';
import { type Clock, type Job, type JobOf, metadataOf, type Pressed, proofOf, spokenOf, stopwatch } from './job.ts';
import { laySheets, printingOf, type SetDocument } from './lay-sheets.ts';
import { expectationsOf } from './pdf/expectations.ts';
import { paint } from './pdf/paint.ts';
import { readBack } from './pdf/read-back.ts';
import { fits } from './print/fit.ts';
import { sidesOf } from './print/impose.ts';
import type { Imposed } from './print/imposition.ts';
import { checkOrder, type Order, planOf, usualOrder } from './print/plan.ts';
import { prepareSheets } from './print/prepare-sheets.ts';
import { forScreen, type Purpose } from './print/purpose.ts';
import { checkSafeArea } from './print/safe-area.ts';
import { checkSheetBleed } from './print/sheet-bleed.ts';
import { sheetTicket } from './print/sheet-ticket.ts';
import { convertedColours } from './print/ticket.ts';
import { finishOf, setProduct, sizeOf } from './products.ts';
import { markDraft } from './typeset/draft.tsx';
import type { LaidPage } from './typeset/laid.ts';
import { checkPairs } from './typeset/word-contrast.ts';

/** One of the records that fill sheets. */
export type SheetRecord = Pick<Job, 'sources' | 'second'> & {
  /** As diagnostics name it: `anyshire`, `anyshire/Abbey ward`; undefined where whoever asks names it. */
  readonly name?: string;
};

/** The sheets of one or more records, in one file. */
export type SheetsJob = Pick<Job, 'status' | 'day' | 'purpose' | 'file'> &
  Order & {
    readonly template: TemplateName;
    readonly records: readonly SheetRecord[];
  };

/** What a caller may put in the place of ours. */
export type Attendance = {
  /** A test may put another there, to see a wrong number found. */
  readonly painter?: typeof paint;
  /** Asked between two records. */
  readonly goesOn?: () => Promise<boolean>;
};

/** Whether a job is one of sheets. */
export const isSheet = (job: Job): job is JobOf<SheetName> => job.product.endsWith('.sheet');

/** The sheet of one record, which fills it. */
export const pressSheet = (
  job: JobOf<SheetName>,
  report: Report,
  clock: Clock,
  attendance: Attendance,
): Promise<Pressed | undefined> => {
  const { product, sources, second, sheet = officeSheet, status, day, purpose, file } = job;
  const template = product.replace(/\.sheet$/, '') as TemplateName;
  const record: SheetRecord = { sources, ...(second && { second }) };
  const said = { ...(purpose && { purpose }), ...(file !== undefined && { file }) };
  return pressSheets(
    { ...usualOrder, sheet, template, records: [record], status, day, ...said },
    report,
    clock,
    attendance,
  );
};

/**
 * Sets the pages of every record, puts them on sheets, paints these and reads the finished file back.
 *
 * @returns undefined when an error was reported: where one record is faulty, there are no sheets;
 *   or when it was not to go on
 */
export const pressSheets = async (
  job: SheetsJob,
  report: Report,
  clock: Clock,
  { painter = paint, goesOn = async () => true }: Attendance = {},
): Promise<Pressed | undefined> => {
  const faults = counting(report);
  try {
    const isSound = checkOrder(job, faults.report);
    if (!fits(sizeOf(job.template), job.sheet, `\`${job.template}\``, faults.report) || !isSound) return undefined;
    const documents = await setAll(job, { report: faults.report, clock, goesOn });
    if (!documents || faults.errors() > 0) return undefined;
    const sheets = planOf(
      job,
      documents.map(({ pages }) => pages.length),
      faults.report,
    );
    if (!sheets || faults.errors() > 0) return undefined;
    const pressed = await finishSheets(job, sheets, documents, { faults, clock, painter });
    return faults.errors() > 0 ? undefined : pressed;
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
};

type Setting = Required<Pick<Attendance, 'goesOn'>> & { readonly report: Report; readonly clock: Clock };

/** Every record's pages; those that failed are left out, and have been reported. Undefined when it is not to go on. */
const setAll = async (job: SheetsJob, { report, clock, goesOn }: Setting): Promise<SetDocument[] | undefined> => {
  const documents: SetDocument[] = [];
  for (const record of job.records) {
    // oxlint-disable-next-line no-await-in-loop -- one layout is run at a time, and signals are heard between them
    if (!(await goesOn())) return undefined;
    const { name } = record;
    const own: Report = (diagnostic) => report(name === undefined ? diagnostic : { record: name, ...diagnostic });
    // oxlint-disable-next-line no-await-in-loop
    const document = await setOne(job, record, own, clock);
    if (document) documents.push(document);
  }
  return documents;
};

const setOne = async (
  { template, status, purpose = forScreen }: SheetsJob,
  { sources, second }: SheetRecord,
  report: Report,
  clock: Clock,
): Promise<SetDocument | undefined> => {
  try {
    const lap = stopwatch(clock);
    const spoken = spokenOf({ sources, ...(second && { second }), status }, report);
    lap('merge');
    const [parts] = spoken;
    checkPairs(parts.palette, parts.brand, report);
    const pages = await setProduct(template, spoken, () => proofOf(sources), report, clock);
    if (pages && purpose.kind !== 'screen') {
      const severity = purpose.kind === 'print' ? 'error' : 'warning';
      checkSafeArea(template, pages, finishOf(template), report, severity);
    }
    return pages && { spoken, pages };
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
};

type Finishing = {
  readonly faults: ReturnType<typeof counting>;
  readonly clock: Clock;
  readonly painter: typeof paint;
};

/** Puts pages on sheets and paints these. */
const finishSheets = async (
  job: SheetsJob,
  sheets: readonly Imposed[],
  documents: readonly SetDocument[],
  { faults: { report, errors }, clock, painter }: Finishing,
): Promise<Pressed | undefined> => {
  const { sheet, template, purpose = forScreen } = job;
  const finish = finishOf(template);
  const beside = besideOf(job);
  if (purpose.kind === 'print') checkSheetBleed(sheet, documents, report);
  const look = {
    edges: purpose.kind === 'screen' ? 'alike' : 'bled',
    ...(finish.folds && { folds: finish.folds }),
  } as const;
  const sides = await laySheets(sheet, sheets, documents, report, clock, {
    look,
    ...(beside !== undefined && { beside }),
  });
  if (!sides || errors() > 0) return undefined;
  const lap = stopwatch(clock);
  const [{ spoken }] = documents as readonly [SetDocument];
  const { furniture, faces, palette } = spoken[0];
  const drafted = job.status === 'draft' ? await markDraft(sides, furniture.draft, faces, palette) : sides;
  const size = sizeOf(template);
  const brands = documents.map((document) => document.spoken[0].brand);
  const toPrint = { sheet, sides: drafted, which: sidesOf(sheets), size, brands, finish, faces };
  const prepared = await prepareSheets(purpose, toPrint, report);
  if (!prepared || errors() > 0) return undefined;
  const metadata = metadataOf(
    { product: template, day: job.day },
    documents.flatMap((document) => document.spoken.flatMap((each) => each ?? [])),
  );
  const bytes = await painter(prepared.pages, { ...metadata, printing: printingOf(sheet) }, prepared.press);
  const inks = prepared.painted(report);
  readBack(bytes, expected(job, prepared.pages, sheets.length, beside), report);
  const ticketed = { job, size, finish, inks, title: metadata.title };
  const ticket = purpose.kind === 'print' ? ticketFor(ticketed, purpose, sheets, documents) : undefined;
  lap('paint');
  const notes = inks.flatMap(({ brand, chosen }) => convertedColours(brand, chosen));
  return { bytes, pages: prepared.pages.length, ...(ticket !== undefined && { ticket }), notes };
};

/** What a print unit finds on each sheet: the file, and its day. */
const besideOf = ({ purpose = forScreen, file, day }: SheetsJob): string | undefined =>
  purpose.kind === 'screen' || file === undefined ? undefined : `${file} · ${dayInWords(day, 'en')}`;

type Ticketed = Pick<Parameters<typeof sheetTicket>[0], 'finish' | 'inks' | 'title'> & {
  readonly job: SheetsJob;
  readonly size: ReturnType<typeof sizeOf>;
};

const ticketFor = (
  { job, size: page, finish, inks, title }: Ticketed,
  purpose: Extract<Purpose, { readonly kind: 'print' }>,
  sheets: readonly Imposed[],
  documents: readonly SetDocument[],
): string =>
  sheetTicket({
    file: job.file ?? `${job.template}.sheet`,
    title,
    date: job.day,
    status: job.status,
    purpose,
    order: job,
    documents: documents.map(({ pages }) => pages.length),
    sheets: sheets.length,
    sides: sheets.some(({ back }) => back) ? 'both' : 'one',
    page,
    finish,
    inks,
  });

type Expected = ReturnType<typeof expectationsOf>;

/** What the file must and may say; the numbers of sheets come from counting them. */
const expected = (
  { template, status, records }: SheetsJob,
  pages: readonly LaidPage[],
  sheets: number,
  beside: string | undefined,
): Expected => {
  const origins = records.flatMap(({ sources, second }) => (second ? [sources, second] : [sources]));
  const said = beside === undefined ? [] : [beside];
  const found = expectationsOf(`${template}.sheet`, status, origins, pages, said);
  const number = new Map(found.known.number);
  for (let sheet = 1; sheet <= sheets; sheet += 1) if (!number.has(String(sheet))) number.set(String(sheet), undefined);
  return { ...found, known: { ...found.known, number } };
};
