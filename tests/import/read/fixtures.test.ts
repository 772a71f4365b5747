import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, read, rowsOf, shown } from './reading.ts';

// Each file of `tests/fixtures/import` is named for its fault, or `sound-` and what is odd about it; what is read of it
// stands in the JSON file beside it.

type Expected = {
  readonly rules: readonly object[];
  readonly format?: string;
  readonly encoding?: string;
  /** The texts of the rows; none if the file is refused. */
  readonly rows?: readonly (readonly string[])[];
  /** Those of the rows; counted from 1 unless stated. */
  readonly numbers?: readonly number[];
};

const folder = 'tests/fixtures/import';
const ENDING = '.expected.json';
const names = readdirSync(folder).filter((name) => !name.endsWith(ENDING));

describe('a file to be imported', () => {
  test.for(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(`${folder}/${name}${ENDING}`, 'utf8')) as Expected;
    const bytes = readFileSync(`${folder}/${name}`);
    for (const piece of [1, 5, 100_000]) {
      // oxlint-disable-next-line no-await-in-loop
      const { workbook, found } = await read(fileOf(bytes, name, piece));
      expect(shown(found)).toEqual(expected.rules);
      expect(workbook && [workbook.format, workbook.encoding]).toEqual(
        expected.rows && [expected.format, expected.encoding],
      );
      // oxlint-disable-next-line no-await-in-loop
      const rows = await rowsOf(workbook);
      expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(expected.rows ?? []);
      const numbers = rows.map(({ number }) => number);
      expect(numbers).toEqual(expected.numbers ?? rows.map((_, at) => at + 1));
      for (const { message, hints } of found) {
        expect(message).toMatch(/^[^A-Z]/);
        expect([message, ...hints].filter((text) => /\.$|undefined|\[object/.test(text))).toEqual([]);
        expect(hints.length).toBeGreaterThan(0);
      }
    }
  });
});
