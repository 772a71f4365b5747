import { a4 } from '../pieces/a4.ts';

export { a4 };

/** The grid of the A4 leaflet, in points. See also the type scale in `src/typeset/scale.ts`. */

export const side = 56;
export const measure = a4.width - 2 * side;

/** The side column and the gap to the text column, on the pages that follow the first. */
export const sideColumn = 96;
export const columnGap = 12;
export const textInset = sideColumn + columnGap;
export const textMeasure = measure - textInset;

/** The band at the first page's head. */
export const band = {
  height: 64,
  logo: 40,
  logoTop: 12,
  name: 112,
  election: 360,
  electionWidth: 180,
  /** The most that words on it may take in height. */
  words: 48,
} as const;

/** The fields of 999 and 101: three to two, touching. */
export const fields = { height: 172, emergency: 288, crime: measure - 288 } as const;

/** Text of following pages: capitals of the first line stand at 48. */
export const textTop = 44;
/** The last line of text ends here at the lowest. */
export const textFoot = 784;

export const foot = { rule: 796, line: 804, height: 16 } as const;

export const qr = 84;
