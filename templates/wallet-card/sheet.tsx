import type { ReactElement } from 'react';
import { blockOrigin, cropMarks, type Sheet, tenOnA4 } from '../../src/print/sheet.ts';
import { Block, Frame, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { Label } from '../../src/typeset/words.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { card, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { mmToPt } from '../../src/units.ts';

const slugTop = 12;

/** The paper that ten cards are printed on: crop marks and a slug; the cards are imposed on it. */
export const cardSheet: Template<'plain'> = {
  name: 'wallet-card.sheet',
  size: { width: tenOnA4.width, height: tenOnA4.height },
  pages: { least: 2, most: 2 },
  takes: 'parts',
  fits: ['plain'],
  compose: (parts) => (
    <Leaves>
      <Paper parts={parts} sheet={tenOnA4} slug={parts.furniture.sheetFronts} />
      <Paper parts={parts} sheet={tenOnA4} slug={parts.furniture.sheetBacks} />
    </Leaves>
  ),
};

const Paper = ({
  parts,
  sheet,
  slug,
}: {
  readonly parts: Parts;
  readonly sheet: Sheet;
  readonly slug: string;
}): ReactElement => {
  const { palette, faces, furniture, edition } = parts;
  const { left } = blockOrigin(sheet);
  const column = mmToPt(sheet.card.width);
  const width = column - 2 * space.l;
  const words = filled(slug, { council: edition.record.council.name });
  return (
    <Leaf width={mmToPt(sheet.width)} height={mmToPt(sheet.height)} palette={palette} faces={faces}>
      {cropMarks(sheet).map((mark) => (
        <Block key={`${mark.left} ${mark.top}`} {...mark} colour="ink" />
      ))}
      <Frame name="slug" left={left + space.l} top={slugTop} width={width} height={2 * card.body.leading}>
        <Label runs={words} style={card.body} colour="quiet" rag="text" />
      </Frame>
      <Frame name="slug" left={left + column + space.l} top={slugTop} width={width} height={card.body.leading}>
        <Label runs={furniture.sheetPrint} style={card.body} colour="quiet" />
      </Frame>
    </Leaf>
  );
};
