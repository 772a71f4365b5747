import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { printCsv } from '../../src/data/csv.ts';

describe('a table for spreadsheets', () => {
  test('begins with a byte order mark, and its lines end in CR and LF', () => {
    const bytes = new TextEncoder().encode(printCsv([['a', 'ŵ'], ['']]));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(printCsv([['a', 'ŵ'], ['']])).toBe('\uFEFFa,ŵ\r\n\r\n');
  });

  test('is read back as it was', () => {
    const rows = [
      ['what', 'value'],
      ['He said "no", twice', 'two\nlines'],
      [' spaces ', 'a,b;c'],
      ['', '“quotes”'],
    ];
    expect(parse(printCsv(rows), { bom: true })).toEqual(rows);
  });

  test.each(['=HYPERLINK("x")', '+44 1632 960 001', '-1', '@x', '\tx', '\rx'])('runs nothing: %j', (text) => {
    expect(parse(printCsv([[text]]), { bom: true })).toEqual([[`'${text}`]]);
  });

  test('leaves alone what only holds such a sign', () => {
    expect(printCsv([['a=b', 'x@y.example', '01632-960-001']])).toBe('\uFEFFa=b,x@y.example,01632-960-001\r\n');
  });
});
