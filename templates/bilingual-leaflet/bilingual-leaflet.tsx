import { Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { space } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import type { Choices } from '../../src/typeset/words.tsx';
import { mm } from '../../src/units.ts';
import { PageFurniture } from '../leaflet/furniture.tsx';
import { a4, side, textFoot, textTop } from '../leaflet/grid.ts';
import { spacings } from '../leaflet/look.ts';
import { footChoices } from '../pieces/foot.ts';
import { inBoth, type Pair, slashedText, together } from '../pieces/languages.ts';
import { FirstPage } from './first-page.tsx';
import { type BilingualFit, bilingualFits, improved } from './fits.ts';
import { LastPage } from './last-page.tsx';
import { GuidanceRun } from './run.tsx';

/**
 * The leaflet in two languages: a first page that both share, then the whole guidance in the one, then in the other.
 *
 * @param second of the second language; ids in its edition are not those of the first (`src/content/apart.ts`)
 */
export const bilingualLeaflet = (second: Parts): Template<BilingualFit> => ({
  name: 'bilingual-leaflet',
  size: { width: mm(210), height: mm(297) },
  pages: { least: 5, usual: 14, most: 18 },
  takes: 'whole',
  also: [second.edition],
  fits: bilingualFits,
  // Neither language ends on a page with three lines.
  isGood: ({ leastFill }) => leastFill >= 1 / 3,
  improve: improved,

  compose(first, fit, known, report) {
    const pair: Pair = { first, second };
    const leaf = { ...a4, palette: first.palette, faces: first.faces };
    const margins = { top: textTop, bottom: a4.height - textFoot, side };
    const contents = fit.contents === 'sections' ? 'none' : fit.list;
    return (
      <Leaves>
        <Leaf {...leaf}>
          <FirstPage pair={pair} fit={fit} known={known} report={report} />
        </Leaf>
        <Leaf {...leaf} margins={margins}>
          <GuidanceRun parts={first} known={known} contents={contents} spacing={spacings[fit.spacing.first]} />
        </Leaf>
        <Leaf {...leaf} margins={margins}>
          <Stack gap={space.xl}>
            <GuidanceRun parts={second} known={known} contents={contents} spacing={spacings[fit.spacing.second]} />
            <LastPage pair={pair} code={fit.code} />
          </Stack>
        </Leaf>
      </Leaves>
    );
  },

  furnish: (first, folio) => (
    <PageFurniture
      parts={first}
      folio={folio}
      foot={footOf({ first, second })}
      pages={`${folio.page} / ${folio.pages}`}
    />
  ),
});

/** "Canllawiau / Guidance: HM Government, Mai / May 2025" */
const footOf = (pair: Pair): Choices => {
  const say = (words: (parts: Parts) => string | undefined): string => slashedText(together(inBoth(pair, words)));
  const document = say(({ furniture }) => furniture.guidance);
  const issuer = say(({ edition }) => edition.guidance.issuer);
  const edition = say((parts) => parts.edition.guidance.edition);
  // Names of areas are said in full, as they stand on the first page.
  const area = slashedText(inBoth(pair, (parts) => parts.edition.record.area));
  const words = { document: `${document}: ${issuer}, ${edition}`, shortTitle: document, area: area || undefined };
  // Names that are too long for the foot are still on the first page.
  return { choices: [...footChoices(words).choices, words.document] };
};
