import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { enterIntoManifest, parseManifest } from '../../src/manifest.ts';
import type { Entry } from '../../src/manifest.ts';
import { stand, temporaryFolder } from './folder.ts';

const root = join(import.meta.dirname, '../..');
const compiled = join(root, 'dist/src');

/** Another process needs compiled files, and those of today. */
function isCompiled(): boolean {
  const names = readdirSync(join(root, 'src')).filter((name) => /^(output|manifest).*\.ts$/.test(name));
  return names.every((name) => {
    const made = join(compiled, name.replace(/\.ts$/, '.js'));
    return existsSync(made) && statSync(made).mtimeMs >= statSync(join(root, 'src', name)).mtimeMs;
  });
}

const ready = isCompiled();
if (!ready)
  process.stderr.write('\nDID NOT RUN, because dist/ is older than src/ (npm run build): tests/output/kill\n');

const start = (cwd: string, ...order: string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'child.mjs'), compiled, cwd, ...order], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function killInMidWrite(cwd: string, milliseconds: number): Promise<void> {
  const child = start(cwd, 'leaflet', 'killed');
  const ended = once(child, 'exit');
  await once(child.stdout!, 'data');
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
}

const TEMPORARY = /^\.handbill-.*\.(tmp|lock)$/;

describe.skipIf(!ready || process.platform === 'win32')('a process that is killed', () => {
  test('leaves no part of a file under its name, and what it left is removed at the next run', async () => {
    const { output, cwd, files, diagnostics } = stand();
    const leaflet = join(cwd, 'output/anyshire/leaflet.en.pdf');
    for (const round of Array.from({ length: 12 }).keys()) {
      // oxlint-disable-next-line no-await-in-loop
      await killInMidWrite(cwd, 3 + round * 7);
      for (const path of files()) {
        const name = path.split('/').at(-1) ?? '';
        expect(TEMPORARY.test(name) || ['leaflet.en.pdf', 'manifest.json'].includes(name), path).toBe(true);
      }
      if (existsSync(leaflet)) {
        const bytes = readFileSync(leaflet);
        expect(bytes.length).toBe(4_000_000);
        expect(bytes.equals(Buffer.alloc(bytes.length, bytes[0]))).toBe(true);
      }
      const manifest = join(cwd, 'output/manifest.json');
      if (existsSync(manifest)) expect(parseManifest(readFileSync(manifest, 'utf8'))).toBeDefined();
    }
    expect(output.write('anyshire/leaflet.en.pdf', 'whole')).toBe(true);
    enterIntoManifest(output, [{ ...FACTS, path: 'anyshire/leaflet.en.pdf' }]);
    expect(files()).toEqual(['output/anyshire/leaflet.en.pdf', 'output/manifest.json']);
    expect(diagnostics).toEqual([]);
  });
});

const FACTS = {
  sha256: '00',
  size: 1,
  pages: 1,
  template: 'leaflet',
  council: 'anyshire',
  status: 'final',
  date: '2025-03-20' as Entry['date'],
  language: 'en',
  inputs: {},
} as const;

describe.skipIf(!ready)('processes that write at the same time', () => {
  test('lose no entry of each other', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'output'));
    const children = ['a', 'b', 'c', 'd'].map((prefix) => start(cwd, 'entries', prefix, '40'));
    const ends = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(ends.map(([status]) => status as number)).toEqual([0, 0, 0, 0]);
    const entries = parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')) ?? [];
    expect(entries).toHaveLength(160);
    expect(readdirSync(join(cwd, 'output'))).toEqual(['manifest.json']);
  });
});
