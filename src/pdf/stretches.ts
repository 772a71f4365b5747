import type { Run } from '../typeset/laid.ts';
import type { Piece } from './glyphs.ts';

/**
 * The runs of one link or one language, from the first to the one after: their words may change their look on the way.
 */
export const around = (runs: readonly Run[], run: number): readonly [first: number, after: number] => {
  const { link, language } = runs[run] ?? {};
  const isAlike = (at: number): boolean => {
    const other = runs[at];
    return other !== undefined && other.link === link && other.language === language;
  };
  let first = run;
  let after = run + 1;
  while (isAlike(first - 1)) first -= 1;
  while (isAlike(after)) after += 1;
  return [first, after];
};

/** Pieces that are read as one: those of a link, those of a language, the others together. */
export const stretches = (pieces: readonly Piece[], runs: readonly Run[]): Piece[][] => {
  const found: Piece[][] = [];
  let key: unknown;
  for (const piece of pieces) {
    const [own] = around(runs, piece.run.attributes.run);
    if (own === key) found.at(-1)!.push(piece);
    else found.push([piece]);
    key = own;
  }
  return found;
};

/** Words without their look. */
export const asText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Words on one line. */
export const fold = (words: string): string => words.replace(/[\s\u00a0]+/g, ' ').trim();

/** Runs whose links are words like others. */
export const withoutLinks = (runs: readonly Run[]): Run[] =>
  runs.map(({ text, weight, language }) => ({ text, weight, ...(language !== undefined && { language }) }));
