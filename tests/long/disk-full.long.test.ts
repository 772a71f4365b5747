import fs, { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import type { WriteFs } from '../../src/output.ts';
import { PRESSES } from '../cli/presses.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';

const room = 4000;

/** A disk with room for so many files. */
function disk(): WriteFs {
  let left = room;
  const openSync = ((path: string, flags: string) => {
    if (String(path).endsWith('.tmp') && left-- <= 0) throw Object.assign(new Error('planted'), { code: 'ENOSPC' });
    return fs.openSync(path, flags);
  }) as typeof fs.openSync;
  return { ...fs, openSync };
}

function projectOf(areas: number): string {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  writeFileSync(join(cwd, 'areas.csv'), `name\n${Array.from({ length: areas }, (_, i) => `Ward ${i + 1}\n`).join('')}`);
  return cwd;
}

async function play(cwd: string, options: string, broken?: WriteFs): Promise<{ status: number; said: string }> {
  let said = '';
  const io = { stdout: { write() {} }, stderr: { write: (text: string) => void (said += text) }, cwd, env: {} };
  const line = `batch --council northfield --areas areas.csv --date 2025-03-20 ${options}`.trim();
  const parts = { press: PRESSES['sound'] as Press, ...(broken && { fs: broken }) };
  return { status: await run(line.split(' '), { ...io, now: () => new Date(0) }, parts), said };
}

const treeOf = (cwd: string): readonly (readonly [string, string])[] =>
  filesIn(join(cwd, 'output')).map((name) => [name, readFileSync(join(cwd, 'output', name), 'latin1')]);

test('a disk that is full at file 4,000 keeps what stands, and the run goes on where there is room', async () => {
  const [cwd, other] = [projectOf(8405), projectOf(8405)];
  await play(other, '');
  const whole = new Map(treeOf(other));
  const { status, said } = await play(cwd, '', disk());
  expect(status).toBe(1);
  const full = [...said.matchAll(/the disk is full: `output\/([^`]*)` was not written/g)].map(([, name]) => name);
  const next = Array.from({ length: 5 }, (_, i) => `northfield/ward-${room + 1 + i}/leaflet.en.pdf`);
  expect(full).toEqual([...next, 'manifest.json']);
  expect(said).toContain('rule: write/given-up');
  expect(said).toContain('4400 of 8,405 areas are left');
  expect(said).toContain('run the command again with `--resume`');
  expect(said).toMatch(/\n4,000 leaflets written, 5 areas with faults, 4,400 areas left\n$/);
  const [journal, ...pdfs] = treeOf(cwd);
  expect(pdfs).toHaveLength(room);
  expect(pdfs.filter(([name, text]) => whole.get(name) !== text)).toEqual([]);
  // The journal stands for the manifest, for which there was no room either: a run that is dead is believed.
  expect(journal![1].match(/^{"file":/gm)).toHaveLength(room);
  const [name = ''] = readdirSync(join(cwd, 'output')).filter((each) => each.endsWith('.journal'));
  renameSync(join(cwd, 'output', name), join(cwd, 'output', name.replace(/-\d+-/, '-999999999-')));
  const resumed = await play(cwd, '--resume');
  expect([resumed.status, resumed.said]).toEqual([0, '4,405 leaflets written, 4,000 unchanged\n']);
  expect(treeOf(cwd)).toEqual([...whole]);
}, 120_000);
