import type { Argv } from 'yargs';
import { EDITION } from '../../data/day.ts';
import type { Day } from '../../data/record.ts';
import type { Strictness } from '../../data/trust.ts';
import type { Bench, Desk } from '../bench.ts';
import type { Options } from '../options.ts';

/** What every command takes. */
export type Common = {
  readonly project?: string;
  readonly out?: string;
  readonly day: Day;
  /** For people, as one document, or as a line for each thing that happens. */
  readonly format: 'text' | 'json' | 'jsonl';
  readonly loudness: 'quiet' | 'normal' | 'verbose';
};

/** A command line that has been understood: which command, and its values. */
export type Understanding = { readonly kind: string; readonly common: Common };

/** A command as the command line knows it. What it does is loaded when it runs, for the libraries behind it are heavy. */
export type Spec<Command extends Understanding = Understanding> = Words<Command> & (OnBench<Command> | OnDesk<Command>);

type Words<Command extends Understanding> = {
  readonly name: string;
  /** Its arguments besides options, as yargs writes them: `<required>`, `[optional]`, `<one or more..>`. */
  readonly positionals?: string;
  /** A line for `handbill --help`. */
  readonly summary: string;
  /** Its options, in yargs' words. */
  readonly define: (command: Argv) => Argv;
  /** Reads its options; says in `given.wrong` what is wrong with them. */
  readonly read: (given: Options, common: Common) => Command;
};

/** A command that makes pages. */
type OnBench<Command extends Understanding> = {
  readonly needs?: 'bench';
  readonly load: () => Promise<(command: Command, bench: Bench) => Promise<void> | void>;
};

/** A command that makes none: it does not wait for the libraries that do. */
type OnDesk<Command extends Understanding> = {
  readonly needs: 'desk';
  readonly load: () => Promise<(command: Command, desk: Desk) => Promise<void> | void>;
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
  language: {
    type: 'string',
    requiresArg: true,
    describe: 'Language of the guidance: en, cy, or both at once, the first one first: cy-en (default: en)',
  },
  edition: {
    type: 'string',
    requiresArg: true,
    describe: 'Edition of the guidance, as 2025-05 (default: the newest)',
  },
  draft: { type: 'boolean', describe: 'Write a draft beside the final file, never over it' },
  strict: { type: 'boolean', describe: 'Take a doubt about the contacts for an error' },
} as const;

/** What `--strict` says. */
export const strictnessOf = (given: Options): { readonly strictness?: Strictness } =>
  given.is('strict') ? { strictness: 'strict' } : {};

/** What `--edition` says. */
export const editionAsked = (given: Options): { readonly edition?: string } => {
  const edition = given.one('edition');
  if (edition === undefined) return {};
  if (!EDITION.test(edition)) {
    given.wrong.push(`--edition is \`${edition}\`, expected the month of an edition of the guidance, as \`2025-05\``);
  }
  return { edition };
};

/** One language, or two of which the first comes first. */
export type Languages = readonly [string] | readonly [string, string];

const isOne = (language: string): boolean => /^[a-z]{2,3}$/.test(language);

/** What `--language` says. */
export const languagesOf = (given: Options): Languages => {
  const typed = given.one('language') ?? 'en';
  const [first = '', second, ...more] = typed.split('-');
  if (![first, second ?? 'en'].every(isOne) || more.length > 0 || first === second) {
    given.wrong.push(`--language is \`${typed}\`, expected a language such as \`cy\`, or two such as \`cy-en\``);
  }
  return second === undefined ? [first] : [first, second];
};
