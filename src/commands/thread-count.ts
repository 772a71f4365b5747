import { availableParallelism } from 'node:os';
import type { Plan } from './batch-plan.ts';

/** What a record takes, in full and from a plate, and what a thread takes to start, in milliseconds. */
const [inFull, ofPlate, ofStart] = [60, 1, 2000];

/** As many threads as the machine has cores, where what is planned is worth their start. */
export function threadCount(
  plans: readonly Pick<Plan, 'once' | 'areas'>[],
  cores: number = availableParallelism(),
): number {
  let work = 0;
  for (const { once, areas } of plans) {
    if (once.length + areas.length > 0) work += inFull * (1 + once.length) + ofPlate * areas.length;
  }
  return work < ofStart ? 1 : cores;
}
