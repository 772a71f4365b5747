import type { Common, Spec } from './spec.ts';

export type PreflightCommand = {
  readonly kind: 'preflight';
  readonly task: 'check' | 'list';
  /** Files, or folders that hold some; relative to where the command runs. */
  readonly files: readonly string[];
  /** Names of profiles, or files that hold one. */
  readonly profiles: readonly string[];
  readonly common: Common;
};

export const preflight: Spec<PreflightCommand> = {
  name: 'preflight',
  positionals: '[files..]',
  summary: 'Look for faults in finished PDF files',
  define: (command) =>
    command
      .usage(
        'handbill preflight <files..> [options]\n\nTells what in finished PDF files keeps people from reading them: structure, language, links, fonts,\nand the order of reading. With another profile, what keeps a press from printing them: boxes, bleed,\ncolours, ink, fonts, pictures. The files may come from any program. Of a folder, all PDF files are taken.',
      )
      .positional('files', { type: 'string', describe: 'PDF files, or folders that hold some' })
      .option('profile', {
        type: 'string',
        array: true,
        nargs: 1,
        requiresArg: true,
        describe: 'What the files are for: a name, or a YAML file; may be repeated (default: accessible)',
      })
      .option('list-profiles', { type: 'boolean', describe: 'Tell which profiles there are, and check nothing' })
      .example('handbill preflight output', 'everything that was made')
      .example('handbill preflight leaflet.pdf --profile council-print', 'before it goes to the printer'),
  read: (given, common) => {
    const files = given.many('files');
    const profiles = given.many('profile');
    const task = given.is('list-profiles') ? 'list' : 'check';
    if (task === 'check' && files.length === 0) given.wrong.push('missing: <files..>');
    if (profiles.includes('')) given.wrong.push('--profile is empty');
    return { kind: 'preflight', task, files, profiles: profiles.length > 0 ? profiles : ['accessible'], common };
  },
  needs: 'desk',
  load: async () => (await import('../preflight.ts')).preflightFiles,
};
