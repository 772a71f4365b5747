import { a4 } from '../pieces/a4.ts';

export { a4 };

/** The grid of the large print edition, in points: one column, and fields as wide as the paper. */

export const side = 48;
export const measure = a4.width - 2 * side;

/** The band at the first page's head. */
export const band = { height: 72, logo: 48, logoTop: 12, name: 112 } as const;

/** The fields of 999 and 101, one above the other; the force stands beside 101. */
export const fields = { emergency: 192, crime: 136, force: 216 } as const;

/** Contacts: who they are at the left, how to reach them at the right; there is room for hours on page 2. */
export const contacts = { first: { who: 250, reach: 236 }, later: { who: 216, reach: 264 } } as const;

/** The strip at the head of the pages that follow the first. */
export const headStrip = 8;

export const textTop = 44;
/** The last line of text ends here at the lowest. */
export const textFoot = 780;

/** The folio has what it needs: `folio`, or `longFolio` where a language says more. */
export const foot = { rule: 792, line: 800, height: 24, folio: 100, longFolio: 140 } as const;

export const qr = 84;

/** Rules are 1 pt, for they must be seen. */
export const hairline = 1;
