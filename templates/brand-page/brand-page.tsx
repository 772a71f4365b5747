import type { ReactElement } from 'react';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Frame, Leaf, Leaves, Space } from '../../src/typeset/elements.tsx';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { filled } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { Heading } from '../../src/typeset/words.tsx';
import { mm } from '../../src/units.ts';
import { Band, nameMeasure, nameSettings } from '../leaflet/band.tsx';
import { a4, measure, side } from '../leaflet/grid.ts';
import { GuidanceSection } from '../leaflet/guidance.tsx';
import { CallStrip } from '../leaflet/last-page.tsx';
import { spacings } from '../leaflet/look.ts';
import { fitName } from '../pieces/names.ts';
import { Pictures, sampleSection } from './samples.tsx';
import { Swatches } from './swatches.tsx';

/** What yields where colours have more to be said of them: space, then the two numbers, which the card shows too. */
type BrandFit = {
  readonly gap: number;
  readonly spacing: keyof typeof spacings;
  readonly numbers: 'shown' | 'none';
};

/** The page has no foot: what it is stands in the band. */
const top = 76;
const pageFoot = 800;

/**
 * One page that shows a brand on every element: its colours and what is said on them, a section of the leaflet with its
 * panels, the two numbers, the logo in its room, and the card.
 *
 * @param card the finished faces of the card, to be shown in small
 */
export const brandPage = (card: readonly LaidPage[]): Template<BrandFit> => ({
  name: 'brand-page',
  size: { width: mm(210), height: mm(297) },
  pages: { least: 1, most: 1 },
  takes: 'parts',
  fits: [
    { gap: space.l, spacing: 'normal', numbers: 'shown' },
    { gap: space.m, spacing: 'normal', numbers: 'shown' },
    { gap: space.m, spacing: 'tight', numbers: 'shown' },
    { gap: space.s, spacing: 'tight', numbers: 'shown' },
    { gap: space.m, spacing: 'normal', numbers: 'none' },
  ],
  compose: (parts, fit, _known, report) => (
    <Leaves>
      <Leaf {...a4} palette={parts.palette} faces={parts.faces}>
        <BrandBand parts={parts} report={report} />
        <Frame name="brand page" left={side} top={top} width={measure} height={pageFoot - top}>
          <Heading level={1} runs={parts.furniture.brandTitle} style={page.title} />
          <Space height={fit.gap} />
          <Swatches parts={parts} />
          <Space height={fit.gap - space.xs} />
          <GuidanceSection section={sampleSection(parts)} parts={parts} spacing={spacings[fit.spacing]} />
          <Space height={fit.gap} />
          {fit.numbers === 'shown' ? (
            <>
              <CallStrip danger={[{ text: parts.furniture.danger }]} crime={[{ text: parts.furniture.crime }]} />
              <Space height={fit.gap} />
            </>
          ) : null}
          <Pictures parts={parts} card={card} />
        </Frame>
      </Leaf>
    </Leaves>
  ),
});

/** The band of the leaflet's first page; at its right stands what the page is. */
const BrandBand = ({ parts, report }: { readonly parts: Parts; readonly report: Report }): ReactElement => {
  const { faces, brand, edition, furniture } = parts;
  const { council } = edition.record;
  const name = fitName(council, nameSettings, nameMeasure(brand), faces, 'the band of the brand page', report);
  const what = { text: filled(furniture.brandBand, { brand: brand.id }), style: page.body };
  return <Band parts={parts} names={[name]} elections={[what]} />;
};
