import { a5 } from '../pieces/a5.ts';

export { a5 };

/** The grid of the A5 booklet, in points: one column, and fields as wide as the paper. */

/** Where the paper is folded there is more room: what lies in the middle of a booklet curves into it. */
export const inner = 48;
export const outer = 36;
export const measure = a5.width - inner - outer;

/** The left edge of a page's text: odd pages have their spine at the left. */
export const leftOf = (page: number): number => (page % 2 === 1 ? inner : outer);

/** The band of the cover. */
export const band = { height: 64, logo: 40, logoTop: 12, name: inner + 40 + 16, words: 48 } as const;

/** The fields of 999 and 101 on the cover; the force stands beside 101. */
export const fields = { emergency: 176, crime: 112, force: 216 } as const;

/** Words on covers end here at the lowest. */
export const coverFoot = 576;

/** The strips of 999 and 101 on the back cover: their height, and where the words begin. */
export const strips = { height: 80, label: 176 } as const;

/** The strip at the head of the pages inside. */
export const headStrip = 8;

export const textTop = 36;
/** The last line of text ends here at the lowest. */
export const textFoot = 540;

export const foot = { rule: 552, line: 560, height: 16 } as const;

/** The number of a section, at the left of its heading. */
export const sectionNumber = 48;

export const qr = 72;
