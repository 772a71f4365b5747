import { counting } from '../diagnostics/collect.ts';
import { openJournal } from '../manifest-journal.ts';
import { type Entry, MANIFEST } from '../manifest.ts';
import { openOutput, type Output } from '../output.ts';
import { forScreen, type Purpose } from '../print/purpose.ts';
import { areasOfAll, areasOfOne } from './batch-areas.ts';
import { type Chosen, choose, type Listed } from './batch-choice.ts';
import { makePlans, type Tally } from './batch-make.ts';
import { type Plan, planCouncil } from './batch-plan.ts';
import { goneIn, inShare, removable } from './batch-prune.ts';
import { concludeBatch, reportLeft, reportNotPruned, tellDry } from './batch-report.ts';
import { askedIn, dayOf, leftIn, takeOver } from './batch-resume.ts';
import { type Ledger, openLedger } from './batch-unchanged.ts';
import { wantedOfAreas, wantedOnce } from './batch-wanted.ts';
import type { Bench } from './bench.ts';
import { keepHeapLean } from './lean-heap.ts';
import { outputFolder } from './output-folder.ts';
import { loadEditions } from './editions.ts';
import { ownPress } from './own-press.ts';
import { openPurpose } from './purpose.ts';
import { recipeOf } from './recipe.ts';
import type { Loaded } from './sources.ts';
import type { BatchCommand } from './specs/batch.ts';
import { threadCount } from './thread-count.ts';
import { openWriter } from './writer.ts';

/** The areas of one council, and what its leaflets are made of, if that was parsed already. */
type Part = Listed & { readonly loaded?: Loaded };

/**
 * Makes and writes the products of each area of a council, or of all councils, where they are not as they would be made.
 * What areas share is parsed once for each council, and of a document that is written nothing is kept but its line for
 * the manifest. An area that fails is reported, and the others go on.
 */
export async function batch(given: BatchCommand, bench: Bench): Promise<void> {
  const { console, project, cwd } = bench;
  keepHeapLean();
  const purpose = openPurpose(given.purpose, cwd, console.report);
  if (!purpose) return;
  const output = openOutput(outputFolder(given.common.out, project, cwd), cwd, console.report, bench.fs);
  console.tell(`output   ${output.folder}`);
  const left = leftIn(output);
  const asked = askedIn(given);
  const date = dayOf(given, asked, left);
  const command: BatchCommand = { ...given, common: { ...given.common, day: date } };

  const listing = counting(console.report);
  const parts = await partsOf(command, { ...bench, console: { ...console, report: listing.report } });
  const chosen = parts && choose(parts, command.share, console.report);
  if (!chosen) return;
  const recipe = recipeOf(purpose, project);
  if (command.into === 'one-file') {
    const faultyRows = sumOf(parts, ({ list }) => list.faulty);
    const { batchIntoOne } = await import('./batch-one-file.ts');
    return batchIntoOne(command, chosen, { bench, output, purpose, recipe, faultyRows });
  }
  if (!command.isDry) takeOver(left, output);
  const { entries } = left;
  const written = output.measure(MANIFEST)?.written ?? 0;
  const ledger = openLedger(project, output, { entries: command.isAfresh ? [] : entries, recipe, written });
  const { plans, renewed } = await planAll(command, purpose, chosen, { ledger, entries, bench });
  const gone = goneOf(command, purpose, parts, { entries, output, bench, faults: listing.errors() });

  const total = sumOf(plans, ({ areas }) => areas.length);
  const rows = sumOf(parts, ({ list }) => list.faulty);
  const numbers = { unchanged: sumOf(plans, (plan) => plan.unchanged), councils: chosen.length, left: 0 };
  if (command.isDry) {
    tellDry(plans, gone, output, console);
    const would = { written: total, cards: sumOf(plans, ({ once }) => once.length), removed: gone.length };
    return concludeBatch(command, { ...numbers, ...would, faulty: rows }, console);
  }
  const journal = openJournal(output, { asked, date });
  const writer = openWriter(output, console, recipe, journal);
  const progress = console.progress(total);
  const tally: Tally = { written: 0, faulty: 0, cards: 0 };
  let removed: readonly Entry[] = [];
  try {
    const round = { bench, writer, progress, tally };
    const threads = threadsFor(command, plans, bench);
    const { imprinted, plates, fallbacks } =
      threads > 1
        ? await (await import('./batch-threads.ts')).makeInThreads(plans, purpose, { ...round, output, threads })
        : await makePlans(plans, round);
    console.tell(`plates   ${plates}, ${imprinted} files of them, ${fallbacks} in full beside them`);
    progress.clear();
    if (!console.stopped()) removed = gone.filter(({ path }) => !output.measure(path) || output.remove(path));
    for (const { path } of removed) console.removed(output.shown(path));
  } finally {
    progress.clear();
    const isWhole = tally.written + tally.faulty === total;
    const isKnown = left.unfinished.some((run) => run.asked === asked);
    const ended = isKnown ? { finished: asked } : {};
    const run = isWhole ? ended : { unfinished: tally.written > 0 ? [{ asked, date }] : [] };
    if (writer.enter({ renewed, removed: removed.map(({ path }) => path), ...run })) journal.end();
  }
  const open = total - tally.written - tally.faulty;
  reportLeft(open, total, bench);
  concludeBatch(
    command,
    { ...numbers, ...tally, faulty: tally.faulty + rows, left: open, removed: removed.length },
    console,
  );
}

/**
 * What a test has put in the place of our own parts is in this thread alone, and so is a program that is not built, of
 * which there is no file for threads to run.
 */
const threadsFor = ({ workers }: BatchCommand, plans: readonly Plan[], { press, fs }: Bench): number =>
  press !== ownPress || fs || !import.meta.url.endsWith('.js') ? 1 : (workers ?? threadCount(plans));

const sumOf = <T>(all: readonly T[], number: (each: T) => number): number =>
  all.reduce((sum, each) => sum + number(each), 0);

/** Whose leaflets are made. Of one council, what is wrong with its own file is told before its areas are read. */
async function partsOf(command: BatchCommand, bench: Bench): Promise<readonly Part[] | undefined> {
  const { council } = command;
  if (council === undefined) return areasOfAll(command.areas, bench);
  const wanted = wantedOfAreas(command, council, forScreen);
  const loaded = await loadEditions(wanted, bench.shelf, bench.console);
  const list = loaded && (await areasOfOne(command.areas, loaded.sources.record, bench));
  return list && [{ council, list, loaded }];
}

type Standing = { readonly entries: readonly Entry[]; readonly bench: Bench };

/** What is to be made, and what the manifest must say anew of files that are not. */
async function planAll(
  command: BatchCommand,
  purpose: Purpose,
  chosen: readonly Chosen<Part>[],
  { ledger, entries, bench }: Standing & { readonly ledger: Ledger },
): Promise<{ readonly plans: readonly Plan[]; readonly renewed: readonly Entry[] }> {
  const plans: Plan[] = [];
  const renewed: Entry[] = [];
  const told = new Set(entries);
  const keep = {
    entry: (entry: Entry) => void (told.has(entry) || renewed.push(entry)),
    warning: bench.console.report,
  };
  for (const { part, areas, makesOnce } of chosen) {
    const { council, loaded } = part;
    const once = makesOnce ? wantedOnce(command, council, purpose) : [];
    const asked = { council, areas, wanted: wantedOfAreas(command, council, purpose), once };
    // oxlint-disable-next-line no-await-in-loop -- what one council shows of what all share saves the next from loading
    plans.push(await planCouncil({ ...asked, ...(loaded && { loaded }) }, ledger, bench, keep));
  }
  return { plans, renewed };
}

/** The files that are to be removed. */
function goneOf(
  command: BatchCommand,
  purpose: Purpose,
  parts: readonly Part[],
  { entries, output, bench, faults }: Standing & { readonly output: Output; readonly faults: number },
): readonly Entry[] {
  if (!command.isPruned) return [];
  if (faults > 0) {
    reportNotPruned(bench.console.report);
    return [];
  }
  const { council, template } = command;
  const wanted = wantedOfAreas(command, council ?? '', purpose);
  const gone = goneIn(entries, { parts, template, wanted, ...(council !== undefined && { council }) });
  return removable(inShare(gone, command.share), output, bench.console.report);
}
