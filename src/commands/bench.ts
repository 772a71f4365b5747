import type { WriteFs } from '../output.ts';
import type { Project } from '../project.ts';
import type { Console } from './console.ts';
import type { Press } from './editions.ts';
import type { Shelf } from './sources.ts';

/** What every command works with. */
export type Desk = {
  readonly project: Project;
  readonly console: Console;
  readonly cwd: string;
  /** What files are written with; a test may put a failing one in its place. */
  readonly fs?: WriteFs;
};

/** What a command that makes pages works with. */
export type Bench = Desk & {
  readonly shelf: Shelf;
  readonly press: Press;
};
