import type { Common, Spec } from './spec.ts';

export type DiffCommand = {
  readonly kind: 'manifest';
  readonly action: 'diff';
  /** Two manifests, or the output folders that hold them: the older and the newer. */
  readonly before: string;
  readonly after: string;
  readonly common: Common;
};

export type MergeCommand = {
  readonly kind: 'manifest';
  readonly action: 'merge';
  /** Manifests, or the output folders that hold them. */
  readonly sources: readonly string[];
  readonly common: Common;
};

export type ManifestCommand = DiffCommand | MergeCommand;

export const manifest: Spec<ManifestCommand> = {
  name: 'manifest',
  positionals: '<action> <files..>',
  summary: 'Tell what to recall, or join shards',
  define: (command) =>
    command
      .usage(
        'handbill manifest diff <before> <after> [options]\nhandbill manifest merge <file...> [options]\n\ndiff compares two manifests, or two output folders: which leaflets and cards print contacts that have\nchanged and must be recalled, and what else was added, removed or changed, and why.\nmerge puts what several manifests list into that of the output folder (--out).',
      )
      .positional('action', {
        choices: ['diff', 'merge'],
        describe: 'diff: compare two manifests; merge: join several',
      })
      .positional('files', {
        type: 'string',
        array: true,
        describe: 'manifest.json, or a folder that holds one; of diff the older first',
      })
      .example('handbill manifest diff handed-out output', 'what must be recalled of handed-out/')
      .example('handbill manifest merge shard-1 shard-2 --out all', 'into all/manifest.json'),
  read(given, common) {
    const files = given.all('files');
    if (given.one('action') === 'merge') return { kind: 'manifest', action: 'merge', sources: files, common };
    const [before = '', after = '', ...more] = files;
    if (after === '') given.wrong.push('missing: <after>');
    if (more.length > 0) given.wrong.push(`unknown argument: ${more.join(' ')}`);
    return { kind: 'manifest', action: 'diff', before, after, common };
  },
  needs: 'desk',
  async load() {
    const [{ manifestDiff }, { manifestMerge }] = await Promise.all([
      import('../manifest-diff.ts'),
      import('../manifest-merge.ts'),
    ]);
    return (command, desk) => (command.action === 'diff' ? manifestDiff(command, desk) : manifestMerge(command, desk));
  },
};
