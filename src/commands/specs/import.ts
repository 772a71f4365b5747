import type { Subject } from '../../import/fields.ts';
import type { Options } from '../options.ts';
import type { Common, Spec } from './spec.ts';

export type ImportCommand = ImportFileCommand | ImportNewCommand;

export type ImportFileCommand = {
  readonly kind: 'import';
  readonly subject: Subject;
  /** As it was typed, relative to where the command runs. */
  readonly file: string;
  /** Whose areas they are, or of whom alone. */
  readonly council?: string;
  /** A sheet's name, or its number from 1. */
  readonly sheet?: string;
  /** What columns hold: fields, and the headings above them. */
  readonly map: readonly (readonly [field: string, heading: string])[];
  /** `look`: nothing is written. */
  readonly purpose: 'write' | 'look';
  /** What becomes of values that are there and differ. */
  readonly differing: 'kept' | 'replaced';
  readonly common: Common;
};

/** Writes the form that councils fill in. */
export type ImportNewCommand = {
  readonly kind: 'import';
  readonly subject: 'form';
  readonly file: string;
  readonly common: Common;
};

const SUBJECTS: readonly Subject[] = ['areas', 'contacts', 'councils'];

export const importFile: Spec<ImportCommand> = {
  name: 'import',
  positionals: '[subject] [file]',
  summary: 'Take areas, contacts or councils from a spreadsheet',
  define: (command) =>
    command
      .usage(
        'handbill import areas <file> [--council <slug>]\nhandbill import contacts <file>\nhandbill import councils <file>\nhandbill import --new <file.xlsx>\n\nareas:    into content/areas/<council>.csv, from which `batch` makes leaflets.\ncontacts: into the files of councils that are there. What differs is shown and kept.\ncouncils: the same, and begins the files of councils that are not there yet. Of a workbook with the\n          sheets Contacts and Areas, those are read too.\n--new:    writes the workbook that councils fill in.\n\nThe file is a workbook (.xlsx), CSV or JSON, of any program. Nothing is written before all of it was\nread.',
      )
      .positional('subject', { choices: SUBJECTS, describe: 'What the file holds' })
      .positional('file', { type: 'string', describe: 'Spreadsheet: .xlsx, CSV, text with tabs, JSON' })
      .option('council', {
        type: 'string',
        requiresArg: true,
        describe: 'areas: the council whose they are, or of which alone they are taken',
      })
      .option('sheet', { type: 'string', requiresArg: true, describe: 'Sheet of the workbook: its name or number' })
      .option('map', {
        type: 'string',
        array: true,
        nargs: 1,
        requiresArg: true,
        describe: 'What a column holds: field="Heading", or ignore="Heading"; may be repeated. It is remembered',
      })
      .option('dry-run', { type: 'boolean', describe: 'Show what would be written, and write nothing' })
      .option('replace', { type: 'boolean', describe: 'Take the value of the file where another is there already' })
      .option('new', { type: 'string', requiresArg: true, describe: 'Write the workbook to be filled in' })
      .example('handbill import areas wards.csv --council leeds', 'into content/areas/leeds.csv')
      .example('handbill import contacts contacts.xlsx --dry-run', 'what is new, what differs')
      .example('handbill import --new councils.xlsx', 'a form for councils'),
  read(given, common) {
    const form = given.one('new');
    const typed = given.one('subject');
    const file = given.one('file') ?? '';
    const subject = SUBJECTS.find((each) => each === typed);
    if (form !== undefined) {
      if (typed !== undefined) given.wrong.push('--new goes without a file to be read');
      if (!/\.xlsx$/i.test(form)) given.wrong.push(`--new is \`${form}\`, expected a name that ends in \`.xlsx\``);
      return { kind: 'import', subject: 'form', file: form, common };
    }
    if (subject === undefined) given.wrong.push('missing: what the file holds: areas, contacts or councils');
    else if (file === '') given.wrong.push('missing: the file to be read');
    const [council, sheet] = [given.one('council'), given.one('sheet')];
    if (council !== undefined && subject !== undefined && subject !== 'areas') {
      given.wrong.push('--council goes with `import areas` only: each row of others names its council');
    }
    return {
      kind: 'import',
      subject: subject ?? 'areas',
      file,
      ...(council !== undefined && { council }),
      ...(sheet !== undefined && { sheet }),
      map: given.many('map').map((pair) => pairOf(pair, given)),
      purpose: given.is('dry-run') ? 'look' : 'write',
      differing: given.is('replace') ? 'replaced' : 'kept',
      common,
    };
  },
  needs: 'desk',
  load: async () => (await import('../import.ts')).importFile,
};

function pairOf(pair: string, given: Options): readonly [field: string, heading: string] {
  const [, field = '', heading = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
  if (field.trim() === '' || heading.trim() === '') {
    given.wrong.push(`--map is \`${pair}\`, expected a field and a heading, as in \`--map name="Ward name"\``);
  }
  return [field.trim(), heading.trim()];
}
