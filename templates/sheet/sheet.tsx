import type { ReactElement } from 'react';
import type { Sheet } from '../../src/data/sheet.ts';
import { reverseOf } from '../../src/print/sheet.ts';
import { Frame, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { type Mm, mm, mmToPt } from '../../src/units.ts';
import { inBoth, type Pair, type Said, slashed } from '../pieces/languages.ts';

/** One side of a sheet, and what its slug says. */
export type SheetSide = {
  readonly side: 'front' | 'back';
  /** From 1. */
  readonly sheet: number;
  readonly sheets: number;
  /** Whose pages stand on it, in each of two languages. */
  readonly records: readonly [first: Names, second: Names];
  /** Where folds are marked across a column, from its left edge: words stand between them. */
  readonly folds?: readonly Mm[];
  /** For those who print it: the file and its day. */
  readonly beside?: string;
};

/** The names of records in one language, and shortly. */
type Names = { readonly inFull: string; readonly inShort: string };

/** What yields where a margin is narrow: names in full, then the file and its day. */
type Fit = { readonly names: keyof Names; readonly beside: 'said' | 'left out' };

const fits: readonly [Fit, ...Fit[]] = [
  { names: 'inFull', beside: 'said' },
  { names: 'inShort', beside: 'said' },
  { names: 'inFull', beside: 'left out' },
  { names: 'inShort', beside: 'left out' },
];

/** From the edge of the paper: nearer to it, office printers print nothing. */
const edge = 12;
const line = card.body.leading;

/** How many lines of a slug a margin has room for, beside what is kept free for the bleed of the pages. */
const linesIn = (margin: Mm, kept: Mm): number =>
  Math.max(0, Math.min(2, Math.floor((mmToPt(mm(margin - kept)) - edge) / line)));

/**
 * The paper that finished pages are put on, with a slug in its margins: whose they are, which sheet it is, and how it is
 * printed. Paper without margins has none. Of two languages one stands at each end of the sheet; where there is room at
 * one end only, or in one column, they share the lines.
 *
 * @param second of the second language
 * @param kept how far pages bleed into the margins
 */
export const sheetPaper = (
  sheet: Sheet,
  sides: readonly SheetSide[],
  second?: Parts,
  kept: Mm = mm(0),
): Template<Fit> => ({
  name: 'sheet',
  size: sheet.paper,
  pages: { least: sides.length, most: sides.length },
  takes: 'parts',
  ...(second && { also: [second.edition] }),
  fits,
  compose: (parts, fit) => (
    <Leaves>
      {sides.map((each) => (
        <Paper
          key={`${each.sheet} ${each.side}`}
          pair={{ first: parts, second: second ?? parts }}
          sheet={each.side === 'front' ? sheet : reverseOf(sheet)}
          side={each}
          kept={kept}
          fit={fit}
        />
      ))}
    </Leaves>
  ),
});

type PaperProps = {
  readonly pair: Pair;
  readonly sheet: Sheet;
  readonly side: SheetSide;
  readonly kept: Mm;
  readonly fit: Fit;
};

const Paper = ({ pair, sheet, side, kept, fit }: PaperProps): ReactElement => {
  const { palette, faces } = pair.first;
  const { margins, paper, columns, cell, gutters } = sheet;
  const [width, height] = [mmToPt(paper.width), mmToPt(paper.height)];
  // Between the marks of a column, so that no word is crossed by one.
  const left = mmToPt(margins.left) + space.l;
  const [first = cell.width, second = cell.width] = side.folds ?? [];
  const slot = { width: mmToPt(first) - 2 * space.l };
  // Beside it another column, or what is between the folds of the one that there is.
  const isFolded = columns === 1 && first < cell.width;
  const next = isFolded
    ? { left: left + mmToPt(first), width: mmToPt(mm(second - first)) - 2 * space.l }
    : { left: left + mmToPt(cell.width) + mmToPt(gutters.across), ...slot };
  const hasNext = columns > 1 || isFolded;
  const [above, below] = [linesIn(margins.top, kept) * line, linesIn(margins.bottom, kept) * line];
  const head = { ...slot, top: edge, height: above };
  const foot = { ...slot, top: height - edge - below, height: below };
  const says = slugIn(pair, side, fit);
  const isShared = !hasNext || above === 0 || below === 0;
  const how = inBoth(pair, ({ furniture }) =>
    sheet.turn === 'long-edge' ? furniture.sheetPrint : furniture.sheetPrintShort,
  );
  const beside = fit.beside === 'said' ? side.beside : undefined;
  const printed = beside === undefined ? how : besideThe(how, beside, isShared ? 'one line' : 'both ends');
  const ends = isShared ? [says] : says.map((said) => [said]);
  const hints = isShared ? [printed] : printed.map((said) => [said]);
  // One column has room for one of them at each end.
  const hint = hasNext && above > 0 ? { ...next, places: [head, foot] } : { left, ...slot, places: [foot] };
  return (
    <Leaf width={width} height={height} palette={palette} faces={faces}>
      {ends.map((said, i) => (
        <Slug key={said[0]!.text} said={said} left={left} {...[head, foot][i]!} />
      ))}
      {hints.map((said, i) => (
        <Slug key={said[0]!.text} said={said} {...hint.places[i]!} left={hint.left} width={hint.width} />
      ))}
    </Leaf>
  );
};

/** The file before what is said of printing: at an end of its own, if that is free. */
const besideThe = (how: readonly Said[], file: string, room: 'one line' | 'both ends'): readonly Said[] => {
  const [first, ...others] = how;
  if (!first) return how;
  if (room === 'both ends' && others.length === 0) return [{ text: file }, first];
  return [{ ...first, text: `${file} · ${first.text}` }, ...others];
};

const slugIn = (pair: Pair, { side, sheet, sheets, records }: SheetSide, { names: length }: Fit): readonly Said[] =>
  inBoth(pair, (parts) => {
    const words = side === 'front' ? parts.furniture.sheetFronts : parts.furniture.sheetBacks;
    const names = records[parts === pair.first ? 0 : 1][length];
    return filled(words, { records: names, sheet: String(sheet), sheets: String(sheets) });
  });

type SlugProps = {
  readonly said: readonly Said[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Words in a margin, if it has room for a line. */
const Slug = ({ said, ...place }: SlugProps): ReactElement | null => {
  const [only, ...others] = said;
  const isOne = others.length === 0;
  return place.height === 0 || !only ? null : (
    <Frame name="slug" {...place}>
      <Label
        runs={isOne ? only.text : slashed(said)}
        style={card.body}
        colour="quiet"
        rag="text"
        {...(isOne && only.language !== undefined && { language: only.language })}
      />
    </Frame>
  );
};
