import { Keep, Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { space } from '../../src/typeset/scale.ts';
import type { Template } from '../../src/typeset/template.ts';
import { mm } from '../../src/units.ts';
import { withoutTail } from '../pieces/blocks.ts';
import { footText } from '../pieces/foot.ts';
import { FirstPage } from './first-page.tsx';
import { type LeafletFit, leafletFits } from './fits.ts';
import { PageFurniture } from './furniture.tsx';
import { a4, side, textFoot, textTop } from './grid.ts';
import { Blocks, GuidanceSection, Introduction } from './guidance.tsx';
import { LastPage } from './last-page.tsx';
import { spacings } from './look.ts';

const usualPages = 6;

/** The whole guidance on A4, with the council's details merged in. */
export const leaflet: Template<LeafletFit> = {
  name: 'leaflet',
  size: { width: mm(210), height: mm(297) },
  pages: { least: 4, usual: usualPages, most: 8 },
  takes: 'whole',
  fits: leafletFits,
  usualFit: 2,
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

  furnish: (parts, folio) => {
    const { shortTitle, issuer, edition } = parts.edition.guidance;
    const document = filled(parts.furniture.footDocument, { shortTitle, issuer, edition });
    const words = footText(parts, document);
    const pages = { page: String(folio.page), pages: String(folio.pages) };
    return <PageFurniture parts={parts} folio={folio} foot={words} pages={filled(parts.furniture.footPage, pages)} />;
  },
};
