import { setImmediate } from 'node:timers/promises';
import { parseAreas } from '../data/areas.ts';
import { counting } from '../diagnostics/collect.ts';
import { Stop, warning } from '../diagnostics/diagnostic.ts';
import { enterIntoManifest, sha256 } from '../manifest.ts';
import type { Entry } from '../manifest.ts';
import { outputName, sheetsName } from '../output-names.ts';
import { openOutput } from '../output.ts';
import { pressSheets, type SheetsJob } from '../press-sheets.ts';
import type { Pressed } from '../pipeline.ts';
import type { Input } from '../project.ts';
import { readTable } from '../project-table.ts';
import { version } from '../project.ts';
import { loadedFor } from './batch.ts';
import type { Bench } from './bench.ts';
import { outputFolder } from './build.ts';
import { loadEditions } from './editions.ts';
import { loadSheet } from './sheets.ts';
import type { Loaded } from './sources.ts';
import type { ImposeCommand } from './specs/impose.ts';
import { contactsOf } from './writer.ts';

/** A council, or a council and an area, with what its pages are made of. */
type Named = { readonly council: string; readonly area?: string; readonly loaded: Loaded };

/**
 * Puts the pages of all records on sheets, and writes them as one file. Where a record is faulty there is no file: a
 * pile in which one is missing would not be noticed.
 */
export async function impose(command: ImposeCommand, bench: Bench): Promise<void> {
  const { console, project, cwd } = bench;
  const { report, errors } = counting(console.report);
  const part = loadSheet(project, command.sheet, report);
  const records = await loadRecords(command, { ...bench, console: { ...console, report } });
  if (!part || records.length === 0 || errors() > 0) return;
  const { template, stack, thickness, status, copies, turn } = command;
  const job: SheetsJob = {
    template,
    records: records.map(({ loaded: { sources, second }, ...of }) => ({
      name: nameOf(of),
      sources,
      ...(second && { second }),
    })),
    sheet: { ...part.value, ...(turn && { turn }) },
    ...(copies !== undefined && { copies }),
    stack,
    thickness,
    status,
    day: command.common.day,
  };
  const label = `${command.councils.join(', ')} ${template}.sheet`;
  const watch = console.watch(label);
  const pressed = await attempt(() => pressSheets(job, report, watch.clock, { goesOn }));
  watch.tell();
  if (!pressed && console.stopped()) {
    const hint = 'run the command again';
    console.report(warning('write/stopped', 'the run was stopped: no sheet was made', undefined, hint));
  }
  if (!pressed || errors() > 0) return;
  const output = openOutput(outputFolder(command.common.out, project, cwd), cwd, console.report);
  const entry = entryOf(command, records, part.inputs, pressed);
  if (!output.write(entry.path, pressed.bytes)) return;
  enterIntoManifest(output, [entry]);
  const { council, area, pages, size } = entry;
  const of = { council, ...(area !== undefined && { area }), product: `${template}.sheet` };
  console.done({ path: output.shown(entry.path), ...of, pages, size, sha256: entry.sha256 });

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

const nameOf = ({ council, area }: Omit<Named, 'loaded'>): string =>
  area === undefined ? council : `${council}/${area}`;

/** Every council, or every area of the one council; what fails has been reported. */
async function loadRecords(command: ImposeCommand, { shelf, console, cwd }: Bench): Promise<Named[]> {
  const { languages, status, strictness, common } = command;
  const records: Named[] = [];
  for (const council of command.councils) {
    const wanted = { council, products: [], languages, status, ...(strictness && { strictness }), day: common.day };
    // oxlint-disable-next-line no-await-in-loop -- one council after the other, as they are told of
    const loaded = await loadEditions(wanted, shelf, console);
    if (!loaded) continue;
    if (command.areas === undefined) {
      records.push({ council, loaded });
      continue;
    }
    const file = readTable(cwd, command.areas, console.report);
    const list = file && parseAreas(file, loaded.sources.record.council, console.report);
    for (const area of list?.areas ?? []) records.push({ council, area: area.name, loaded: loadedFor(area, loaded) });
  }
  return records;
}

/** What the manifest says of sheets: of one record as of its other files; of several, of all of them together. */
function entryOf(
  { template, sheet, status, common }: ImposeCommand,
  records: readonly Named[],
  inputsOfSheet: readonly Input[],
  { bytes, pages }: Pressed,
): Entry {
  const { council, area, loaded } = records[0]!;
  const { language } = loaded;
  const variant = status;
  const councils = [...new Set(records.map((record) => record.council))];
  const one = { council, ...(area !== undefined && { area }) };
  const isOne = records.length === 1;
  const inputs = [...records.flatMap((record) => record.loaded.inputs), ...inputsOfSheet];
  const sorted = [...new Map(inputs.map((input) => [input.name, input])).values()].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return {
    path: isOne
      ? outputName({ ...one, template, language, kind: 'sheet', variant })
      : sheetsName({ sheet, language, variant }),
    sha256: sha256(bytes),
    size: bytes.length,
    pages,
    template,
    ...(isOne ? one : { council: councils.join('+') }),
    status,
    date: common.day,
    language,
    contacts: contactsOf(councils.map((name) => records.find((record) => record.council === name)!.loaded.contacts)),
    handbill: version(),
    inputs: Object.fromEntries(sorted.map((input) => [input.name, input.sha256])),
  };
}
