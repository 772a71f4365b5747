import fs, { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/data/record.ts';
import { enterIntoManifest, MANIFEST, parseManifest, printManifest, readAll } from '../../src/manifest.ts';
import type { Entry } from '../../src/manifest.ts';
import { ownMark } from '../../src/output.ts';
import { stand } from './folder.ts';

const entry = (path: string, sha256 = '00'): Entry => ({
  path,
  sha256,
  size: 1,
  pages: 4,
  template: 'leaflet',
  council: path.split('/')[0] ?? '',
  status: 'final',
  date: '2025-03-20' as Day,
  language: 'en',
  inputs: { 'content/links.yaml': '11' },
});

const read = (cwd: string, name = MANIFEST): string => readFileSync(join(cwd, 'output', name), 'utf8');
const pathsIn = (cwd: string): string[] => (parseManifest(read(cwd)) ?? []).map(({ path }) => path);

describe('a manifest', () => {
  test('lists files by path, and is the same in whatever order they came', () => {
    const [a, b] = [entry('a/leaflet.en.pdf'), entry('b/leaflet.en.pdf')];
    expect(printManifest([b, a])).toBe(printManifest([a, b]));
    expect(parseManifest(printManifest([b, a]))).toEqual([a, b]);
  });

  test('keeps what other runs wrote, and replaces what is written again', () => {
    const { output, cwd, diagnostics } = stand();
    enterIntoManifest(output, [entry('b/leaflet.en.pdf', 'old')]);
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    enterIntoManifest(output, [entry('b/leaflet.en.pdf', 'new')]);
    expect(parseManifest(read(cwd))).toEqual([entry('a/leaflet.en.pdf'), entry('b/leaflet.en.pdf', 'new')]);
    expect(diagnostics).toEqual([]);
  });

  test('keeps what another run wrote after this one had read it', () => {
    const { output, cwd } = stand();
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(readAll(output).entries).toHaveLength(1);
    enterIntoManifest(stand(undefined, cwd).output, [entry('b/leaflet.en.pdf')]);
    enterIntoManifest(output, [entry('c/leaflet.en.pdf')]);
    expect(pathsIn(cwd)).toEqual(['a/leaflet.en.pdf', 'b/leaflet.en.pdf', 'c/leaflet.en.pdf']);
  });

  test('leaves no lock, and is not made for nothing', () => {
    const { output, files } = stand();
    enterIntoManifest(output, []);
    expect(files()).toEqual([]);
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(files()).toEqual(['output/manifest.json']);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"name":"site","files":[]}',
    '{"format":"handbill manifest 2","files":[]}',
    '{"format":"handbill manifest 1","files":[{"path":1}]}',
    '{"format":"handbill manifest 1","files":{}}',
  ])('that is %j is set aside, not lost', (text) => {
    const { output, cwd, diagnostics, files } = stand();
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output/manifest.json.bad'), 'an earlier one');
    writeFileSync(join(cwd, 'output', MANIFEST), text);
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(diagnostics).toMatchObject([{ rule: 'write/foreign-manifest', severity: 'warning' }]);
    expect(read(cwd, 'manifest.json.bad')).toBe('an earlier one');
    expect(read(cwd, 'manifest.json.bad.2')).toBe(text);
    expect(pathsIn(cwd)).toEqual(['a/leaflet.en.pdf']);
    expect(files()).toHaveLength(3);
  });

  test('that cannot be read is left alone', () => {
    const denied = (): never => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    };
    const { output, cwd, diagnostics } = stand({ ...fs, readFileSync: denied });
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output', MANIFEST), 'precious');
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(diagnostics).toMatchObject([{ rule: 'write/manifest-unreadable', severity: 'error' }]);
    expect(read(cwd)).toBe('precious');
  });

  test('in whose place a folder stands is a fault with a place', () => {
    const { output, cwd, diagnostics } = stand();
    mkdirSync(join(cwd, 'output', MANIFEST), { recursive: true });
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(diagnostics).toMatchObject([{ rule: 'write/in-the-way', place: { path: 'output/manifest.json' } }]);
  });

  test('on a full disk stays as it was', () => {
    const full: typeof fs.writeFileSync = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const sound = stand();
    enterIntoManifest(sound.output, [entry('a/leaflet.en.pdf')]);
    const { output, cwd, diagnostics, files } = stand({ ...fs, writeFileSync: full }, sound.cwd);
    enterIntoManifest(output, [entry('b/leaflet.en.pdf')]);
    expect(diagnostics).toMatchObject([{ rule: 'write/disk-full' }]);
    expect(pathsIn(cwd)).toEqual(['a/leaflet.en.pdf']);
    expect(files()).toEqual(['output/manifest.json']);
  });
});

describe('the lock of a manifest', () => {
  const lockIn = (cwd: string): string => join(cwd, 'output/.handbill-manifest.lock');

  test('that is older than any write takes is broken', () => {
    const { output, cwd, files } = stand();
    mkdirSync(join(cwd, 'output'));
    writeFileSync(lockIn(cwd), ownMark());
    const then = new Date(Date.now() - 60_000);
    utimesSync(lockIn(cwd), then, then);
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(files()).toEqual(['output/manifest.json']);
  });

  test('that a run has left which was killed is broken at once', () => {
    const { output, cwd, files } = stand();
    mkdirSync(join(cwd, 'output'));
    writeFileSync(lockIn(cwd), ownMark().replace(/-\d+-/, '-999999999-'));
    const started = performance.now();
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(files()).toEqual(['output/manifest.json']);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('that another run broke makes this one write again', () => {
    // After the first write another run takes the lock away, and overwrites what was written.
    let planted = false;
    const { cwd } = stand();
    const thief: typeof fs.renameSync = (from, to) => {
      fs.renameSync(from, to);
      if (planted || !String(to).endsWith(MANIFEST)) return;
      planted = true;
      writeFileSync(to, printManifest([entry('b/leaflet.en.pdf')]));
      fs.unlinkSync(lockIn(cwd));
    };
    const { output } = stand({ ...fs, renameSync: thief }, cwd);
    enterIntoManifest(output, [entry('a/leaflet.en.pdf')]);
    expect(planted).toBe(true);
    expect(pathsIn(cwd)).toEqual(['a/leaflet.en.pdf', 'b/leaflet.en.pdf']);
  });
});
