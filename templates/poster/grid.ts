import { mm, mmToPt } from '../../src/units.ts';

/** The grid of the A3 poster, in points. See also the type scale in `src/typeset/scale.ts`. */

export const size = { width: mm(297), height: mm(420) };
export const width = mmToPt(size.width);
export const height = mmToPt(size.height);

export const side = 64;
export const measure = width - 2 * side;

/** Width of a line of 999: as wide as the measure to the eye, with the bearings of its figures at both ends. */
export const emergencyWidth = width - side;

export const band = { height: 96, logo: 56, logoTop: 20, name: 140, nameTop: 24, words: 48 } as const;

/** Where the fields begin: above them stand the title and the area. */
export const fieldsTop = 208;
/** Where they end. */
export const fieldsFoot = 904;
/** 101 stands on this line, and so does what is beside it. */
export const crimeFoot = 880;
/** The force and police.uk, beside 101. */
export const force = { left: 484, width: side + measure - 484 } as const;

export const say = { top: 920, height: 64 } as const;
/** Where nothing is to be said, what stands below moves up by so much. */
export const sayTaken = 80;

export const hairline = 1;
export const qr = 104;
export const below = {
  rule: 1000,
  contacts: 1012,
  qr: 1020,
  smallPrint: 1128,
  caption: 1132,
  /** Where the small print ends at the lowest: 5 mm above the cut. */
  foot: 1176,
} as const;

/** Beside the code, with clear paper between. */
export const contactsMeasure = measure - qr - 16;
/** Step of the columns: two where all have room, three where not. */
export const step = { 2: 276, 3: 198 } as const;
export const gutter = 16;
/** Where the numbers of contacts below one another stand. */
export const rowNumbers = 204;
/** The same, where each contact has but a line. */
export const lineNumbers = 460;
/** The caption may go beyond the measure as far as the safe area. */
export const captionWidth = 140;
