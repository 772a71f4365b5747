import type { Strictness } from '../../data/trust.ts';
import { type Asked, definePurpose, purposeOf } from './purpose.ts';
import { TEMPLATES, type TemplateName } from '../../catalogue.ts';
import type { Common, Languages, Spec } from './spec.ts';
import { editionAsked, languagesOf, shared, strictnessOf } from './spec.ts';

export type BatchCommand = {
  readonly kind: 'batch';
  /** Absent: every council whose areas are listed. */
  readonly council?: string;
  /** Path of the list of areas, relative to where the command runs. Absent: what the project holds. */
  readonly areas?: string;
  /** What is made for each area. */
  readonly template: TemplateName;
  /** What is made for the council as a whole, once. */
  readonly once: readonly TemplateName[];
  /** Whether each leaflet is made as a web page too. */
  readonly html: boolean;
  readonly languages: Languages;
  /** Of the guidance, as `2025-05`; else the newest. */
  readonly edition?: string;
  readonly status: 'final' | 'draft';
  readonly strictness?: Strictness;
  readonly purpose: Asked;
  readonly common: Common;
};

export const batch: Spec<BatchCommand> = {
  name: 'batch',
  summary: 'Make a leaflet for each area of a list',
  define: (command) =>
    definePurpose(
      command
        .usage(
          'handbill batch --council <slug> [--areas <file>] [options]\nhandbill batch --all [--areas <file>] [options]\n\nMakes a leaflet for each area of a council, or of all councils. The areas are those of\ncontent/areas/<council>.csv, as `import areas` writes it, or of a file: a workbook, CSV or JSON with a\ncolumn `name`, or a list of the ONS with `WD25NM` or `CED25NM`, of which the councils’ rows are taken.',
        )
        .option('council', {
          ...shared.council,
          describe: 'Council: its file in content/councils, without the ending',
        })
        .option('all', { type: 'boolean', describe: 'Every council whose areas are listed' })
        .conflicts('all', 'council')
        .option('areas', {
          type: 'string',
          requiresArg: true,
          describe: 'List of the areas (default: content/areas/<council>.csv)',
        })
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
        .option('edition', shared.edition)
        .option('draft', shared.draft)
        .option('strict', shared.strict),
    )
      .example('handbill batch --council anyshire --areas wards.csv', 'into …/anyshire/abbey-ward/ and so on')
      .example('handbill batch --all', 'for the areas of every council that were imported'),
  read(given, common) {
    const template = given.one('template');
    const purpose = purposeOf(given);
    if (given.is('html') && purpose.kind !== 'screen') given.wrong.push('--html is read on a screen: leave out --for');
    if (given.is('html') && template !== undefined && template !== 'leaflet')
      given.wrong.push('--html belongs to the leaflet: leave out --template');
    const [council, areas] = [given.one('council'), given.one('areas')];
    if (council === undefined && !given.is('all')) given.wrong.push('missing: --council, or --all');
    return {
      kind: 'batch',
      ...(council !== undefined && { council }),
      ...(areas !== undefined && { areas }),
      template: TEMPLATES.find((each) => each === template) ?? 'leaflet',
      html: given.is('html'),
      languages: languagesOf(given),
      ...editionAsked(given),
      once: given.is('card') ? ['wallet-card'] : [],
      status: given.is('draft') ? 'draft' : 'final',
      ...strictnessOf(given),
      purpose,
      common,
    };
  },
  load: async () => (await import('../batch.ts')).batch,
};
