import yargs from 'yargs';
import type { Argv } from 'yargs';
import { guessDay, parseDay } from '../data/day.ts';
import type { Day } from '../data/record.ts';

/** What every command takes. */
export type Common = {
  readonly project?: string;
  readonly out?: string;
  readonly day: Day;
  readonly format: 'text' | 'json';
  readonly loudness: 'quiet' | 'normal' | 'verbose';
};

/** A command line that has been understood. */
export type Command =
  | {
      readonly kind: 'build';
      readonly councils: readonly string[];
      readonly templates: readonly TemplateName[];
      readonly area?: string;
      readonly status: 'final' | 'draft';
      readonly common: Common;
    }
  /** No councils: all of the project. */
  | { readonly kind: 'check'; readonly councils: readonly string[]; readonly common: Common };

export type TemplateName = 'leaflet' | 'wallet-card';

/** A command to run, a text that was asked for, or what is wrong with the command line. */
export type Understood =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'show'; readonly text: string }
  | { readonly kind: 'wrong'; readonly messages: readonly string[]; readonly help: string };

/** What a command line is read against: nothing else of the world matters to it. */
export type Circumstances = {
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
};

const TEMPLATES: readonly TemplateName[] = ['leaflet', 'wallet-card'];

/** Reads the command line. The day of the run is decided here, once. */
export async function understand(argv: readonly string[], circumstances: Circumstances): Promise<Understood> {
  const messages: string[] = [];
  let shown = '';
  const parsed = await parser(circumstances.version)
    .fail((message: string | undefined, error: Error | undefined) => {
      messages.push(message ?? error?.message ?? 'the command line was not understood');
    })
    .parseAsync([...argv], {}, (_error, _values, text) => {
      shown = text;
    });
  const name = String(parsed._[0] ?? '');
  const wrong = (...messages: readonly string[]): Understood => ({
    kind: 'wrong',
    messages: tidy(messages),
    help: ['build', 'card', 'check'].includes(name) ? `handbill ${name} --help` : 'handbill --help',
  });
  if (messages.length > 0) return wrong(...messages);
  if (shown !== '') return { kind: 'show', text: `${shown}\n` };

  const given = new Options(parsed);
  const day = dayOf(given.one('date'), circumstances);
  const councils = [...new Set(given.many('council'))];
  const area = given
    .one('area')
    ?.normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const [project, out] = [given.one('project'), given.one('out')];
  const [format, template] = [given.one('format'), given.one('template')];
  if (parsed._.length > 1) given.wrong.push(`unknown argument: ${parsed._.slice(1).join(' ')}`);
  if (typeof day !== 'string') given.wrong.push(day.wrong);
  if (area === '') given.wrong.push('--area is empty');
  if (area !== undefined && councils.length > 1) given.wrong.push('--area belongs to one council: give one --council');
  if (given.wrong.length > 0 || typeof day !== 'string') return wrong(...given.wrong);

  const common: Common = {
    ...(project !== undefined && { project }),
    ...(out !== undefined && { out }),
    day,
    format: format === 'json' ? 'json' : 'text',
    loudness: given.is('quiet') ? 'quiet' : given.is('verbose') ? 'verbose' : 'normal',
  };
  if (name === 'check') return { kind: 'run', command: { kind: 'check', councils, common } };
  const wanted = name === 'card' ? 'wallet-card' : template;
  const templates = TEMPLATES.filter((template) => wanted === undefined || template === wanted);
  const status = given.is('draft') ? 'draft' : 'final';
  const build = { kind: 'build', councils, templates, status, ...(area !== undefined && { area }), common } as const;
  return { kind: 'run', command: build };
}

/** yargs writes its messages over several lines, with a capital, and suggests before it says what it did not find. */
function tidy(messages: readonly string[]): readonly string[] {
  const lines = messages.map((message) => message.split('\n').map((line) => line.trim()).join(' '));
  const lower = lines.map((line) => line.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()));
  return [...new Set(lower)].toSorted((a, b) => Number(a.startsWith('did you mean')) - Number(b.startsWith('did you mean')));
}

/** Values as yargs leaves them: what is given twice is an array, which only --council may be. */
class Options {
  readonly wrong: string[] = [];
  readonly #values: Readonly<Record<string, unknown>>;
  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }
  many(name: string): string[] {
    const value = this.#values[name] ?? [];
    return (Array.isArray(value) ? value : [value]).map(String);
  }
  one(name: string): string | undefined {
    const values = this.many(name);
    if (values.length > 1) this.wrong.push(`--${name} is given ${values.length} times, expected once`);
    if (values[0] === '' && name !== 'area') this.wrong.push(`--${name} is empty`);
    return values[0];
  }
  is(name: string): boolean {
    return this.many(name).includes('true');
  }
}

function dayOf(given: string | undefined, { env, now }: Circumstances): Day | { readonly wrong: string } {
  if (given !== undefined) {
    const guess = guessDay(given);
    const hint = guess === undefined ? '' : `: did you mean ${guess}?`;
    return parseDay(given) ?? { wrong: `--date is \`${given}\`, expected a day of the calendar as YYYY-MM-DD${hint}` };
  }
  const epoch = env.SOURCE_DATE_EPOCH ?? '';
  if (epoch === '') return dayFrom(now(), 'local');
  const date = new Date(Number(epoch) * 1000);
  const sound = /^\d{1,11}$/.test(epoch) && !Number.isNaN(date.getTime());
  return sound ? dayFrom(date, 'utc') : { wrong: `SOURCE_DATE_EPOCH is \`${epoch}\`, expected seconds since 1970` };
}

/** A run's own day is the one on the wall; a build's is the same wherever it is repeated. */
function dayFrom(date: Date, zone: 'local' | 'utc'): Day {
  const local = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  return (zone === 'utc' ? date : local).toISOString().slice(0, 10) as Day;
}

const COUNCIL = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;
const SLUG_HINT = 'its file in content/councils, without the ending; may be repeated';
const DRAFT = { type: 'boolean', describe: 'Write a draft beside the final file, never over it' } as const;

const parser = (version: string): Argv =>
  yargs()
    .scriptName('handbill')
    .usage('Candidate security guidance as leaflets and wallet cards for one council.\n\nhandbill <command> [options]')
    .locale('en')
    .updateStrings({
      'Missing required argument: %s': { one: '--%s is missing', other: '--%s are missing' },
      'Not enough arguments following: %s': '--%s expects a value',
      'Arguments %s and %s are mutually exclusive': '--%s and --%s exclude each other',
      'Invalid values:': 'not one of the choices:',
      'Argument: %s, Given: %s, Choices: %s': '--%s is %s, expected %s',
    })
    .wrap(100)
    .exitProcess(false)
    .showHelpOnFail(false)
    .parserConfiguration({ 'boolean-negation': false, 'camel-case-expansion': false, 'dot-notation': false })
    .command('build', 'Make the leaflet, the wallet card and its sheet of ten', (command) =>
      command
        .usage('handbill build --council <slug> [options]\n\nMakes the leaflet, the wallet card and its sheet of ten.')
        .option('council', { ...COUNCIL, demandOption: true, describe: `Council: ${SLUG_HINT}` })
        .option('template', { choices: TEMPLATES, requiresArg: true, describe: 'Make the products of one template only' })
        .option('area', { type: 'string', requiresArg: true, describe: 'Ward, division or area to name in them' })
        .option('draft', DRAFT)
        .example('handbill build --council anyshire', 'into output/anyshire/')
        .example('handbill build --council anyshire --area "Abbey ward"', 'into …/anyshire/abbey-ward/'),
    )
    .command('card', 'Make the wallet card and its sheet of ten', (command) =>
      command
        .usage('handbill card --council <slug> [options]\n\nMakes the wallet card and its sheet of ten.')
        .option('council', { ...COUNCIL, demandOption: true, describe: `Council: ${SLUG_HINT}` })
        .option('draft', DRAFT),
    )
    .command('check', 'Look for faults in every council of the project; write nothing', (command) =>
      command
        .usage('handbill check [--council <slug>] [options]\n\nMakes every product without writing it, and tells what is wrong.')
        .option('council', { ...COUNCIL, describe: `Council: ${SLUG_HINT} (default: all of the project)` }),
    )
    .options({
      project: { type: 'string', requiresArg: true, describe: 'Folder that holds content/ (default: this one if it does)' },
      out: { type: 'string', requiresArg: true, describe: 'Folder to write to (default: output in the project)' },
      date: { type: 'string', requiresArg: true, describe: 'Day to print, YYYY-MM-DD (default: SOURCE_DATE_EPOCH or today)' },
      format: { choices: ['text', 'json'], requiresArg: true, describe: 'Print for people, or one JSON document (default: text)' },
      verbose: { type: 'boolean', describe: 'Tell the stages and their times' },
      quiet: { type: 'boolean', describe: 'Print errors only' },
    })
    .conflicts('quiet', 'verbose')
    .group(['council', 'template', 'area', 'draft'], 'Options:')
    .group(['project', 'out', 'date', 'format', 'verbose', 'quiet', 'help', 'version'], 'Everywhere:')
    .example('handbill build --council anyshire', 'leaflet, card and sheet for a council')
    .example('handbill check', 'what is wrong, over all councils')
    .epilogue('Exit status: 0 done, 1 faults in the content, 2 a command line that was not understood.')
    .demandCommand(1, 'expected a command: build, card or check')
    .recommendCommands()
    .strict()
    .help()
    .version(version);
