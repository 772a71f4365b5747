import { type Inks, screenInks } from './inks.ts';

/** What the colours of a file mean (ISO 32000-1, 14.11.5). */
export type Intent =
  | { readonly kind: 'screen' }
  | {
      readonly kind: 'press';
      /** An ICC profile of a CMYK press. */
      readonly profile: Uint8Array;
      /** As the registry of the ICC names the condition, else `Custom`. */
      readonly identifier: string;
      /** For people. */
      readonly description: string;
    };

/** What a file is made for, as far as painting must know. Words and line breaks are none of it. */
export type Press = {
  readonly inks: Inks;
  /** Of sheets that hold pages of several brands: the inks of a tree that was laid out by itself, by its scope. */
  readonly inksIn?: (scope: string) => Inks | undefined;
  readonly intent: Intent;
  /** How far colours that reach the edge of the page are painted beyond it, in points. */
  readonly bleed: number;
  /** How far the paper reaches beyond the page on each side, in points: at the least the bleed. */
  readonly surround: number;
  /** `none`: links are words like others (ISO 15930-7 bars annotations within the bleed). */
  readonly links: 'live' | 'none';
};

export const screenPress: Press = {
  inks: screenInks,
  intent: { kind: 'screen' },
  bleed: 0,
  surround: 0,
  links: 'live',
};
