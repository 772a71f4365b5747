import type { ReactElement } from 'react';
import type { Sheet } from '../../src/data/sheet.ts';
import { reverseOf } from '../../src/print/sheet.ts';
import { Frame, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { type Mm, mmToPt } from '../../src/units.ts';

/** One side of a sheet, and what its slug says. */
export type SheetSide = {
  readonly side: 'front' | 'back';
  /** From 1. */
  readonly sheet: number;
  readonly sheets: number;
  /** Whose pages stand on it, by their names, and shortly. */
  readonly records: { readonly inFull: string; readonly inShort: string };
};

/** From the edge of the paper: nearer to it, office printers print nothing. */
const edge = 12;
const line = card.body.leading;

/** How many lines of a slug a margin has room for. */
const linesIn = (margin: Mm): number => Math.min(2, Math.floor((mmToPt(margin) - edge) / line));

/**
 * The paper that finished pages are put on, with a slug in its margins: whose they are, which sheet it is, and how it is
 * printed. Paper without margins has none.
 */
export const sheetPaper = (sheet: Sheet, sides: readonly SheetSide[]): Template<keyof SheetSide['records']> => ({
  name: 'sheet',
  size: sheet.paper,
  pages: { least: sides.length, most: sides.length },
  takes: 'parts',
  fits: ['inFull', 'inShort'],
  compose: (parts, fit) => (
    <Leaves>
      {sides.map((each) => (
        <Paper
          key={`${each.sheet} ${each.side}`}
          parts={parts}
          sheet={each.side === 'front' ? sheet : reverseOf(sheet)}
          side={each}
          records={each.records[fit]}
        />
      ))}
    </Leaves>
  ),
});

type PaperProps = {
  readonly parts: Parts;
  readonly sheet: Sheet;
  readonly side: SheetSide;
  readonly records: string;
};

const Paper = ({ parts, sheet, side, records }: PaperProps): ReactElement => {
  const { palette, faces, furniture } = parts;
  const { margins, paper, columns, cell, gutters } = sheet;
  const words = side.side === 'front' ? furniture.sheetFronts : furniture.sheetBacks;
  const says = filled(words, { records, sheet: String(side.sheet), sheets: String(side.sheets) });
  const how = sheet.turn === 'long-edge' ? furniture.sheetPrint : furniture.sheetPrintShort;
  // Between the marks of a column, so that no word is crossed by one.
  const left = mmToPt(margins.left) + space.l;
  const width = mmToPt(cell.width) - 2 * space.l;
  const beside = left + mmToPt(cell.width) + mmToPt(gutters.across);
  const [above, below] = [linesIn(margins.top), linesIn(margins.bottom)];
  const hint =
    columns > 1 && above > 0
      ? { left: beside, top: edge, height: above * line }
      : { left, top: mmToPt(paper.height) - edge - below * line, height: below * line };
  return (
    <Leaf width={mmToPt(paper.width)} height={mmToPt(paper.height)} palette={palette} faces={faces}>
      {above > 0 && (
        <Frame name="slug" left={left} top={edge} width={width} height={above * line}>
          <Label runs={says} style={card.body} colour="quiet" rag="text" plate="record" />
        </Frame>
      )}
      {hint.height > 0 && (
        <Frame name="slug" left={hint.left} top={hint.top} width={width} height={hint.height}>
          <Label runs={how} style={card.body} colour="quiet" />
        </Frame>
      )}
    </Leaf>
  );
};
