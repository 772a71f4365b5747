import yargs from 'yargs';
import type { Argv } from 'yargs';
import { SPECS } from './specs/specs.ts';

const either = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** The commands and their options, in yargs' words. What they mean together is not its concern. */
export const parser = (version: string): Argv =>
  SPECS.reduce(
    (all, { name, positionals, summary, define }) =>
      all.command(positionals === undefined ? name : `${name} ${positionals}`, summary, define),
    yargs()
      .scriptName('handbill')
      .usage(
        'Candidate security guidance as leaflets and wallet cards for one council.\n\nhandbill <command> [options]',
      )
      .locale('en')
      .updateStrings({
        'Not enough arguments following: %s': '--%s expects a value',
        'Arguments %s and %s are mutually exclusive': '--%s and --%s exclude each other',
        'Invalid values:': 'not one of the choices:',
        'Argument: %s, Given: %s, Choices: %s': '--%s is %s, expected %s',
      })
      .wrap(100)
      .exitProcess(false)
      .showHelpOnFail(false)
      .parserConfiguration({ 'boolean-negation': false, 'camel-case-expansion': false, 'dot-notation': false })
      .options({
        project: {
          type: 'string',
          requiresArg: true,
          describe: 'Folder that holds content/ (default: this one if it does)',
        },
        out: { type: 'string', requiresArg: true, describe: 'Folder to write to (default: output in the project)' },
        date: {
          type: 'string',
          requiresArg: true,
          describe: 'Day of the files, YYYY-MM-DD (default: SOURCE_DATE_EPOCH or today)',
        },
        format: {
          choices: ['text', 'json', 'jsonl'],
          requiresArg: true,
          describe: 'Text for people, one JSON document, or JSON lines',
        },
        verbose: { type: 'boolean', describe: 'Tell the stages and their times' },
        quiet: { type: 'boolean', describe: 'Print errors only' },
      })
      .conflicts('quiet', 'verbose'),
  )
    .group(['project', 'out', 'date', 'format', 'verbose', 'quiet', 'help', 'version'], 'Everywhere:')
    .example('handbill build --council anyshire', 'leaflet, card and sheet for a council')
    .example('handbill check', 'what is wrong, over all councils')
    .epilogue('Exit status: 0 done, 1 faults in the content, 2 a command line that was not understood.')
    .demandCommand(1, `expected a command: ${either(SPECS.map(({ name }) => name))}`)
    .recommendCommands()
    .strict()
    .help()
    .version(version);
