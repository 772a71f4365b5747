import type { Strictness } from '../../data/trust.ts';
import { type Asked, definePurpose, noMarks, purposeOf } from './purpose.ts';
import { CATALOGUE, TEMPLATES, type TemplateName } from '../../catalogue.ts';
import type { Common, Languages, Spec } from './spec.ts';
import { sheetOption } from './impose.ts';
import type { Options } from '../options.ts';
import { editionAsked, languagesOf, shared, strictnessOf } from './spec.ts';

export type BuildCommand = {
  readonly kind: 'build';
  readonly councils: readonly string[];
  readonly templates: readonly TemplateName[];
  readonly area?: string;
  readonly languages: Languages;
  /** Of the guidance, as `2025-05`; else the newest. */
  readonly edition?: string;
  /** What pages are put on. */
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
          'handbill build --council <slug> [options]\n\nMakes the leaflet, as PDF and web page, and the wallet card, its sheet of ten and its words as text.',
        )
        .option('council', { ...shared.council, demandOption: true })
        .option('template', {
          choices: TEMPLATES,
          requiresArg: true,
          describe: 'Make the products of one template only (without it: leaflet and wallet-card)',
        })
        .option('sheet', {
          ...sheetOption,
          describe: 'Of one template: put its pages on this sheet of content/sheets too',
        })
        .option('area', { type: 'string', requiresArg: true, describe: 'Ward, division or area to name in them' })
        .option('language', shared.language)
        .option('edition', shared.edition)
        .option('draft', shared.draft)
        .option('strict', shared.strict),
    )
      .example('handbill build --council anyshire', 'into output/anyshire/')
      .example('handbill build --council anyshire --area "Abbey ward"', 'into …/anyshire/abbey-ward/'),
  read: (given, common) => readBuild(given, common, given.one('template')),
  load: async () => (await import('../build.ts')).build,
};

/** @param template the one that is asked for; without it, all that are always made */
function readBuild(given: Options, common: Common, template: string | undefined): BuildCommand {
  const councils = given.many('council');
  const area = given
    .one('area')
    ?.normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (area === '') given.wrong.push('--area is empty');
  if (area !== undefined && councils.length > 1) given.wrong.push('--area belongs to one council: give one --council');
  const sheet = given.one('sheet');
  if (sheet !== undefined && template === undefined)
    given.wrong.push('--sheet belongs to one template: give --template');
  if (sheet !== undefined && given.is('marks')) given.wrong.push(noMarks);
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
    ...(sheet !== undefined && { sheet }),
    ...(area !== undefined && { area }),
    common,
  };
}

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
  read: (given, common) => readBuild(given, common, 'wallet-card'),
};
