import { describe, expect, test } from 'vitest';
import { NotAPdf } from '../../../src/pdf/read/faults.ts';
import { readPdf } from '../../../src/pdf/read/file.ts';
import { pagesOf } from '../../../src/pdf/read/pages.ts';
import { linesOf } from '../../../src/pdf/read/text.ts';
import { body, bytesOf, classic, deflated, linesIn, packed, simple, stream, withTable } from './made.ts';

const RING = 'Ring 01632 960 001';
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const faultsOf = (bytes: Uint8Array): string[] => {
  const file = readPdf(bytes);
  for (const page of pagesOf(file)) linesOf(page);
  return file.faults.map(({ kind }) => kind);
};

describe('the cross-reference', () => {
  test('as a table', () => {
    const bytes = classic(simple());
    expect(linesIn(bytes)).toEqual([RING]);
    expect(faultsOf(bytes)).toEqual([]);
    expect(readPdf(bytes)).toMatchObject({ version: '1.7', isEncrypted: false, numbers: [1, 2, 3, 4, 5] });
  });

  test.each(['none', 'up'] as const)('as a stream, with object streams and the prediction %s', (prediction) => {
    const bytes = packed(simple(), prediction);
    expect(linesIn(bytes)).toEqual([RING]);
    expect(faultsOf(bytes)).toEqual([]);
  });

  test('of a hybrid file: what the table calls free stands in the stream', () => {
    const { 5: font, ...others } = simple();
    const head = '5 0 ';
    const container = deflated(`${head}${font}`, `/Type /ObjStm /N 1 /First ${head.length}`);
    const first = body({ ...others, 50: container });
    const rows = `\x02\0\0\x32\0\0`;
    const at = first.text.length;
    const table = stream(rows, '/Type /XRef /W [1 3 2] /Index [5 1] /Size 100 /Root 1 0 R');
    const text = `${first.text}60 0 obj\n${table}\nendobj\n`;
    const whole = withTable({ text, offsets: first.offsets }, `/Root 1 0 R /XRefStm ${at}`);
    const hybrid = bytesOf(whole.replace('xref\n0 1\n0000000000 65535 f \n', 'xref\n5 1\n0000000000 65535 f \n'));
    expect(readPdf(hybrid).resolve({ kind: 'ref', number: 5, generation: 0 })).toMatchObject({ kind: 'dict' });
    expect(faultsOf(hybrid)).toEqual([]);
  });

  test('of an updated file: what is newer hides what is older, and free is nothing', () => {
    const first = withTable(body(simple('BT /F 12 Tf (old) Tj ET', { 7: '(gone)' })));
    const before = Number(/startxref\n(\d+)/.exec(first)?.[1]);
    const update = body({ 4: stream('BT /F 12 Tf (new) Tj ET') }, first);
    const whole = withTable(update, `/Root 1 0 R /Prev ${before}`).replace(
      /(.*)xref\n0 1\n0{10} 65535 f \n/s,
      '$1xref\n7 1\n0000000000 00001 f \n',
    );
    expect(linesIn(bytesOf(whole))).toEqual(['new']);
    expect(readPdf(bytesOf(whole)).resolve({ kind: 'ref', number: 7, generation: 0 })).toBeNull();
    expect(faultsOf(bytesOf(whole))).toEqual([]);
  });

  test('whose updates go round in a circle', () => {
    const { text, offsets } = body(simple());
    const bytes = bytesOf(withTable({ text, offsets }, `/Root 1 0 R /Prev ${text.length}`));
    expect(linesIn(bytes)).toEqual([RING]);
  });

  test('counted from a header that comes late', () => {
    const bytes = Buffer.concat([Buffer.from('junk of a mail server\n'), classic(simple())]);
    expect(linesIn(bytes)).toEqual([RING]);
    expect(faultsOf(bytes)).toEqual([]);
  });
});

describe('a damaged file', () => {
  const good = latin1(classic(simple()));

  test.each([
    ['no startxref', good.replace(/startxref[^]*/, '')],
    ['a startxref beyond the end', good.replace(/startxref\n\d+/, 'startxref\n99999999')],
    [
      'offsets that are wrong',
      good.replace(/\d{10} 00000 n/g, (row) => `${String(Number(row.slice(0, 10)) + 7).padStart(10, '0')} 00000 n`),
    ],
    ['one offset that is wrong', good.replace(/(4 1\n)\d{10}/, '$10000000009')],
    ['a table that is letters', good.replace(/xref\n0 1[^]*trailer/, 'xref\nabc trailer')],
    ['neither table nor trailer', good.replace(/xref\n0 1[^]*/, '')],
    ['lines that end otherwise', good.replaceAll('\n', '\r\n')],
    ['a length that is wrong', good.replace(/\/Length \d+/, '/Length 3')],
    ['a length that is too large', good.replace(/\/Length \d+/, '/Length 99999')],
    ['a length that is itself', good.replace(/\/Length \d+/, '/Length 4 0 R')],
    ['no length', good.replace(/\/Length \d+/, '')],
    ['its end cut off', good.slice(0, good.indexOf('xref\n0 1'))],
  ])('%s', (_, text) => {
    expect(linesIn(bytesOf(text))).toEqual([RING]);
    expect(faultsOf(bytesOf(text)).length + Number(text.includes('\r\n'))).toBeGreaterThan(0);
  });

  test('object streams whose cross-reference is gone', () => {
    const text = latin1(packed(simple())).replace(/60 0 obj[^]*/, '');
    expect(linesIn(bytesOf(text))).toEqual([RING]);
  });

  test('a tree of pages that is a circle, or lists a page twice', () => {
    const circle = classic({
      ...simple(),
      2: '<< /Type /Pages /Kids [2 0 R 3 0 R 3 0 R] /Resources << /Font << /F 5 0 R >> >> >>',
    });
    expect(linesIn(circle)).toEqual([RING]);
  });

  test('no tree of pages: the pages that there are', () => {
    const lost = classic({ ...simple(), 1: '<< /Type /Catalog /Pages 9 0 R >>' });
    expect(pagesOf(readPdf(lost))).toHaveLength(1);
    expect(faultsOf(lost)).toContain('pages');
  });

  test('references that lead to each other', () => {
    const file = readPdf(classic({ ...simple(), 7: '8 0 R', 8: '7 0 R' }));
    expect(file.resolve({ kind: 'ref', number: 7, generation: 0 })).toBeNull();
  });

  test('what is nested too deep is null, and the rest is read', () => {
    const file = readPdf(classic({ ...simple(), 7: `${'['.repeat(10_000)}${']'.repeat(10_000)}` }));
    expect(file.resolve({ kind: 'ref', number: 7, generation: 0 })).toBeNull();
    expect(file.faults).toMatchObject([{ kind: 'object', object: 7 }]);
  });

  test('a stream that grows without end is empty', () => {
    const bytes = classic(simple('', { 4: deflated('\0'.repeat(70 << 20)) }));
    expect(linesIn(bytes)).toEqual([]);
    expect(bytes.length).toBeLessThan(100_000);
  });

  test('a cross-reference stream that names a million million objects', () => {
    const { text } = body(simple());
    const table = stream('\x01\0\0\x0f', '/Type /XRef /W [1 2 1] /Index [0 999999999999] /Size 5 /Root 1 0 R');
    expect(linesIn(bytesOf(`${text}60 0 obj\n${table}\nendobj\nstartxref\n${text.length}\n`))).toEqual([RING]);
  });

  test('an encrypted file says so, and its streams are empty', () => {
    const bytes = classic(simple(), '/Root 1 0 R /Encrypt << /Filter /Standard >>');
    expect(readPdf(bytes).isEncrypted).toBe(true);
    expect(faultsOf(bytes)).toEqual(['encrypted']);
    expect(linesIn(bytes)).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Leaflet</title>'],
    ['a header alone', '%PDF-1.7\n'],
    ['no catalog', '%PDF-1.7\n1 0 obj << /Type /Page >> endobj'],
    ['unclosed objects', `%PDF-1.7\n${'1 0 obj ('.repeat(20_000)}`],
    ['unclosed streams', `%PDF-1.7\n${Array.from({ length: 5000 }, (_, i) => `${i} 0 obj <<>> stream\n`).join('')}`],
  ])('%s is no PDF file', (_, text) => {
    expect(() => readPdf(bytesOf(text))).toThrow(NotAPdf);
  });
});
