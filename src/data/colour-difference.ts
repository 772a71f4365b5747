import type { Hex } from './brand.ts';
import { linearRgb } from './contrast.ts';

/** A colour as the eye orders it (CIE 1976): lightness 0 to 100, green to red, blue to yellow. */
export type Lab = readonly [lightness: number, a: number, b: number];

/** The XYZ of a colour, where white has a Y of 1. */
export type Xyz = readonly [x: number, y: number, z: number];

/** The white of sRGB, D65 (IEC 61966-2-1). */
const white: Xyz = [0.95047, 1, 1.08883];

/** Red, green and blue in linear light, 0 to 1, as Lab. */
export function labOfLinear([r, g, b]: Xyz): Lab {
  return labOfXyz([
    0.4124564 * r + 0.3575761 * g + 0.1804375 * b,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    0.0193339 * r + 0.119192 * g + 0.9503041 * b,
  ]);
}

/** @param ground the white that the colour is seen against: that of a screen unless given */
export function labOfXyz(xyz: Xyz, ground: Xyz = white): Lab {
  const [x, y, z] = xyz.map((value, i) => curve(value / ground[i]!)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

export const labOf = (hex: Hex): Lab => labOfLinear(linearRgb(hex));

/** CIE 15:2018, 8.2.1.1. */
const curve = (share: number): number =>
  share > (6 / 29) ** 3 ? Math.cbrt(share) : share / (3 * (6 / 29) ** 2) + 4 / 29;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The angle of a hue in degrees, 0 to 360; 0 for grey. */
const hueOf = (a: number, b: number): number => {
  const angle = (Math.atan2(b, a) * 180) / Math.PI;
  return angle < 0 ? angle + 360 : angle;
};

/**
 * How different two colours look: CIEDE2000 (ISO/CIE 11664-6). About 1 can just be seen side by side; what is told apart
 * at a glance, and apart from one another, is 20 and more.
 */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const grey = 1 + 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * grey, b1), Math.hypot(a2 * grey, b2)];
  const [h1, h2] = [hueOf(a1 * grey, b1), hueOf(a2 * grey, b2)];
  const isGrey = c1 * c2 === 0;

  const turn = h2 - h1;
  const dh = isGrey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  const [dL, dC, dH] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2))];

  const [meanL, meanC, sum] = [(l1 + l2) / 2, (c1 + c2) / 2, h1 + h2];
  const far = Math.abs(turn) > 180;
  const meanH = isGrey ? sum : far ? (sum < 360 ? sum + 360 : sum - 360) / 2 : sum / 2;
  const cosine = (times: number, offset: number): number => Math.cos(radians(times * meanH + offset));
  const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanC;
  const sH = 1 + 0.015 * meanC * t;
  const turned = 30 * Math.exp(-(((meanH - 275) / 25) ** 2));
  const rotation = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) * Math.sin(radians(2 * turned));
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH));
}
