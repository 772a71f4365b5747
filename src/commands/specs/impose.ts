import type { Sheet, Turn } from '../../data/sheet.ts';
import type { Strictness } from '../../data/trust.ts';
import { type Mm, mm } from '../../units.ts';
import type { Options } from '../options.ts';
import { TEMPLATES, type TemplateName } from '../../catalogue.ts';
import { type Asked, defineSheetPurpose, sheetPurposeOf } from './purpose.ts';
import type { Common, Languages, Spec } from './spec.ts';
import { editionAsked, languagesOf, shared, strictnessOf } from './spec.ts';

export type ImposeCommand = {
  readonly kind: 'impose';
  readonly councils: readonly string[];
  /** Path of the list of areas, relative to where the command runs. */
  readonly areas?: string;
  readonly template: TemplateName;
  readonly sheet: Sheet['name'];
  readonly copies?: number;
  readonly stack?: 'step' | 'cut';
  readonly turn?: Turn;
  readonly thickness?: Mm;
  readonly languages: Languages;
  /** Of the guidance, as `2025-05`; else the newest. */
  readonly edition?: string;
  readonly status: 'final' | 'draft';
  readonly strictness?: Strictness;
  readonly purpose: Asked;
  readonly common: Common;
};

/** Ten to a sheet, these fill a thousand sheets, which are the most that a file has. */
const mostCopies = 10_000;

/** In millimetres. */
const thickest = 1;

export const sheetOption = {
  type: 'string',
  requiresArg: true,
  describe: 'Sheet: its file in content/sheets, without the ending (default: office)',
} as const;

export const impose: Spec<ImposeCommand> = {
  name: 'impose',
  summary: 'Put cards or pages on sheets of paper',
  define: (command) =>
    defineSheetPurpose(
      command
        .usage(
          'handbill impose --council <slug> [options]\n\nPuts the pages of one council, of several, or of the areas of a list on sheets of paper: to be cut, or\nto be folded and stitched. The backs lie behind the fronts. With --for print they are in CMYK, with a job\nticket.',
        )
        .option('council', { ...shared.council, demandOption: true })
        .option('areas', { type: 'string', requiresArg: true, describe: 'List of the areas of one council' })
        .option('template', {
          choices: TEMPLATES,
          requiresArg: true,
          describe: 'What to put on the sheets (default: wallet-card)',
        })
        .option('sheet', sheetOption)
        .option('copies', {
          type: 'string',
          requiresArg: true,
          describe: 'Of each (default: 1; of a single one, what fills the sheet)',
        })
        .option('stack', {
          choices: ['step', 'cut'],
          requiresArg: true,
          describe: 'Fill cell after cell, or so that the cut piles are in order (default: step)',
        })
        .option('turn', {
          choices: ['long', 'short'],
          requiresArg: true,
          describe: "Edge that the printer turns the paper over (default: the sheet's)",
        })
        .option('paper-thickness', {
          type: 'string',
          requiresArg: true,
          describe: 'In mm: what the inner pages of a booklet are moved by (default: 0.1)',
        })
        .option('language', shared.language)
        .option('edition', shared.edition)
        .option('draft', shared.draft)
        .option('strict', shared.strict),
    )
      .example('handbill impose --council anyshire --sheet avery-c32011', 'into output/anyshire/')
      .example('handbill impose --council anyshire --sheet sra3-cards --for print', 'for a print unit'),
  read(given, common) {
    const councils = given.many('council');
    const [areas, template, turn] = [given.one('areas'), given.one('template'), given.one('turn')];
    const stack = given.one('stack');
    if (areas !== undefined && councils.length > 1)
      given.wrong.push('--areas belongs to one council: give one --council');
    const copies = copiesOf(given);
    const thickness = thicknessOf(given);
    return {
      kind: 'impose',
      councils,
      ...(areas !== undefined && { areas }),
      template: TEMPLATES.find((each) => each === template) ?? 'wallet-card',
      sheet: given.one('sheet') ?? 'office',
      ...(copies !== undefined && { copies }),
      ...(stack !== undefined && { stack: stack === 'cut' ? 'cut' : 'step' }),
      ...(turn !== undefined && { turn: turn === 'long' ? 'long-edge' : 'short-edge' }),
      ...(thickness !== undefined && { thickness }),
      languages: languagesOf(given),
      ...editionAsked(given),
      status: given.is('draft') ? 'draft' : 'final',
      ...strictnessOf(given),
      purpose: sheetPurposeOf(given),
      common,
    };
  },
  load: async () => (await import('../impose.ts')).impose,
};

function copiesOf(given: Options): number | undefined {
  const typed = given.one('copies');
  if (typed === undefined) return undefined;
  const copies = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (copies < 1 || copies > mostCopies) {
    given.wrong.push(`--copies is \`${typed}\`, expected a whole number from 1 to ${mostCopies}`);
  }
  return copies;
}

function thicknessOf(given: Options): Mm | undefined {
  const typed = given.one('paper-thickness');
  if (typed === undefined) return undefined;
  const thickness = /^\d*\.?\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(thickness <= thickest)) {
    given.wrong.push(`--paper-thickness is \`${typed}\`, expected millimetres from 0 to ${thickest}, such as \`0.1\``);
  }
  return mm(thickness);
}
