import type { Argv } from 'yargs';
import type { Options } from '../options.ts';

/** What files are made for, as the command line says it. */
export type Asked =
  | { readonly kind: 'screen' }
  | {
      readonly kind: 'print';
      /** Path of a profile, relative to where the command runs. */
      readonly icc?: string;
      readonly marks: 'none' | 'all';
      readonly copies?: number;
    }
  | { readonly kind: 'proof'; readonly colours: 'screen' | 'press'; readonly icc?: string };

const PURPOSES = ['screen', 'print', 'proof'] as const;

/** The options of commands that make pages for a press. */
export const definePurpose = (command: Argv): Argv =>
  command
    .option('for', {
      choices: PURPOSES,
      requiresArg: true,
      describe: 'What the files are for (default: screen)',
    })
    .option('marks', { type: 'boolean', describe: 'For print: add crop and fold marks' })
    .option('icc', {
      type: 'string',
      requiresArg: true,
      describe: "For print: the print unit's own ICC profile",
    })
    .option('copies', {
      type: 'string',
      requiresArg: true,
      describe: 'For print: how many, for the job ticket',
    })
    .option('soft-proof', { type: 'boolean', describe: 'For proof: show colours as a press prints them' });

/** What `--for` and the options that go with it say. */
export const purposeOf = (given: Options): Asked => {
  const kind = PURPOSES.find((each) => each === given.one('for')) ?? 'screen';
  const icc = given.one('icc');
  const copies = given.one('copies');
  const belongs = (option: string, isGiven: boolean, purpose: Asked['kind']): void => {
    if (isGiven && kind !== purpose) given.wrong.push(`--${option} belongs to --for ${purpose}`);
  };
  const isProofed = given.is('soft-proof');
  belongs('marks', given.is('marks'), 'print');
  belongs('copies', copies !== undefined, 'print');
  belongs('soft-proof', isProofed, 'proof');
  if (icc !== undefined && kind !== 'print' && !isProofed)
    given.wrong.push('--icc belongs to --for print, or to --for proof --soft-proof');
  if (copies !== undefined && !/^[1-9]\d{0,8}$/.test(copies))
    given.wrong.push(`--copies is \`${copies}\`, expected a whole number from 1, such as 5000`);
  const profile = icc === undefined ? {} : { icc };
  if (kind === 'print') {
    const marks = given.is('marks') ? 'all' : 'none';
    return { kind, marks, ...profile, ...(copies !== undefined && { copies: Number(copies) }) };
  }
  return kind === 'proof' ? { kind, colours: isProofed ? 'press' : 'screen', ...profile } : { kind };
};
