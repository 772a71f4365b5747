import { performance } from 'node:perf_hooks';
import type { PlateTally } from '../batch/plates.ts';
import type { Output } from '../output.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Plan, Task } from './batch-plan.ts';
import type { Bench } from './bench.ts';
import type { Came, Printing } from './council-press.ts';
import { timeLine } from './console.ts';
import { loadEditions } from './editions.ts';
import type { Progress } from './progress.ts';
import type { Loaded } from './sources.ts';
import type { Writer } from './writer.ts';

/** What came of a run. */
export type Tally = { written: number; faulty: number; cards: number };

/** What a run over councils and areas works with. */
export type Round = {
  readonly bench: Bench;
  readonly writer: Pick<Writer, 'put'>;
  readonly progress: Progress;
  readonly tally: Tally;
  /** What makes files of plates, if they are to be made otherwise than as files of their own. */
  readonly printing?: Printing;
};

/** The same, with threads that make and write. */
export type ThreadedRound = Omit<Round, 'writer' | 'printing'> & {
  readonly writer: Pick<Writer, 'put' | 'note'>;
  readonly threads: number;
  readonly output: Output;
};

/** After so many areas in a row of which nothing could be written, the next would fare no better. */
export const ENOUGH = 5;

/** Whoever watches over a run: counts what becomes of its tasks, and ends it where it is of no use. */
export type Watcher = {
  /** Whether the next task is to be begun. */
  readonly goesOn: () => boolean;
  readonly finished: (task: Task, came: Came) => void;
};

export function openWatcher({ bench, progress, tally }: Pick<Round, 'bench' | 'progress' | 'tally'>): Watcher {
  let hindered = 0;
  return {
    goesOn: () => !bench.console.stopped() && hindered < ENOUGH,
    finished(task, came) {
      if (came === 'stopped') return;
      if (task.area === undefined) {
        if (came === 'written') tally.cards++;
        return;
      }
      hindered = came === 'hindered' ? hindered + 1 : 0;
      if (came === 'written') tally.written++;
      else tally.faulty++;
      progress.step(came === 'written' ? 'sound' : 'faulty');
    },
  };
}

/** What a council is made of; what cannot be made for want of it is counted. */
export async function loadPlan(
  plan: Plan,
  { bench, progress, tally }: Pick<Round, 'bench' | 'progress' | 'tally'>,
  report: Report,
): Promise<Loaded | undefined> {
  const { loaded, once, areas } = plan;
  if (loaded) return loaded;
  const wanted = (areas[0] ?? once[0]!).of;
  const found = await loadEditions(wanted, bench.shelf, { ...bench.console, report });
  if (found) return found;
  tally.faulty += areas.length;
  for (const _ of areas) progress.step('faulty');
  return undefined;
}

export const isEmpty = ({ once, areas }: Plan): boolean => once.length + areas.length === 0;

/** Makes and writes what is planned, council after council, in this thread. */
export async function makePlans(plans: readonly Plan[], round: Round): Promise<PlateTally> {
  const { bench, writer, printing } = round;
  const { console } = bench;
  // What sets and paints is loaded when there is something to be made.
  if (plans.every(isEmpty)) return { imprinted: 0, plates: 0, fallbacks: 0 };
  const started = performance.now();
  const [{ openCouncil }, { ownPrinting }, { ownPress }] = await Promise.all([
    import('./council-press.ts'),
    import('./own-printing.ts'),
    import('./own-press.ts'),
  ]);
  console.tell(timeLine('load', performance.now() - started, 'what sets and paints'));
  const { goesOn, finished } = openWatcher(round);
  const plates = printing ?? ownPrinting();
  for (const plan of plans) {
    if (!goesOn()) break;
    if (isEmpty(plan)) continue;
    // oxlint-disable-next-line no-await-in-loop -- council after council: what one is made of is let go before the next
    const loaded = await loadPlan(plan, round, console.report);
    if (!loaded) continue;
    // One area alone has no others that a plate would serve.
    const isOfPlates = bench.press === ownPress && (printing !== undefined || plan.areas.length > 1);
    const council = openCouncil(loaded, isOfPlates ? plates : bench.press, console);
    for (const task of [...plan.once, ...plan.areas]) {
      if (!goesOn()) break;
      // oxlint-disable-next-line no-await-in-loop
      finished(task, await council(task, console.report, (made, wanted) => writer.put(made, wanted)));
    }
  }
  return plates.tally;
}
