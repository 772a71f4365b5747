import { guessDay, parseDay } from '../data/day.ts';
import type { Day } from '../data/record.ts';
import { Options } from './options.ts';
import { parser } from './parser.ts';
import type { Common, Spec, Understanding } from './specs/spec.ts';
import { SPECS } from './specs/specs.ts';

export type Command = Understanding;

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
  const wrong = (said: readonly string[]): Understood => ({
    kind: 'wrong',
    messages: tidy(
      said,
      SPECS.find((spec) => spec.name === name),
    ),
    help: SPECS.some((spec) => spec.name === name) ? `handbill ${name} --help` : 'handbill --help',
  });
  if (messages.length > 0) return wrong(messages);
  if (shown !== '') return { kind: 'show', text: `${shown}\n` };

  const given = new Options(parsed);
  const day = dayOf(given.one('date'), circumstances);
  const [project, out, format] = [given.one('project'), given.one('out'), given.one('format')];
  const known = SPECS.find((spec) => spec.name === name);
  if (parsed._.length > 1) given.wrong.push(`unknown argument: ${parsed._.slice(1).join(' ')}`);
  if (typeof day !== 'string') given.wrong.push(day.wrong);
  if (!known || typeof day !== 'string') return wrong(given.wrong);

  const common: Common = {
    ...(project !== undefined && { project }),
    ...(out !== undefined && { out }),
    day,
    format: format === 'json' || format === 'jsonl' ? format : 'text',
    loudness: given.is('quiet') ? 'quiet' : given.is('verbose') ? 'verbose' : 'normal',
  };
  const command = known.read(given, common);
  return given.wrong.length > 0 ? wrong(given.wrong) : { kind: 'run', command };
}

/** yargs writes its messages over several lines, with a capital, and suggests before it says what it did not find. */
function tidy(messages: readonly string[], spec: Spec | undefined): readonly string[] {
  const lines = messages.map((message) =>
    message
      .replace(/\n\s*/g, ' ')
      .replace(/^Not enough non-option arguments.*/, `missing: ${spec?.positionals ?? 'a command'}`)
      .replace(/^Missing required argument: (\S+)/, (_, name: string) => `missing: ${argument(name, spec)}`)
      .replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()),
  );
  return [...new Set(lines)].toSorted((a, b) => suggests(a) - suggests(b));
}

/** An argument as one types it: `--council`, or `<folder>` without dashes. */
const argument = (name: string, spec: Spec | undefined): string => {
  const positional = spec?.positionals?.split(' ').find((each) => /\w+/.exec(each)?.[0] === name);
  return positional ?? `--${name}`;
};

const suggests = (line: string): number => Number(line.startsWith('did you mean'));

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
