import { mm, mmToPt } from '../../src/units.ts';
import { height as cardHeight, inner, safe, safeArea, size as card } from '../wallet-card/grid.ts';

/** Two cards side by side, opened like a book: the fold is where they touch. */
export const fold = card.width;
export const size = { width: mm(2 * card.width), height: card.height };
export const width = mmToPt(size.width);
export const height = cardHeight;

/** What one holds in the hand, and how wide each of its faces is. */
export const finished = card;
export const face = mmToPt(card.width);

/** Words keep as far from the fold as from the cut. */
export { inner, safe, safeArea };
export const measure = face - inner - safe;

/** The heads of the two inner faces: a field of colour with a heading in it. */
export const head = { height: 28, words: 6 } as const;
export const body = { top: 34, height: height - safe - 34 } as const;
/** On the back: the code and the words below it in a column of their own, and the council's name at the foot. */
export const code = { size: 56, column: 68, left: face - safe - 68, top: inner } as const;
export const aside = code.left - inner - 8;
/** Distances are those from the top of the column; `afterNumber` is what 101 takes below its heading. */
export const back = { top: inner, number: 16, site: 64, afterNumber: 41, lastLine: 134 } as const;
