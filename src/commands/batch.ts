import { performance } from 'node:perf_hooks';
import type { Area, Areas } from '../data/areas.ts';
import { withArea } from '../data/council.ts';
import { error, warning } from '../diagnostics/diagnostic.ts';
import { openOutput } from '../output.ts';
import type { Kind } from '../output-names.ts';
import type { Sources } from '../job.ts';
import { forScreen, type Purpose } from '../print/purpose.ts';
import { areasOfAll, areasOfOne } from './batch-areas.ts';
import type { Bench } from './bench.ts';
import { outputFolder } from './build.ts';
import { counted } from './counted.ts';
import { CATALOGUE, PRODUCTS, type TemplateName } from '../catalogue.ts';
import { documentsOf, loadEditions, pressEditions, productsFor } from './editions.ts';
import type { Wanted } from './editions.ts';
import type { Progress } from './progress.ts';
import { openPurpose } from './purpose.ts';
import type { Loaded } from './sources.ts';
import type { BatchCommand } from './specs/batch.ts';
import { openWriter } from './writer.ts';
import type { Writer } from './writer.ts';

/** The areas of one council, and what its leaflets are made of, if that was parsed already. */
type Part = { readonly council: string; readonly list: Areas; readonly loaded?: Loaded };

type Tally = { written: number; faulty: number; cards: number };

/**
 * Makes and writes the products of each area of a council, or of all councils. What areas share is parsed once for each
 * council, and of a document that is written nothing is kept but its line for the manifest. An area that fails is
 * reported, and the others go on.
 */
export async function batch(command: BatchCommand, bench: Bench): Promise<void> {
  const { console, cwd } = bench;
  const purpose = openPurpose(command.purpose, cwd, console.report);
  const parts = purpose && (await partsOf(command, bench));
  if (!parts) return;
  const output = openOutput(outputFolder(command.common.out, bench.project, cwd), cwd, console.report);
  console.tell(`output   ${output.folder}`);
  const writer = openWriter(output, console);
  const total = parts.reduce((sum, { list }) => sum + list.areas.length, 0);
  const rowsWithFaults = parts.reduce((sum, { list }) => sum + list.faulty, 0);
  const tally: Tally = { written: 0, faulty: 0, cards: 0 };
  const progress = console.progress(total);
  try {
    const round: Round = { command, purpose, bench, writer, progress, tally, entered: performance.now(), hindered: 0 };
    for (const part of parts) {
      if (console.stopped() || round.hindered >= ENOUGH) break;
      // One document after the other: each is written before the next is begun.
      // oxlint-disable-next-line no-await-in-loop
      await makePart(part, round);
    }
  } finally {
    progress.clear();
    writer.enter();
  }
  const left = total - tally.written - tally.faulty;
  reportLeft(left, total, bench);
  const cards = command.council === undefined ? counted(tally.cards, 'card') : "the council's card";
  const faulty = tally.faulty + rowsWithFaults;
  console.conclude(
    [
      ...(tally.cards > 0 ? [cards] : []),
      `${counted(tally.written, CATALOGUE[command.template].thing)}${command.council === undefined ? ` of ${counted(parts.length, 'council')}` : ''} written`,
      ...(faulty > 0 ? [`${counted(faulty, 'area')} with faults`] : []),
      ...(left > 0 ? [`${counted(left, 'area')} left`] : []),
    ]
      .join(', ')
      .replace(/(cards?), /, '$1 and '),
  );
}

/** Whose leaflets are made. Of one council, what is wrong with its own file is told before its areas are read. */
async function partsOf(command: BatchCommand, bench: Bench): Promise<readonly Part[] | undefined> {
  const { council } = command;
  if (council === undefined) return areasOfAll(command.areas, bench);
  const loaded = await loadEditions(
    wantedOf(command, council, command.template, [], forScreen),
    bench.shelf,
    bench.console,
  );
  const list = loaded && (await areasOfOne(command.areas, loaded.sources.record, bench));
  return list && [{ council, list, loaded }];
}

/** What a run over councils and areas keeps. */
type Round = {
  readonly command: BatchCommand;
  readonly purpose: Purpose;
  readonly bench: Bench;
  readonly writer: Writer;
  readonly progress: Progress;
  readonly tally: Tally;
  entered: number;
  hindered: number;
};

async function makePart({ council, list, ...part }: Part, round: Round): Promise<void> {
  const { command, purpose, bench, writer, tally, progress } = round;
  const { console } = bench;
  const kinds: readonly Kind[] = command.html ? ['pdf', 'sheet', 'html'] : ['pdf', 'sheet'];
  const wanted = wantedOf(command, council, command.template, kinds, purpose);
  const loaded = part.loaded ?? (await loadEditions(wanted, bench.shelf, console));
  if (!loaded) {
    tally.faulty += list.areas.length;
    for (const _ of list.areas) progress.step('faulty');
    return;
  }
  for (const template of command.once) {
    const card = wantedOf(command, council, template, ['pdf', 'sheet', 'txt'], purpose);
    // oxlint-disable-next-line no-await-in-loop
    if ((await makeAll(card, loaded, bench, writer)) === 'written') tally.cards++;
  }
  for (const area of list.areas) {
    if (console.stopped() || round.hindered >= ENOUGH) return;
    const ofArea = { ...wanted, area: area.name };
    // oxlint-disable-next-line no-await-in-loop
    const came = await makeAll(ofArea, loadedFor(area, loaded), bench, writer);
    round.hindered = came === 'hindered' ? round.hindered + 1 : 0;
    if (came === 'stopped') return;
    if (came === 'written') tally.written++;
    else tally.faulty++;
    progress.step(came === 'written' ? 'sound' : 'faulty');
    if (performance.now() - round.entered < OFTEN) continue;
    writer.enter();
    round.entered = performance.now();
  }
}

/** After so many areas in a row of which nothing could be written, the next would fare no better. */
const ENOUGH = 5;

/** How often the manifest is told, in milliseconds: what a crash takes from it is no more than that. */
const OFTEN = 5000;

const wantedOf = (
  { languages, edition, status, strictness, common }: BatchCommand,
  council: string,
  template: TemplateName,
  kinds: readonly Kind[],
  purpose: Purpose,
): Wanted => ({
  council,
  products: productsFor(
    PRODUCTS.filter((product) => product.template === template && kinds.includes(product.kind)),
    purpose,
  ),
  purpose,
  languages,
  ...(edition && { edition }),
  status,
  ...(strictness && { strictness }),
  day: common.day,
});

/** The council's own sources with the area in its record, in each language under the name that it has there. */
export function loadedFor({ name, names = {}, place }: Area, loaded: Loaded): Loaded {
  const withName = (sources: Sources): Sources => {
    const own = names[sources.guidance.facts.language];
    const record = withArea(sources.record, own ?? name);
    const placeOf = (keyPath: string): ReturnType<typeof record.placeOf> =>
      keyPath === 'area' ? place : record.placeOf(keyPath);
    return { ...sources, record: { ...record, placeOf } };
  };
  const { sources, second } = loaded;
  return { ...loaded, sources: withName(sources), ...(second && { second: withName(second) }) };
}

/** Makes and writes all products of one record. */
async function makeAll(
  wanted: Wanted,
  loaded: Loaded,
  { press, console }: Bench,
  writer: Writer,
): Promise<'written' | 'faulty' | 'hindered' | 'stopped'> {
  let [made, written] = [0, 0];
  for await (const each of pressEditions(wanted, loaded, press, console)) {
    made++;
    if (writer.put(each, wanted)) written++;
  }
  if (written === documentsOf(wanted)) return 'written';
  if (console.stopped()) return 'stopped';
  return made > 0 && written === 0 ? 'hindered' : 'faulty';
}

function reportLeft(left: number, total: number, { console }: Bench): void {
  if (left === 0) return;
  const of = `${left} of ${counted(total, 'area')} ${left === 1 ? 'is' : 'are'} left`;
  if (console.stopped()) {
    const hint = 'run the command again to make all of them';
    console.report(warning('write/stopped', `the run was stopped: ${of}`, undefined, hint));
  } else {
    const message = `${ENOUGH} areas in a row could not be written, so the run was ended: ${of}`;
    console.report(
      error('write/given-up', message, undefined, 'put right what stands above, and run the command again'),
    );
  }
}
