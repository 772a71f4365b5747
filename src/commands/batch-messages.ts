import type { PlateTally } from '../batch/plates.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Purpose } from '../print/purpose.ts';
import type { Task } from './batch-plan.ts';
import type { Came } from './council-press.ts';
import type { Stood } from './writer.ts';

/** What a thread is started with. */
export type ThreadStart = {
  /** Where the command runs. */
  readonly cwd: string;
  /** Absolute path of the project. */
  readonly project: string;
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** What all tasks are made for: profiles are large, and need not be sent with each. */
  readonly purpose: Purpose;
  /** Whether lines for `--verbose` are wanted. */
  readonly isVerbose: boolean;
};

/** Tasks of one council, which a thread makes one after the other. */
export type Errand = {
  /** Errands of the same plan have the same number, and share what they are made of. */
  readonly plan: number;
  /** Without their purpose: see `ThreadStart`. */
  readonly tasks: readonly Task[];
  /** What the council is made from, to be found so by the thread: see `inputsIn`. */
  readonly inputs: string;
};

/** What a thread is told. */
export type Told = { readonly kind: 'make'; readonly errand: Errand } | { readonly kind: 'stop' };

/** A document that stands; what it was made of is known to who ordered it. */
export type StoodThere = Omit<Stood, 'loaded'>;

/** What is to be said of a task. */
export type Said =
  | { readonly kind: 'found'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'stood'; readonly stood: StoodThere };

/** What a thread answers. */
export type Heard =
  /** What the errand is made of has been read. */
  | { readonly kind: 'begun' }
  /** One more of its tasks is done: they are in their order. */
  | { readonly kind: 'ended'; readonly came: Came; readonly said: readonly Said[] }
  /** All of them are. */
  | { readonly kind: 'done'; readonly tally: PlateTally };
