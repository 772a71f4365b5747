import type { Sheet } from '../data/sheet.ts';
import { type Mm, mm } from '../units.ts';
import { behind, type Cell, cells, type Stance } from './sheet.ts';

/** A page of one of the documents that fill the sheets, both from 0. */
export type PageOf = { readonly document: number; readonly page: number };

/** What is cut out of a sheet: a page, and the page on its back if there is one. */
export type Leaf = { readonly front: PageOf; readonly back?: PageOf };

/** A page in a cell. */
export type Placed = PageOf & {
  readonly cell: Cell;
  readonly stance: Stance;
  /** How far it is moved to the right, to make up for the thickness of folded paper. */
  readonly shift: Mm;
};

/** The two sides of a sheet of paper; a sheet that nothing stands behind has no back. */
export type Imposed = { readonly front: readonly Placed[]; readonly back?: readonly Placed[] };

/** The order in which leaves fill sheets: cell after cell, or so that the cut stacks lie in order on one another. */
export type Stack = 'step' | 'cut';

/** The leaves of a document: pages 1 and 2 on one leaf, 3 and 4 on the next. */
export const leavesOf = (document: number, pages: number): Leaf[] =>
  Array.from({ length: Math.ceil(pages / 2) }, (_, leaf) => {
    const page = 2 * leaf;
    return { front: { document, page }, ...(page + 1 < pages && { back: { document, page: page + 1 } }) };
  });

/** Each thing so many times, one after the other. */
export const repeated = <T>(things: readonly T[], copies: number): T[] =>
  things.flatMap((thing) => Array.from({ length: copies }, () => thing));

/** Fills sheet after sheet, cell after cell: what is repeated stands beside itself. */
export const stepAndRepeat = <T>(things: readonly T[], perSheet: number): (T | undefined)[][] =>
  Array.from({ length: Math.ceil(things.length / perSheet) }, (_, sheet) =>
    Array.from({ length: perSheet }, (_cell, cell) => things[sheet * perSheet + cell]),
  );

/** Fills one cell of all sheets, then the next: the piles that are cut out of the stack, put on one another, are in order. */
export const cutAndStack = <T>(things: readonly T[], perSheet: number): (T | undefined)[][] => {
  const sheets = Math.ceil(things.length / perSheet);
  return Array.from({ length: sheets }, (_, sheet) =>
    Array.from({ length: perSheet }, (_cell, cell) => things[cell * sheets + sheet]),
  );
};

/** Leaves on sheets, and behind each front its back. */
export const imposeLeaves = (sheet: Sheet, leaves: readonly Leaf[], stack: Stack): Imposed[] => {
  const places = cells(sheet);
  const filled = (stack === 'step' ? stepAndRepeat : cutAndStack)(leaves, places.length);
  return filled.map((cellsOfSheet) => {
    const front: Placed[] = [];
    const back: Placed[] = [];
    cellsOfSheet.forEach((leaf, i) => {
      if (!leaf) return;
      const { stance, ...cell } = behind(sheet, places[i]!);
      front.push({ ...leaf.front, cell: places[i]!, stance: 'upright', shift: mm(0) });
      if (leaf.back) back.push({ ...leaf.back, cell, stance, shift: mm(0) });
    });
    return back.length > 0 ? { front, back } : { front };
  });
};

/** The pages of a booklet in order, from 0; blank ones stand before its back cover, to make a multiple of four. */
export const paddedToFour = (pages: number): (number | undefined)[] => {
  const blanks = (4 - (pages % 4)) % 4;
  const inner = Array.from({ length: pages - 1 }, (_, page) => page);
  return [...inner, ...Array.from({ length: blanks }, () => undefined), pages - 1];
};

/** Two pages beside one another; undefined is blank. */
type Spread = readonly [left: number | undefined, right: number | undefined];

/**
 * Saddle stitching: sheets within one another, folded in the middle. Of N pages, sheet s from 0, outermost, has on its
 * front N-2s and 1+2s, on its back 2+2s and N-1-2s.
 */
export const saddleStitch = (pages: number): { readonly front: Spread; readonly back: Spread }[] => {
  const all = paddedToFour(pages);
  const last = all.length - 1;
  return Array.from({ length: all.length / 4 }, (_, s) => ({
    front: [all[last - 2 * s], all[2 * s]],
    back: [all[1 + 2 * s], all[last - 1 - 2 * s]],
  }));
};

/**
 * A booklet on sheets. An inner sheet stands out at the front edge by the thickness of what it lies in, and is trimmed
 * there: its pages are moved towards the spine by as much.
 *
 * @param thickness of one sheet of the paper
 */
export const imposeBooklet = (sheet: Sheet, document: number, pages: number, thickness: Mm): Imposed[] => {
  const [left, right] = cells(sheet) as [Cell, Cell];
  return saddleStitch(pages).map(({ front, back }, s) => {
    const creep = s * thickness;
    const side = ([one, other]: Spread, stance: Stance): Placed[] => {
      // Turned with its head at the foot, the side has its left page in the right cell.
      const [ofLeft, ofRight] = stance === 'upright' ? [left, right] : [right, left];
      const inwards = stance === 'upright' ? creep : -creep;
      return [
        ...(one === undefined ? [] : [{ document, page: one, cell: ofLeft, stance, shift: mm(inwards) }]),
        ...(other === undefined ? [] : [{ document, page: other, cell: ofRight, stance, shift: mm(-inwards) }]),
      ];
    };
    return { front: side(front, 'upright'), back: side(back, behind(sheet, left).stance) };
  });
};
