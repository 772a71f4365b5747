import { parentPort, workerData } from 'node:worker_threads';
import { type PlateTally, printerWith } from '../batch/plates.ts';
import { openOutput } from '../output.ts';
import { openProject } from '../project.ts';
import type { Errand, Heard, Said, ThreadStart, Told } from './batch-messages.ts';
import type { Task } from './batch-plan.ts';
import { type Console, openWatch } from './console.ts';
import { type Came, type CouncilPress, openCouncil } from './council-press.ts';
import { loadEditions } from './editions.ts';
import { changedMeanwhile, inputsIn } from './errands.ts';
import { openShelf } from './sources.ts';
import { writeMade } from './writer.ts';

/** A thread of a batch: it makes the tasks that it is told, and writes their files. See `Crew`. */

const { cwd, project: root, folder, purpose, isVerbose } = workerData as ThreadStart;
const port = parentPort;
if (!port) throw new Error('this is a thread of a batch, and nobody has started it as one');

const answer = (heard: Heard): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  port.postMessage(heard);
};

let isStopped = false;
/** What is to be said of the task in hand. */
let said: Said[] = [];

const nothing = (): void => {};
const tell: Console['tell'] = (line) => void (isVerbose && said.push({ kind: 'line', line }));
/** What councils are made of has been read before, and what was found in it told. */
const console: Console = {
  report: nothing,
  tell,
  isVerbose,
  watch: (label) => openWatch(label, tell),
  say: nothing,
  done: nothing,
  removed: nothing,
  attach: nothing,
  progress: () => ({ step: nothing, clear: nothing }),
  conclude: nothing,
  stopped: () => isStopped,
  bug: nothing,
  finish: () => 0,
};
const quiet: Console = { ...console, tell: nothing };
const report = (diagnostic: Extract<Said, { kind: 'found' }>['diagnostic']): void =>
  void said.push({ kind: 'found', diagnostic });

const project = openProject(cwd, root, nothing);
if (!project) throw new Error(`there is no project in ${root}`);
const shelf = openShelf(project, nothing);
const output = openOutput(folder, cwd, report);

/** The council whose errands are made; none if it is not what was read for the manifest. */
let here: { readonly plan: number; readonly council: CouncilPress | undefined } | undefined;
const tally: PlateTally = { imprinted: 0, plates: 0, fallbacks: 0 };

const withPurpose = (task: Task): Task => ({ ...task, of: { ...task.of, purpose } });

async function councilOf({ tasks, inputs }: Errand): Promise<CouncilPress | undefined> {
  const loaded = await loadEditions(withPurpose(tasks[0]!).of, shelf, quiet);
  if (!loaded || inputsIn(loaded) !== inputs) return undefined;
  return openCouncil(loaded, { printer: printerWith(loaded.sources.faces), tally }, console);
}

async function make(task: Task, council: CouncilPress): Promise<Came> {
  return council(task, report, (made, wanted) => {
    const { stood, isWhole } = writeMade(made, wanted, output, console);
    if (stood) {
      const { loaded: _, ...there } = stood;
      said.push({ kind: 'stood', stood: there });
    }
    return isWhole;
  });
}

async function run(errand: Errand): Promise<void> {
  if (here?.plan !== errand.plan) {
    here = undefined;
    here = { plan: errand.plan, council: await councilOf(errand) };
  }
  answer({ kind: 'begun' });
  for (const task of errand.tasks) {
    said = [];
    let came: Came = 'stopped';
    if (!here.council) {
      report(changedMeanwhile(withPurpose(task)));
      came = 'faulty';
      // oxlint-disable-next-line no-await-in-loop -- one after the other
    } else if (!isStopped) came = await make(withPurpose(task), here.council);
    answer({ kind: 'ended', came, said });
  }
  answer({ kind: 'done', tally: { ...tally } });
  for (const name of ['imprinted', 'plates', 'fallbacks'] as const) tally[name] = 0;
}

/** Errands are made in the order in which they come. */
let last = Promise.resolve();
port.on('message', (told: Told) => {
  if (told.kind === 'stop') isStopped = true;
  else last = last.then(() => run(told.errand));
});
