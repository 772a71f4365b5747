import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/import/read/read-workbook.ts';
import type { ImportFile } from '../../src/import/workbook.ts';

const LINE = 'E05000001,"Abbey, North",,E07000035,Anyshire District Council,Ŵyl\r\n';
const PIECE = Buffer.from(LINE.repeat(4000));
const PIECES = Math.ceil(200_000_000 / PIECE.length);

/** A table of 200 MB, none of which is kept. */
const file: ImportFile = {
  path: 'big.csv',
  size: PIECE.length * PIECES,
  async *chunks() {
    for (let at = 0; at < PIECES; at++) yield PIECE;
  },
};

test('a table of 200 MB is read in flat memory', async () => {
  const before = process.memoryUsage().rss;
  const workbook = await readWorkbook(file, (diagnostic) => {
    throw new Error(diagnostic.message);
  });
  let [count, most] = [0, 0];
  for await (const { number } of workbook?.sheets[0]?.rows() ?? []) {
    count += 1;
    if (number % 100_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(count).toBe(4000 * PIECES);
  expect(most).toBeLessThan(150 * 2 ** 20);
});
