import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parseCells, plainRows } from '../../src/data/cells.ts';
import { chanceOf } from '../batch/chance.ts';
import { silent } from '../sources.ts';

describe('the rows of a table', () => {
  test.each([
    [
      'name,code\nAbbey,E1\nCastle,E2\n',
      [
        ['name', 'code'],
        ['Abbey', 'E1'],
        ['Castle', 'E2'],
      ],
    ],
    [
      'name;code\n"Bow; Bromley";E1',
      [
        ['name', 'code'],
        ['Bow; Bromley', 'E1'],
      ],
    ],
    ['name\n\nAbbey\n', [['name'], [''], ['Abbey']]],
    [
      'name,source\nAbbey,"a.csv, C5"\n,',
      [
        ['name', 'source'],
        ['Abbey', 'a.csv, C5'],
        ['', ''],
      ],
    ],
    ['', []],
  ])('are cut at its signs: %j', (text, rows) => {
    expect(plainRows(text, text.includes(';') ? ';' : ',')).toEqual(rows);
    expect(parseCells({ path: 'areas.csv', text }, silent)).toEqual(rows);
  });

  test.each(['"A ""great"" ward"', '"Abbey" ward', '"Abbey\nCastle"', 'The "Abbey', '"Abbey', 'a\r\nb'])(
    'are left to the library where a sign may mean something else: %j',
    (text) => expect(plainRows(`name\n${text}\n`, ',')).toBeUndefined(),
  );

  test('are those that the library finds, in 20,000 tables at random', () => {
    const { next, oneOf } = chanceOf(1);
    const signs = ['a', 'ŵ', ' ', '"', '"', ',', ',', ';', '\n'];
    let cut = 0;
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: Math.floor(next() * 14) }, () => oneOf(signs)).join('');
      for (const delimiter of [',', ';']) {
        const rows = plainRows(text, delimiter);
        if (!rows) continue;
        cut += 1;
        const found: unknown = parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
        expect({ text, rows }).toEqual({ text, rows: found });
      }
    }
    expect(cut).toBeGreaterThan(10_000);
  });
});
