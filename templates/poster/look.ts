import { poster, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Setting } from '../pieces/names.ts';

/** A heading or a title: its style, and where its first line begins. */
type Placed = { readonly style: TypeStyle; readonly top: number };

/** What differs between the poster in one language and in two. */
export type PosterLook = {
  readonly title: Placed;
  /** The title where an area stands below it. */
  readonly titleAbove: Placed;
  /** The first in which the area fits. */
  readonly areas: readonly [Setting, ...Setting[]];
  readonly fieldLabel: TypeStyle;
  /** The field of 999: its height, where its words begin, and the space above the number. */
  readonly emergency: { readonly height: number; readonly words: number; readonly gap: number };
  /** The field of 101, which ends where it ends in every poster. */
  readonly crime: { readonly words: number; readonly gap: number; readonly number: TypeStyle };
  readonly say: TypeStyle;
  /** Contacts with much room, with less, and with little. */
  readonly contacts: {
    readonly [size in 'large' | 'medium' | 'small']: {
      readonly label: TypeStyle;
      readonly phone: TypeStyle;
      readonly email: TypeStyle;
      /** Between the lines of a contact, and between a contact and the next. */
      readonly gap: number;
      readonly apart: number;
    };
  };
};

/** How a council's name is set in one language. */
export const nameSettings: readonly [Setting, ...Setting[]] = [
  { style: poster.name, lines: 1 },
  { style: poster.nameTwoLines, lines: 2 },
];

const { contact, contactMedium, contactSmall } = poster;

export const inOneLanguage: PosterLook = {
  title: { style: poster.title, top: 128 },
  titleAbove: { style: poster.title, top: 108 },
  areas: [
    { style: poster.area, lines: 1 },
    { style: poster.areaSmall, lines: 1 },
    { style: poster.areaTwoLines, lines: 2 },
  ],
  fieldLabel: poster.fieldLabel,
  emergency: { height: 428, words: 236, gap: 28 },
  crime: { words: 652, gap: 16, number: poster.crime },
  say: poster.say,
  contacts: {
    large: { ...contact, gap: 4, apart: 8 },
    medium: { ...contactMedium, gap: 4, apart: 8 },
    small: { ...contactSmall, gap: 0, apart: 8 },
  },
};

/** A line for each language stands where one had one or two: labels are smaller, 101 a little, and 999 is not. */
export const inTwoLanguages: PosterLook = {
  title: { style: poster.titleOfTwo, top: 112 },
  titleAbove: { style: poster.titleOfTwoAbove, top: 104 },
  areas: [
    { style: poster.areaOfTwo, lines: 1 },
    { style: poster.areaOfTwoSmall, lines: 1 },
    { style: poster.areaOfTwoTwoLines, lines: 2 },
  ],
  fieldLabel: poster.fieldLabelOfTwo,
  emergency: { height: 416, words: 224, gap: 16 },
  crime: { words: 636, gap: 20, number: poster.crimeOfTwo },
  say: poster.sayOfTwo,
  contacts: {
    large: { ...contact, label: contactMedium.label, gap: 4, apart: 8 },
    medium: { ...contactMedium, label: contactSmall.label, gap: 4, apart: 8 },
    small: { ...contactSmall, gap: 0, apart: 8 },
  },
};
