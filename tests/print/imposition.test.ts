import { describe, expect, test } from 'vitest';
import { officeSheet, type Sheet } from '../../src/data/sheet.ts';
import {
  imposeBooklet,
  imposeLeaves,
  leavesOf,
  paddedToFour,
  type Placed,
  repeated,
  saddleStitch,
} from '../../src/print/imposition.ts';
import { axisOf, behind, cells, reverseOf } from '../../src/print/sheet.ts';
import { mm } from '../../src/units.ts';
import { drawn, sheetNamed } from './letters.ts';

/** Six places on portrait paper. */
const six: Sheet = {
  ...officeSheet,
  columns: 2,
  rows: 3,
  margins: { left: mm(19.4), right: mm(19.4), top: mm(67.53), bottom: mm(67.53) },
};

/** Cards of several councils: a front and a back each. */
const cards = (count: number) => Array.from({ length: count }, (_, document) => leavesOf(document, 2)).flat();

describe('cards on a sheet', () => {
  test('of one council fill it, and behind each front is its back', () => {
    expect(drawn(officeSheet, imposeLeaves(officeSheet, repeated(leavesOf(0, 2), 10), 'step'))).toBe(
      `
A1  A1
A1  A1
A1  A1
A1  A1
A1  A1
---
A2  A2
A2  A2
A2  A2
A2  A2
A2  A2`.trim(),
    );
  });

  test('of several councils fill sheets in order; turned about the long edge, the backs change sides', () => {
    expect(drawn(six, imposeLeaves(six, cards(8), 'step'))).toBe(
      `
A1  B1
C1  D1
E1  F1
---
B2  A2
D2  C2
F2  E2

G1  H1
.   .
.   .
---
H2  G2
.   .
.   .`.trim(),
    );
  });

  test('turned about the short edge, the backs change head and foot', () => {
    const sheet: Sheet = { ...six, turn: 'short-edge' };
    expect(drawn(sheet, imposeLeaves(sheet, cards(5), 'step'))).toBe(
      `
A1  B1
C1  D1
E1  .
---
E2^ .
C2^ D2^
A2^ B2^`.trim(),
    );
  });

  test('on landscape paper the short edge is the upright one', () => {
    const sheet: Sheet = { ...six, paper: { width: six.paper.height, height: six.paper.width } };
    expect((['long-edge', 'short-edge'] as const).map((turn) => axisOf({ ...sheet, turn }))).toEqual([
      'level',
      'upright',
    ]);
    expect((['long-edge', 'short-edge'] as const).map((turn) => axisOf({ ...six, turn }))).toEqual([
      'upright',
      'level',
    ]);
  });

  test('in cut piles, the first pile has the first cards, from the top', () => {
    expect(drawn(six, imposeLeaves(six, cards(14), 'cut'))).toBe(
      `
A1  D1
G1  J1
M1  .
---
D2  A2
J2  G2
.   M2

B1  E1
H1  K1
N1  .
---
E2  B2
K2  H2
.   N2

C1  F1
I1  L1
.   .
---
F2  C2
L2  I2
.   .`.trim(),
    );
  });

  test('copies stand beside one another', () => {
    const leaves = cards(3).flatMap((leaf) => repeated([leaf], 3));
    expect(drawn(six, imposeLeaves(six, leaves, 'step')).split('\n---')[0]).toBe('A1  A1\nA1  B1\nB1  B1');
  });

  test('of an odd number of pages have one leaf without a back, and a sheet without backs has one side', () => {
    expect(drawn(six, imposeLeaves(six, leavesOf(0, 3), 'step'))).toBe(
      'A1  A3\n.   .\n.   .\n---\n.   A2\n.   .\n.   .',
    );
    expect(drawn(six, imposeLeaves(six, leavesOf(0, 1), 'step'))).toBe('A1  .\n.   .\n.   .');
  });
});

describe.each(['long-edge', 'short-edge'] as const)('turned over the %s, behind a cell is', (turn) => {
  /** Margins that all differ. */
  const odd: Sheet = {
    ...six,
    turn,
    margins: { left: mm(10), right: mm(28.8), top: mm(40), bottom: mm(95.06) },
  };

  test.each([officeSheet, odd, sheetNamed('avery-c32015')])('the same place of the paper: %j', (sheet) => {
    const turned: Sheet = { ...sheet, turn };
    const axis = axisOf(turned);
    for (const cell of cells(turned)) {
      const back = behind(turned, cell);
      // Through the paper: a point x from the left is x from the right on the other side.
      const left = axis === 'upright' ? turned.paper.width - cell.left - turned.cell.width : cell.left;
      const top = axis === 'upright' ? cell.top : turned.paper.height - cell.top - turned.cell.height;
      expect([back.left, back.top]).toEqual([expect.closeTo(left, 9), expect.closeTo(top, 9)]);
      expect(back.stance).toBe(axis === 'upright' ? 'upright' : 'turned');
    }
    const twice = reverseOf(reverseOf(turned));
    expect(twice).toEqual(turned);
  });
});

/** A booklet's spreads, `.` for blank pages. */
const spreads = (pages: number): string =>
  saddleStitch(pages)
    .map(({ front, back }) => [front, back].map((pair) => pair.map((page) => (page ?? -1) + 1 || '.').join(' | ')))
    .map(([front, back]) => `${front}   ${back}`)
    .join('\n');

const shifts = (placed: readonly Placed[]) => placed.map(({ shift }) => Number(shift.toFixed(2)));

describe('a booklet', () => {
  test('of eight pages takes two sheets within one another', () => {
    expect(spreads(8)).toBe('8 | 1   2 | 7\n6 | 3   4 | 5');
  });

  test('of twelve pages takes three', () => {
    expect(spreads(12)).toBe('12 | 1   2 | 11\n10 | 3   4 | 9\n8 | 5   6 | 7');
  });

  test('has its blank pages before the back cover', () => {
    expect(spreads(5)).toBe('5 | 1   2 | .\n. | 3   4 | .');
    expect(spreads(6)).toBe('6 | 1   2 | .\n. | 3   4 | 5');
    expect(spreads(2)).toBe('2 | 1   . | .');
    expect(paddedToFour(4)).toEqual([0, 1, 2, 3]);
  });

  test.each(Array.from({ length: 40 }, (_, i) => i + 1))('of %d pages reads from the first to the last', (pages) => {
    // Folded: the right pages of the fronts and the left ones of the backs, from outside inwards; then back out.
    const sheets = saddleStitch(pages);
    const inwards = sheets.flatMap(({ front, back }) => [front[1], back[0]]);
    const outwards = sheets.toReversed().flatMap(({ front, back }) => [back[1], front[0]]);
    const read = [...inwards, ...outwards];
    expect(read).toHaveLength(Math.ceil(pages / 4) * 4);
    expect(read.filter((page) => page !== undefined)).toEqual(Array.from({ length: pages }, (_, page) => page));
    expect(read.at(-1)).toBe(pages - 1);
  });

  const a4 = sheetNamed('a4-booklet');
  test('has the pages of its inner sheets nearer to the spine, by the thickness of the paper', () => {
    const sheets = imposeBooklet(a4, 0, 12, mm(0.1));
    // The left page moves to the right, the right one to the left.
    expect(sheets.map(({ front, back }) => [shifts(front), shifts(back!)])).toEqual([
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0.1, -0.1],
        [0.1, -0.1],
      ],
      [
        [0.2, -0.2],
        [0.2, -0.2],
      ],
    ]);
  });

  test('turned over the short edge of landscape paper, lies upright', () => {
    expect(drawn(a4, imposeBooklet(a4, 0, 8, mm(0)))).toBe('A8  A1\n---\nA2  A7\n\nA6  A3\n---\nA4  A5');
  });

  test('turned over the long edge, has its insides with their heads at the foot', () => {
    const sheet: Sheet = { ...a4, turn: 'long-edge' };
    const sheets = imposeBooklet(sheet, 0, 8, mm(0.1));
    expect(drawn(sheet, sheets)).toBe('A8  A1\n---\nA7^ A2^\n\nA6  A3\n---\nA5^ A4^');
    const inner = sheets[1]!.back!;
    for (const { cell, shift } of inner) expect(Math.sign(shift)).toBe(cell.column === 0 ? 1 : -1);
  });
});
