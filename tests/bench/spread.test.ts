import { expect, test } from 'vitest';
import { growthOf, isSteady, shown, shownRatio, spreadOf } from './spread.mjs';

test('the median is the middle of those that were measured, or between the two in the middle', () => {
  expect(spreadOf([9, 1, 5, 100, 4])).toEqual({ median: 5, least: 1, most: 100, of: 5 });
  expect(spreadOf([4, 1, 3, 2])).toMatchObject({ median: 2.5 });
  expect(() => spreadOf([])).toThrow('nothing was measured');
});

test('figures that lie far apart are not steady', () => {
  expect(isSteady(spreadOf([90, 100, 110]))).toBe(true);
  expect(isSteady(spreadOf([80, 100, 110]))).toBe(false);
});

test.each([
  [2480.4, '2,480'],
  [84.24, '84.2'],
  [0.394, '0.39'],
])('%d is shown as %s', (value, text) => expect(shown(value)).toBe(text));

test.each([
  [31.7, '32'],
  [2.04, '2'],
  [0.0457, '0.046'],
  [1234, '1,200'],
])('a ratio of %d is shown as %s', (value, text) => expect(shownRatio(value)).toBe(text));

test('growth of memory is what each file more takes', () => {
  const grown = [
    { files: 1000, peak: 200e6 },
    { files: 8000, peak: 207e6 },
  ];
  expect(growthOf(grown)).toBeCloseTo(1);
  expect(() => growthOf(grown.slice(0, 1))).toThrow('growth takes two sizes');
});
