import { describe, expect, test } from 'vitest';
import { bookFile, cellOf, fileOf, packed, partsOf, read, rowsOf, rowXml, shown, textsOf } from './reading.ts';

const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** What a cell of one sheet is read as. */
async function oneCell(cell: string, book: { formats?: readonly string[]; from1904?: boolean; texts?: string } = {}) {
  const { workbook, found } = await read(bookFile({ sheets: [rowXml(cell)], ...book }));
  expect(found).toEqual([]);
  return cellOf(workbook);
}

describe('the cells of a workbook', () => {
  test('are texts of the table of texts, without how they are said', async () => {
    const texts =
      '<si><t>Abbey</t></si><si><r><t>Lo</t></r><r><rPr><b/></rPr><t xml:space="preserve">ng </t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>';
    expect(await oneCell('<c r="A1" t="s"><v>0</v></c>', { texts })).toEqual({ text: 'Abbey', kind: 'text' });
    expect(await oneCell('<c r="A1" t="s"><v>1</v></c>', { texts })).toEqual({ text: 'Long ', kind: 'text' });
  });

  test('may hold their text themselves, with signs that XML cannot hold', async () => {
    expect((await oneCell(inline('A1', 'a &amp; b_x000D_\nc _x005F_x0041_')))?.text).toBe('a & b\nc _x0041_');
  });

  test('are numbers as people read them', async () => {
    const formats = ['00000000000', '0.00E+00', '#,##0.00', '0%', '0#### ######', ';;;', '"£"#,##0'];
    const shownAs = async (raw: string, style = 99) => {
      const { text, kind, number } = (await oneCell(`<c r="A1" s="${style}"><v>${raw}</v></c>`, { formats })) ?? {};
      return [text, kind, number];
    };
    expect(await shownAs('1253477490')).toEqual(['1253477490', 'number', 1253477490]);
    expect(await shownAs('1.25347749E+09')).toEqual(['1253477490', 'number', 1253477490]);
    expect(await shownAs('441253477490123')).toEqual(['441253477490123', 'number', 441253477490123]);
    expect(await shownAs('0.30000000000000004')).toEqual(['0.3', 'number', 0.30000000000000004]);
    expect(await shownAs('1e-7')).toEqual(['0.0000001', 'number', 1e-7]);
    expect(await shownAs('1253477490', 0)).toEqual(['01253477490', 'number', 1253477490]);
    expect(await shownAs('1253477490', 1)).toEqual(['1253477490', 'number', 1253477490]);
    expect(await shownAs('1234.5', 2)).toEqual(['1,234.50', 'number', 1234.5]);
    expect(await shownAs('0.25', 3)).toEqual(['25%', 'number', 0.25]);
    expect(await shownAs('1253477490', 4)).toEqual(['01253 477490', 'number', 1253477490]);
    expect(await shownAs('7', 5)).toEqual(['7', 'number', 7]);
    expect(await shownAs('7', 6)).toEqual(['£7', 'number', 7]);
    expect((await oneCell('<c r="A1" s="0"><v>7</v></c>', { formats }))?.format).toBe('00000000000');
  });

  test('are days of either calendar, whatever they look like', async () => {
    const formats = ['yyyy-mm-dd', 'dddd d mmmm', 'dd/mm/yyyy hh:mm', 'h:mm AM/PM', '[$-809]d mmmm yyyy;@'];
    const day = async (raw: string, style: number, from1904 = false) => {
      const cell = await oneCell(`<c r="A1" s="${style}"><v>${raw}</v></c>`, { formats, from1904 });
      return [cell?.text, cell?.kind];
    };
    expect(await day('45778', 0)).toEqual(['2025-05-01', 'date']);
    expect(await day('45778', 1)).toEqual(['2025-05-01', 'date']);
    expect(await day('45778', 4)).toEqual(['2025-05-01', 'date']);
    expect(await day('45778.395833333336', 2)).toEqual(['2025-05-01 09:30', 'date']);
    expect(await day('44316', 0, true)).toEqual(['2025-05-01', 'date']);
    expect(await day('1', 0)).toEqual(['1900-01-01', 'date']);
    expect(await day('61', 0)).toEqual(['1900-03-01', 'date']);
    expect(await day('0', 0, true)).toEqual(['1904-01-01', 'date']);
    expect(await day('0.375', 3)).toEqual(['9:00 AM', 'number']);
    expect(await day('-1', 0)).toEqual(['########', 'error']);
    expect(await day('99999999', 0)).toEqual(['########', 'error']);
    expect(await oneCell('<c r="A1" t="d"><v>2025-05-01T00:00:00</v></c>')).toEqual({
      text: '2025-05-01',
      kind: 'date',
      number: 45778,
    });
  });

  test('know the formats that every Excel has by number', async () => {
    const parts = partsOf({ sheets: [rowXml('<c r="A1" s="1"><v>45778</v></c>')] });
    parts.set(
      'xl/styles.xml',
      '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
    );
    const { workbook } = await read(fileOf(packed(parts)));
    expect((await cellOf(workbook))?.text).toBe('2025-05-01');
  });

  test('are what was computed when the file was saved', async () => {
    expect(await oneCell('<c r="A1" t="str"><f>B1&amp;"x"</f><v>Abbey</v></c>')).toEqual({
      text: 'Abbey',
      kind: 'text',
      isFormula: true,
    });
    expect(await oneCell('<c r="A1"><f>1+1</f><v>2</v></c>')).toEqual({
      text: '2',
      kind: 'number',
      number: 2,
      isFormula: true,
    });
    for (const nothing of ['', '<v/>', '<v></v>']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await oneCell(`<c r="A1"><f>SUM(B1)</f>${nothing}</c>`)).toEqual({
        text: '',
        kind: 'error',
        isFormula: true,
      });
    }
    expect(await oneCell('<c r="A1" t="e"><f>B1</f><v>#REF!</v></c>')).toEqual({
      text: '#REF!',
      kind: 'error',
      isFormula: true,
    });
    expect(await oneCell('<c r="A1" t="b"><v>1</v></c>')).toEqual({ text: 'TRUE', kind: 'boolean' });
    expect(await oneCell('<c r="A1" t="s"><v>9</v></c>')).toEqual({ text: '9', kind: 'error' });
  });
});

describe('the rows of a workbook', () => {
  test('are those in which anything stands, with their numbers', async () => {
    const rows = `<row r="3">${inline('B3', 'name')}<c r="XFD3" s="0"/></row><row r="4"/><row r="7">${inline('A7', 'Abbey')}<c r="C7"/></row><row r="1048576"><c r="A1048576" s="0"/></row>`;
    const { workbook, found } = await read(
      bookFile({ sheets: [`<dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>`] }),
    );
    expect(found).toEqual([]);
    const read1 = await rowsOf(workbook);
    expect(read1.map(({ number, cells }) => [number, cells.map(({ text }) => text)])).toEqual([
      [3, ['', 'name']],
      [7, ['Abbey']],
    ]);
    expect(await rowsOf(workbook)).toEqual(read1);
    expect(workbook?.sheets[0]?.placeOf(7, 1)).toEqual({ kind: 'cell', path: 'book.xlsx', row: 7, column: 1 });
  });

  test('may leave out where they stand', async () => {
    const { workbook } = await read(
      bookFile({
        sheets: ['<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>'],
      }),
    );
    expect(await textsOf(workbook)).toEqual([['1', '2'], ['3']]);
  });

  test('are filled where cells are merged', async () => {
    const rows = [
      `<row r="1">${inline('A1', 'Title')}<c r="B1"/></row>`,
      `<row r="2">${inline('A2', 'Anyshire')}${inline('B2', 'Abbey')}</row>`,
      `<row r="3"><c r="A3"/>${inline('B3', 'Bede')}</row>`,
      `<row r="4">${inline('B4', 'Cope')}</row>`,
      `<row r="5">${inline('B5', 'Dene')}</row>`,
      '<row r="6"><c r="A6"/></row>',
      `<row r="9">${inline('A9', 'hidden')}</row>`,
      `<row r="10">${inline('B10', 'Eden')}</row>`,
    ];
    const merges =
      '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A4"/><mergeCell ref="A6:B7"/><mergeCell ref="A8:A10"/></mergeCells>';
    const { workbook } = await read(bookFile({ sheets: [`<sheetData>${rows.join('')}</sheetData>${merges}`] }));
    expect(await textsOf(workbook)).toEqual([
      ['Title', 'Title'],
      ['Anyshire', 'Abbey'],
      ['Anyshire', 'Bede'],
      ['Anyshire', 'Cope'],
      ['', 'Dene'],
      ['hidden'],
      ['', 'Eden'],
    ]);
    expect(await cellOf(workbook, 2)).toEqual({ text: 'Anyshire', kind: 'text', isMerged: true });
    expect(await cellOf(workbook, 1)).toEqual({ text: 'Anyshire', kind: 'text' });
  });

  test('of several sheets come by name; hidden ones are left out, and that is said', async () => {
    const sheets = [inline('A1', 'one'), inline('A1', 'two'), inline('A1', 'three'), ''].map(rowXml);
    const { workbook, found } = await read(
      bookFile({
        sheets,
        names: ['Wards', 'Lists', 'Codes &amp; more', 'Empty'],
        states: ['', 'hidden', 'visible', 'veryHidden'],
      }),
    );
    expect(workbook?.sheets.map(({ name }) => name)).toEqual(['Wards', 'Codes & more']);
    expect(await textsOf(workbook, 1)).toEqual([['three']]);
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['import/hidden-sheet', 'the sheet `Lists` is hidden, and was not read'],
      ['import/hidden-sheet', 'the sheet `Empty` is hidden, and was not read'],
    ]);
    expect(workbook?.sheets[1]?.placeOf(1, 1)).toEqual({
      kind: 'cell',
      path: 'book.xlsx',
      sheet: 'Codes & more',
      row: 1,
      column: 1,
    });
  });

  test('of nothing are no workbook', async () => {
    const { found } = await read(bookFile({ sheets: [rowXml('<c r="A1" s="0"/>')] }));
    expect(shown(found)).toEqual([{ rule: 'import/empty-file' }]);
  });
});

test('a workbook may keep its parts elsewhere, use prefixes, and write its names in any way', async () => {
  const parts = partsOf({ sheets: [''] });
  parts.set(
    '_rels/.rels',
    '<r:Relationships xmlns:r="x"><r:Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/XL\\book.xml"/></r:Relationships>',
  );
  parts.set(
    'xl\\book.xml',
    (parts.get('xl/workbook.xml') ?? '').replaceAll(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
  );
  parts.set(
    'xl/_rels/book.xml.rels',
    (parts.get('xl/_rels/workbook.xml.rels') ?? '').replace('worksheets/', './../xl/worksheets/'),
  );
  parts.set('[Content_Types].xml', '<Types/>');
  parts.set(
    'xl/worksheets/sheet1.xml',
    `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  );
  for (const name of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']) parts.delete(name);
  const { workbook, found } = await read(fileOf(packed(parts)));
  expect(found).toEqual([]);
  expect(await textsOf(workbook)).toEqual([['7']]);
});
