import type { Strictness } from '../../data/trust.ts';
import type { Common, Spec } from './spec.ts';
import { editionAsked, shared, strictnessOf } from './spec.ts';

/** No councils: all of the project. */
export type CheckCommand = {
  readonly kind: 'check';
  readonly councils: readonly string[];
  /** Of the guidance, as `2025-05`; else the newest. */
  readonly edition?: string;
  /** Whether the pages of each council are set, however many there are. */
  readonly full: boolean;
  readonly strictness?: Strictness;
  readonly common: Common;
};

export const check: Spec<CheckCommand> = {
  name: 'check',
  summary: 'Look for faults in every council; write nothing',
  define: (command) =>
    command
      .usage(
        'handbill check [--council <slug>] [options]\n\nMakes every product without writing it, and tells what is wrong.',
      )
      .option('council', { ...shared.council, describe: `${shared.council.describe} (default: all of the project)` })
      .option('edition', shared.edition)
      .option('full', { type: 'boolean', describe: 'Set the pages of every council, also where there are many' })
      .option('strict', shared.strict),
  read: (given, common) => ({
    kind: 'check',
    councils: given.many('council'),
    ...editionAsked(given),
    full: given.is('full'),
    ...strictnessOf(given),
    common,
  }),
  load: async () => (await import('../check.ts')).check,
};
