import { largePrint } from '../templates/large-print/large-print.tsx';
import { leaflet } from '../templates/leaflet/leaflet.tsx';
import { walletCard } from '../templates/wallet-card/wallet-card.tsx';
import type { Sheet, Span } from './data/sheet.ts';
import { counting } from './diagnostics/collect.ts';
import { error, type Report, Stop, warning } from './diagnostics/diagnostic.ts';
import { laySheets, printingOf, type SetDocument } from './lay-sheets.ts';
import { expectationsOf } from './pdf/expectations.ts';
import { paint } from './pdf/paint.ts';
import { readBack } from './pdf/read-back.ts';
import { type Clock, type Job, metadataOf, partsOf, type Pressed, setProduct } from './pipeline.ts';
import { fits } from './print/fit.ts';
import {
  imposeBooklet,
  type Imposed,
  imposeLeaves,
  type Leaf,
  leavesOf,
  paddedToFour,
  repeated,
  type Stack,
} from './print/imposition.ts';
import { markDraft } from './typeset/draft.tsx';
import type { Mm } from './units.ts';

/** What can be put on sheets. */
export type SheetTemplate = 'leaflet' | 'large-print' | 'wallet-card';

/** One of the records that fill sheets. */
export type SheetRecord = Pick<Job, 'sources' | 'second'> & {
  /** As diagnostics name it: `anyshire`, `anyshire/Abbey ward`. */
  readonly name: string;
};

/** The sheets of one or more records, in one file. */
export type SheetsJob = Pick<Job, 'status' | 'day'> & {
  readonly template: SheetTemplate;
  readonly records: readonly SheetRecord[];
  readonly sheet: Sheet;
  /** Of each record; if not given, one of each, or of a single record what fills its sheets. */
  readonly copies?: number;
  readonly stack: Stack;
  /** Of one sheet of paper: what a booklet's inner pages are moved by. */
  readonly thickness: Mm;
};

/** The most sheets of a file: all of them are read back before it is written. */
export const mostSheets = 1000;

const sizes: { readonly [template in SheetTemplate]: Span } = {
  leaflet: leaflet.size,
  'large-print': largePrint.size,
  'wallet-card': walletCard.size,
};

/**
 * Sets the pages of every record, puts them on sheets, paints these and reads the finished file back.
 *
 * @returns undefined when an error was reported: where one record is faulty, there are no sheets
 */
export const pressSheets = async (
  job: SheetsJob,
  report: Report,
  clock: Clock,
  painter = paint,
): Promise<Pressed | undefined> => {
  const faults = counting(report);
  try {
    if (!fits(sizes[job.template], job.sheet, `\`${job.template}\``, faults.report)) return undefined;
    const documents = await setAll(job, faults.report, clock);
    if (faults.errors() > 0) return undefined;
    const sheets = planOf(job, documents, faults.report);
    const pages = sheets && (await laySheets(job.sheet, sheets, documents, faults.report, clock));
    if (!pages || faults.errors() > 0) return undefined;
    const pressed = await paintSheets(job, sheets, documents, pages, { report: faults.report, clock, painter });
    return faults.errors() > 0 ? undefined : pressed;
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
};

/** Every record's pages; those that failed are left out, and have been reported. */
const setAll = async (job: SheetsJob, report: Report, clock: Clock): Promise<SetDocument[]> => {
  const documents: SetDocument[] = [];
  for (const { name, sources, second } of job.records) {
    const own: Report = (diagnostic) => report({ record: name, ...diagnostic });
    const spoken = [partsOf(sources, job.status, own), second && partsOf(second, job.status, own)] as const;
    const one = { product: job.template, sources, ...(second && { second }), status: job.status, day: job.day };
    // oxlint-disable-next-line no-await-in-loop -- the layout is not to be run several times at once
    const pages = await setProduct(one, spoken, own, clock);
    if (pages) documents.push({ parts: spoken[0], pages });
  }
  return documents;
};

/** What stands where; undefined where there would be too many sheets, or no booklet. */
const planOf = (
  { sheet, copies, stack, thickness, template }: SheetsJob,
  documents: readonly SetDocument[],
  report: Report,
): Imposed[] | undefined => {
  const perSheet = sheet.columns * sheet.rows;
  if (sheet.kind === 'cut') {
    const leaves = documents.map(({ pages }, document) => leavesOf(document, pages.length));
    const each = copies ?? (documents.length === 1 ? perSheet : 1);
    if (!isWithin(Math.ceil((leaves.flat().length * each) / perSheet), each, report)) return undefined;
    // A document of one leaf is repeated; of several, each leaf is, so that it lies in a pile of its own.
    return imposeLeaves(
      sheet,
      leaves.flatMap((leaf): Leaf[] => repeated(leaf, each)),
      stack,
    );
  }
  const [{ pages } = { pages: [] }] = documents;
  if (pages.length === 1) {
    const message = `\`${template}\` has one page, and a booklet needs two at least`;
    report(error('sheet/one-page', message, undefined, 'choose a sheet of the kind `cut`'));
    return undefined;
  }
  const sheets = documents.reduce((sum, document) => sum + paddedToFour(document.pages.length).length / 4, 0);
  if (!isWithin(sheets * (copies ?? 1), copies ?? 1, report)) return undefined;
  return documents.flatMap((document, i) => {
    const blanks = paddedToFour(document.pages.length).length - document.pages.length;
    if (blanks > 0) {
      const before = `${blanks} blank ${blanks === 1 ? 'page stands' : 'pages stand'} before the last one`;
      const message = `the booklet has ${document.pages.length} pages, so ${before}`;
      const hint = 'add or shorten words until the pages are a multiple of four, or leave it as it is';
      report(warning('sheet/blank-pages', message, undefined, hint));
    }
    const one = imposeBooklet(sheet, i, document.pages.length, thickness);
    return Array.from({ length: copies ?? 1 }, () => one).flat();
  });
};

const isWithin = (sheets: number, copies: number, report: Report): boolean => {
  if (sheets <= mostSheets) return true;
  const times = Math.ceil(sheets / mostSheets);
  const message = `${copies} ${copies === 1 ? 'copy' : 'copies'} take ${sheets} sheets, and a file has ${mostSheets} at most`;
  const hint =
    copies >= times
      ? `ask for --copies ${Math.floor(copies / times)}, and print the file ${times} times`
      : 'make the sheets of fewer councils or areas at a time';
  report(error('sheet/too-many', message, undefined, hint));
  return false;
};

const paintSheets = async (
  job: SheetsJob,
  sheets: readonly Imposed[],
  documents: readonly SetDocument[],
  pages: readonly Parameters<typeof paint>[0][number][],
  { report, clock, painter }: { readonly report: Report; readonly clock: Clock; readonly painter: typeof paint },
): Promise<Pressed> => {
  const started = performance.now();
  const [{ parts }] = documents as readonly [SetDocument];
  const { furniture, faces, palette } = parts;
  const marked = job.status === 'draft' ? await markDraft(pages, furniture.draft, faces, palette) : pages;
  const metadata = metadataOf(
    { product: job.template, day: job.day },
    documents.map((document) => document.parts),
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
