import { describe, expect, test } from 'vitest';
import { archive, compound, type Packed } from './archives.ts';
import { fileOf, partsOf, read, rowXml, textsOf } from './reading.ts';

const sheet = rowXml('<c r="A1" t="inlineStr"><is><t>Abbey</t></is></c>');
const files = (): Packed[] => [...partsOf({ sheets: [sheet] })].map(([name, content]) => ({ name, content }));
const SHEET = 'xl/worksheets/sheet1.xml';

const changed = (change: Partial<Packed>): Packed[] =>
  files().map((file) => (file.name === SHEET ? { ...file, ...change } : file));

async function said(bytes: Uint8Array): Promise<string> {
  const { workbook, found } = await read(fileOf(bytes, 'book.xlsx', 1_000_000));
  expect(workbook).toBeUndefined();
  expect(found).toHaveLength(1);
  const [{ rule = '', message = '', hints = [] } = {}] = found;
  return [`${rule}: ${message}`, ...hints].join(' | ');
}

describe('an archive', () => {
  test('is read when it is deflated, stored, or written in the wide form', async () => {
    for (const list of [files(), changed({ method: 0 }), changed({ isWide: true })]) {
      // oxlint-disable-next-line no-await-in-loop
      const { workbook, found } = await read(fileOf(archive(list)));
      expect(found).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      expect(await textsOf(workbook)).toEqual([['Abbey']]);
    }
  });

  test('is refused where it is not what it says', async () => {
    expect(await said(archive(changed({ crc: 1 })))).toContain('is not what was packed');
    expect(await said(archive(changed({ size: 10 })))).toContain('is larger than it says');
    expect(await said(archive(changed({ size: 100_000 })))).toContain('is not what was packed');
    expect(await said(archive(changed({ method: 12 })))).toContain('packed in a way that is not known');
    expect(await said(archive(changed({ flags: 1 })))).toContain('has a password');
    expect(await said(archive([...files(), { name: SHEET.toUpperCase(), content: '' }]))).toContain('is in it twice');
    const cut = archive(files());
    expect(await said(cut.subarray(0, cut.length - 30))).toContain('its end is missing');
  });

  test('is not unpacked beyond all measure', async () => {
    expect(await said(archive(changed({ size: 0xfffffff0 })))).toContain('import/too-large');
    const many = Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: '', method: 0 }));
    expect(await said(archive(many))).toContain('it holds 10001 files');
  });

  test('that is no workbook of the kind that is read is told what it is', async () => {
    const holding = (...names: string[]): Promise<string> =>
      said(archive(names.map((name) => ({ name, content: 'application/vnd.oasis.opendocument.spreadsheet' }))));
    expect(await holding('[Content_Types].xml', 'xl/workbook.bin')).toContain('a binary workbook of Excel (.xlsb)');
    expect(await holding('mimetype', 'content.xml')).toContain('an OpenDocument spreadsheet (.ods)');
    expect(await holding('Index/Document.iwa')).toContain('Numbers');
    expect(await holding('[Content_Types].xml', 'word/document.xml')).toContain('a Word document');
    expect(await holding('lists/Wards.csv')).toContain('unpack it, and name `lists/wards.csv`');
    expect(await holding()).toContain('a ZIP archive');
  });
});

describe('a compound file', () => {
  test('is an old workbook, or one that is locked, each with its remedy', async () => {
    expect(await said(compound(['Root Entry', 'Workbook']))).toMatch(
      /^import\/old-workbook.*save it as `Excel workbook/,
    );
    expect(await said(compound(['Root Entry', 'a', 'b', 'c', 'Book']))).toMatch(/^import\/old-workbook/);
    expect(await said(compound(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']))).toMatch(
      /^import\/locked-workbook.*take the password out/,
    );
    const label = ['Root Entry', '\x06DataSpaces', 'DRMEncryptedDataSpace', 'EncryptedPackage'];
    expect(await said(compound(label))).toMatch(/^import\/locked-workbook.*without encryption/);
    expect(await said(compound(['Root Entry', 'WordDocument']))).toMatch(/^import\/not-a-table.*a Word document/);
  });

  test('may have a directory that leads in a circle or nowhere', async () => {
    for (const next of [1, 1_000_000, 0xfffffff0]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await said(compound(['Root Entry', 'Workbook'], next))).toMatch(/^import\/old-workbook/);
    }
  });
});
