import { describe, expect, test } from 'vitest';
import { AREA_COLUMNS, CONTACT_COLUMNS, COUNCIL_COLUMNS, councilForm } from '../../../src/import/form.ts';
import type { FormSheet } from '../../../src/import/write/sheet.ts';
import { writeWorkbook } from '../../../src/import/write/write-workbook.ts';
import { openArchive } from '../../../src/import/read/zip.ts';
import { fileOf, read, rowsOf, textsOf } from '../read/reading.ts';

const table = (rows: readonly (readonly string[])[], change: object = {}): FormSheet => ({
  kind: 'table',
  name: 'Wards',
  columns: [
    { heading: 'Name', width: 20, kind: 'text', ...change },
    { heading: 'Day', width: 12, kind: 'day' },
  ],
  rows,
});

const roundTrip = async (sheets: readonly FormSheet[]): Promise<string[][]> => {
  const { workbook, found } = await read(fileOf(writeWorkbook(sheets), 'form.xlsx', 1000));
  expect(found).toEqual([]);
  return textsOf(workbook);
};

async function partOf(sheets: readonly FormSheet[], name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of openArchive(writeWorkbook(sheets)).open(name)) pieces.push(chunk);
  return Buffer.concat(pieces).toString();
}

describe('a workbook that is written', () => {
  test('is read back as it was, whatever stands in it', async () => {
    const odd = ['01632 960 001', '<&">\'', 'Ŵyl\nLlŷn 🗳', ' a  b ', '_x0041_ \u0001', '=1+1', '1.25E+09'];
    const rows = odd.map((text) => [text, '2025-05-01']);
    expect(await roundTrip([table(rows)])).toEqual([['Name', 'Day'], ...rows]);
  });

  test('keeps phone numbers as texts and days as days', async () => {
    const { workbook } = await read(fileOf(writeWorkbook([table([['01632960001', '1900-03-01']])]), 'form.xlsx', 1000));
    expect((await rowsOf(workbook))[1]?.cells).toEqual([
      { text: '01632960001', kind: 'text' },
      { text: '1900-03-01', kind: 'date', number: 61 },
    ]);
  });

  test('gives the same bytes each time', () => {
    expect(Buffer.from(writeWorkbook(councilForm())).equals(writeWorkbook(councilForm()))).toBe(true);
  });

  test('offers lists, notes on headings, and headings that stay', async () => {
    const sheets = [table([], { choices: ['a b', 'c&d'], note: 'What <to> write' })];
    const xml = await partOf(sheets, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<formula1>&quot;a b,c&amp;d&quot;</formula1>');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<col min="1" max="1" width="20" style="2"');
    expect(await partOf(sheets, 'xl/comments1.xml')).toContain(
      '<comment ref="A1" authorId="0"><text><t xml:space="preserve">What &lt;to&gt; write</t>',
    );
    const other = await partOf([table([], { choices: { sheet: 'Councils', column: 28 } })], 'xl/worksheets/sheet1.xml');
    expect(other).toContain("<formula1>'Councils'!$AB$2:$AB$2000</formula1>");
  });

  test('is never one that Excel calls damaged', () => {
    expect(() => writeWorkbook([{ ...table([]), name: 'a/b' }])).toThrow('no name of a sheet');
    expect(() => writeWorkbook([table([], { choices: ['a,b'] })])).toThrow('no list of choices');
    for (const day of ['1 May', '2025-13-45']) expect(() => writeWorkbook([table([['x', day]])])).toThrow('no day');
  });
});

test('the form has a heading for every column, and an example below', async () => {
  const { workbook } = await read(fileOf(writeWorkbook(councilForm()), 'form.xlsx', 1000));
  expect(workbook?.sheets.map(({ name }) => name)).toEqual(['Councils', 'Contacts', 'Areas', 'How to']);
  for (const [index, columns] of [COUNCIL_COLUMNS, CONTACT_COLUMNS, AREA_COLUMNS].entries()) {
    // oxlint-disable-next-line no-await-in-loop
    const [headings, example = []] = await textsOf(workbook, index);
    expect(headings).toEqual(columns.map(({ heading }) => heading));
    expect(example[0]).toBe('example');
  }
});
