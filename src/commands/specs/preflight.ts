import type { Profile } from '../../preflight/profiles.ts';
import type { Common, Spec } from './spec.ts';

export type PreflightCommand = {
  readonly kind: 'preflight';
  /** Files, or folders that hold some; relative to where the command runs. */
  readonly files: readonly string[];
  readonly profile: Profile;
  readonly common: Common;
};

const PROFILES: readonly Profile[] = ['accessible'];

export const preflight: Spec<PreflightCommand> = {
  name: 'preflight',
  positionals: '<files..>',
  summary: 'Look for faults in finished PDF files',
  define: (command) =>
    command
      .usage(
        'handbill preflight <files..> [options]\n\nTells what in finished PDF files keeps people from reading them: structure, language, links, fonts,\nand the order of reading. The files may come from any program. Of a folder, all PDF files are taken.',
      )
      .positional('files', { type: 'string', describe: 'PDF files, or folders that hold some' })
      .option('profile', {
        choices: PROFILES,
        requiresArg: true,
        describe: 'What the files are for (default: accessible)',
      })
      .example('handbill preflight output', 'everything that was made'),
  read: (given, common) => {
    const profile = given.one('profile');
    return {
      kind: 'preflight',
      files: given.many('files'),
      profile: PROFILES.find((each) => each === profile) ?? 'accessible',
      common,
    };
  },
  needs: 'desk',
  load: async () => (await import('../preflight.ts')).preflightFiles,
};
