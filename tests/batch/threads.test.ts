import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, isCompiled } from '../compiled.ts';
import { type Tree, treeOf } from '../cli/killed.ts';
import { temporaryFolder } from '../output/folder.ts';

const ready = isCompiled('tests/batch/threads');

const env = { ...process.env, NO_COLOR: '1' };

const councils = ['eastfield', 'northfield', 'westfield'];

/** Three councils, of which one has a warning, with some areas each; one of them can be set in no leaflet. */
function projectOf(areas: number): string {
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

const line = (workers: number): string[] => [
  cli,
  'batch',
  '--all',
  '--date',
  '2025-03-20',
  '--workers',
  String(workers),
];

type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string; readonly tree: Tree };

const runIn = (cwd: string, workers: number, ...more: readonly string[]): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...line(workers), ...more], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, tree: treeOf(cwd) };
};

describe.skipIf(!ready)('a batch in threads', () => {
  test('writes the same files and says the same as in one, in the same order', () => {
    const [alone, many] = [1, 3].map((workers) => runIn(projectOf(12), workers, '--card'));
    expect(many).toEqual(alone);
    expect(alone?.status).toBe(1);
    expect(alone?.stderr).toContain('preflight/right-to-left');
    expect(alone?.stderr.match(/rule: trust\//g)).toHaveLength(1);
    expect([...(alone?.tree.keys() ?? [])].filter((name) => name.endsWith('leaflet.en.pdf'))).toHaveLength(36);
  });

  test('the same for print, with tickets', () => {
    const print = ['--for', 'print', '--template', 'wallet-card'];
    const [alone, many] = [1, 2].map((workers) => runIn(projectOf(5), workers, ...print));
    expect(many).toEqual(alone);
    expect([...(alone?.tree.keys() ?? [])].filter((name) => name.endsWith('.job.yaml'))).toHaveLength(16);
  });

  test.skipIf(process.platform === 'win32')(
    'is ended by a signal with whole files, and goes on with --resume',
    async () => {
      const [cwd, other] = [projectOf(100), projectOf(100)];
      const whole = runIn(other, 2).tree;
      const child = spawn(process.execPath, line(2), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = once(child, 'exit');
      let stderr = '';
      child.stderr.on('data', (text: Buffer) => void (stderr += text.toString()));
      let lines = 0;
      child.stdout.on('data', (text: Buffer) => {
        const before = lines;
        lines += text.toString().split('\n').length - 1;
        // Who asks twice does not want to wait for what is in hand.
        if (before < 30 && lines >= 30) child.kill('SIGINT');
      });
      expect((await ended)[0]).toBe(130);
      const left = Number(/^warning: the run was stopped: (\d+) of 301 areas are left$/m.exec(stderr)?.[1]);
      const stopped = treeOf(cwd);
      // One area can be set in no leaflet: it is among those that were made, or among those that are left.
      const made = [...stopped.keys()].filter((name) => name.endsWith('.pdf'));
      expect([300, 301]).toContain(made.length + left);
      for (const name of made) expect([name, stopped.get(name) === whole.get(name)]).toEqual([name, true]);
      const { status, tree } = runIn(cwd, 2, '--resume');
      expect(status).toBe(1);
      expect(tree).toEqual(whole);
    },
  );
});
