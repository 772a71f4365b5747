import { describe, expect, test } from 'vitest';
import type { Brand, Hex } from '../../src/data/brand.ts';
import { difference, labOf } from '../../src/data/colour-difference.ts';
import { totalInk } from '../../src/data/ink.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { pressInks } from '../../src/pdf/inks.ts';
import { checkInk, openInks } from '../../src/print/inks.ts';
import { fixedInks, paletteOf, richBlack } from '../../src/typeset/scale.ts';
import { example } from '../sources.ts';
import { conversion } from './pressed.ts';

const brandWith = (changes: Partial<Pick<Brand, 'given'>> & { readonly roles?: Partial<Brand['roles']> }): Brand => {
  const { brand } = example();
  return { ...brand, given: changes.given ?? {}, roles: { ...brand.roles, ...changes.roles } };
};

const inksOf = (brand: Brand) => {
  const { choose } = openInks(brand, conversion);
  return (role: keyof Brand['roles'] | 'ink', use: 'words' | 'field' | 'drawing' = 'field') =>
    choose(role === 'ink' ? '#1a1a1a' : brand.roles[role], role, use);
};

describe('conversion with the profile', () => {
  test('a dark green: cyan, yellow and black, within the limit of ink', () => {
    const inks = conversion.toInks('#0b4f35');
    expect(inks).toEqual([63, 6, 56, 67]);
    expect(totalInk(inks)).toBeLessThan(300);
  });

  test('white is paper, and paper is white', () => {
    expect(conversion.toInks('#ffffff')).toEqual([0, 0, 0, 0]);
    expect(conversion.toScreen([0, 0, 0, 0])).toBe('#ffffff');
  });

  test('no colour of a screen lays down more ink than dries', () => {
    const steps = ['00', '33', '66', '99', 'cc', 'ff'];
    const all = steps.flatMap((r) => steps.flatMap((g) => steps.map((b): Hex => `#${r}${g}${b}`)));
    expect(Math.max(...all.map((hex) => totalInk(conversion.toInks(hex))))).toBeLessThanOrEqual(300);
  });
});

describe('the fixed colours', () => {
  test('are black alone, but for the red', () => {
    const { emergency, ...others } = fixedInks;
    expect(Object.values(others).map(([c, m, y]) => c + m + y)).toEqual([0, 0, 0, 0, 0]);
    expect(emergency[3]).toBeGreaterThan(0);
  });

  test.each(['quiet', 'rule', 'emergency', 'panel', 'paper'] as const)('%s is printed much as it is shown', (role) => {
    const shown = paletteOf(example().brand.roles)[role];
    expect(difference(labOf(conversion.toScreen(fixedInks[role])), labOf(shown))).toBeLessThan(6);
  });
});

describe('the inks of a brand', () => {
  test('are what its owner states', () => {
    const inks = inksOf(brandWith({ given: { brand: { cmyk: [90, 40, 80, 40] } } }));
    expect(inks('brand')).toEqual({ kind: 'process', cmyk: [90, 40, 80, 40] });
    // The tint is a tint of that.
    expect(inks('tint')).toEqual({ kind: 'process', cmyk: [5.4, 2.4, 4.8, 2.4] });
  });

  test('are converted where nothing is stated', () => {
    const inks = inksOf(brandWith({}));
    expect(inks('brand')).toEqual({ kind: 'process', cmyk: [63, 6, 56, 67] });
    expect(inks('onBrand')).toEqual({ kind: 'process', cmyk: [0, 0, 0, 0] });
  });

  test('are a mixed ink, and a thin screen of it for the tint', () => {
    const spot = 'PANTONE 342 C';
    const inks = inksOf(brandWith({ given: { brand: { spot, cmyk: [90, 40, 80, 40] } } }));
    expect(inks('brand')).toEqual({ kind: 'spot', name: spot, tint: 1, alternate: [90, 40, 80, 40] });
    expect(inks('tint')).toMatchObject({ kind: 'spot', name: spot, tint: 0.06 });
  });

  test('of a black brand: rich in fields, black alone in words', () => {
    const inks = inksOf(brandWith({ roles: { brand: '#111111' } }));
    expect(inks('brand', 'field')).toEqual({ kind: 'process', cmyk: richBlack });
    expect(inks('brand', 'words')).toEqual({ kind: 'process', cmyk: [0, 0, 0, 100] });
  });

  test('never touch the words, whatever shade the brand has', () => {
    const inks = inksOf(brandWith({ roles: { brand: '#1a1a1a' }, given: { brand: { cmyk: [60, 40, 40, 90] } } }));
    expect(inks('ink', 'words')).toEqual({ kind: 'process', cmyk: [0, 0, 0, 100] });
    expect(inks('brand', 'field')).toEqual({ kind: 'process', cmyk: [60, 40, 40, 90] });
  });

  test('of drawings without a role: black alone for black, a screen of black for grey', () => {
    const { choose } = openInks(brandWith({}), conversion);
    const inks = (hex: Hex) => choose(hex, undefined, 'drawing');
    expect(inks('#000000')).toEqual({ kind: 'process', cmyk: [0, 0, 0, 100] });
    expect(inks('#20201c')).toEqual({ kind: 'process', cmyk: [0, 0, 0, 100] });
    expect(inks('#808080')).toEqual({ kind: 'process', cmyk: [0, 0, 0, 62] });
    expect(inks('#0000ff')).toMatchObject({ cmyk: [94, expect.any(Number), 0, 0] });
  });
});

const check = (brand: Brand): Diagnostic[] => {
  const book = openInks(brand, conversion);
  book.choose(brand.roles.brand, 'brand', 'field');
  book.choose(brand.roles.brand, 'brand', 'words');
  const found: Diagnostic[] = [];
  checkInk(book, brand, conversion, (diagnostic) => found.push(diagnostic));
  return found;
};

describe('too much ink', () => {
  test('is an error once, names the role, and says what to write', () => {
    const [found, ...more] = check(brandWith({ given: { brand: { cmyk: [100, 80, 80, 60] } } }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ rule: 'print/ink-limit', severity: 'error' });
    expect(found!.message).toBe('the colour of `brand`, `100 80 80 60`, is 320 % of ink, expected 300 % at the most');
    expect(found!.hints[0]).toContain('write `cmyk: [63, 6, 56, 67]`');
  });

  test('is not 300 %', () => {
    expect(check(brandWith({ given: { brand: { cmyk: [100, 80, 80, 40] } } }))).toEqual([]);
  });
});

describe('as operators', () => {
  test('black words print over what is below; other words and fields do not', () => {
    const inks = pressInks(openInks(brandWith({}), conversion).choose);
    expect(inks.fill('#1a1a1a', 'ink', 'words')).toBe('/GSover gs 0 0 0 1 k');
    expect(inks.fill('#ffffff', 'paper', 'words')).toBe('0 0 0 0 k');
    expect(inks.fill('#1a1a1a', 'ink', 'field')).toBe('0 0 0 1 k');
    expect(inks.resources()).toMatchObject({ ExtGState: { GSover: { op: true, OPM: 1 } } });
  });

  test('a mixed ink is a separation, named once', () => {
    const given = { brand: { spot: 'PANTONE 342 C', cmyk: [90, 40, 80, 40] } } as const;
    const inks = pressInks(openInks(brandWith({ given }), conversion).choose);
    expect(inks.fill('#0b4f35', 'brand', 'field')).toBe('/CS1 cs 1 scn');
    expect(inks.stroke('#0b4f35', 'brand', 'drawing')).toBe('/CS1 CS 1 SCN');
    expect(inks.fill('#f0f4f3', 'tint', 'field')).toBe('/CS1 cs 0.06 scn');
    expect(inks.fill('#000000', 'registration', 'drawing')).toBe('/CS2 cs 1 scn');
    expect(Object.keys(inks.resources().ColorSpace as object)).toEqual(['CS1', 'CS2']);
  });
});
