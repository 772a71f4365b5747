import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/import/read/limits.ts';
import type { ImportFile } from '../../../src/import/workbook.ts';
import { fileOf, read, shown } from './reading.ts';

/** A file of many equal pieces, none of which is kept. */
const repeated = (head: string, piece: string, times: number, end = ''): ImportFile => {
  const bytes = Buffer.from(piece);
  return {
    path: 'big.csv',
    size: head.length + bytes.length * times + end.length,
    async *chunks() {
      yield Buffer.from(head);
      for (let at = 0; at < times; at++) yield bytes;
      yield Buffer.from(end);
    },
  };
};

const range = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

describe('a large file', () => {
  test('of 20 MB is read in flat memory', async () => {
    const line = 'E05000001,"Abbey, North",Anyshire District Council,Ŵyl\r\n'.repeat(1000);
    const file = repeated('code,name,council,nameCy\r\n', line, Math.ceil(20_000_000 / line.length));
    const before = process.memoryUsage().rss;
    const { workbook, found } = await read(file);
    expect(found).toEqual([]);
    let [count, most] = [0, 0];
    for await (const { number } of workbook?.sheets[0]?.rows() ?? []) {
      count += 1;
      if (number % 10_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(count).toBe(1 + 1000 * Math.ceil(20_000_000 / line.length));
    expect(most).toBeLessThan(150 * 2 ** 20);
  });

  test('whose quote is never closed ends where it is opened', async () => {
    const { found } = await read(repeated('name,council\nAbbey,"Anyshire\n', 'Bede,Anyshire\n'.repeat(10_000), 50));
    expect(shown(found)).toEqual([{ rule: 'import/quotes', row: 2, column: 2 }]);
  });

  test('of one row, or of a row of 10,000 cells, is refused at its cell', async () => {
    const long = await read(repeated('name\n', 'x'.repeat(2 ** 20), 50));
    expect(shown(long.found)).toEqual([{ rule: 'import/too-large', row: 2, column: 1 }]);
    const wide = await read(fileOf(`name\nAbbey\n${'x,'.repeat(10_000)}\n`, 'wide.csv', 1000));
    expect(shown(wide.found)).toEqual([{ rule: 'import/too-large', row: 3, column: LIMITS.columns + 1 }]);
  });

  test('whose last byte is wrong is not read as if it were right', async () => {
    const { found } = await read(repeated('name\n', 'Ŵyl\n'.repeat(100), 2000, 'C\u00f4te'));
    expect(found).toEqual([]);
    const wrong = repeated('name\n', 'Ŵyl\n'.repeat(100), 2000);
    const end = Buffer.from([0x43, 0xf4, 0x74]);
    const file = {
      ...wrong,
      async *chunks() {
        yield* wrong.chunks();
        yield end;
      },
    };
    expect(shown((await read(file)).found)).toEqual([{ rule: 'import/encoding', line: 200_002, column: 2 }]);
  });
});

describe('JSON out of all measure', () => {
  test('is refused at its place', async () => {
    for (const open of ['[', '{"a":']) {
      // oxlint-disable-next-line no-await-in-loop
      const { found } = await read(fileOf(`[{"x":${open.repeat(10_000)}`, 'deep.json', 1000));
      expect(found.map(({ message }) => message)).toEqual(['values are nested more than 64 deep']);
    }
    const wide = `[{${Array.from({ length: 2000 }, (_, at) => `"k${at}":1`).join(',')}}]`;
    expect(shown((await read(fileOf(wide, 'wide.json', 1000))).found)).toMatchObject([
      { rule: 'import/too-large', line: 1 },
    ]);
    const huge = repeated('[', `{"name":"${'x'.repeat(2 ** 20)}"},`, 65);
    expect(shown((await read(huge)).found)).toEqual([{ rule: 'import/too-large' }]);
  });

  test('may have texts of any length', async () => {
    const text = '\\n'.repeat(2_000_000);
    const { found } = await read(fileOf(`[{"name":"${text}"}]`, 'long.json', 100_000));
    expect(found).toEqual([]);
  });

  test('has places for its values', async () => {
    const { workbook } = await read(fileOf('[{"name": "Abbey"},\n {"code": 1, "name": "Bede"}]', 'places.json'));
    const [sheet] = workbook?.sheets ?? [];
    expect(sheet?.placeOf(3, 1)).toEqual({ kind: 'text', path: 'places.json', range: range(2, 22, 28) });
    expect(sheet?.placeOf(2, 2)).toEqual({ kind: 'text', path: 'places.json', range: range(1, 2, 3) });
    expect(sheet?.placeOf(1, 1)).toEqual({ kind: 'text', path: 'places.json' });
  });
});
