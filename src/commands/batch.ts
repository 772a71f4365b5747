import { performance } from 'node:perf_hooks';
import { parseAreas } from '../data/areas.ts';
import type { Area } from '../data/areas.ts';
import { withArea } from '../data/council.ts';
import { error, warning } from '../diagnostics/diagnostic.ts';
import { openOutput } from '../output.ts';
import type { Kind } from '../output-names.ts';
import type { Purpose } from '../print/purpose.ts';
import { readTable } from '../project-table.ts';
import type { Bench } from './bench.ts';
import { outputFolder } from './build.ts';
import { documentsOf, loadEditions, pressEditions, PRODUCTS, productsFor } from './editions.ts';
import type { Wanted } from './editions.ts';
import { openPurpose } from './purpose.ts';
import type { Loaded } from './sources.ts';
import type { BatchCommand } from './specs/batch.ts';
import type { TemplateName } from './specs/spec.ts';
import { openWriter } from './writer.ts';
import type { Writer } from './writer.ts';

/**
 * Makes and writes the products of each area of a list. What they share is parsed once, and of a document that is
 * written nothing is kept but its line for the manifest. An area that fails is reported, and the others go on.
 */
export async function batch(command: BatchCommand, bench: Bench): Promise<void> {
  const { console, cwd } = bench;
  const kinds: readonly Kind[] = command.html ? ['pdf', 'sheet', 'html'] : ['pdf', 'sheet'];
  const purpose = openPurpose(command.purpose, cwd, console.report);
  if (!purpose) return;
  const wanted = wantedOf(command, command.template, kinds, purpose);
  const loaded = await loadEditions(wanted, bench.shelf, console);
  const file = loaded && readTable(cwd, command.areas, console.report);
  const list = file && parseAreas(file, loaded.sources.record.council, console.report);
  if (!list) return;

  const output = openOutput(outputFolder(command.common.out, bench.project, cwd), cwd, console.report);
  console.tell(`output   ${output.folder}`);
  const writer = openWriter(output, console);
  const cards = command.once.map((template) => wantedOf(command, template, ['pdf', 'sheet', 'txt'], purpose));
  const { areas } = list;
  const tally = { written: 0, faulty: 0, cards: 0 };
  const progress = console.progress(areas.length);
  try {
    let entered = performance.now();
    let hindered = 0;
    for (const card of cards) {
      // One document after the other: each is written before the next is begun.
      // oxlint-disable-next-line no-await-in-loop
      if ((await makeAll(card, loaded, bench, writer)) === 'written') tally.cards++;
    }
    for (const area of areas) {
      if (console.stopped() || hindered >= ENOUGH) break;
      const ofArea = { ...wanted, area: area.name };
      // oxlint-disable-next-line no-await-in-loop
      const came = await makeAll(ofArea, loadedFor(area, loaded), bench, writer);
      hindered = came === 'hindered' ? hindered + 1 : 0;
      if (came === 'stopped') break;
      if (came === 'written') tally.written++;
      else tally.faulty++;
      progress.step(came === 'written' ? 'sound' : 'faulty');
      if (performance.now() - entered < OFTEN) continue;
      writer.enter();
      entered = performance.now();
    }
  } finally {
    progress.clear();
    writer.enter();
  }
  const left = areas.length - tally.written - tally.faulty;
  reportLeft(left, areas.length, bench);
  console.conclude(
    [
      ...(tally.cards > 0 ? ["the council's card"] : []),
      `${counted(tally.written, THINGS[command.template])} written`,
      ...(tally.faulty + list.faulty > 0 ? [`${counted(tally.faulty + list.faulty, 'area')} with faults`] : []),
      ...(left > 0 ? [`${counted(left, 'area')} left`] : []),
    ]
      .join(', ')
      .replace('card, ', 'card and '),
  );
}

/** After so many areas in a row of which nothing could be written, the next would fare no better. */
const ENOUGH = 5;

/** How often the manifest is told, in milliseconds: what a crash takes from it is no more than that. */
const OFTEN = 5000;

const THINGS: { readonly [template in TemplateName]: string } = {
  leaflet: 'leaflet',
  'large-print': 'large print leaflet',
  'wallet-card': 'card',
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const wantedOf = (
  { council, languages, status, strictness, common }: BatchCommand,
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
  status,
  ...(strictness && { strictness }),
  day: common.day,
});

/** The council's own sources with the area in its record, whose name stands in a cell of the list. */
function loadedFor({ name, place }: Area, loaded: Loaded): Loaded {
  const record = withArea(loaded.sources.record, name);
  const placeOf = (keyPath: string): ReturnType<typeof record.placeOf> =>
    keyPath === 'area' ? place : record.placeOf(keyPath);
  return { ...loaded, sources: { ...loaded.sources, record: { ...record, placeOf } } };
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
