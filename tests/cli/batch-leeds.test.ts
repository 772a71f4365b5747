import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { filesIn } from '../output/folder.ts';
import { describeWith } from '../require.ts';
import { openLeeds } from './leeds.ts';

// Wards of Leeds as the Office for National Statistics lists them, set and painted, and one more whose name cannot be
// printed. All 33 are made by `tests/long`.

const leeds = openLeeds(10, '9999,E05099999,Castle 🐉, ,E08000035,Leeds');
let batch = { status: -1, stdout: '' };

beforeAll(async () => {
  batch = await leeds.play('batch', '--council', 'leeds', '--areas', 'wards.csv', '--format', 'json');
}, 120_000);

afterAll(() => rmSync(leeds.folder, { recursive: true, force: true }));

test('every ward has its leaflet, and the faulty one fails alone', () => {
  const { status, diagnostics } = JSON.parse(batch.stdout) as { status: number; diagnostics: readonly Diagnostic[] };
  expect(diagnostics).toMatchObject([
    { rule: 'preflight/missing-glyph', record: 'leeds/Castle 🐉 ward', place: { kind: 'cell', row: 12, column: 3 } },
  ]);
  expect([status, batch.status]).toEqual([1, 1]);
  const entries = leeds.entries();
  expect(entries.map(({ area }) => area).toSorted()).toEqual(leeds.wards.toSorted());
  const files = filesIn(join(leeds.folder, 'output')).filter((name) => name !== 'manifest.json');
  expect(entries.map(({ path }) => path)).toEqual(files);
});

test('a leaflet of the batch is byte for byte the one that `build --area` makes', async () => {
  // The second to be made in the batch is the first here: none may depend on those before it.
  for (const area of leeds.wards.slice(0, 2).toReversed()) {
    // oxlint-disable-next-line no-await-in-loop
    await leeds.play('build', '--council', 'leeds', '--template', 'leaflet', '--area', area, '--out', 'alone');
  }
  const alone = filesIn(join(leeds.folder, 'alone/leeds'));
  expect(alone).toHaveLength(4);
  for (const name of alone.filter((each) => each.endsWith('.pdf'))) {
    const [ours, theirs] = ['output', 'alone'].map((out) => readFileSync(join(leeds.folder, out, 'leeds', name)));
    expect([name, ours?.equals(theirs ?? Buffer.alloc(0))]).toEqual([name, true]);
  }
});

describeWith('poppler', 'the leaflets of the wards', () => {
  test('each name their own, and no other', () => {
    const named = leeds.entries().map((entry) => [entry.area, ...leeds.namedIn(entry)]);
    expect(named).toHaveLength(leeds.wards.length);
    expect(named.filter(([own, ...found]) => found.length !== 1 || found[0] !== own)).toEqual([]);
  });
});
