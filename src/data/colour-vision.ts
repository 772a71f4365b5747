import type { Hex } from './brand.ts';
import { type Lab, labOfLinear } from './colour-difference.ts';
import { linearRgb } from './contrast.ts';

/** Ways of seeing in which red and green are not told apart by hue: the commonest, and the one that sees red dark. */
export type Vision = 'deuteranopia' | 'protanopia';

export const visions: readonly Vision[] = ['deuteranopia', 'protanopia'];

/**
 * What becomes of linear red, green and blue where one kind of cone is missing: Machado, Oliveira and Fernandes, "A
 * physiologically-based model for simulation of color vision deficiency" (2009), severity 1.
 */
const matrices: { readonly [vision in Vision]: readonly (readonly [number, number, number])[] } = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** A colour as people with such eyes see it. */
export function seenWith(vision: Vision, hex: Hex): Lab {
  const [r, g, b] = linearRgb(hex);
  const seen = matrices[vision].map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)));
  return labOfLinear([seen[0]!, seen[1]!, seen[2]!]);
}
