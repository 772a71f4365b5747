import { sha256 } from '../manifest.ts';
import { merge } from '../content/merge.ts';
import { type Length, lengthOf, longestOf } from '../data/longest.ts';
import { counting } from '../diagnostics/collect.ts';
import { error, isError } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { areasOfOne } from './batch-areas.ts';
import { loadedFor } from './area-sources.ts';
import type { Bench } from './bench.ts';
import { loadEditions, makeEditions, pressEditions } from './editions.ts';
import { PRODUCTS } from '../catalogue.ts';
import type { Wanted } from './editions.ts';
import type { Loaded } from './sources.ts';
import type { CheckCommand } from './specs/check.ts';

const NONE = { areas: [], faulty: 0 } as const;

/** So many councils are set one by one; of more, only the longest values. */
const FEW = 12;

/** Makes the products of each council and writes none: one run shows what is wrong in the whole project. */
export async function check(command: CheckCommand, bench: Bench): Promise<void> {
  const { console, project } = bench;
  if (command.councils.length === 0) project.warnOfStrays(console.report);
  const councils = command.councils.length > 0 ? command.councils : councilsOf(bench);
  const isEach = command.full || command.councils.length > 0 || councils.length <= FEW;
  const faulty = isEach ? await checkEach(councils, command, bench) : await checkMany(councils, command, bench);
  if (faulty === undefined || console.stopped()) return;
  const count = `${councils.length} ${councils.length === 1 ? 'council' : 'councils'}`;
  if (councils.length > 0) console.say(`checked ${count}: ${faulty === 0 ? 'all sound' : `${faulty} with faults`}`);
}

const wantedOf = (council: string, { edition, strictness, common }: CheckCommand): Wanted => ({
  council,
  ...(edition && { edition }),
  ...(strictness && { strictness }),
  products: PRODUCTS,
  status: 'final',
  day: common.day,
});

/** Sets every product of every council; gives how many councils have faults. */
async function checkEach(
  councils: readonly string[],
  command: CheckCommand,
  { console, shelf, press }: Bench,
): Promise<number | undefined> {
  let faulty = 0;
  for (const council of councils) {
    const pages: string[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for await (const { product, pressed } of makeEditions(wantedOf(council, command), shelf, press, console)) {
      pages.push(
        pressed.pages === 0 ? product.name : `${product.name} ${pressed.pages} page${pressed.pages === 1 ? '' : 's'}`,
      );
      const { bytes } = pressed;
      console.done({ council, product: product.name, pages: pressed.pages, size: bytes.length, sha256: sha256(bytes) });
    }
    if (console.stopped()) return undefined;
    const isFaulty = pages.length < PRODUCTS.length;
    if (isFaulty) faulty++;
    console.say(`${council}: ${[...pages, ...(isFaulty ? ['faults'] : [])].join(', ')}`);
  }
  return faulty;
}

/**
 * Parses and merges every council, and sets each product once a brand, with the longest value that any of its councils
 * has of each. Where that does not fit, the councils that come nearest to it are set by themselves: what does not fit is
 * theirs then.
 */
async function checkMany(
  councils: readonly string[],
  command: CheckCommand,
  bench: Bench,
): Promise<number | undefined> {
  const { console, shelf } = bench;
  const faulty = new Set<string>();
  const listing = new Set(bench.project.areas());
  let listed = 0;
  const brands = new Map<string, Loaded[]>();
  for (const council of councils) {
    // oxlint-disable-next-line no-await-in-loop
    const loaded = await loadEditions(wantedOf(council, command), shelf, console);
    if (console.stopped()) return undefined;
    const isMerged = loaded && mergedSoundly(loaded, (found) => console.report({ record: council, ...found }));
    // oxlint-disable-next-line no-await-in-loop
    const areas = loaded && listing.has(council) ? await areasOfOne(undefined, loaded.sources.record, bench) : NONE;
    if (!areas || areas.faulty > 0) faulty.add(council);
    const [longest] = (areas?.areas ?? []).toSorted((a, b) => b.name.length - a.name.length);
    listed += areas?.areas.length ?? 0;
    if (!loaded || !isMerged) faulty.add(council);
    else {
      const { id } = loaded.sources.brand;
      brands.set(id, [...(brands.get(id) ?? []), longest ? loadedFor(longest, loaded) : loaded]);
    }
  }
  let set = 0;
  for (const [brand, all] of brands) {
    // oxlint-disable-next-line no-await-in-loop
    const room = await hasRoom(brand, all, command, bench);
    if (console.stopped()) return undefined;
    if (room) continue;
    for (const loaded of nearest(all)) {
      set += 1;
      const { slug } = loaded.sources.record;
      // oxlint-disable-next-line no-await-in-loop
      if ((await countMade(wantedOf(slug, command), loaded, bench)) < PRODUCTS.length) faulty.add(slug);
    }
  }
  const ofAreas = listed > 0 ? ` with ${listed.toLocaleString('en-GB')} areas` : '';
  const times = `${brands.size} ${brands.size === 1 ? 'brand' : 'brands'} with the longest values`;
  console.say(
    `parsed and merged ${councils.length - faulty.size} councils${ofAreas}; set the pages of ${times}${set > 0 ? `, and of ${set} councils that come near them` : ''}`,
  );
  console.say('--full sets the pages of every council');
  return faulty.size;
}

function mergedSoundly({ sources }: Loaded, report: Report): boolean {
  const { guidance, links, words, record } = sources;
  const faults = counting(report);
  merge(guidance, { links, record, status: 'final', ...(words && { words }) }, faults.report);
  return faults.errors() === 0;
}

/** Whether the longest values of a brand's councils fit. What does not is not told: no council may have all of them. */
async function hasRoom(brand: string, all: readonly Loaded[], command: CheckCommand, bench: Bench): Promise<boolean> {
  for (const by of ['text', 'word'] as const) {
    // oxlint-disable-next-line no-await-in-loop
    if (!(await hasRoomFor(by, brand, all, command, bench))) return false;
  }
  return true;
}

async function hasRoomFor(
  by: Length,
  brand: string,
  all: readonly Loaded[],
  command: CheckCommand,
  bench: Bench,
): Promise<boolean> {
  const [first] = all;
  if (!first) return true;
  const records = all.map(({ sources }) => sources.record);
  const record = { ...longestOf(records, by), slug: brand };
  const words = all.flatMap(({ sources }) => sources.words ?? []).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const { words: _own, ...sources } = first.sources;
  const loaded = { ...first, sources: { ...sources, record, ...(words && { words }) } };
  let faults = 0;
  const silent = {
    ...bench.console,
    report: (found: Parameters<Report>[0]) => void (faults += isError(found) ? 1 : 0),
  };
  const made = await countMade(wantedOf(brand, command), loaded, { ...bench, console: silent });
  return made === PRODUCTS.length && faults === 0;
}

const sizeOf = ({ file }: NonNullable<Loaded['sources']['words']>): number => file.text.length;

async function countMade(wanted: Wanted, loaded: Loaded, { press, console }: Bench): Promise<number> {
  let made = 0;
  for await (const _ of pressEditions(wanted, loaded, press, console)) made++;
  return made;
}

/** How many councils of each kind are set where the longest values do not fit. */
const NEAR = 20;

const longestWord = ({ sources: { record } }: Loaded): number => lengthOf(record.council.name, 'word');

/** The councils with the most to print, and those whose names have the longest words. */
function nearest(all: readonly Loaded[]): readonly Loaded[] {
  const printed = ({ sources: { record, words } }: Loaded): number =>
    JSON.stringify(record.council).length + (words ? sizeOf(words) : 0);
  const first = (of: (each: Loaded) => number): readonly Loaded[] =>
    all.toSorted((a, b) => of(b) - of(a)).slice(0, NEAR);
  return [...new Set([...first(printed), ...first(longestWord)])];
}

/** The project's own councils, not the example below it; a project without any is checked with the example. */
function councilsOf({ project, console }: Bench): readonly string[] {
  const own = project.councils('own');
  const councils = own.length > 0 ? own : project.councils('all');
  if (councils.length === 0) {
    const hint = "put a council's file into `content/councils`";
    console.report(error('project/no-councils', 'the project has no councils', undefined, hint));
  }
  return councils;
}
