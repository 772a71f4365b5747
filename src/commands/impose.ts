import { setImmediate } from 'node:timers/promises';
import type { Sheet } from '../data/sheet.ts';
import { counting } from '../diagnostics/collect.ts';
import { Stop, warning } from '../diagnostics/diagnostic.ts';
import { enterIntoManifest, sha256 } from '../manifest.ts';
import type { Entry } from '../manifest.ts';
import { outputName, sheetsName } from '../output-names.ts';
import { openOutput } from '../output.ts';
import { pressSheets, type SheetsJob } from '../press-sheets.ts';
import type { Job } from '../job.ts';
import { usualOrder } from '../print/plan.ts';
import type { Purpose } from '../print/purpose.ts';
import { version } from '../project.ts';
import { areasOfOne } from './batch-areas.ts';
import { loadedFor } from './area-sources.ts';
import type { Bench } from './bench.ts';
import { outputFolder } from './output-folder.ts';
import { pagesOf } from '../catalogue.ts';
import { editionsOf, languageOf, loadEditions } from './editions.ts';
import type { Wanted } from './editions.ts';
import { contactsOf } from './entries.ts';
import type { Part } from './parts.ts';
import { openPurpose } from './purpose.ts';
import { loadSheet } from './sheets.ts';
import type { Loaded } from './sources.ts';
import type { ImposeCommand } from './specs/impose.ts';

/** A council, or a council and an area, with what its pages are made of. */
type Named = { readonly council: string; readonly area?: string; readonly loaded: Loaded };

/** Pages that are put on sheets together: of what two languages do not share, those of one. */
type Pile = { readonly language: string; readonly editions: readonly Edition[] };

type Edition = Pick<Job, 'sources' | 'second'>;

/**
 * Puts the pages of all records on sheets, and writes them as one file; of what two languages do not share, one for
 * each. Where a record is faulty there is no file: a pile in which one is missing would not be noticed.
 */
export async function impose(command: ImposeCommand, bench: Bench): Promise<void> {
  const { console, project } = bench;
  const { report, errors } = counting(console.report);
  const purpose = openPurpose(command.purpose, bench.cwd, report);
  if (!purpose) return;
  const part = loadSheet(project, command.sheet, report);
  const records = await loadRecords(command, { ...bench, console: { ...console, report } });
  if (!part || records.length === 0 || errors() > 0) return;
  for (const pile of pilesOf(command, records)) {
    // oxlint-disable-next-line no-await-in-loop -- what is made is written before the next is begun
    await imposePile({ command, purpose, part, records }, pile, bench);
    if (console.stopped()) return;
  }
}

/** Whose pages are put on what, and what for. */
type Order = {
  readonly command: ImposeCommand;
  readonly purpose: Purpose;
  readonly part: Part<Sheet>;
  readonly records: readonly Named[];
};

async function imposePile(order: Order, pile: Pile, { console, project, cwd }: Bench): Promise<void> {
  const { command, purpose, part, records } = order;
  const { report, errors } = counting(console.report);
  const { template, stack = usualOrder.stack, thickness = usualOrder.thickness, status, copies, turn } = command;
  const asked = [
    ...(command.stack === undefined ? [] : ['stack' as const]),
    ...(command.thickness === undefined ? [] : ['thickness' as const]),
  ];
  const path = pathOf(order, pile.language, 'sheet');
  const job: SheetsJob = {
    template,
    records: pile.editions.map((edition, i) => ({ name: nameOf(records[i]!), ...edition })),
    sheet: { ...part.value, ...(turn && { turn }) },
    ...(copies !== undefined && { copies }),
    stack,
    thickness,
    asked,
    status,
    purpose,
    file: path.split('/').at(-1)!,
    day: command.common.day,
  };
  const isBeside = command.languages.length > 1;
  const label = `${command.councils.join(', ')} ${template}.sheet${isBeside ? ` ${pile.language}` : ''}`;
  const watch = console.watch(label);
  const pressed = await attempt(() => pressSheets(job, report, watch.clock, { goesOn }));
  watch.tell();
  if (!pressed && console.stopped()) {
    const hint = 'run the command again';
    console.report(warning('write/stopped', 'the run was stopped: no sheet was made', undefined, hint));
  }
  if (!pressed || errors() > 0) return;
  const output = openOutput(outputFolder(command.common.out, project, cwd), cwd, console.report);
  const files: readonly Made[] = [
    { path, bytes: pressed.bytes, pages: pressed.pages },
    ...(pressed.ticket === undefined
      ? []
      : [{ path: pathOf(order, pile.language, 'sheet-job'), bytes: Buffer.from(pressed.ticket), pages: 0 }]),
  ];
  for (const file of files) {
    const entry = entryOf(order, pile.language, file);
    if (!output.write(entry.path, file.bytes)) return;
    enterIntoManifest(output, [entry]);
    const { council, area, pages, size } = entry;
    const of = { council, ...(area !== undefined && { area }), product: `${template}.sheet` };
    console.done({ path: output.shown(entry.path), ...of, pages, size, sha256: entry.sha256 });
  }
  for (const note of pressed.notes ?? []) console.tell(note);

  /** A turn of the event loop: signals are heard. */
  async function goesOn(): Promise<boolean> {
    await setImmediate();
    return !console.stopped();
  }

  async function attempt<T>(make: () => Promise<T>): Promise<T | undefined> {
    try {
      return await make();
    } catch (cause) {
      if (!(cause instanceof Stop)) console.bug(cause, label);
      return undefined;
    }
  }
}

/** What is made in both languages at once is one pile; else there is one for each language. */
function pilesOf({ template }: ImposeCommand, records: readonly Named[]): Pile[] {
  const all = records.map(({ loaded }) => editionsOf(pagesOf(template), loaded));
  return all[0]!.map((edition, i) => ({ language: languageOf(edition), editions: all.map((each) => each[i]!) }));
}

const nameOf = ({ council, area }: Omit<Named, 'loaded'>): string =>
  area === undefined ? council : `${council}/${area}`;

/** Every council, or every area of the one council; what fails has been reported. */
async function loadRecords(command: ImposeCommand, bench: Bench): Promise<Named[]> {
  const { shelf, console } = bench;
  const records: Named[] = [];
  for (const council of command.councils) {
    // oxlint-disable-next-line no-await-in-loop -- one council after the other, as they are told of
    const loaded = await loadEditions(wantedOf(command, council), shelf, console);
    if (!loaded) continue;
    if (command.areas === undefined) {
      records.push({ council, loaded });
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop
    const list = await areasOfOne(command.areas, loaded.sources.record, bench);
    for (const area of list?.areas ?? []) records.push({ council, area: area.name, loaded: loadedFor(area, loaded) });
  }
  return records;
}

const wantedOf = (
  { template, languages, edition, status, strictness, common }: ImposeCommand,
  council: string,
): Wanted => ({
  council,
  products: [pagesOf(template)],
  languages,
  ...(edition && { edition }),
  status,
  ...(strictness && { strictness }),
  day: common.day,
});

/** A file of sheets, or the ticket beside it. */
type Made = { readonly path: string; readonly bytes: Uint8Array; readonly pages: number };

/** The sheets of one record lie beside its other files; those of several belong to none of them. */
function pathOf(
  { command: { template, sheet, status: variant }, purpose, records }: Order,
  language: string,
  kind: 'sheet' | 'sheet-job',
): string {
  const { council, area } = records[0]!;
  const one = { council, ...(area !== undefined && { area }) };
  const of = { language, kind, variant, purpose: purpose.kind };
  return records.length === 1 ? outputName({ ...one, template, ...of }) : sheetsName({ sheet, ...of });
}

/** What the manifest says of sheets: of one record as of its other files; of several, of all of them together. */
function entryOf(
  { command: { template, status, common }, purpose, part, records }: Order,
  language: string,
  { path, bytes, pages }: Made,
): Entry {
  const { council, area } = records[0]!;
  const councils = [...new Set(records.map((record) => record.council))];
  const one = { council, ...(area !== undefined && { area }) };
  const inputs = [...records.flatMap((record) => record.loaded.inputs), ...part.inputs];
  const sorted = [...new Map(inputs.map((input) => [input.name, input])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return {
    path,
    sha256: sha256(bytes),
    size: bytes.length,
    pages,
    template,
    ...(records.length === 1 ? one : { council: councils.join('+') }),
    status,
    ...(purpose.kind !== 'screen' && { purpose: purpose.kind }),
    date: common.day,
    language,
    contacts: contactsOf(councils.map((name) => records.find((record) => record.council === name)!.loaded.contacts)),
    handbill: version(),
    inputs: Object.fromEntries(sorted.map((input) => [input.name, input.sha256])),
  };
}
