import fs, { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/data/record.ts';
import { warning } from '../../src/diagnostics/diagnostic.ts';
import { journalsLeft, openJournal, readJournal } from '../../src/manifest-journal.ts';
import { changeManifest, type Entry, parseManifest, printManifest, readAll } from '../../src/manifest.ts';
import { stand } from './folder.ts';

const undertaking = { asked: 'all', date: '2025-03-20' as Day };

const inputs = { 'content/links.yaml': '11', 'content/councils/anyshire.yaml': '22' };
const entry = (path: string, change: Partial<Entry> = {}): Entry => ({
  path,
  sha256: '00',
  size: 1,
  pages: 4,
  template: 'leaflet',
  council: 'anyshire',
  area: path,
  status: 'final',
  date: '2025-03-20' as Day,
  language: 'en',
  recipe: 'r',
  inputs,
  ...change,
});

const odd = warning('test/odd', 'something is odd', undefined, 'look at it');
const many = ['a.pdf', 'b.pdf', 'c.pdf'].map((path) => entry(path));
const [a, b, c] = many as [Entry, Entry, Entry];

describe('a journal', () => {
  test('says of each file what the manifest would, and of what they share once', () => {
    const { output, cwd, files } = stand();
    const journal = openJournal(output, undertaking);
    expect(files()).toEqual([]);
    const all = [a, { ...b, warnings: [odd] }, { ...c, inputs: { ...inputs, more: '33' } }, entry('d.pdf')];
    for (const each of all) journal.note(each);
    const [name = ''] = readdirSync(join(cwd, 'output'));
    const text = readFileSync(join(cwd, 'output', name), 'utf8');
    expect(readJournal(text)).toEqual({ ...undertaking, entries: all });
    expect(text.match(/content\/links\.yaml/g)).toHaveLength(2);
    journal.end();
    expect(files()).toEqual([]);
  });

  test('is read as far as it is whole, wherever it was cut off', () => {
    const { output, cwd } = stand();
    const journal = openJournal(output, undertaking);
    for (const each of many) journal.note(each);
    const text = readFileSync(join(cwd, 'output', readdirSync(join(cwd, 'output'))[0]!), 'utf8');
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
    for (let length = 0; length <= text.length; length++) {
      const read = readJournal(text.slice(0, length)).entries;
      expect(read).toEqual(many.slice(0, Math.max(0, ends.filter((end) => end < length).length - 2)));
    }
    // A line in the middle that a full disk has cut says nothing, and the others do.
    const lines = text.split('\n');
    expect(readJournal([...lines.slice(0, 3), '{"file":{"pa', ...lines.slice(3)].join('\n')).entries).toEqual(many);
  });

  test('of a run that is at work is left to it', () => {
    const { output, cwd } = stand();
    openJournal(output, undertaking).note(a);
    expect(journalsLeft(output)).toEqual([]);
    const folder = join(cwd, 'output');
    const [name = ''] = readdirSync(folder);
    const elsewhere = name
      .replace(/-[0-9a-f]{8}-/, '-00000000-')
      .replace(/^\.handbill-[0-9a-f]{8}/, '.handbill-00000000');
    fs.copyFileSync(join(folder, name), join(folder, elsewhere));
    expect(journalsLeft(output)).toEqual([]);
    const then = new Date(Date.now() - 7_200_000);
    utimesSync(join(folder, elsewhere), then, then);
    expect(journalsLeft(output)).toMatchObject([{ ...undertaking, name: elsewhere, entries: [a] }]);
  });

  test('that cannot be written hinders nobody', () => {
    const { output, diagnostics, cwd } = stand();
    writeFileSync(join(cwd, 'output'), 'in the way');
    const journal = openJournal(output, undertaking);
    journal.note(a);
    journal.end();
    expect(diagnostics).toEqual([]);
  });
});

describe('a manifest of the second format', () => {
  test('says once what files share, and is read as it was written', () => {
    const all = Array.from({ length: 1000 }, (_, i) => entry(`ward-${i}.pdf`, i % 2 === 0 ? { warnings: [odd] } : {}));
    const text = printManifest(all);
    expect(text.match(/content\/links\.yaml/g)).toHaveLength(1);
    expect(text.match(/something is odd/g)).toHaveLength(1);
    expect(text.length / 1000).toBeLessThan(200);
    expect(parseManifest(text)?.toSorted((x, y) => x.path.localeCompare(y.path))).toEqual(
      all.toSorted((x, y) => x.path.localeCompare(y.path)),
    );
    // What is equal need not be the same object.
    const copies = all.map((each) => structuredClone(each));
    expect(printManifest(copies)).toBe(text);
  });

  test('reads the first format', () => {
    const text = JSON.stringify({ format: 'handbill manifest 1', files: many }, undefined, 2);
    expect(parseManifest(text)).toEqual(many);
  });

  test.each([
    ['origins', '"origin":0', '"origin":7'],
    ['inputs', '"inputs":[0,1]', '"inputs":[0,9]'],
    ['inputs', '"inputs":[0,1]', '"inputs":"x"'],
    ['files', '"path":"a.pdf"', '"path":1'],
  ])('whose %s are broken is none', (_what, from, to) => {
    const text = printManifest(many);
    expect(parseManifest(text)).toEqual(many);
    expect(text).toContain(from);
    expect(parseManifest(text.replace(from, to))).toBeUndefined();
  });

  test('forgets files that are removed, and knows of runs that ended', () => {
    const { output, cwd } = stand();
    mkdirSync(join(cwd, 'output'));
    changeManifest(output, { entries: many, unfinished: [undertaking, { ...undertaking, asked: 'other' }] });
    changeManifest(output, { entries: [], removed: [b.path] });
    expect(readAll(output)).toEqual({ entries: [a, c], unfinished: [undertaking, { ...undertaking, asked: 'other' }] });
    changeManifest(output, { entries: [], finished: 'all' });
    changeManifest(output, { entries: [], finished: 'other' });
    expect(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')).toBe(printManifest([a, c]));
  });
});
