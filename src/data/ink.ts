import { type Lab, labOfXyz, type Xyz } from './colour-difference.ts';

/** Shares of the four process inks, 0 to 100. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** How a colour is printed, as far as its owner has said so. */
export type Ink = {
  readonly cmyk?: Cmyk;
  /** An ink that is mixed for the colour, as its maker names it: "PANTONE 342 C". */
  readonly spot?: string;
};

/** More ink than this does not dry on a sheet-fed press, in per cent of all four (ISO 12647-2). */
export const mostInk = 300;

export const totalInk = (cmyk: Cmyk): number => cmyk.reduce((sum, share) => sum + share, 0);

/** `90 40 80 40`, as print units write it. */
export const cmykInWords = (cmyk: Cmyk): string => cmyk.join(' ');

/** What solid inks look like on coated paper, alone and over one another, in CIELAB for D50 (ISO 12647-2, rounded). */
const solids: { readonly [inks in 'paper' | 'c' | 'm' | 'y' | 'cm' | 'cy' | 'my' | 'cmy' | 'k']: Lab } = {
  paper: [95, 0, -2],
  c: [55, -37, -50],
  m: [48, 74, -3],
  y: [89, -5, 93],
  cm: [24, 22, -46],
  cy: [50, -66, 26],
  my: [47, 68, 48],
  cmy: [23, 0, 0],
  k: [16, 0, 0],
};

/** The white that colours on paper are measured against, D50. */
const d50: Xyz = [0.96422, 1, 0.82521];

/**
 * Roughly what four inks look like on coated paper: solids in the shares that dots cover (Neugebauer), where dots print
 * larger than they are given. It knows no press; it is good enough to see that two colours were not meant to be one.
 */
export function printed(cmyk: Cmyk): Lab {
  const [c, m, y, k] = cmyk.map((share) => grown(share / 100)) as [number, number, number, number];
  const covered: readonly (readonly [Lab, number])[] = [
    [solids.paper, (1 - c) * (1 - m) * (1 - y)],
    [solids.c, c * (1 - m) * (1 - y)],
    [solids.m, (1 - c) * m * (1 - y)],
    [solids.y, (1 - c) * (1 - m) * y],
    [solids.cm, c * m * (1 - y)],
    [solids.cy, c * (1 - m) * y],
    [solids.my, (1 - c) * m * y],
    [solids.cmy, c * m * y],
  ];
  const black = xyzOf(solids.k);
  const mixed = [0, 1, 2].map((i) => {
    const colour = covered.reduce((sum, [lab, share]) => sum + share * xyzOf(lab)[i]!, 0);
    // What lies under black is darker still: it takes its share of what black leaves.
    return (1 - k) * colour + k * black[i]! * (0.4 + 0.6 * (colour / xyzOf(solids.paper)[i]!));
  });
  const paper = xyzOf(solids.paper);
  // On a screen paper is white: what is compared is seen against it.
  return labOfXyz([mixed[0]! / paper[0], mixed[1]! / paper[1], mixed[2]! / paper[2]], [1, 1, 1]);
}

/** A dot of half tone prints about a seventh larger. */
const grown = (share: number): number => Math.min(1, share + 0.56 * share * (1 - share));

const back = (f: number): number => (f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29));

function xyzOf([lightness, a, b]: Lab): Xyz {
  const y = (lightness + 16) / 116;
  return [d50[0] * back(y + a / 500), d50[1] * back(y), d50[2] * back(y - b / 200)];
}
