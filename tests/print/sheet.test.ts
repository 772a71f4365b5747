import { describe, expect, test } from 'vitest';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { behind, blockOrigin, cells, cropMark, cropMarks, impose, type Sheet, tenOnA4 } from '../../src/print/sheet.ts';
import { mm, mmToPt } from '../../src/units.ts';
import { cardSheet } from '../../templates/wallet-card/sheet.tsx';
import { exampleWith, setOf } from '../sources.ts';
import { colourBoxes, textLines } from '../typeset/laid-text.ts';

const CARD = { width: mmToPt(mm(85.6)), height: mmToPt(mm(53.98)) };

const leaf = (name: string): LaidNode => ({ type: name, props: {}, style: {}, box: { left: 0, top: 0, ...CARD } });
const face = (name: string): LaidPage => ({ ...CARD, foot: CARD.height, nodes: [leaf(name)] });
const paper = (): LaidPage => ({ width: mmToPt(mm(210)), height: mmToPt(mm(297)), foot: 842, nodes: [] });

/** Where the cards of a laid-out sheet stand, row by row, each with what stands in it. */
const placed = ({ nodes }: LaidPage) => nodes.map(({ box, children }) => ({ ...box, face: children![0]!.type }));

/** A page drawn in letters: each card by the letter of its face, at the row and column where it stands. */
const drawn = (page: LaidPage): string => {
  const { left, top } = blockOrigin(tenOnA4);
  const grid = Array.from({ length: tenOnA4.rows }, () => Array.from({ length: tenOnA4.columns }, () => '.'));
  for (const card of placed(page)) {
    grid[Math.round((card.top - top) / CARD.height)]![Math.round((card.left - left) / CARD.width)] = card.face;
  }
  return grid.map((row) => row.join(' ')).join('\n');
};

describe('ten cards on A4', () => {
  test('stand in the middle of the paper, touching', () => {
    const { left, top } = blockOrigin(tenOnA4);
    expect([left.toFixed(2), top.toFixed(2)]).toEqual(['54.99', '38.41']);
    const places = cells(tenOnA4);
    expect(places).toHaveLength(10);
    for (const cell of places) {
      expect(cell.left).toBeCloseTo(left + cell.column * CARD.width, 6);
      expect(cell.top).toBeCloseTo(top + cell.row * CARD.height, 6);
    }
    const last = places.at(-1)!;
    expect(last.left + CARD.width).toBeCloseTo(mmToPt(tenOnA4.width) - left, 6);
    expect(last.top + CARD.height).toBeCloseTo(mmToPt(tenOnA4.height) - top, 6);
  });

  test('margins, cards and margins make the paper', () => {
    const { width, height, columns, rows, card } = tenOnA4;
    const { left, top } = blockOrigin(tenOnA4);
    expect(2 * left + columns * mmToPt(card.width)).toBeCloseTo(mmToPt(width), 6);
    expect(2 * top + rows * mmToPt(card.height)).toBeCloseTo(mmToPt(height), 6);
  });
});

describe('imposition', () => {
  const [fronts, backs] = impose(tenOnA4, [paper(), paper()], [face('F'), face('B')]) as [LaidPage, LaidPage];

  test('fills the fronts and the backs', () => {
    expect(drawn(fronts)).toBe('F F\nF F\nF F\nF F\nF F');
    expect(drawn(backs)).toBe('B B\nB B\nB B\nB B\nB B');
  });

  test('the backs are mirrored left to right: the paper turns about its long edge', () => {
    // Ten different cards, a to j; what lies behind each, drawn on the back's page as one looks at it.
    const letters = cells(tenOnA4).map((cell, i) => ({ cell, letter: 'abcdefghij'[i]! }));
    const back: LaidPage = {
      ...paper(),
      nodes: letters.map(({ cell, letter }) => {
        const { left, top } = behind(tenOnA4, cell);
        return { ...leaf('VIEW'), box: { left, top, ...CARD }, children: [leaf(letter)] };
      }),
    };
    const front = {
      ...back,
      nodes: letters.map(({ cell, letter }) => ({
        ...leaf('VIEW'),
        box: { ...cell, ...CARD },
        children: [leaf(letter)],
      })),
    };
    expect(drawn(front)).toBe('a b\nc d\ne f\ng h\ni j');
    expect(drawn(back)).toBe('b a\nd c\nf e\nh g\nj i');
  });

  test('a card and its back lie on one another to the point, through the paper', () => {
    const width = mmToPt(tenOnA4.width);
    for (const cell of cells(tenOnA4)) {
      const back = behind(tenOnA4, cell);
      expect(back.top).toBe(cell.top);
      expect(back.left).toBeCloseTo(width - cell.left - CARD.width, 6);
    }
  });

  test('backs are placed from the right in the order of the fronts', () => {
    const order = (page: LaidPage) => placed(page).map(({ left, top }) => [Math.round(left), Math.round(top)]);
    expect(order(fronts).slice(0, 2)).toEqual([
      [55, 38],
      [298, 38],
    ]);
    expect(order(backs).slice(0, 2)).toEqual([
      [298, 38],
      [55, 38],
    ]);
  });

  test('paper of an uneven number of columns keeps its middle', () => {
    const three: Sheet = { ...tenOnA4, columns: 3, card: { width: mm(60), height: mm(50) } };
    expect(
      cells(three)
        .map((cell) => behind(three, cell).column)
        .slice(0, 3),
    ).toEqual([2, 1, 0]);
  });
});

const sorted = (values: number[]): string[] =>
  [...new Set(values.map((value) => value.toFixed(3)))].toSorted((a, b) => Number(a) - Number(b));

describe('crop marks', () => {
  const marks = cropMarks(tenOnA4);
  const { left, top } = blockOrigin(tenOnA4);
  const right = left + 2 * CARD.width;
  const bottom = top + 5 * CARD.height;

  test('stand at the ends of each cut, round the block only', () => {
    expect(marks).toHaveLength(2 * (3 + 6));
    for (const mark of marks) {
      const within =
        mark.left + mark.width > left && mark.left < right && mark.top + mark.height > top && mark.top < bottom;
      expect(within).toBe(false);
    }
  });

  test('are 5 mm long, a quarter of a point thick, and 3 mm off', () => {
    expect(cropMark.length).toBeCloseTo(14.17, 2);
    expect(cropMark.distance).toBeCloseTo(8.5, 2);
    for (const { width, height } of marks) {
      expect([width, height].toSorted((a, b) => a - b)).toEqual([0.25, cropMark.length]);
    }
    const distances = marks.map((mark) =>
      Math.max(left - mark.left - mark.width, mark.left - right, top - mark.top - mark.height, mark.top - bottom),
    );
    for (const distance of distances) expect(distance).toBeCloseTo(cropMark.distance, 6);
  });

  test('have the cut in their middle', () => {
    const upright = marks.filter(({ width, height }) => height > width).map((mark) => mark.left + mark.width / 2);
    const level = marks.filter(({ width, height }) => width > height).map((mark) => mark.top + mark.height / 2);
    expect(sorted(upright)).toEqual([0, 1, 2].map((column) => (left + column * CARD.width).toFixed(3)));
    expect(sorted(level)).toEqual([0, 1, 2, 3, 4, 5].map((row) => (top + row * CARD.height).toFixed(3)));
  });

  test('stay on the paper, within what office printers print', () => {
    for (const mark of marks) {
      expect(Math.min(mark.left, mark.top)).toBeGreaterThan(12);
      expect(mark.left + mark.width).toBeLessThan(mmToPt(tenOnA4.width) - 12);
      expect(mark.top + mark.height).toBeLessThan(mmToPt(tenOnA4.height) - 12);
    }
  });
});

describe('the paper', () => {
  test('says which sheet it is and how to print it, beside the marks', async () => {
    const { pages, diagnostics } = await setOf(cardSheet, exampleWith({}));
    expect(diagnostics).toEqual([]);
    expect(textLines(pages).map(({ page, text }) => [page, text])).toEqual([
      [1, 'Anyshire District Council, card fronts, sheet 1 of 2'],
      [1, 'Print at 100%. Both sides: flip on the long edge.'],
      [2, 'Anyshire District Council, card backs, sheet 2 of 2'],
      [2, 'Print at 100%. Both sides: flip on the long edge.'],
    ]);
    const marks = colourBoxes(pages).filter(({ page }) => page === 1);
    expect(marks).toHaveLength(18);
    for (const line of textLines(pages)) {
      expect(line.bottom).toBeLessThanOrEqual(blockOrigin(tenOnA4).top);
      const crossed = marks.filter(
        (mark) =>
          mark.left < line.right &&
          line.left < mark.left + mark.width &&
          mark.top < line.bottom &&
          line.top < mark.top + mark.height,
      );
      expect(crossed).toEqual([]);
    }
  });

  test('takes a long name of a council on two lines, above the cards', async () => {
    const { diagnostics, pages } = await setOf(
      cardSheet,
      exampleWith({ council: { name: 'Basingstoke, Hartlepool and Saffron Waldens Councils' } }),
    );
    expect(diagnostics).toEqual([]);
    for (const { bottom } of textLines(pages)) expect(bottom).toBeLessThanOrEqual(blockOrigin(tenOnA4).top);
  });
});
