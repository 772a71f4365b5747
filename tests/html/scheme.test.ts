import { describe, expect, test } from 'vitest';
import type { BrandRoles } from '../../src/data/brand.ts';
import { contrast } from '../../src/data/contrast.ts';
import { darkScheme, lightScheme, schemePairs } from '../../src/html/scheme.ts';
import { paletteOf } from '../../src/typeset/scale.ts';
import { example } from '../sources.ts';

/** Brands that are right on paper; some of them are hard at night. */
const brands: Readonly<Record<string, BrandRoles>> = {
  example: example().brand.roles,
  black: { brand: '#000000', onBrand: '#ffffff', tint: '#f0f0f0' },
  navy: { brand: '#00004d', onBrand: '#ffffff', tint: '#f0f0f5' },
  red: { brand: '#c00000', onBrand: '#ffffff', tint: '#fbf0f0' },
  'the lightest grey that passes': { brand: '#707070', onBrand: '#ffffff', tint: '#ffffff' },
};

describe.each(Object.entries(brands))('the colours of the brand "%s"', (_, roles) => {
  const palette = paletteOf(roles);

  test.each([
    ['light', lightScheme(palette)],
    ['dark', darkScheme(palette)],
  ])('can be read where words stand, %s', (_name, scheme) => {
    const low = schemePairs.filter(({ words, on }) => contrast(scheme[words], scheme[on]) < 4.5);
    expect(low).toEqual([]);
  });
});

test('by day the page has the colours of the printed one', () => {
  const palette = paletteOf(example().brand.roles);
  expect(lightScheme(palette)).toMatchObject({ brand: palette.brand, band: palette.brand, field: palette.emergency });
});
