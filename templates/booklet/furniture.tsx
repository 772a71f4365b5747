import type { ReactElement } from 'react';
import { Block, Frame, Furniture, Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { booklet, space } from '../../src/typeset/scale.ts';
import type { Folio, Parts } from '../../src/typeset/template.ts';
import { Label, linesTaken, widthTaken } from '../../src/typeset/words.tsx';
import { footText } from '../pieces/foot.ts';
import { a5, foot, headStrip, leftOf, measure } from './grid.ts';

type PageFurnitureProps = { readonly parts: Parts; readonly folio: Folio };

/** Head strip and foot of a page inside; the folio stands at the outer edge. Covers have none. */
export const PageFurniture = ({ parts, folio: { page, pages } }: PageFurnitureProps): ReactElement => (
  <Leaves>
    <Leaf {...a5} palette={parts.palette} faces={parts.faces}>
      {page === 1 || page === pages ? null : <Inside parts={parts} folio={{ page, pages }} />}
    </Leaf>
  </Leaves>
);

/** What the foot says beside the folio, which has the room of the widest; a name that is too long for it is on the cover. */
const footOf = ({ parts, folio: { page, pages } }: PageFurnitureProps) => {
  const { furniture, edition, faces } = parts;
  const fits = (text: string, width: number): boolean => linesTaken(text, booklet.furniture, width, faces) === 1;
  const number = (of: number): string =>
    unbroken(filled(furniture.footPage, { page: String(of), pages: String(pages) }));
  const all = Array.from({ length: pages }, (_, i) => number(i + 1));
  const folioWidth = Math.ceil(Math.max(...all.map((each) => widthTaken(each, booklet.furniture, faces))) / 4) * 4;
  const width = measure - folioWidth - space.s;
  const { shortTitle, issuer, edition: date } = edition.guidance;
  const whole = filled(furniture.footDocument, { shortTitle, issuer, edition: date });
  const document = fits(whole, width) ? whole : filled(furniture.largePrintFoot, { issuer, edition: date });
  const { choices } = footText(parts, document);
  return { words: { choices: [...choices, document] }, width, number: number(page), folioWidth };
};

const Inside = (given: PageFurnitureProps): ReactElement => {
  const { page } = given.folio;
  const { words, width, number, folioWidth } = footOf(given);
  const left = leftOf(page);
  const isRight = page % 2 === 1;
  const wordsLeft = isRight ? left : left + measure - width;
  const numberLeft = isRight ? left + measure - folioWidth : left;
  const [inwards, outwards] = isRight ? (['left', 'right'] as const) : (['right', 'left'] as const);
  return (
    <>
      <Furniture at="Header">
        <Block width={a5.width} height={headStrip} colour="brand" />
      </Furniture>
      <Furniture at="Footer">
        <Block left={left} top={foot.rule} width={measure} height={0.75} colour="rule" />
        <Frame name="foot" left={wordsLeft} top={foot.line} width={width} height={foot.height}>
          <Label runs={words} style={booklet.furniture} colour="quiet" align={inwards} />
        </Frame>
        <Frame name="folio" left={numberLeft} top={foot.line} width={folioWidth} height={foot.height}>
          <Label runs={number} style={booklet.furniture} colour="quiet" align={outwards} />
        </Frame>
      </Furniture>
    </>
  );
};
