import type { Hex } from './brand.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#0b4f35`, `#0B4F35` or `#fff`; undefined for anything else. */
export function parseHex(text: string): Hex | undefined {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return `#${full.toLowerCase()}`;
}

export function toRgb(hex: Hex): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export const toHex = (rgb: Rgb): Hex =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** A colour laid over another: `share` of 0.06 is 6 % of it. */
export function mix(colour: Hex, ground: Hex, share: number): Hex {
  const [above, below] = [toRgb(colour), toRgb(ground)];
  const channel = (i: 0 | 1 | 2): number => above[i] * share + below[i] * (1 - share);
  return toHex([channel(0), channel(1), channel(2)]);
}

/** The same hue and saturation at another lightness, 0 to 1. */
export function withLightness(hex: Hex, lightness: number): Hex {
  const [r, g, b] = toRgb(hex).map((channel) => channel / 255) as [number, number, number];
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const chroma = most - least;
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(most + least - 1));
  const sixth =
    chroma === 0 ? 0 : most === r ? (g - b) / chroma : most === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (n + sixth * 2 + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return toHex([channel(0), channel(8), channel(4)]);
}

/** The lightness of a colour, 0 (black) to 1 (white). */
export function lightnessOf(hex: Hex): number {
  const rgb = toRgb(hex);
  return (Math.max(...rgb) + Math.min(...rgb)) / 510;
}
