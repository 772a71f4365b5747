import type { Common, Spec } from './spec.ts';

export type NewCommand = {
  readonly kind: 'new';
  /** As it was typed. */
  readonly folder: string;
  readonly common: Common;
};

export const newProject: Spec<NewCommand> = {
  name: 'new',
  positionals: '<folder>',
  summary: 'Make a folder for your leaflets',
  define: (command) =>
    command
      .usage(
        'handbill new <folder> [options]\n\nMakes a project: content/councils, content/brands, output, and a README with the first steps. The\nfolder must be new or empty; nothing is ever overwritten.',
      )
      .positional('folder', { type: 'string', describe: 'Folder to make' })
      .example('handbill new leaflets', 'then: handbill init leeds --project leaflets'),
  read(given, common) {
    const folder = given.words('folder');
    if (folder === '') given.wrong.push('the name of the folder is empty');
    return { kind: 'new', folder, common };
  },
  needs: 'desk',
  load: async () => (await import('../new.ts')).newProject,
};
