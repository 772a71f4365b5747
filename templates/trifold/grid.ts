import { mm, mmToPt } from '../../src/units.ts';

/** A4, landscape. */
export const size = { width: mm(297), height: mm(210) };
export const width = mmToPt(size.width);
export const height = mmToPt(size.height);

/** How far words stay from cuts and folds, and where they end: in `narrow` nearly as near as they may, which is 5 mm. */
export const frames = {
  wide: { edge: 28, fold: 24, foot: 568 },
  narrow: { edge: 16, fold: 16, foot: 580 },
} as const;

/** Faces without a head begin with a heading here; those with one have its figures on one line, and the heading below. */
export const headingTop = 40;
export const head = { height: 144, number: 120, headingTop: 164 } as const;

/** The fields end so high that the words of the last one, their tails too, stand 5 mm off the cut. */
export const cover = {
  band: 72,
  logo: 40,
  logoTop: 16,
  name: 56,
  nameTop: 24,
  titleTop: 104,
  emergencyTop: 360,
  crimeTop: 524,
} as const;

export const qr = 72;
