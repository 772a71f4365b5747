import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../compiled.ts';
import { type Tree, treeOf } from '../cli/killed.ts';
import { temporaryFolder } from '../output/folder.ts';

export const env = { ...process.env, NO_COLOR: '1' };

const councils = ['eastfield', 'northfield', 'westfield'];

/** Three councils, of which one has a warning, with some areas each; one of them can be set in no leaflet. */
export function projectOf(areas: number): string {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  mkdirSync(join(cwd, 'content/areas'));
  const path = (slug: string): string => join(cwd, `content/councils/${slug}.yaml`);
  const own = readFileSync(path('northfield'), 'utf8');
  for (const [i, slug] of councils.entries()) {
    const checked = slug === 'westfield' ? '2023-03-20' : '2025-03-20';
    writeFileSync(path(slug), own.replace('2025-03-20', checked).replace('example: northfield', `example: ${slug}`));
    const names = Array.from({ length: areas }, (_, at) => `Ward ${at + 1}${'st'.repeat(i)}`);
    writeFileSync(join(cwd, `content/areas/${slug}.csv`), `name\n${names.join('\n')}\n`);
  }
  appendFileSync(join(cwd, 'content/areas/northfield.csv'), 'עיר\n');
  return cwd;
}

/** The arguments of a batch of all councils. */
export const line = (workers: number): string[] => [
  cli,
  'batch',
  '--all',
  '--date',
  '2025-03-20',
  '--workers',
  String(workers),
];

/** What came of a run. */
export type Run = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly tree: Tree;
};

export const runIn = (cwd: string, workers: number, ...more: readonly string[]): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...line(workers), ...more], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, tree: treeOf(cwd) };
};
