import { expect, test } from 'vitest';
import type { Hex } from '../../src/data/brand.ts';
import { difference, type Lab, labOf } from '../../src/data/colour-difference.ts';
import { seenWith } from '../../src/data/colour-vision.ts';
import { type Cmyk, printed, totalInk } from '../../src/data/ink.ts';

// The data that Sharma, Wu and Dalal give to test an implementation of CIEDE2000 with (2005), where each term counts.
test.for<[Lab, Lab, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
])('%j and %j differ by %d', ([one, other, apart]) => {
  expect(difference(one, other)).toBeCloseTo(apart, 4);
  expect(difference(other, one)).toBeCloseTo(apart, 4);
});

test.for<[Hex, Lab]>([
  ['#ffffff', [100, 0, 0]],
  ['#000000', [0, 0, 0]],
  ['#ff0000', [53.24, 80.09, 67.2]],
  ['#0000ff', [32.3, 79.19, -107.86]],
])('%s has the Lab %j', ([hex, lab]) => {
  labOf(hex).forEach((value, i) => expect(value).toBeCloseTo(lab[i]!, 1));
});

test('without one kind of cone, red and green of one lightness are one colour, blue and yellow stay two', () => {
  expect(difference(labOf('#b00020'), labOf('#5a5a00'))).toBeGreaterThan(30);
  expect(difference(seenWith('deuteranopia', '#a03c3c'), seenWith('deuteranopia', '#5f6a3c'))).toBeLessThan(8);
  for (const vision of ['deuteranopia', 'protanopia'] as const) {
    expect(difference(seenWith(vision, '#0000ff'), seenWith(vision, '#ffff00'))).toBeGreaterThan(80);
    // Greys are seen as they are.
    expect(difference(seenWith(vision, '#777777'), labOf('#777777'))).toBeLessThan(0.5);
  }
  // Red is dark where it is not seen.
  expect(seenWith('protanopia', '#ff0000')[0]).toBeLessThan(seenWith('deuteranopia', '#ff0000')[0] - 15);
});

// What brand manuals give for one colour, on a screen and in four inks.
test.for<[Hex, Cmyk]>([
  ['#ffffff', [0, 0, 0, 0]],
  ['#006747', [93, 10, 75, 43]],
  ['#e4002b', [0, 100, 81, 4]],
  ['#ffd100', [0, 9, 100, 0]],
  ['#005eb8', [100, 68, 0, 0]],
  ['#000000', [0, 0, 0, 100]],
])('%s printed as %j is about the same', ([hex, cmyk]) => {
  expect(difference(labOf(hex), printed(cmyk))).toBeLessThan(11);
});

test('the sum of inks is what a press counts', () => {
  expect(totalInk([90, 40, 80, 40])).toBe(250);
});
