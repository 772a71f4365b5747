import type { Strictness } from '../../data/trust.ts';
import { type Asked, definePurpose, purposeOf } from './purpose.ts';
import { TEMPLATES, type TemplateName } from '../../catalogue.ts';
import type { Common, Languages, Spec } from './spec.ts';
import type { Share } from '../batch-choice.ts';
import type { Options } from '../options.ts';
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
  /** Which of the areas are made. */
  readonly share: Share;
  /** Whether each area has files of its own, or all are in one. */
  readonly into: 'files' | 'one-file';
  /** Whether a run that ended is gone on with, for the day that it was for. */
  readonly resume: 'no' | 'last';
  /** Whether what is unchanged is made all the same. */
  readonly isAfresh: boolean;
  /** Whether files of areas that are gone are removed. */
  readonly isPruned: boolean;
  /** Whether it is only said what would be done. */
  readonly isDry: boolean;
  /** Threads that make files; where nothing is said, one for each core. */
  readonly workers?: number;
  /** Whether the day was typed. */
  readonly dated: 'typed' | 'by-itself';
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
        .option('only', {
          type: 'string',
          array: true,
          nargs: 1,
          requiresArg: true,
          describe: 'These areas only: "Abbey,Castle"; may be repeated',
        })
        .option('from', { type: 'string', requiresArg: true, describe: 'This area and those after it' })
        .option('shard', { type: 'string', requiresArg: true, describe: 'One of several equal parts, as 3/8' })
        .conflicts('only', ['from', 'shard'])
        .conflicts('from', 'shard')
        .option('one-file', {
          type: 'boolean',
          describe: 'All areas in one file for the press, and a table that says on which pages each is',
        })
        .option('resume', { type: 'boolean', describe: 'Go on with the run that was stopped, for its day' })
        .option('afresh', { type: 'boolean', describe: 'Make what is unchanged too' })
        .option('prune', { type: 'boolean', describe: 'Remove the files of areas that are no longer listed' })
        .option('workers', {
          type: 'string',
          requiresArg: true,
          describe: 'Threads that make files (default: one for each core, if there is work for them)',
        })
        .option('dry-run', { type: 'boolean', describe: 'Say what would be written and removed, and do nothing' })
        .option('language', shared.language)
        .option('edition', shared.edition)
        .option('draft', shared.draft)
        .option('strict', shared.strict),
    )
      .example('handbill batch --council anyshire --areas wards.csv', 'into …/anyshire/abbey-ward/ and so on')
      .example('handbill batch --all', 'for the areas of every council that were imported')
      .example('handbill batch --council anyshire --one-file --for print', 'one file for the press'),
  read(given, common) {
    const template = given.one('template');
    const purpose = purposeOf(given);
    if (given.is('html') && purpose.kind !== 'screen') given.wrong.push('--html is read on a screen: leave out --for');
    if (given.is('html') && template !== undefined && template !== 'leaflet')
      given.wrong.push('--html belongs to the leaflet: leave out --template');
    const [council, areas] = [given.one('council'), given.one('areas')];
    if (council === undefined && !given.is('all')) given.wrong.push('missing: --council, or --all');
    const share = shareOf(given);
    if (given.is('prune') && (share.kind === 'only' || share.kind === 'from'))
      given.wrong.push(`--prune looks at all areas: leave out --${share.kind}`);
    if (given.is('one-file')) given.wrong.push(...notIntoOne(given, purpose));
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
      share,
      into: given.is('one-file') ? 'one-file' : 'files',
      resume: given.is('resume') ? 'last' : 'no',
      isAfresh: given.is('afresh'),
      isPruned: given.is('prune'),
      isDry: given.is('dry-run'),
      ...workersOf(given),
      dated: given.one('date') === undefined ? 'by-itself' : 'typed',
      common,
    };
  },
  load: async () => (await import('../batch.ts')).batch,
};

/** What makes no sense where all areas are in one file. */
function notIntoOne(given: Options, purpose: Asked): readonly string[] {
  const whole = 'holds all areas, so that nobody takes a part for the whole';
  return [
    ...['only', 'from'].flatMap((name) =>
      given.many(name).length > 0
        ? [`--one-file ${whole}: leave out --${name}, and print from the page that the table beside the file names`]
        : [],
    ),
    ...['resume', 'afresh', 'prune'].flatMap((name) =>
      given.is(name) ? [`--one-file is written anew as a whole: leave out --${name}`] : [],
    ),
    ...['html', 'card'].flatMap((name) =>
      given.is(name) ? [`--${name} makes files of their own: leave it out, and run it without --one-file`] : [],
    ),
    ...(given.one('workers') === undefined ? [] : ['--one-file is written by one thread: leave out --workers']),
    ...(purpose.kind === 'proof' ? ['--one-file is for a press or a screen: leave out --for proof'] : []),
  ];
}

/** What `--workers` says. */
function workersOf(given: Options): Pick<BatchCommand, 'workers'> {
  const typed = given.one('workers');
  if (typed === undefined) return {};
  const workers = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  if (workers < 1 || workers > mostWorkers)
    given.wrong.push(`--workers is \`${typed}\`, expected a whole number from 1 to ${mostWorkers}`);
  return { workers };
}

const mostWorkers = 64;

/** What `--only`, `--from` and `--shard` say. */
function shareOf(given: Options): Share {
  const names = given.many('only');
  const [name, shard] = [given.one('from'), given.one('shard')];
  if (names.some((each) => each.replaceAll(',', '').trim() === '')) given.wrong.push('--only is empty');
  if (names.length > 0) return { kind: 'only', names };
  if (name !== undefined) return { kind: 'from', name };
  if (shard === undefined) return { kind: 'all' };
  const [, number = 0, of = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(shard) ?? []).map(Number);
  if (number === 0 || number > of) given.wrong.push(`--shard is \`${shard}\`, expected a part of the whole, as 3/8`);
  return { kind: 'shard', number, of };
}
