import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { env, line, projectOf, runIn } from '../batch/threaded.ts';
import { expectWhole, killAt, treeOf } from '../cli/killed.ts';
import { cli } from '../compiled.ts';
import { chances } from './chances.ts';

// Three councils, and one area that can be set in no leaflet.
const AREAS = 150;

test('a batch in threads that is killed at ten moments is gone on with, as if nothing had happened', async () => {
  const whole = runIn(projectOf(AREAS), 2).tree;
  const chance = chances(20_261_123);
  for (let round = 0; round < 10; round++) {
    const cwd = projectOf(AREAS);
    const files = Math.floor(chance.next().value * 3 * AREAS);
    const milliseconds = Math.floor(chance.next().value * 40);
    const child = spawn(process.execPath, line(2), { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await killAt(child, { files, milliseconds });
    expectWhole(treeOf(cwd), whole);
    const { status, tree } = runIn(cwd, 2, '--resume');
    expect([files, milliseconds, status]).toEqual([files, milliseconds, 1]);
    expect(tree).toEqual(whole);
  }
});

test('eight shards, each in threads, are together what one run makes', () => {
  const whole = runIn(projectOf(AREAS), 2).tree;
  const cwd = projectOf(AREAS);
  mkdirSync(join(cwd, 'output'));
  const folders = Array.from({ length: 8 }, (_, i) => `shard-${i + 1}`);
  for (const [i, folder] of folders.entries()) {
    runIn(cwd, 2, '--shard', `${i + 1}/8`, '--out', folder);
    cpSync(join(cwd, folder), join(cwd, 'output'), { recursive: true });
  }
  const merge = [cli, 'manifest', 'merge', ...folders, '--out', 'output'];
  const { status, stderr } = spawnSync(process.execPath, merge, { cwd, env, encoding: 'utf8' });
  expect([status, stderr.includes('error')]).toEqual([0, false]);
  expect([...treeOf(cwd).keys()]).toEqual([...whole.keys()]);
  expect(treeOf(cwd)).toEqual(whole);
});
