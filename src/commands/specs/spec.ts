import type { Argv } from 'yargs';
import type { Day } from '../../data/record.ts';
import type { Bench } from '../bench.ts';
import type { Options } from '../options.ts';

/** What every command takes. */
export type Common = {
  readonly project?: string;
  readonly out?: string;
  readonly day: Day;
  readonly format: 'text' | 'json';
  readonly loudness: 'quiet' | 'normal' | 'verbose';
};

/** A command line that has been understood: which command, and its values. */
export type Understanding = { readonly kind: string; readonly common: Common };

/** A command as the command line knows it. What it does is loaded when it runs, for the libraries behind it are heavy. */
export type Spec<Command extends Understanding = Understanding> = {
  readonly name: string;
  /** A line for `handbill --help`. */
  readonly summary: string;
  /** Its options, in yargs' words. */
  readonly define: (command: Argv) => Argv;
  /** Reads its options; says in `given.wrong` what is wrong with them. */
  readonly read: (given: Options, common: Common) => Command;
  readonly load: () => Promise<(command: Command, bench: Bench) => Promise<void> | void>;
};

/** Options that several commands share. */
export const shared = {
  council: {
    type: 'string',
    array: true,
    nargs: 1,
    requiresArg: true,
    describe: 'Council: its file in content/councils, without the ending; may be repeated',
  },
  draft: { type: 'boolean', describe: 'Write a draft beside the final file, never over it' },
} as const;

export type TemplateName = 'leaflet' | 'wallet-card';

export const TEMPLATES: readonly TemplateName[] = ['leaflet', 'wallet-card'];
