import type { ReactElement } from 'react';
import { Block, Frame, Furniture, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { unbroken } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Folio, Parts } from '../../src/typeset/template.ts';
import { type Choices, Label } from '../../src/typeset/words.tsx';
import { a4, foot, measure, side } from './grid.ts';

const folioWidth = 100;

/** The width that the foot's words may take, in points. */
const footMeasure = measure - folioWidth - space.l;

type PageFurnitureProps = {
  readonly parts: Parts;
  readonly folio: Folio;
  readonly foot: Choices;
  /** "Page 2 of 6" */
  readonly pages: string;
};

/** Head strip and foot of a page; the first has its band in the place of the strip. */
export const PageFurniture = ({ parts, folio, foot: words, pages }: PageFurnitureProps): ReactElement => (
  <Leaves>
    <Leaf {...a4} palette={parts.palette} faces={parts.faces}>
      {folio.page > 1 ? (
        <Furniture at="Header">
          <Block width={a4.width} height={8} colour="brand" />
        </Furniture>
      ) : null}
      <Furniture at="Footer">
        <Block left={side} top={foot.rule} width={measure} height={0.75} colour="rule" />
        <Frame name="foot" left={side} top={foot.line} width={footMeasure} height={foot.height}>
          <Label runs={words} style={page.furniture} colour="quiet" />
        </Frame>
        <Frame name="folio" left={side + measure - folioWidth} top={foot.line} width={folioWidth} height={foot.height}>
          <Label runs={unbroken(pages)} style={page.furniture} colour="quiet" align="right" />
        </Frame>
      </Furniture>
    </Leaf>
  </Leaves>
);
