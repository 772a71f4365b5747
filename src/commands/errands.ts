import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Errand } from './batch-messages.ts';
import { type Plan, type Task, wantedIn } from './batch-plan.ts';
import { recordOf, type Wanted } from './editions.ts';
import type { Loaded } from './sources.ts';

/** So many tasks are one errand: large councils are shared among threads, and each of them sets a record in full. */
const mostTasks = 200;

/** The tasks of a plan, in errands of about the same size. */
export function errandsOf({ once, areas }: Plan, plan: number, loaded: Loaded): readonly Errand[] {
  const bare = new Map<Wanted, Wanted>();
  const withoutPurpose = ({ of, ...task }: Task): Task => {
    const { purpose: _, ...rest } = of;
    if (!bare.has(of)) bare.set(of, rest);
    return { ...task, of: bare.get(of)! };
  };
  const tasks = [...once, ...areas].map(withoutPurpose);
  const size = Math.ceil(tasks.length / Math.ceil(tasks.length / mostTasks));
  const inputs = inputsIn(loaded);
  return Array.from({ length: Math.ceil(tasks.length / size) }, (_, i) => ({
    plan,
    inputs,
    tasks: tasks.slice(i * size, (i + 1) * size),
  }));
}

/** All files that a council is made from, with their hashes. */
export const inputsIn = ({ inputs, sheet }: Loaded): string =>
  [...inputs, ...sheet.inputs].map(({ name, sha256 }) => `${name} ${sha256}`).join('\n');

/** What was read for the manifest is not what a thread has found. */
export function changedMeanwhile(task: Task): Diagnostic {
  const message = 'the files that it is made from were changed while the batch ran';
  return { record: recordOf(wantedIn(task)), ...error('write/changed', message, undefined, 'run the command again') };
}
