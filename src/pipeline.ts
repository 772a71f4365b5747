import { type PlateMade, plateOf, withoutMarks } from './batch/plate.ts';
import { proven } from './batch/proven.ts';
import type { ScreenName, SetName } from './catalogue.ts';
import { dayInWords } from './content/dates.ts';
import { unmarked } from './content/marks.ts';
import { counting } from './diagnostics/collect.ts';
import { type Report, Stop } from './diagnostics/diagnostic.ts';
import { readPage } from './html/read.ts';
import { twin } from './html/twin.ts';
import {
  type Clock,
  type Job,
  type JobOf,
  metadataOf,
  type Pressed,
  proofOf,
  spokenOf,
  stopwatch,
  whose,
} from './job.ts';
import { expectationsOf } from './pdf/expectations.ts';
import { paintPlate } from './pdf/paint.ts';
import type { PaintedPlate } from './pdf/plate.ts';
import { readBack } from './pdf/read-back.ts';
import { isSheet, pressSheet } from './press-sheets.ts';
import { prepare } from './print/prepare.ts';
import { forScreen } from './print/purpose.ts';
import { convertedColours, jobTicket } from './print/ticket.ts';
import { finishOf, setProduct, type Spoken } from './products.ts';
import { cardText } from './text/card-text.ts';
import { readBackText } from './text/read-back.ts';
import { markDraft } from './typeset/draft.tsx';
import type { LaidPage } from './typeset/laid.ts';
import type { Parts } from './typeset/template.ts';
import { Trace } from './typeset/trace.ts';
import { checkPairs } from './typeset/word-contrast.ts';

export type { Clock, Job, JobOf, Pressed, Sources, Stage } from './job.ts';

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

const bytesOf =
  (painter: Painter) =>
  async (...given: Parameters<typeof paintPlate>): Promise<Uint8Array> => {
    const painted = await painter(...given);
    return painted instanceof Uint8Array ? painted : painted.bytes;
  };

/** A finished file, and what it takes to make those of other records of it. */
export type PlatePressed = { readonly pressed: Pressed; readonly plate: () => PlateMade };

/** The same, for a record that others follow. */
export const pressPlate = async (
  job: Job,
  report: Report,
  clock: Clock,
  painter: Painter = paintPlate,
): Promise<PlatePressed | undefined> => {
  if (isSheet(job)) {
    const pressed = await pressSheet(job, report, clock, { painter: bytesOf(painter) });
    return pressed && { pressed, plate: noPlate };
  }
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
      : await pressPages(job as JobOf<SetName>, spoken, faults, clock, painter);
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

const isScreen = (job: Job): job is JobOf<ScreenName> =>
  job.product === 'leaflet.html' || job.product === 'wallet-card.txt';

const pressPages = async (
  job: JobOf<SetName>,
  spoken: Spoken,
  { report, errors }: ReturnType<typeof counting>,
  clock: Clock,
  painter: Painter,
): Promise<PlatePressed | undefined> => {
  const pages = await setProduct(job.product, spoken, () => proofOf(job.sources), report, clock);
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
  const painted = await painter(marked, withoutMarks(metadata), prepared.press);
  const bytes = painted instanceof Uint8Array ? painted : painted.bytes;
  const chosen = prepared.painted(report);
  const origins = job.second ? [job.sources, job.second] : [job.sources];
  readBack(bytes, expectationsOf(job.product, job.status, origins, marked, prepared.beside.map(unmarked)), report);
  lap('paint');
  const ticket =
    purpose.kind === 'print'
      ? (title: string) => jobTicket({ ...ticketed(job, spoken, drafted), title, purpose, chosen })
      : undefined;
  const notes = convertedColours(spoken[0].brand, chosen);
  const plate = (): PlateMade => {
    if (painted instanceof Uint8Array) return noPlate();
    const made = plateOf({
      painted: painted.plate,
      trace: faces.trace ?? new Trace(),
      fields: spoken.flatMap((each) => (each ? [each.edition.fields] : [])),
      names: origins.map(({ record }) => record.area),
      metadata,
      pages: marked.length,
      ...(ticket && { ticket }),
      faces,
    });
    return proven(made, bytes, faces);
  };
  const told = ticket && { ticket: ticket(unmarked(metadata.title)) };
  return { pressed: { bytes, pages: marked.length, ...told, notes }, plate };
};

const noPlate = (): PlateMade => ({ refused: 'it has no pages' });

const fileOf = ({ file, product }: JobOf<SetName>): string => file ?? product;

const toPrint = (job: JobOf<SetName>, [parts]: Spoken, pages: readonly LaidPage[]) => {
  const { product, day } = job;
  const slugOf = (page: number): string =>
    `${fileOf(job)} · ${dayInWords(day, 'en')} · page ${page} of ${pages.length} · ${whose(parts)}`;
  return { template: product, pages, finish: finishOf(product), brand: parts.brand, faces: parts.faces, slugOf };
};

const ticketed = (job: JobOf<SetName>, [{ brand }]: Spoken, pages: readonly LaidPage[]) => {
  const { day: date, status, product } = job;
  return { file: fileOf(job), date, status, pages, finish: finishOf(product), brand };
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
