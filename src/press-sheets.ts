import type { TemplateName } from './catalogue.ts';
import { counting } from './diagnostics/collect.ts';
import { type Report, Stop } from './diagnostics/diagnostic.ts';
import { laySheets, printingOf, type SetDocument } from './lay-sheets.ts';
import { expectationsOf } from './pdf/expectations.ts';
import { paint } from './pdf/paint.ts';
import { readBack } from './pdf/read-back.ts';
import { type Clock, type Job, metadataOf, type Pressed, proofOf, spokenOf } from './pipeline.ts';
import { fits } from './print/fit.ts';
import type { Imposed } from './print/imposition.ts';
import { type Order, planOf } from './print/plan.ts';
import { setProduct, sizeOf } from './products.ts';
import { markDraft } from './typeset/draft.tsx';
import { checkPairs } from './typeset/word-contrast.ts';

/** One of the records that fill sheets. */
export type SheetRecord = Pick<Job, 'sources' | 'second'> & {
  /** As diagnostics name it: `anyshire`, `anyshire/Abbey ward`. */
  readonly name: string;
};

/** The sheets of one or more records, in one file. */
export type SheetsJob = Pick<Job, 'status' | 'day'> &
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
    if (!fits(sizeOf(job.template), job.sheet, `\`${job.template}\``, faults.report)) return undefined;
    const documents = await setAll(job, { report: faults.report, clock, goesOn });
    if (!documents || faults.errors() > 0) return undefined;
    const sheets = planOf(
      job,
      documents.map(({ pages }) => pages.length),
      faults.report,
    );
    const laid = sheets && (await laySheets(job.sheet, sheets, documents, faults.report, clock));
    if (!laid || faults.errors() > 0) return undefined;
    const pressed = await paintSheets(job, sheets, documents, laid, { report: faults.report, clock, painter });
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
    const own: Report = (diagnostic) => report({ record: record.name, ...diagnostic });
    // oxlint-disable-next-line no-await-in-loop
    const document = await setOne(job, record, own, clock);
    if (document) documents.push(document);
  }
  return documents;
};

const setOne = async (
  { template, status, sheet }: SheetsJob,
  { sources, second }: SheetRecord,
  report: Report,
  clock: Clock,
): Promise<SetDocument | undefined> => {
  try {
    const spoken = spokenOf({ sources, ...(second && { second }), status }, report);
    const [parts] = spoken;
    checkPairs(parts.palette, parts.brand, report);
    const setting = { proof: () => proofOf(sources), sheet };
    const pages = await setProduct(template, spoken, setting, report, clock);
    return pages && { spoken, pages };
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
};

const paintSheets = async (
  job: SheetsJob,
  sheets: readonly Imposed[],
  documents: readonly SetDocument[],
  pages: readonly Parameters<typeof paint>[0][number][],
  { report, clock, painter }: { readonly report: Report; readonly clock: Clock; readonly painter: typeof paint },
): Promise<Pressed> => {
  const started = performance.now();
  const [{ spoken }] = documents as readonly [SetDocument];
  const { furniture, faces, palette } = spoken[0];
  const marked = job.status === 'draft' ? await markDraft(pages, furniture.draft, faces, palette) : pages;
  const metadata = metadataOf(
    { product: job.template, day: job.day },
    documents.flatMap((document) => document.spoken.flatMap((each) => each ?? [])),
  );
  const bytes = await painter(marked, { ...metadata, printing: printingOf(job.sheet) });
  const origins = job.records.flatMap(({ sources, second }) => (second ? [sources, second] : [sources]));
  const expected = expectationsOf(`${job.template}.sheet`, job.status, origins, marked);
  readBack(bytes, withNumbers(expected, sheets.length), report);
  clock('paint', performance.now() - started);
  return { bytes, pages: marked.length };
};

/** The numbers of sheets come from counting them. */
const withNumbers = (
  expected: ReturnType<typeof expectationsOf>,
  sheets: number,
): ReturnType<typeof expectationsOf> => {
  const number = new Map(expected.known.number);
  for (let sheet = 1; sheet <= sheets; sheet += 1) if (!number.has(String(sheet))) number.set(String(sheet), undefined);
  return { ...expected, known: { ...expected.known, number } };
};
