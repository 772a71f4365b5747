import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { Block as Colour, Frame, Furniture, Keep, Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Folio, Parts, Template } from '../../src/typeset/template.ts';
import { mm } from '../../src/units.ts';
import { FirstPage } from './first-page.tsx';
import { type LeafletFit, leafletFits } from './fits.ts';
import { a4, foot, measure, side, textFoot, textTop } from './grid.ts';
import { Blocks, GuidanceSection, Introduction } from './guidance.tsx';
import { LastPage } from './last-page.tsx';
import { dissolve, spacings } from './text.tsx';

const usualPages = 6;

/** The whole guidance on A4, with the council's details merged in. */
export const leaflet: Template<LeafletFit> = {
  name: 'leaflet',
  size: { width: mm(210), height: mm(297) },
  pages: { least: 4, usual: usualPages, most: 8 },
  takes: 'whole',
  fits: leafletFits,
  // Nobody keeps a sheet that ends on a page with three lines.
  isGood: ({ pages, lastPageFill }) => pages <= usualPages && lastPageFill >= 1 / 3,
  improve: (fit) => [
    { ...fit, spacing: 'tight' },
    { ...fit, end: 'with-text' },
    { ...fit, spacing: 'tight', end: 'with-text' },
  ],

  compose(parts, fit, known, report) {
    const leaf = { ...a4, palette: parts.palette, faces: parts.faces };
    const spacing = spacings[fit.spacing];
    const [first, ...sections] = parts.edition.sections;
    const following = fit.fiveWays === 'second' && first ? [first, ...sections] : sections;
    const last = following.at(-1);
    const [text, tail] = last && fit.end === 'with-text' ? withoutTail(last.blocks) : [last?.blocks ?? [], []];
    return (
      <Leaves>
        <Leaf {...leaf}>
          <FirstPage parts={parts} fit={fit} known={known} report={report} />
        </Leaf>
        <Leaf {...leaf} margins={{ top: textTop, bottom: a4.height - textFoot, side }}>
          <Stack gap={space.xl}>
            {fit.introduction === 'second' ? <Introduction parts={parts} /> : null}
            {following.map((section) => (
              <GuidanceSection
                key={section.id}
                section={section === last ? { ...last, blocks: text } : section}
                parts={parts}
                spacing={spacing}
              />
            ))}
            <Keep gap={space.xl}>
              {tail.length > 0 ? <Blocks blocks={tail} parts={parts} spacing={spacing} /> : null}
              <LastPage parts={parts} />
            </Keep>
          </Stack>
        </Leaf>
      </Leaves>
    );
  },

  furnish: (parts, folio) => (
    <Leaves>
      <Leaf {...a4} palette={parts.palette} faces={parts.faces}>
        {folio.page > 1 ? (
          <Furniture at="Header">
            <Colour width={a4.width} height={8} colour="brand" />
          </Furniture>
        ) : null}
        <Furniture at="Footer">
          <Colour left={side} top={foot.rule} width={measure} height={0.75} colour="rule" />
          <FootLine parts={parts} folio={folio} />
        </Furniture>
      </Leaf>
    </Leaves>
  ),
};

/** Cuts off the end of a section: its last list with the sentence that leads to it, and what follows. */
const withoutTail = (blocks: readonly Block[]): readonly [Block[], Block[]] => {
  const flat = dissolve(blocks);
  const list = flat.findLastIndex(({ kind }) => kind === 'list');
  const from = Math.max(0, list > 0 ? list - 1 : flat.length - 1);
  return [flat.slice(0, from), flat.slice(from)];
};

const folioWidth = 100;

const FootLine = ({ parts, folio }: { readonly parts: Parts; readonly folio: Folio }): ReactElement => {
  const width = measure - folioWidth - space.l;
  const pages = { page: String(folio.page), pages: String(folio.pages) };
  return (
    <>
      <Frame name="foot" left={side} top={foot.line} width={width} height={foot.height}>
        <Label runs={footText(parts, width)} style={page.furniture} colour="quiet" plate="record" />
      </Frame>
      <Frame name="folio" left={side + measure - folioWidth} top={foot.line} width={folioWidth} height={foot.height}>
        <Label
          runs={filled(parts.furniture.footPage, pages).replaceAll(' ', '\u00a0')}
          style={page.furniture}
          colour="quiet"
          align="right"
        />
      </Frame>
    </>
  );
};

/** Document and edition, with the area where there is one; if that is too long, short title and area; else the area alone. */
const footText = ({ furniture, edition, faces }: Parts, width: number): string => {
  const { shortTitle, issuer, edition: date } = edition.guidance;
  const { area } = edition.record;
  const document = filled(furniture.footDocument, { shortTitle, issuer, edition: date });
  if (area === undefined) return document;
  const choices = [`${document}, ${area}`, `${shortTitle}, ${area}`, area];
  return choices.find((text) => linesTaken(text, page.furniture, width, faces) === 1) ?? area;
};
