import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/import/read/limits.ts';
import { bookFile, fileOf, packed, partsOf, read, rowsOf, rowXml, shown } from './reading.ts';

const sheetOf = (xml: string): string => `<worksheet><sheetData>${xml}</sheetData></worksheet>`;

/** What is said of a workbook in which one part is another. */
async function withPart(name: string, text: string): Promise<string> {
  const parts = partsOf({ sheets: [rowXml('<c r="A1"><v>1</v></c>')], texts: '<si><t>x</t></si>' });
  parts.set(name, text);
  const { workbook, found } = await read(fileOf(packed(parts), 'book.xlsx', 1_000_000));
  expect(workbook).toBeUndefined();
  expect(found).toHaveLength(1);
  const [{ rule = '', message = '' } = {}] = found;
  return `${rule}: ${message}`;
}

describe('a workbook that is broken or made to harm', () => {
  test('is refused where its XML is not as workbooks have it', async () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await withPart(sheet, `${bomb}${sheetOf('<row><c><v>&b;</v></c></row>')}`)).toContain('has a document type');
    expect(await withPart('xl/sharedStrings.xml', `${bomb}<sst/>`)).toContain(
      'import/damaged: the workbook is damaged',
    );
    expect(await withPart(sheet, sheetOf('<row><c><v>&b;</v></c></row>'))).toContain('not well-formed');
    expect(await withPart(sheet, sheetOf('<row>'))).toContain('not well-formed');
    expect(await withPart(sheet, `<a>${'<b>'.repeat(10_000)}`)).toContain('nested more than 64 deep');
    expect(await withPart(sheet, sheetOf('<row r="5"/><row r="5"/>'))).toContain('has the row `5` after row 5');
    expect(await withPart(sheet, sheetOf('<row r="1048577"/>'))).toContain('has the row');
    expect(await withPart(sheet, sheetOf('<row r="1"><c r="1A"/></row>'))).toContain('has a cell `1A`');
    expect(
      await withPart(sheet, sheetOf(`<row r="1"><c r="A1"><v>${' '.repeat(LIMITS.run + 1_000_000)}</v></c></row>`)),
    ).toContain('beyond all measure');
    expect(
      await withPart('xl/workbook.xml', '<workbook><sheets><sheet name="x" r:id="no"/></sheets></workbook>'),
    ).toContain('the sheet `x` is missing');
  });

  test('is refused where it is larger than any list', async () => {
    const wide = await read(bookFile({ sheets: [rowXml('<c r="ALM1"><v>1</v></c>')] }));
    expect(shown(wide.found)).toEqual([{ rule: 'import/too-large', row: 1, column: 1001 }]);
    const long = `<c t="str"><v>${'x'.repeat(300_000)}</v></c>`.repeat(4);
    expect(shown((await read(bookFile({ sheets: [rowXml(long)] }))).found)).toEqual([
      { rule: 'import/too-large', row: 1, column: 4 },
    ]);
    const huge = { path: 'huge.xlsx', size: LIMITS.held + 1, chunks: bookFile({ sheets: [] }).chunks };
    expect(shown((await read(huge)).found)).toEqual([{ rule: 'import/too-large' }]);
  });

  test('is read in no time where only its merged cells are endless', async () => {
    const merges = Array.from({ length: 900 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`).join('');
    const rows = Array.from(
      { length: 1000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    ).join('');
    const { workbook } = await read(
      bookFile({ sheets: [`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`] }),
    );
    expect(await rowsOf(workbook)).toHaveLength(1000);
  });
});
