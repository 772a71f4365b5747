import type { Project } from '../project.ts';
import type { Console } from './console.ts';
import type { Press } from './editions.ts';
import type { Shelf } from './sources.ts';

/** What a command works with. */
export type Bench = {
  readonly project: Project;
  readonly shelf: Shelf;
  readonly press: Press;
  readonly console: Console;
  readonly cwd: string;
};
