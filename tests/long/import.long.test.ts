import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/import/read/read-workbook.ts';
import type { ImportFile } from '../../src/import/workbook.ts';
import { archive } from '../import/read/archives.ts';
import { fileOf, partsOf, read, rowXml } from '../import/read/reading.ts';

const LINE = 'E05000001,"Abbey, North",,E07000035,Anyshire District Council,Ŵyl\r\n';
const PIECE = Buffer.from(LINE.repeat(4000));
const PIECES = Math.ceil(200_000_000 / PIECE.length);

/** A table of 200 MB, none of which is kept. */
const table: ImportFile = {
  path: 'big.csv',
  size: PIECE.length * PIECES,
  async *chunks() {
    for (let at = 0; at < PIECES; at++) yield PIECE;
  },
};

test('a table of 200 MB is read in flat memory', async () => {
  const before = process.memoryUsage().rss;
  const workbook = await readWorkbook(table, (diagnostic) => {
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

test('a workbook that lists one large sheet many times is given up', async () => {
  const spaces = rowXml(`<c r="A1"><v>1</v></c>${'<!-- -->'.repeat(400_000)}`);
  const parts = partsOf({ sheets: [spaces, ...Array.from({ length: 99 }, () => '')] });
  const book = [...parts].map(([name, content]) => ({
    name,
    content: content.replace(/sheet\d+\.xml/g, 'sheet1.xml'),
  }));
  const [first, ...others] = book.filter(({ name }) => name.includes('sheet1'));
  const once = [first, ...book.filter((file) => file !== first && !others.includes(file))].flatMap(
    (file) => file ?? [],
  );
  const { workbook, found } = await read(fileOf(archive(once), 'book.xlsx', 1_000_000));
  expect(workbook).toBeUndefined();
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('grows beyond all measure')]);
});
