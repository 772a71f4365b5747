import { expect, test } from 'vitest';
import type { Hex } from '../../src/data/brand.ts';
import { lightnessOf, mix, parseHex, withLightness } from '../../src/data/colour.ts';
import { checkContrast, contrast, nearestPassing } from '../../src/data/contrast.ts';
import { collect } from '../../src/diagnostics/collect.ts';

test.for<[Hex, Hex, number]>([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#1a1a1a', '#ffffff', 17.4],
  ['#484f53', '#ffffff', 8.3],
  ['#ffffff', '#b00020', 7.3],
  ['#b00020', '#f4f4f2', 6.7],
  ['#ffffff', '#0b4f35', 9.6],
  ['#0b4f35', '#f0f4f3', 8.7],
  ['#34215f', '#f3f2f5', 12.3],
  ['#0d4857', '#f0f4f5', 9.1],
])('%s on %s is %d : 1', ([a, b, ratio]) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 1);
  expect(contrast(a, b)).toBe(contrast(b, a));
});

test('the tint is 6 % of the brand on white', () => {
  expect(mix('#0b4f35', '#ffffff', 0.06)).toBe('#f0f4f3');
  expect(mix('#34215f', '#ffffff', 0.06)).toBe('#f3f2f5');
  expect(mix('#0d4857', '#ffffff', 0.06)).toBe('#f0f4f5');
});

test('colours are read in both lengths and cases, and nothing else is', () => {
  expect(parseHex('#FFF')).toBe('#ffffff');
  expect(parseHex(' #0B4f35 ')).toBe('#0b4f35');
  for (const text of ['', '#', '#ff', '#ffff', '#ggg', 'fff', 'white', '#0b4f35ff', 'rgb(0,0,0)']) {
    expect(parseHex(text)).toBeUndefined();
  }
});

test('a shade keeps its hue, and its own lightness gives it back', () => {
  for (const hex of ['#0b4f35', '#b00020', '#34215f', '#808080', '#ffdd00', '#ff00ff'] as const) {
    expect(withLightness(hex, lightnessOf(hex))).toBe(hex);
  }
  expect(withLightness('#ff0000', 0.25)).toBe('#800000');
});

test('the nearest passing shade passes, and the shade before it does not', () => {
  for (const brand of ['#3f9aae', '#ffdd00', '#ff6600', '#777777', '#00ff00'] as const) {
    const shade = nearestPassing(brand, ['#ffffff'], 4.5);
    expect(contrast(shade, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shade, '#ffffff')).toBeLessThan(4.7);
    expect(contrast(withLightness(brand, lightnessOf(shade) + 0.006), '#ffffff')).toBeLessThan(4.5);
  }
  expect(nearestPassing('#0b4f35', ['#ffffff'], 4.5)).toBe('#0b4f35');
  expect(contrast(nearestPassing('#333366', ['#000000'], 4.5), '#000000')).toBeGreaterThanOrEqual(4.5);
  expect(nearestPassing('#777777', ['#777777'], 21)).toBe('#000000');
});

test('a pair that fails names its ratio and the shade of the colour that can give way', () => {
  const { report, all } = collect();
  checkContrast(
    [
      { what: 'words on the band', foreground: '#ffffff', background: '#3f9aae', least: 4.5 },
      { what: 'numerals', foreground: '#3f9aae', background: '#ffffff', least: 4.5 },
      { what: 'text', foreground: '#1a1a1a', background: '#ffffff', least: 4.5 },
    ],
    report,
  );
  expect(all().map(({ message, hints }) => [message, ...hints])).toEqual([
    [
      'words on the band: #ffffff on #3f9aae has a contrast of 3.25 : 1, expected 4.5 : 1',
      'replace `#3f9aae` by `#358091`, the nearest shade that passes',
    ],
    [
      'numerals: #3f9aae on #ffffff has a contrast of 3.25 : 1, expected 4.5 : 1',
      'replace `#3f9aae` by `#358091`, the nearest shade that passes',
    ],
  ]);
});

test('a ratio that just fails is not rounded up to one that passes', () => {
  const { report, all } = collect();
  checkContrast([{ what: 'text', foreground: '#777777', background: '#ffffff', least: 4.5 }], report);
  expect(all()[0]?.message).toContain('4.47 : 1');
});
