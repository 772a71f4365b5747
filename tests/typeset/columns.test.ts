import { expect, test } from 'vitest';
import { type ColumnNeeds, columnWidths } from '../../src/typeset/columns.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const column = (least: number, most: number): ColumnNeeds => ({ least, most });

test('what is over goes to all columns, as long as their words are', () => {
  expect(columnWidths([column(10, 20), column(10, 60)], 160)).toEqual([40, 120]);
  expect(columnWidths([column(0, 0), column(0, 0)], 80)).toEqual([40, 40]);
});

test('a short column stays on one line beside a long one', () => {
  const [short, long] = columnWidths([column(30, 90), column(40, 1000)], 360);
  expect(short).toBeCloseTo(90);
  expect(long).toBeCloseTo(270);
});

test('a longer column gets more, but not as much more as it is longer', () => {
  const [some, more] = columnWidths([column(20, 400), column(20, 1600)], 300);
  expect(some).toBeCloseTo(100);
  expect(more).toBeCloseTo(200);
});

test('no column is narrower than its longest word', () => {
  const needs = [column(120, 300), column(20, 900), column(60, 60)];
  const widths = columnWidths(needs, 260);
  needs.forEach(({ least }, i) => expect(widths[i]).toBeGreaterThanOrEqual(least - 1e-6));
  expect(sum(widths)).toBeCloseTo(260);
});

test('a short column gives way where another has a long word', () => {
  const widths = columnWidths([column(20, 90), column(180, 600)], 200);
  expect(widths[0]).toBeCloseTo(20);
  expect(widths[1]).toBeCloseTo(180);
});

test('where longest words do not fit beside one another, only the widest is too narrow', () => {
  const widths = columnWidths([column(40, 40), column(200, 200), column(60, 90)], 240);
  expect(widths[0]).toBe(40);
  expect(widths[1]).toBeCloseTo(140);
  expect(widths[2]).toBe(60);
});
