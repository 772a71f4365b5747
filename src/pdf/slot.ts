import type { Line, Run, Words } from '../typeset/laid.ts';
import { type Codes, type Origin, type Piece, piecesOf, showRun } from './glyphs.ts';
import { stretches } from './stretches.ts';

/** Where lines stand: in points from the upper left corner of a page of that height. */
export type TextPlace = { readonly origin: Origin; readonly height: number };

/** The pieces of a text's lines that are read as one, and the operators that show them. */
export const shownStretches = (
  lines: readonly Line[],
  runs: readonly Run[],
  { origin, height }: TextPlace,
  colour: string,
  codes: Codes,
): { readonly stretch: readonly Piece[]; readonly operators: string }[] => {
  // The parts of a text that breaks over pages keep the heights that their lines had before.
  const shift = lines[0]?.box.y ?? 0;
  const pieces = lines.flatMap((line) =>
    piecesOf(line, height, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift }),
  );
  return stretches(pieces, runs).map((stretch) => ({
    stretch,
    operators: `q BT\n${stretch.map((piece) => showRun(piece, colour, codes)).join('\n')}\nET Q`,
  }));
};

/** A place in the content of a page for words that differ between records. */
export type Slot = {
  /** The words with their marks, and how they are set. */
  readonly words: SlotWords;
  readonly place: TextPlace;
  /** Of the words' lines, those that stand here: a text may break over pages. */
  readonly lines: { readonly from: number; readonly to: number };
  /** The operators that set its colour. */
  readonly colour: string;
  /** What stands before and after each stretch: what it is when it is read. */
  readonly wraps: readonly Wrap[];
};

/** What stands before and after a stretch, and which of the words' runs it begins with. */
export type Wrap = readonly [before: string, after: string, run: number];

/** Words as lines are composed of them. */
export type SlotWords = Omit<Words, 'fields' | 'meant' | 'place'>;

/** The place of words that were painted; its runs have marks. */
export const slotOf = (
  words: Words,
  lines: readonly Line[],
  place: TextPlace,
  colour: string,
  wraps: readonly Wrap[],
): Slot => {
  // The parts of a text that breaks over pages keep the heights that their lines had before.
  const from = Math.round((lines[0]?.box.y ?? 0) / words.style.leading);
  return { words: slotWords(words), place, lines: { from, to: from + lines.length }, colour, wraps };
};

const slotWords = ({ runs, fields, meant: _meant, place: _place, ...words }: Words): SlotWords => ({
  ...words,
  runs: fields ?? runs,
});

/**
 * Fills a slot with lines.
 *
 * @returns undefined where they are not as many stretches, or as many lines, as the slot has room for
 */
export const filledSlot = (
  { words, place, lines: { from, to }, colour, wraps }: Slot,
  lines: readonly Line[],
  codes: Codes,
): string | undefined => {
  const own = lines.slice(from, to);
  if (own.length !== to - from) return undefined;
  const shown = shownStretches(own, words.runs, place, colour, codes);
  // A part of a text may begin with other runs than in the layout of another record.
  const isAlike = shown.every(({ stretch }, i) => firstRun(stretch) === wraps[i]?.[2]);
  if (shown.length !== wraps.length || !isAlike) return undefined;
  return shown.map(({ operators }, i) => `${wraps[i]![0]}${operators}${wraps[i]![1]}\n`).join('');
};

/** Which of the words' runs a stretch begins with. */
export const firstRun = (stretch: readonly Piece[]): number => stretch[0]!.run.attributes.run;
