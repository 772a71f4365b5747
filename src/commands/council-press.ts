import { Plates, type PlateTally, type Printer } from '../batch/plates.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { loadedFor } from './area-sources.ts';
import { type Task, wantedIn } from './batch-plan.ts';
import { type Console, reportingTo } from './console.ts';
import { documentsIn, type Made, type Press, pressEditions, type Wanted } from './editions.ts';
import type { Loaded } from './sources.ts';

/** What became of an area: all its files stand, or some could not be made, or be written, or the run was to end. */
export type Came = 'written' | 'faulty' | 'hindered' | 'stopped';

/** Takes a finished document; whether it stands. The bytes are not needed afterwards. */
export type Take = (made: Made, wanted: Wanted) => boolean;

/** Makes what is wanted of one council, task by task. A task that is begun is brought to its end, whatever is wrong. */
export type CouncilPress = (task: Task, report: Report, take: Take) => Promise<Came>;

/** What makes files of plates, and what it has made so far. */
export type Printing = { readonly printer: Printer; readonly tally: PlateTally };

/**
 * Sets and paints the first record of a council, and prints the others from its plate.
 *
 * @param way plates, or a press that a test has put in the place of ours: it gets every record
 */
export function openCouncil(loaded: Loaded, way: Printing | Press, console: Console): CouncilPress {
  const press = typeof way === 'function' ? way : new Plates(way).press;
  return async (task, report, take) => {
    const wanted = wantedIn(task);
    const own = task.area ? loadedFor(task.area, loaded) : loaded;
    let [made, written] = [0, 0];
    for await (const each of pressEditions(wanted, own, press, reportingTo(console, report))) {
      made++;
      if (take(each, wanted)) written++;
    }
    if (written === documentsIn(wanted).length) return 'written';
    if (console.stopped()) return 'stopped';
    return made > 0 && written === 0 ? 'hindered' : 'faulty';
  };
}
