import type { Project } from '../project.ts';
import type { Console } from './console.ts';
import type { Press } from './editions.ts';
import type { Shelf } from './sources.ts';

/** What every command works with. */
export type Desk = {
  readonly project: Project;
  readonly console: Console;
  readonly cwd: string;
};

/** What a command that makes pages works with. */
export type Bench = Desk & {
  readonly shelf: Shelf;
  readonly press: Press;
};
