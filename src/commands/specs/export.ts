import type { Common, Spec } from './spec.ts';

export type ExportCommand = {
  readonly kind: 'export';
  /** Relative to where the command runs. */
  readonly file: string;
  readonly common: Common;
};

export const exportFile: Spec<ExportCommand> = {
  name: 'export',
  positionals: '<file>',
  summary: 'Write councils, contacts and areas as a workbook',
  define: (command) =>
    command
      .usage(
        'handbill export <file.xlsx> [options]\n\nWrites all councils of the project, their contacts and their areas into a workbook, in the form that\n`import councils` reads. A file that is there already is never changed.',
      )
      .positional('file', { type: 'string', describe: 'Workbook to be written' })
      .example('handbill export councils.xlsx', 'for somebody to look through and correct'),
  read(given, common) {
    const file = given.words('file');
    if (!/\.xlsx$/i.test(file)) given.wrong.push(`the workbook is \`${file}\`, expected a name that ends in \`.xlsx\``);
    return { kind: 'export', file, common };
  },
  needs: 'desk',
  load: async () => (await import('../export.ts')).exportFile,
};
