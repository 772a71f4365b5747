import type { Strictness } from '../../data/trust.ts';
import { type Asked, definePurpose, purposeOf } from './purpose.ts';
import { CATALOGUE, TEMPLATES, type TemplateName } from '../../catalogue.ts';
import type { Common, Languages, Spec } from './spec.ts';
import { sheetOption } from './impose.ts';
import { editionAsked, languagesOf, shared, strictnessOf } from './spec.ts';

export type BuildCommand = {
  readonly kind: 'build';
  readonly councils: readonly string[];
  readonly templates: readonly TemplateName[];
  readonly area?: string;
  readonly languages: Languages;
  /** Of the guidance, as `2025-05`; else the newest. */
  readonly edition?: string;
  /** What cards are put on. */
  readonly sheet?: string;
  readonly status: 'final' | 'draft';
  readonly strictness?: Strictness;
  readonly purpose: Asked;
  readonly common: Common;
};

export const build: Spec<BuildCommand> = {
  name: 'build',
  summary: 'Make the leaflet and the wallet card',
  define: (command) =>
    definePurpose(
      command
        .usage(
          'handbill build --council <slug> [options]\n\nMakes the leaflet, as PDF and as a web page, and the wallet card, with its sheet of ten and its words\nas plain text.',
        )
        .option('council', { ...shared.council, demandOption: true })
        .option('template', {
          choices: TEMPLATES,
          requiresArg: true,
          describe: 'Make the products of one template only (without it: leaflet and wallet-card)',
        })
        .option('area', { type: 'string', requiresArg: true, describe: 'Ward, division or area to name in them' })
        .option('language', shared.language)
        .option('edition', shared.edition)
        .option('draft', shared.draft)
        .option('strict', shared.strict),
    )
      .example('handbill build --council anyshire', 'into output/anyshire/')
      .example('handbill build --council anyshire --area "Abbey ward"', 'into …/anyshire/abbey-ward/'),
  read(given, common) {
    const councils = given.many('council');
    const template = given.one('template');
    const area = given
      .one('area')
      ?.normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    if (area === '') given.wrong.push('--area is empty');
    if (area !== undefined && councils.length > 1)
      given.wrong.push('--area belongs to one council: give one --council');
    const isChosen = (each: TemplateName): boolean =>
      template === undefined ? CATALOGUE[each].made === 'always' : each === template;
    const templates = TEMPLATES.filter(isChosen);
    const status = given.is('draft') ? 'draft' : 'final';
    return {
      kind: 'build',
      councils,
      templates,
      languages: languagesOf(given),
      ...editionAsked(given),
      status,
      ...strictnessOf(given),
      purpose: purposeOf(given),
      ...(area !== undefined && { area }),
      common,
    };
  },
  load: async () => (await import('../build.ts')).build,
};

/** `card` is a build of one template. */
export const card: Spec<BuildCommand> = {
  ...build,
  name: 'card',
  summary: 'Make the wallet card',
  define: (command) =>
    definePurpose(
      command
        .usage(
          'handbill card --council <slug> [options]\n\nMakes the wallet card, its sheet of ten or another, and its words as plain text.',
        )
        .option('council', { ...shared.council, demandOption: true })
        .option('sheet', sheetOption)
        .option('language', shared.language)
        .option('edition', shared.edition)
        .option('draft', shared.draft)
        .option('strict', shared.strict),
    ),
  read(given, common) {
    const sheet = given.one('sheet');
    return { ...build.read(given, common), templates: ['wallet-card'], ...(sheet !== undefined && { sheet }) };
  },
};
