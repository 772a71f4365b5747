import { mm } from '../../src/units.ts';
import { checked, type Folding } from './folding.ts';
import { size } from './grid.ts';

/**
 * The roll fold: the flap goes in first, and is narrower so that it lies flat inside. Whoever opens the cover sees 999 at
 * the left and the flap at the right; behind the flap is the rest of the inside. The back is seen last, or first by
 * whoever finds the leaflet face down: contacts stand there.
 */
export const rollFold: Folding = checked(
  {
    outside: [
      { face: 'advice', width: mm(97) },
      { face: 'contacts', width: mm(100) },
      { face: 'cover', width: mm(100) },
    ],
    inside: [
      { face: 'danger', width: mm(100) },
      { face: 'crime', width: mm(100) },
      { face: 'ways', width: mm(97) },
    ],
    unfolding: ['cover', 'danger', 'advice', 'crime', 'ways', 'contacts'],
    words:
      'roll fold to DL: the left panel of the outside, 97 mm, is folded in first, then the right one, 100 mm, which is the cover, over it',
  },
  size.width,
);

/**
 * The Z fold: nothing is folded into anything, so all panels are alike. The cover is the right panel of the outside and
 * opens like a book, for the fold at its left is the one that lets it; the left panel goes the other way. So the two
 * panels that lie open first are the left and the middle one of the inside: 999 and what comes after it. The right one of
 * the inside is then the back of the folded leaflet, which is seen without opening it, and it joins the two others when
 * the sheet is opened whole: with contacts on it, one side of the paper says whom to call, and the leaflet says it
 * face down too. What one reads at home, the five ways and the advice about disinformation, is on the other side of the
 * paper, met when it is turned over, and read from left to right up to the cover.
 */
export const zFold: Folding = checked(
  {
    outside: [
      { face: 'ways', width: mm(99) },
      { face: 'advice', width: mm(99) },
      { face: 'cover', width: mm(99) },
    ],
    inside: [
      { face: 'danger', width: mm(99) },
      { face: 'crime', width: mm(99) },
      { face: 'contacts', width: mm(99) },
    ],
    unfolding: ['cover', 'danger', 'crime', 'contacts', 'ways', 'advice'],
    words:
      'Z fold to DL: three panels of 99 mm; seen from the outside, the right panel, which is the cover, is folded back and the left one forward, so that the cover is on top',
  },
  size.width,
);
