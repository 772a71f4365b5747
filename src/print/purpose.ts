import { mm } from '../units.ts';
import type { IccProfile } from './icc-profile.ts';

/** What a file is made for. It changes colours, boxes and marks, never words or line breaks. */
export type Purpose =
  | { readonly kind: 'screen' }
  | {
      readonly kind: 'print';
      readonly profile: IccProfile;
      /** What stands outside the bleed, for those who cut and fold. */
      readonly marks: 'none' | 'all';
      /** How many are wanted, for the job ticket. */
      readonly copies?: number;
    }
  | {
      readonly kind: 'proof';
      /** With a profile, colours as a press would print them. */
      readonly press?: IccProfile;
    };

export const forScreen: Purpose = { kind: 'screen' };

/** How far colours go on beyond the cut. */
export const bleed = mm(3);

/** How far the paper reaches beyond the cut where something stands there: marks, guides, words for the printer. */
export const surround = mm(15);
