import type { BrandRoles, Hex } from '../data/brand.ts';
import type { Cmyk } from '../data/ink.ts';
import { type Pt, pt } from '../units.ts';

/**
 * The type scale, the spaces and the colour roles: the only place that holds their numbers. Unit 4 pt. The face decides
 * the grid: capitals are two thirds of the size, so numbers are set in multiples of 6 pt on a leading of two thirds,
 * and the line box is the figure itself.
 */

export type Weight = 400 | 700;

export type TypeStyle = { readonly size: Pt; readonly leading: Pt; readonly weight: Weight };

const style = (size: number, leading: number, weight: Weight = 400): TypeStyle => ({
  size: pt(size),
  leading: pt(leading),
  weight,
});

/** A4 and its kin. */
export const page = {
  title: style(32, 36, 700),
  h2: style(20, 24, 700),
  h3: style(14, 20, 700),
  lead: style(14, 20),
  fieldLabel: style(16, 20, 700),
  body: style(12, 16),
  label: style(12, 16, 700),
  numeral: style(16, 16, 700),
  /** Three lines below a number, which ends 52 above the foot of its field. */
  threeLines: style(12, 14, 700),
  contactPhone: style(18, 24, 700),
  furniture: style(10, 16),
  furnitureBold: style(10, 16, 700),
  checkedOn: style(10, 20),
  sectionNumber: style(56, 48, 700),
  emergencyNumber: style(42, 28, 700),
  stripEmergency: style(48, 32, 700),
  stripCrime: style(36, 24, 700),
  emergency: style(120, 80, 700),
  crime: style(72, 48, 700),
} as const;

/** A5, in the text of A4: its heads are smaller, its numbers larger. */
export const booklet = {
  ...page,
  titleSmall: style(28, 32, 700),
  titleSmallest: style(24, 28, 700),
  h2: style(18, 24, 700),
  emergency: style(162, 108, 700),
  emergencySmall: style(144, 96, 700),
  stripEmergency: style(72, 48, 700),
  stripCrime: style(54, 36, 700),
} as const;

/** A4 in large print: nothing under 16 pt, text one and a half times that of the leaflet, bold for emphasis. */
export const largePrint = {
  title: style(36, 44, 700),
  h2: style(30, 36, 700),
  h3: style(21, 28, 700),
  name: style(20, 32, 700),
  nameTwoLines: style(18, 24, 700),
  fieldLabel: style(24, 32, 700),
  body: style(18, 24),
  label: style(18, 24, 700),
  contactPhone: style(27, 24, 700),
  furniture: style(16, 24),
  furnitureBold: style(16, 24, 700),
  sectionNumber: style(54, 36, 700),
  emergencyNumber: style(72, 48, 700),
  stripEmergency: style(72, 48, 700),
  stripCrime: style(54, 36, 700),
  emergency: style(162, 108, 700),
  crime: style(90, 60, 700),
} as const;

/** A sheet of A4 folded to panels of DL; all else is as on A4. */
export const trifold = {
  title: style(30, 36, 700),
  /** A title of many or long words. */
  titleSmall: style(24, 28, 700),
  name: style(14, 24, 700),
  h2: style(18, 24, 700),
  promise: style(16, 24),
  /** What is said of Operation Ford, where there is little room. */
  passage: style(11, 16),
  compactPhone: style(16, 24, 700),
  colophon: style(10, 14),
  emergency: style(132, 88, 700),
  crime: style(36, 24, 700),
} as const;

/** The wallet card: 8 pt at the least, phone numbers 10 pt at the least. */
export const card = {
  name: style(9, 16, 700),
  nameSmall: style(8, 16, 700),
  nameTwoLines: style(8, 9, 700),
  fieldLabel: style(9, 11, 700),
  policeLink: style(9, 12, 700),
  say: style(8, 16),
  body: style(8, 12),
  label: style(8, 12, 700),
  /** A line of each of two languages, where one had a line of 8/16. */
  line: style(8, 10),
  lineBold: style(8, 10, 700),
  phone: style(12, 16, 700),
  /** Where many numbers stand below one another, each with words around it. */
  phoneTight: style(12, 12, 700),
  heading: style(12, 16, 700),
  emergency: style(60, 40, 700),
  crime: style(36, 24, 700),
} as const;

/** The A3 poster: numbers to be read from three metres, contacts from one; 12 pt at the least. */
export const poster = {
  title: style(48, 52, 700),
  /** A line of each of two languages, where one had a line of 48/52. */
  titleOfTwo: style(36, 40, 700),
  /** The same, above an area. */
  titleOfTwoAbove: style(32, 36, 700),
  area: style(24, 32, 700),
  areaSmall: style(18, 32, 700),
  areaTwoLines: style(14, 16, 700),
  areaOfTwo: style(18, 24, 700),
  areaOfTwoSmall: style(14, 24, 700),
  areaOfTwoTwoLines: style(12, 12, 700),
  name: style(24, 32, 700),
  nameTwoLines: style(20, 24, 700),
  fieldLabel: style(32, 40, 700),
  fieldLabelOfTwo: style(28, 32, 700),
  emergency: style(438, 292, 700),
  crime: style(258, 172, 700),
  crimeOfTwo: style(240, 160, 700),
  /** The force and police.uk beside 101: the largest that finds room. */
  force: [style(40, 48, 700), style(32, 40, 700), style(24, 32, 700), style(18, 24, 700), style(14, 16, 700)],
  say: style(24, 32),
  sayOfTwo: style(20, 32),
  /** A contact, and the same with less room. */
  contact: { label: style(18, 24, 700), phone: style(30, 32, 700), email: style(16, 20) },
  contactMedium: { label: style(16, 20, 700), phone: style(24, 24, 700), email: style(14, 16) },
  contactSmall: { label: style(14, 16, 700), phone: style(18, 20, 700), email: style(12, 16) },
  /** One of many contacts, each on a line. */
  contactLine: { who: style(14, 20), phone: style(18, 20, 700) },
  contactLineSmall: { who: style(12, 16), phone: style(14, 16, 700) },
  furniture: style(14, 20),
  caption: style(12, 16, 700),
  captionText: style(12, 16),
} as const;

/** Steps of space in points. */
export const space = { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 } as const;

/** Hangs: the width that a list's marker takes. */
export const hang = { bullet: 16, numeral: 24 } as const;
export const largePrintHang = { bullet: 24, numeral: 36 } as const;

/** The fixed colours. A brand adds `brand`, `onBrand` and `tint`; templates name roles only. */
const fixed = {
  ink: '#1a1a1a',
  quiet: '#484f53',
  rule: '#b1b4b6',
  emergency: '#b00020',
  panel: '#f4f4f2',
  paper: '#ffffff',
} as const satisfies Record<string, Hex>;

/**
 * The fixed colours in print. Words and rules are black alone: of four inks that do not meet to a hair, small type is
 * not sharp. The greys are as light as those of the screen; the red is as dark, so that white stands out from it.
 */
export const fixedInks: { readonly [role in keyof typeof fixed]: Cmyk } = {
  ink: [0, 0, 0, 100],
  quiet: [0, 0, 0, 85],
  rule: [0, 0, 0, 40],
  emergency: [0, 100, 80, 25],
  panel: [0, 0, 0, 6],
  paper: [0, 0, 0, 0],
};

/** A large field of black: black alone looks grey there. */
export const richBlack: Cmyk = [60, 40, 40, 100];

/** What stands outside the trimmed page, for those who print it. */
export const pressWords = { slug: style(6, 8), frame: style(5, 6) } as const;

export type ColourRole = keyof typeof fixed | keyof BrandRoles;

export type Palette = Readonly<Record<ColourRole, Hex>>;

export const paletteOf = (roles: BrandRoles): Palette => ({ ...fixed, ...roles });

/** Every pair in which words stand on a colour, and the least contrast (WCAG 2.2, 1.4.3: 4.5 to 1). */
export const wordPairs: readonly { readonly words: ColourRole; readonly on: ColourRole; readonly what: string }[] = [
  { words: 'ink', on: 'paper', what: 'text on paper' },
  { words: 'quiet', on: 'paper', what: 'furniture on paper' },
  { words: 'paper', on: 'emergency', what: 'words in the 999 field' },
  { words: 'emergency', on: 'panel', what: 'words of the emergency label' },
  { words: 'ink', on: 'panel', what: 'text of the emergency panel' },
  { words: 'onBrand', on: 'brand', what: 'words on the band' },
  { words: 'brand', on: 'paper', what: 'section numbers and numerals' },
  { words: 'ink', on: 'tint', what: 'text of the council panel' },
  { words: 'brand', on: 'tint', what: 'the label of the council panel' },
];

/** Least contrast of words: WCAG 2.2 AA, 1.4.3. Large type would do with 3; we make no exception. */
export const leastContrast = 4.5;

/** Underlines of links: thickness, and depth of its upper edge below the baseline. */
export const underline = { thickness: pt(0.75), depth: pt(2) } as const;

/**
 * First baseline below the top of a line box. Capitals (668 of 1000 em) stand exactly in the middle of the box,
 * whatever the leading, so different sizes in boxes of one height are centred on one another.
 */
export const baseline = ({ size, leading }: TypeStyle): number => leading / 2 + (0.668 / 2) * size;

/** Left side bearings of the bold figures in em: a display number is moved left by it, so that its stroke meets the margin. */
const figureBearing: Readonly<Record<string, number>> = {
  0: 0.048,
  1: 0.043,
  2: 0.03,
  3: 0.035,
  4: 0.026,
  5: 0.044,
  6: 0.054,
  7: 0.015,
  8: 0.042,
  9: 0.04,
};

/** How far a display number moves to the left to stand optically on its edge. */
export const opticalShift = (figures: string, size: number): number => (figureBearing[figures.charAt(0)] ?? 0) * size;
