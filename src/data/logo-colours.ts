import type { BrandRoles, Hex, Logo, LogoShape } from './brand.ts';
import { tintOf } from './brand-file.ts';
import { lightnessOf, withLightness } from './colour.ts';
import { labOf } from './colour-difference.ts';
import { contrast } from './contrast.ts';
import { coverageOf } from './logo-coverage.ts';

/** A colour of a logo, and the share of what the logo paints that it is seen on. */
export type Seen = { readonly hex: Hex; readonly share: number };

/** The colours of a logo, each group with the most of it first. */
export type LogoColours = {
  /** What a reader would call a colour. */
  readonly colours: readonly Seen[];
  /** Whites, greys and blacks. */
  readonly neutrals: readonly Seen[];
};

/** The colours that a logo has of its own, by the area that each is seen on. */
export function coloursOf(logo: Pick<Logo, 'viewBox' | 'shapes'>): LogoColours {
  const own = [...coverageOf(logo)].flatMap(([paint, share]) =>
    paint === 'brand' || paint === 'onBrand' || share === 0 ? [] : [{ hex: paint, share }],
  );
  const all = own.reduce((sum, { share }) => sum + share, 0);
  const seen = own
    .map(({ hex, share }) => ({ hex, share: share / all }))
    .toSorted((a, b) => b.share - a.share || (a.hex < b.hex ? -1 : 1));
  return {
    colours: seen.filter(({ hex }) => !isNeutral(hex)),
    neutrals: seen.filter(({ hex }) => isNeutral(hex)),
  };
}

/** What has so little colour in it, or is so dark, that it passes for white, grey or black. */
function isNeutral(hex: Hex): boolean {
  const [lightness, a, b] = labOf(hex);
  return Math.hypot(a, b) < (lightness < 15 ? 20 : 10);
}

const isNearWhite = (hex: Hex): boolean => isNeutral(hex) && labOf(hex)[0] > 92;

/** Steps in which a colour is darkened: finer than a shade on a screen. */
const steps = 1000;

/**
 * The nearest shade in the same hue, the colour itself or a darker one, on which white words can be read, and which can
 * itself be read on white and on its own tint.
 *
 * @param ratio the least contrast, as 4.5
 */
export function bandColour(colour: Hex, ratio: number): Hex {
  const start = lightnessOf(colour);
  const passes = (shade: Hex): boolean =>
    contrast(shade, '#ffffff') >= ratio && contrast(shade, tintOf(shade)) >= ratio;
  if (passes(colour)) return colour;
  for (let step = 1; step <= steps; step++) {
    const shade = withLightness(colour, start * (1 - step / steps));
    if (passes(shade)) return shade;
  }
  return '#000000';
}

/**
 * A logo as it is drawn on its own colour: what has that colour takes the one of the words, and what is white is cut
 * out. Other colours stay.
 *
 * @param main the logo's own main colour; black, of a logo without one
 */
export function forBand<L extends Pick<Logo, 'viewBox' | 'shapes'>>(logo: L, main: Hex): L {
  const turn = (paint: Hex | keyof Pick<BrandRoles, 'onBrand' | 'brand'>) => {
    if (paint === 'onBrand' || paint === 'brand') return paint;
    if (isNearWhite(paint)) return 'brand';
    return paint === main || isDarkNeutral(paint) ? 'onBrand' : paint;
  };
  const shapes = logo.shapes.map(({ fill, stroke, ...shape }): LogoShape => ({
    ...shape,
    ...(fill && { fill: turn(fill) }),
    ...(stroke && { stroke: turn(stroke) }),
  }));
  return { ...logo, shapes };
}

/** Black letters and lines would not be seen on a dark band. */
const isDarkNeutral = (hex: Hex): boolean => isNeutral(hex) && labOf(hex)[0] < 60;
