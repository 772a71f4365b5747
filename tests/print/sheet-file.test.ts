import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSheet } from '../../src/data/sheet-file.ts';
import { officeSheet, takenBy } from '../../src/data/sheet.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fits } from '../../src/print/fit.ts';
import { mm } from '../../src/units.ts';
import { silent } from '../sources.ts';
import { sheetNamed } from './letters.ts';

const names = readdirSync('content/sheets').map((name) => name.replace('.yaml', ''));
const text = readFileSync('content/sheets/avery-c32011.yaml', 'utf8');

const found = (changed: string) => {
  const diagnostics: Diagnostic[] = [];
  const sheet = parseSheet({ path: 'own.yaml', text: changed }, 'own', (one) => diagnostics.push(one));
  return {
    sheet,
    said: diagnostics.map(({ rule, message }) => [rule, message]),
    places: diagnostics.map((d) => d.place),
  };
};

describe('the sheets that come with handbill', () => {
  test.each(names)('%s: margins, cells and gutters come to the paper', (name) => {
    const sheet = sheetNamed(name);
    const { width, height } = takenBy(sheet);
    expect([width, height]).toEqual([expect.closeTo(sheet.paper.width, 2), expect.closeTo(sheet.paper.height, 2)]);
  });

  test('the office’s is the one that the code knows', () => {
    const { cellAt, ...office } = sheetNamed('office');
    expect(office).toEqual(officeSheet);
    expect(cellAt).toMatchObject({ kind: 'text', path: 'content/sheets/office.yaml', range: { start: { line: 8 } } });
  });

  test.each([
    ['avery-c32011', 10, [15, 13.5], [95, 54]],
    ['avery-c32015', 8, [17, 31.5], [91, 60]],
  ] as const)('%s has its first card and its pitch where Avery’s are', (name, count, [left, top], [across, down]) => {
    const { columns, rows, margins, cell, gutters, marks } = sheetNamed(name);
    expect([columns * rows, margins.left, margins.top, marks]).toEqual([count, left, top, 'none']);
    expect([cell.width + gutters.across, cell.height + gutters.down]).toEqual([across, down]);
  });
});

describe('a sheet of one’s own', () => {
  test('that does not close is told by how much', () => {
    expect(found(text.replace('left: 15', 'left: 17'))).toMatchObject({
      sheet: undefined,
      said: [
        ['sheet/not-closed', 'left, columns, gutters and right come to 212 mm, 2 mm more than the paper’s 210 mm'],
      ],
      places: [{ kind: 'text', path: 'own.yaml', range: { start: { line: 4, column: 17 } } }],
    });
    expect(found(text.replace('rows: 5', 'rows: 4')).said).toEqual([
      ['sheet/not-closed', 'top, rows, gutters and bottom come to 243 mm, 54 mm less than the paper’s 297 mm'],
    ]);
  });

  test.each([
    ['a margin below nothing', 'left: 15', 'left: -15', 'parse/invalid-value'],
    ['no columns', 'columns: 2', 'columns: 0', 'parse/invalid-value'],
    ['half a row', 'rows: 5', 'rows: 5.5', 'parse/invalid-value'],
    ['a key twice', 'rows: 5', 'rows: 5\nrows: 5', 'parse/yaml'],
    ['a key too many', 'rows: 5', 'rows: 5\nrow: 5', 'parse/unknown-key'],
    ['a key too few', 'turn: long-edge\n', '', 'parse/missing-key'],
    ['an unknown edge', 'turn: long-edge', 'turn: left', 'parse/invalid-value'],
    ['a booklet of ten', 'kind: cut', 'kind: booklet', 'sheet/not-folded'],
  ])('with %s is refused', (_, from, to, rule) => {
    const { sheet, said } = found(text.replace(from, to));
    expect([sheet, said.map(([each]) => each)]).toEqual([undefined, [rule]]);
  });

  test('has room for its marks', () => {
    const narrow = readFileSync('content/sheets/a4-booklet.yaml', 'utf8').replace('marks: none', 'marks: drawn');
    expect(found(narrow).said).toEqual([
      ['sheet/no-room-for-marks', 'marks need 8 mm at each edge, and the margin `left` is 0 mm'],
    ]);
  });
});

describe('a page on a sheet', () => {
  const card = { width: mm(85.6), height: mm(53.98) };

  test.each(['office', 'a4-eight', 'avery-c32011', 'avery-c32015', 'a3-cards', 'sra3-cards'])(
    'of a card’s size stands on %s',
    (name) => expect(fits(card, sheetNamed(name), 'the card', silent)).toBe(true),
  );

  test.each([
    ['sra3-a4', 210, 297],
    ['sra3-a4-landscape', 297, 210],
    ['sra3-a3', 297, 420],
  ] as const)('%s takes pages of %d × %d mm, with a bleed of 3 mm round each', (name, width, height) => {
    const sheet = sheetNamed(name);
    expect(fits({ width: mm(width), height: mm(height) }, sheet, 'the page', silent)).toBe(true);
    const { margins, gutters, columns, rows } = sheet;
    expect(Math.min(...Object.values(margins))).toBeGreaterThanOrEqual(8);
    expect([gutters.across, gutters.down]).toEqual([columns > 1 ? 6 : 0, rows > 1 ? 6 : 0]);
  });

  test.each(['a4-folded-cards', 'sra3-folded-cards'])('of two cards’ size stands on %s', (name) => {
    const folded = { width: mm(171.2), height: mm(53.98) };
    expect(fits(folded, sheetNamed(name), 'the folded card', silent)).toBe(true);
    expect(fits(card, sheetNamed(name), 'the card', () => {})).toBe(false);
  });

  test('larger than its place is refused, and smaller too, at the place where the sheet says so', () => {
    const said: string[] = [];
    const report = (one: Diagnostic): void => {
      said.push(`${one.rule}: ${one.message}`, ...one.hints);
      expect(one.place).toMatchObject({ kind: 'text', path: expect.stringMatching(/^content\/sheets\//) });
    };
    expect(fits({ width: mm(210), height: mm(297) }, sheetNamed('office'), '`leaflet`', report)).toBe(false);
    expect(fits(card, sheetNamed('a4-booklet'), '`wallet-card`', report)).toBe(false);
    expect(fits({ width: mm(297), height: mm(210) }, sheetNamed('a4-eight'), '`trifold`', report)).toBe(false);
    expect(fits({ width: mm(297), height: mm(210) }, sheetNamed('sra3-a4'), '`trifold`', report)).toBe(false);
    expect(said).toEqual([
      'sheet/other-size: `leaflet` is 210 × 297 mm, and the sheet `office` has places of 85.6 × 53.98 mm',
      'choose a sheet with places of 210 × 297 mm, or write one into `content/sheets`',
      'sheet/other-size: `wallet-card` is 85.6 × 53.98 mm, and the sheet `a4-booklet` has places of 148.5 × 210 mm',
      'choose a sheet with places of 85.6 × 53.98 mm, or write one into `content/sheets`',
      'sheet/other-size: `trifold` is 297 × 210 mm, larger than the sheet `a4-eight`, which is 210 × 297 mm',
      'choose a sheet with places of 297 × 210 mm, or write one into `content/sheets`',
      'sheet/other-size: `trifold` is 297 × 210 mm, and the sheet `sra3-a4` has places of 210 × 297 mm',
      'choose a sheet whose places lie the other way, 297 × 210 mm',
    ]);
  });
});
