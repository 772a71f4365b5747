import { withArea } from '../data/council.ts';
import type { Area } from '../data/areas.ts';
import type { PlateTally } from '../batch/plates.ts';
import type { Sources } from '../job.ts';
import { type Came, openMaker, type Order, type Printing } from './batch-maker.ts';
import { type Plan, type Task, wantedIn } from './batch-plan.ts';
import type { Bench } from './bench.ts';
import { loadEditions } from './editions.ts';
import { openQueue, type Queue } from './in-turn.ts';
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
  /** Threads that make files, this one among them. */
  readonly threads: number;
  /** See `MakerOptions`. */
  readonly printing?: Printing;
};

/** After so many areas in a row of which nothing could be written, the next would fare no better. */
export const ENOUGH = 5;

/** So many files are made of plates in this thread before another one has started. */
const FEW = 100;

/**
 * Makes and writes what is planned, council after council. What is said of it comes in the order of the plans, whatever
 * is finished first.
 */
export async function makePlans(
  plans: readonly Plan[],
  { bench, writer, progress, tally, threads, printing }: Round,
): Promise<PlateTally> {
  let hindered = 0;
  const goesOn = (): boolean => !bench.console.stopped() && hindered < ENOUGH;
  const queue = openQueue();
  const ofPlates = plans.reduce((sum, { areas }) => sum + Math.max(0, areas.length - 1), 0);
  const maker = openMaker(bench, { goesOn, threads: ofPlates < FEW ? 1 : threads, ...(printing && { printing }) });
  const finished = (task: Task, came: Came): void => {
    if (came === 'stopped') return;
    if (task.area === undefined) {
      if (came === 'written') tally.cards++;
      return;
    }
    hindered = came === 'hindered' ? hindered + 1 : 0;
    if (came === 'written') tally.written++;
    else tally.faulty++;
    progress.step(came === 'written' ? 'sound' : 'faulty');
  };
  for (const plan of plans) {
    if (!goesOn()) break;
    if (plan.areas.length + plan.once.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- council after council: what one is made of is let go before the next
    const loaded = plan.loaded ?? (await loadInTurn(plan, queue, bench));
    if (loaded) {
      // oxlint-disable-next-line no-await-in-loop
      await maker.take(ordersOf(plan, loaded, { queue, writer, bench, finished }), plan.areas.length);
      continue;
    }
    tally.faulty += plan.areas.length;
    for (const _ of plan.areas) progress.step('faulty');
  }
  await maker.drain();
  queue.close();
  return maker.tally;
}

async function loadInTurn({ once, areas }: Plan, queue: Queue, { shelf, console }: Bench): Promise<Loaded | undefined> {
  const turn = queue.next();
  const wanted = (areas[0] ?? once[0]!).of;
  const report: typeof console.report = (found) => turn.say(() => console.report(found));
  try {
    return await loadEditions(wanted, shelf, { ...console, report });
  } finally {
    turn.end();
  }
}

type Hands = {
  readonly queue: Queue;
  readonly writer: Pick<Writer, 'put'>;
  readonly bench: Bench;
  readonly finished: (task: Task, came: Came) => void;
};

/** The orders of a council, one by one as they are taken. */
function* ordersOf(plan: Plan, loaded: Loaded, { queue, writer, bench, finished }: Hands): Generator<Order> {
  for (const task of [...plan.once, ...plan.areas]) {
    const turn = queue.next();
    const { area } = task;
    const wanted = wantedIn(task);
    yield {
      wanted,
      loaded: () => (area ? loadedFor(area, loaded) : loaded),
      report: (found) => turn.say(() => bench.console.report(found)),
      put: (made) => writer.put(made, wanted, turn.say),
      end(came) {
        finished(task, came);
        turn.end();
      },
    };
  }
}

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
