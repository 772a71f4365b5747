import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLeeds } from '../cli/leeds.ts';
import type { Leeds } from '../cli/leeds.ts';
import { validate } from '../conformance/vera.ts';
import { describeWith } from '../require.ts';

const opened = (...given: Parameters<typeof openLeeds>): Leeds => {
  const leeds = openLeeds(...given);
  onTestFinished(() => rmSync(leeds.folder, { recursive: true, force: true }));
  return leeds;
};

describeWith('verapdf', 'a batch over a real list', () => {
  test('makes 33 leaflets that conform to PDF/UA-1 and PDF/A-2a', async () => {
    const leeds = opened(33);
    await leeds.play('batch', '--council', 'leeds', '--areas', 'wards.csv');
    const files = leeds.entries().map(({ path }) => {
      const bytes = readFileSync(join(leeds.folder, 'output', path));
      return [path, { bytes, flavours: ['ua1', '2a'] }] as const;
    });
    const verdicts = validate(new Map(files));
    expect(verdicts).toHaveLength(66);
    expect(verdicts.filter(({ passed, failed }) => !passed || failed.length > 0)).toEqual([]);
    const assertions = verdicts.reduce((sum, verdict) => sum + verdict.assertions, 0);
    process.stdout.write(`veraPDF: ${files.length} leaflets of wards, ${assertions} assertions, none failed\n`);
  });
});

describeWith('poppler', 'a batch over real lists', () => {
  test('makes 33 leaflets for Leeds, each naming its ward; a faulty one fails alone', async () => {
    const leeds = opened(33, '9999,E05099999,Castle 🐉, ,E08000035,Leeds');
    const { status } = await leeds.play('batch', '--council', 'leeds', '--areas', 'wards.csv');
    const named = leeds.entries().map((entry) => [entry.area, ...leeds.namedIn(entry)]);
    expect([status, named.length]).toEqual([1, 33]);
    expect(named.filter(([own, ...found]) => found.length !== 1 || found[0] !== own)).toEqual([]);
  });

  test('makes a leaflet for each of 22 Welsh names, accents and all', async () => {
    const leeds = opened(0);
    const names = readFileSync('tests/references/areas-welsh.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',')[3]);
    writeFileSync(join(leeds.folder, 'enwau.csv'), `name\n${names.join('\n')}\n`);
    const { status, stdout } = await leeds.play('batch', '--council', 'leeds', '--areas', 'enwau.csv');
    expect([status, stdout.trim().split('\n').length]).toEqual([0, 22]);
    expect(
      leeds
        .entries()
        .map(({ area }) => area)
        .toSorted(),
    ).toEqual(names.toSorted());
  });
});
