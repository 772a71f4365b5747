import type { Strictness } from '../../data/trust.ts';
import { type Asked, definePurpose, purposeOf } from './purpose.ts';
import type { Common, Languages, Spec, TemplateName } from './spec.ts';
import { languagesOf, shared, strictnessOf, TEMPLATES } from './spec.ts';

export type BatchCommand = {
  readonly kind: 'batch';
  readonly council: string;
  /** Path of the table of areas, relative to where the command runs. */
  readonly areas: string;
  /** What is made for each area. */
  readonly template: TemplateName;
  /** What is made for the council as a whole, once. */
  readonly once: readonly TemplateName[];
  /** Whether each leaflet is made as a web page too. */
  readonly html: boolean;
  readonly languages: Languages;
  readonly status: 'final' | 'draft';
  readonly strictness?: Strictness;
  readonly purpose: Asked;
  readonly common: Common;
};

export const batch: Spec<BatchCommand> = {
  name: 'batch',
  summary: 'Make a leaflet for each area of a list',
  define: (command) =>
    definePurpose(command)
      .usage(
        "handbill batch --council <slug> --areas <file> [options]\n\nMakes a leaflet for each area of a list: a CSV file with a column `name`, or one of the ONS with\n`WD25NM` or `CED25NM`, of which the council's rows are taken.",
      )
      .option('council', {
        ...shared.council,
        demandOption: true,
        describe: 'Council: its file in content/councils, without the ending',
      })
      .option('areas', { type: 'string', requiresArg: true, demandOption: true, describe: 'CSV file of the areas' })
      .option('template', {
        choices: TEMPLATES,
        requiresArg: true,
        describe: 'What to make for each area (default: leaflet)',
      })
      .option('html', { type: 'boolean', describe: 'Make each leaflet as a web page too' })
      .option('card', {
        type: 'boolean',
        describe: "Make the council's wallet card, its sheet and its words too, once",
      })
      .option('language', shared.language)
      .option('draft', shared.draft)
      .option('strict', shared.strict)
      .example('handbill batch --council anyshire --areas wards.csv', 'into …/anyshire/abbey-ward/ and so on'),
  read(given, common) {
    const template = given.one('template');
    const purpose = purposeOf(given);
    if (given.is('html') && purpose.kind !== 'screen') given.wrong.push('--html is read on a screen: leave out --for');
    if (given.is('html') && template !== undefined && template !== 'leaflet')
      given.wrong.push('--html belongs to the leaflet: leave out --template');
    return {
      kind: 'batch',
      council: given.one('council') ?? '',
      areas: given.one('areas') ?? '',
      template: TEMPLATES.find((each) => each === template) ?? 'leaflet',
      html: given.is('html'),
      languages: languagesOf(given),
      once: given.is('card') ? ['wallet-card'] : [],
      status: given.is('draft') ? 'draft' : 'final',
      ...strictnessOf(given),
      purpose,
      common,
    };
  },
  load: async () => (await import('../batch.ts')).batch,
};
