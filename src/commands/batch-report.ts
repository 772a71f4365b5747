import { CATALOGUE } from '../catalogue.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../manifest.ts';
import type { Output } from '../output.ts';
import { ENOUGH, type Tally } from './batch-make.ts';
import { pathsIn, type Plan } from './batch-plan.ts';
import type { Bench } from './bench.ts';
import type { Console } from './console.ts';
import { counted } from './counted.ts';
import type { BatchCommand } from './specs/batch.ts';

/** What a batch came to. */
export type Numbers = Tally & {
  readonly unchanged: number;
  readonly removed: number;
  readonly left: number;
  readonly councils: number;
};

/** Says in a line what a batch came to. */
export function concludeBatch(command: BatchCommand, numbers: Numbers, console: Console): void {
  const { written, faulty, cards, unchanged, removed, left } = numbers;
  console.attach('summary', { written, unchanged, removed, faulty, left });
  const { thing } = CATALOGUE[command.template];
  const of = command.council === undefined ? ` of ${counted(numbers.councils, 'council')}` : '';
  const made = `${counted(written, thing)}${of}`;
  const ofCouncils = command.council === undefined ? counted(cards, 'card') : "the council's card";
  console.conclude(
    [
      `${cards > 0 ? `${ofCouncils} and ` : ''}${made} ${command.isDry ? 'would be written' : 'written'}`,
      ...(unchanged > 0 ? [`${unchanged.toLocaleString('en-GB')} unchanged`] : []),
      ...(removed > 0 ? [`${counted(removed, 'file')} ${command.isDry ? 'would be removed' : 'removed'}`] : []),
      ...(faulty > 0 ? [`${counted(faulty, 'area')} with faults`] : []),
      ...(left > 0 ? [`${counted(left, 'area')} left`] : []),
    ].join(', '),
  );
}

/** Says which files would be written and removed. */
export function tellDry(plans: readonly Plan[], removed: readonly Entry[], output: Output, console: Console): void {
  const write = plans.flatMap(({ once, areas }) => [...once, ...areas].flatMap(pathsIn));
  const shown = { write: write.map(output.shown), remove: removed.map(({ path }) => output.shown(path)) };
  console.attach('plan', shown);
  for (const path of shown.write) console.say(`write  ${path}`);
  for (const path of shown.remove) console.say(`remove ${path}`);
}

/** Says how many areas are left, and why. */
export function reportLeft(left: number, total: number, { console }: Bench): void {
  if (left === 0) return;
  const of = `${left} of ${counted(total, 'area')} ${left === 1 ? 'is' : 'are'} left`;
  if (console.stopped()) {
    const hint = 'run the command again with `--resume` to make them';
    console.report(warning('write/stopped', `the run was stopped: ${of}`, undefined, hint));
  } else {
    const message = `${ENOUGH} areas in a row could not be written, so the run was ended: ${of}`;
    const hint = 'put right what stands above, and run the command again with `--resume`';
    console.report(error('write/given-up', message, undefined, hint));
  }
}

/** Which areas are gone cannot be known from a list that has faults. */
export function reportNotPruned(report: Report): void {
  const message = 'the list of areas has faults, so no file of an area that is gone was removed';
  report(warning('write/not-pruned', message, undefined, 'put right what stands above, and run the command again'));
}
