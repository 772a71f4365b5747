import type { PlateTally } from '../batch/plates.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Purpose } from '../print/purpose.ts';
import { Crew, type Hear } from './batch-crew.ts';
import { isEmpty, loadPlan, openWatcher, type ThreadedRound } from './batch-make.ts';
import type { Said } from './batch-messages.ts';
import { type Plan, type Task, wantedIn } from './batch-plan.ts';
import { reportingTo } from './console.ts';
import { type Came, type CouncilPress, openCouncil } from './council-press.ts';
import { recordOf } from './editions.ts';
import { errandsOf } from './errands.ts';
import { openQueue, type Turn } from './in-turn.ts';
import { ownPrinting } from './own-printing.ts';
import type { Loaded } from './sources.ts';

/** A task whose turn to be heard has not come. */
type Waiting = { readonly task: Task; readonly turn: Turn };

/**
 * Makes and writes what is planned in several threads, this one among them. Each has a council at a time, or a part of a
 * large one. What is said of it comes in the order of the plans, whatever is finished first.
 */
export async function makeInThreads(
  plans: readonly Plan[],
  purpose: Purpose,
  round: ThreadedRound,
): Promise<PlateTally> {
  const { bench, writer, output, threads } = round;
  const { console, project, cwd } = bench;
  const { goesOn, finished } = openWatcher(round);
  const queue = openQueue();
  const start = { cwd, project: project.root, folder: output.folder, purpose, isVerbose: console.isVerbose };
  const crew = new Crew(threads - 1, start);
  const plates = ownPrinting();

  const end = ({ task, turn }: Waiting, came: Came): void => {
    finished(task, came);
    turn.end();
    if (!goesOn()) crew.stop();
  };
  const hearing = (waiting: readonly Waiting[], loaded: Loaded): Hear => ({
    ended(at, came, said) {
      for (const each of said) say(waiting[at]!, each, loaded);
      end(waiting[at]!, came);
    },
    died(at, cause) {
      const { task, turn } = waiting[at]!;
      const record = recordOf(wantedIn(task));
      const report: Report = (found) => turn.say(() => console.report({ record, ...found }));
      reportingTo(console, report).bug(new Error(`two threads died while it was made: ${cause}`), record);
      end(waiting[at]!, 'faulty');
    },
  });
  const say = ({ task, turn }: Waiting, said: Said, loaded: Loaded): void => {
    switch (said.kind) {
      case 'found':
        return turn.say(() => console.report(said.diagnostic));
      case 'line':
        return turn.say(() => console.tell(said.line));
      case 'stood':
        return writer.note({ ...said.stood, loaded }, wantedIn(task), turn.say);
    }
  };
  const makeHere = async (waiting: readonly Waiting[], council: CouncilPress): Promise<void> => {
    for (const each of waiting) {
      const { task, turn } = each;
      const report: Report = (found) => turn.say(() => console.report(found));
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const came = goesOn() ? await council(task, report, (made, of) => writer.put(made, of, turn.say)) : 'stopped';
      end(each, came);
    }
  };

  try {
    for (const [number, plan] of plans.entries()) {
      if (!goesOn()) break;
      if (isEmpty(plan)) continue;
      const turn = queue.next();
      // oxlint-disable-next-line no-await-in-loop -- no more is read than can be made
      const loaded = await loadPlan(plan, round, (found) => turn.say(() => console.report(found)));
      turn.end();
      if (!loaded) continue;
      const tasks = [...plan.once, ...plan.areas];
      const council = openCouncil(loaded, plates, console);
      for (const errand of errandsOf(plan, number, loaded)) {
        if (!goesOn()) break;
        const waiting = tasks.splice(0, errand.tasks.length).map((task) => ({ task, turn: queue.next() }));
        if (crew.hasRoom()) crew.give(errand, hearing(waiting, loaded));
        // oxlint-disable-next-line no-await-in-loop
        else await makeHere(waiting, council);
      }
    }
    if (!goesOn()) crew.stop();
    await crew.drain();
  } finally {
    queue.close();
    await crew.close();
  }
  const { tally } = plates;
  for (const name of ['imprinted', 'plates', 'fallbacks'] as const) tally[name] += crew.tally[name];
  return tally;
}
