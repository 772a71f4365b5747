import type { Run } from '../typeset/laid.ts';
import type { Piece } from './glyphs.ts';

/** The runs of one link, from the first to the one after: its words may change their look on the way. */
export const linkAround = (runs: readonly Run[], run: number): readonly [first: number, after: number] => {
  const leads = (at: number): boolean => runs[at]?.link !== undefined && runs[at].link === runs[run]?.link;
  let first = run;
  let after = run + 1;
  while (leads(first - 1)) first -= 1;
  while (leads(after)) after += 1;
  return [first, after];
};

/** Pieces that are read as one: a link's by themselves, the others together. */
export const stretches = (pieces: readonly Piece[], runs: readonly Run[]): Piece[][] => {
  const found: Piece[][] = [];
  let key: unknown;
  for (const piece of pieces) {
    const { link, run } = piece.run.attributes;
    const own = link === undefined ? 'words' : linkAround(runs, run)[0];
    if (own === key) found.at(-1)!.push(piece);
    else found.push([piece]);
    key = own;
  }
  return found;
};

/** All pieces as one, where links are words like others. */
export const together = (pieces: readonly Piece[]): (readonly Piece[])[] => (pieces.length > 0 ? [pieces] : []);
