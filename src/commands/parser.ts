import yargs from 'yargs';
import type { Argv } from 'yargs';

export type TemplateName = 'leaflet' | 'wallet-card';

export const TEMPLATES: readonly TemplateName[] = ['leaflet', 'wallet-card'];

const COUNCIL = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;
const SLUG_HINT = 'its file in content/councils, without the ending; may be repeated';
const DRAFT = { type: 'boolean', describe: 'Write a draft beside the final file, never over it' } as const;

/** The commands and their options, in yargs' words. What they mean together is not its concern. */
export const parser = (version: string): Argv =>
  yargs()
    .scriptName('handbill')
    .usage('Candidate security guidance as leaflets and wallet cards for one council.\n\nhandbill <command> [options]')
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
    .command('build', 'Make the leaflet, the wallet card and its sheet of ten', (command) =>
      command
        .usage('handbill build --council <slug> [options]\n\nMakes the leaflet, the wallet card and its sheet of ten.')
        .option('council', { ...COUNCIL, demandOption: true, describe: `Council: ${SLUG_HINT}` })
        .option('template', {
          choices: TEMPLATES,
          requiresArg: true,
          describe: 'Make the products of one template only',
        })
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
        .usage(
          'handbill check [--council <slug>] [options]\n\nMakes every product without writing it, and tells what is wrong.',
        )
        .option('council', { ...COUNCIL, describe: `Council: ${SLUG_HINT} (default: all of the project)` }),
    )
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
        describe: 'Day to print, YYYY-MM-DD (default: SOURCE_DATE_EPOCH or today)',
      },
      format: {
        choices: ['text', 'json'],
        requiresArg: true,
        describe: 'Print for people, or one JSON document (default: text)',
      },
      verbose: { type: 'boolean', describe: 'Tell the stages and their times' },
      quiet: { type: 'boolean', describe: 'Print errors only' },
    })
    .conflicts('quiet', 'verbose')
    .group(['project', 'out', 'date', 'format', 'verbose', 'quiet', 'help', 'version'], 'Everywhere:')
    .example('handbill build --council anyshire', 'leaflet, card and sheet for a council')
    .example('handbill check', 'what is wrong, over all councils')
    .epilogue('Exit status: 0 done, 1 faults in the content, 2 a command line that was not understood.')
    .demandCommand(1, 'expected a command: build, card or check')
    .recommendCommands()
    .strict()
    .help()
    .version(version);
