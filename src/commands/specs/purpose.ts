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

const options = {
  for: { choices: PURPOSES, requiresArg: true, describe: 'What the files are for (default: screen)' },
  marks: { type: 'boolean', describe: 'For print: add crop and fold marks' },
  icc: { type: 'string', requiresArg: true, describe: "For print: the print unit's own ICC profile" },
  copies: { type: 'string', requiresArg: true, describe: 'For print: how many, for the job ticket' },
  'soft-proof': { type: 'boolean', describe: 'For proof: show colours as a press prints them' },
} as const;

/** The options of commands that make pages for a press. */
export const definePurpose = (command: Argv): Argv => command.options(options);

/** The same for sheets, which have marks of their own; copies are not for the ticket alone there. */
export const defineSheetPurpose = (command: Argv): Argv => {
  const { copies: _, marks, ...others } = options;
  return command.options({ ...others, marks: { ...marks, hidden: true } });
};

/** What `--for` and the options that go with it say of sheets. */
export const sheetPurposeOf = (given: Options): Asked => {
  if (given.is('marks')) given.wrong.push(noMarks);
  return askedOf(given);
};

/** A sheet says itself whether it has marks. */
export const noMarks = '--marks is for single pages: a sheet has marks of its own, as `marks` in its file says';

/** What `--for` and the options that go with it say. */
export const purposeOf = (given: Options): Asked => {
  const asked = askedOf(given);
  const copies = given.one('copies');
  if (copies !== undefined && asked.kind !== 'print') given.wrong.push(belongsTo('copies', 'print'));
  if (copies !== undefined && !/^[1-9]\d{0,8}$/.test(copies))
    given.wrong.push(`--copies is \`${copies}\`, expected a whole number from 1, such as 5000`);
  if (given.is('marks') && asked.kind !== 'print') given.wrong.push(belongsTo('marks', 'print'));
  if (asked.kind !== 'print') return asked;
  const marks = given.is('marks') ? 'all' : 'none';
  return { ...asked, marks, ...(copies !== undefined && { copies: Number(copies) }) };
};

const belongsTo = (option: string, purpose: Asked['kind']): string => `--${option} belongs to --for ${purpose}`;

/** The purpose, and whose colours it has. */
const askedOf = (given: Options): Asked => {
  const kind = PURPOSES.find((each) => each === given.one('for')) ?? 'screen';
  const icc = given.one('icc');
  const isProofed = given.is('soft-proof');
  if (isProofed && kind !== 'proof') given.wrong.push(belongsTo('soft-proof', 'proof'));
  if (icc !== undefined && kind !== 'print' && !isProofed)
    given.wrong.push('--icc belongs to --for print, or to --for proof --soft-proof');
  const profile = icc === undefined ? {} : { icc };
  if (kind === 'print') return { kind, marks: 'none', ...profile };
  return kind === 'proof' ? { kind, colours: isProofed ? 'press' : 'screen', ...profile } : { kind };
};
