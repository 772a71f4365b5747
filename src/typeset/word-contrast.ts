import type { Brand } from '../data/brand.ts';
import { checkContrast, contrast, type Pair } from '../data/contrast.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type ColourRole, leastContrast, type Palette, wordPairs } from './scale.ts';

/** Words of one role on the colour of another, and their contrast (WCAG 2.2), 1 to 21. */
export type Ratio = {
  readonly what: string;
  readonly words: ColourRole;
  readonly on: ColourRole;
  readonly ratio: number;
};

/** The contrast of every pair of colours in which words stand. */
export const ratiosOf = (palette: Palette): readonly Ratio[] =>
  wordPairs.map(({ words, on, what }) => ({ what, words, on, ratio: contrast(palette[words], palette[on]) }));

/** Reports every pair of colours in which words stand and cannot be read: 4.5 to 1. */
export function checkPairs(palette: Palette, brand: Brand, report: Report): void {
  const pairs = wordPairs.map(({ words, on, what }): Pair => {
    const place = brand.placeOf(`colours.${words}`) ?? brand.placeOf(`colours.${on}`) ?? brand.placeOf('colours.brand');
    return {
      what,
      foreground: palette[words],
      background: palette[on],
      least: leastContrast,
      ...(place && { place }),
    };
  });
  checkContrast(pairs, report);
}
