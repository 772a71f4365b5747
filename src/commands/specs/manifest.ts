import type { Common, Spec } from './spec.ts';

export type ManifestCommand = {
  readonly kind: 'manifest';
  readonly action: 'diff';
  /** Two manifests, or the output folders that hold them: the older and the newer. */
  readonly before: string;
  readonly after: string;
  readonly common: Common;
};

export const manifest: Spec<ManifestCommand> = {
  name: 'manifest',
  positionals: '<action> <before> <after>',
  summary: 'Tell what to recall after a change',
  define: (command) =>
    command
      .usage(
        'handbill manifest diff <before> <after> [options]\n\nCompares two manifests, or two output folders: which leaflets and cards print contacts that have\nchanged and must be recalled, and what else was added, removed or changed, and why.',
      )
      .positional('action', { choices: ['diff'], describe: 'diff: compare two manifests' })
      .positional('before', { type: 'string', describe: 'The older manifest.json, or the folder that holds it' })
      .positional('after', { type: 'string', describe: 'The newer one' })
      .example('handbill manifest diff handed-out output', 'what must be recalled of handed-out/'),
  read: (given, common) => ({
    kind: 'manifest',
    action: 'diff',
    before: given.one('before') ?? '',
    after: given.one('after') ?? '',
    common,
  }),
  needs: 'desk',
  load: async () => (await import('../manifest-diff.ts')).manifestDiff,
};
