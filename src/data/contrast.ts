import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import type { Hex } from './brand.ts';
import { lightnessOf, toRgb, withLightness } from './colour.ts';

/** Two colours that meet, and what stands there. */
export type Pair = {
  /** "words in ink on the tint" */
  readonly what: string;
  readonly foreground: Hex;
  readonly background: Hex;
  /** The least ratio: 4.5 for words. */
  readonly least: number;
  readonly place?: Place;
};

/** The contrast ratio of WCAG 2.2, 1 to 21; the order of the two does not matter. */
export function contrast(a: Hex, b: Hex): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/**
 * The colour at the nearest lightness that reaches the ratio against every other, its hue and saturation kept. Where
 * none reaches it, the better one of black and white.
 */
export function nearestPassing(colour: Hex, others: readonly Hex[], ratio: number): Hex {
  const least = (shade: Hex): number => Math.min(...others.map((other) => contrast(shade, other)));
  if (least(colour) >= ratio) return colour;
  const start = lightnessOf(colour);
  for (let step = 1; step <= STEPS; step++) {
    for (const lightness of [start - step / STEPS, start + step / STEPS]) {
      if (lightness < 0 || lightness > 1) continue;
      const shade = withLightness(colour, lightness);
      if (least(shade) >= ratio) return shade;
    }
  }
  return least('#000000') > least('#ffffff') ? '#000000' : '#ffffff';
}

const STEPS = 1000;

/**
 * Reports each pair whose contrast is too low, with the nearest shade that passes, in this pair and in all others that
 * the colour is in. Of the two colours, the one that has more colour in it gives way: the brand's, not the white or the
 * ink that it meets.
 */
export function checkContrast(pairs: readonly Pair[], report: Report): void {
  for (const { what, foreground, background, least, place } of pairs) {
    const ratio = contrast(foreground, background);
    if (ratio >= least) continue;
    const found = `${foreground} on ${background} has a contrast of ${floor(ratio)} : 1, expected ${least} : 1`;
    const from = chromaOf(background) > chromaOf(foreground) ? background : foreground;
    const others = pairs.flatMap((pair) =>
      pair.foreground === from ? [pair.background] : pair.background === from ? [pair.foreground] : [],
    );
    const hint = `replace \`${from}\` by \`${nearestPassing(from, others, least)}\`, the nearest shade that passes`;
    report(error('preflight/contrast', `${what}: ${found}`, place, hint));
  }
}

const chromaOf = (hex: Hex): number => Math.max(...toRgb(hex)) - Math.min(...toRgb(hex));

/** Relative luminance (WCAG 2.2). */
function luminance(hex: Hex): number {
  const [r, g, b] = linearRgb(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red, green and blue in linear light, 0 to 1 (IEC 61966-2-1). */
export function linearRgb(hex: Hex): readonly [red: number, green: number, blue: number] {
  return toRgb(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** A ratio as it is shown. Never rounded up: 4.499 fails and must not be shown as 4.5. */
export const floor = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);
