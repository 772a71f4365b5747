import type { ReactElement } from 'react';
import { Block as Colour, Frame, Furniture, Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { largePrint as styles, space } from '../../src/typeset/scale.ts';
import type { Folio, Parts, Template } from '../../src/typeset/template.ts';
import { Label, linesTaken } from '../../src/typeset/words.tsx';
import { mm } from '../../src/units.ts';
import { footText } from '../pieces/foot.ts';
import { MoreContacts } from './contacts.tsx';
import { FirstPage } from './first-page.tsx';
import { type LargePrintFit, largePrintFits } from './fits.ts';
import { a4, foot, hairline, headStrip, measure, side, textFoot, textTop } from './grid.ts';
import { Blocks, Find, GuidanceSection } from './guidance.tsx';
import { LastPage } from './last-page.tsx';
import { spacings } from './look.ts';

/** What the guidance takes with a council's usual words; the more a council adds, the more pages there are. */
const usualPages = 14;

/** The whole guidance in large print on A4, whom to call first: for readers who need 18 pt. */
export const largePrint: Template<LargePrintFit> = {
  name: 'large-print',
  size: { width: mm(210), height: mm(297) },
  pages: { least: 8, most: 20 },
  takes: 'whole',
  fits: largePrintFits,
  isGood: ({ pages, lastPageFill }) => pages <= usualPages && lastPageFill >= 1 / 3,
  improve: (fit) => [{ ...fit, spacing: 'tight' }],

  compose(parts, fit, _known, report) {
    const leaf = { ...a4, palette: parts.palette, faces: parts.faces };
    const spacing = spacings[fit.spacing];
    const { introduction, sections } = parts.edition;
    return (
      <Leaves>
        <Leaf {...leaf}>
          <FirstPage parts={parts} fit={fit} report={report} />
        </Leaf>
        <Leaf {...leaf} margins={{ top: textTop, bottom: a4.height - textFoot, side }}>
          <Stack gap={space.xl}>
            <MoreContacts parts={parts} fit={fit} />
            <Blocks blocks={introduction} parts={parts} spacing={spacing} />
            <Find parts={parts} />
            {sections.map((section) => (
              <GuidanceSection key={section.id} section={section} parts={parts} spacing={spacing} />
            ))}
            <LastPage parts={parts} />
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
            <Colour width={a4.width} height={headStrip} colour="brand" />
          </Furniture>
        ) : null}
        <Furniture at="Footer">
          <Colour left={side} top={foot.rule} width={measure} height={hairline} colour="rule" />
          <FootLine parts={parts} folio={folio} />
        </Furniture>
      </Leaf>
    </Leaves>
  ),
};

const FootLine = ({ parts, folio }: { readonly parts: Parts; readonly folio: Folio }): ReactElement => {
  const { furniture, edition } = parts;
  const { issuer, edition: date } = edition.guidance;
  const page = (number: number): string =>
    filled(furniture.footPage, { page: String(number), pages: String(folio.pages) }).replaceAll(' ', '\u00a0');
  const isShort = linesTaken(page(folio.pages), styles.furniture, foot.folio, parts.faces) === 1;
  const folioWidth = isShort ? foot.folio : foot.longFolio;
  const width = measure - folioWidth - space.l;
  const document = filled(furniture.largePrintFoot, { issuer, edition: date });
  // A name that is too long for the foot is still on the first page.
  const { choices } = footText(parts, document);
  return (
    <>
      <Frame name="foot" left={side} top={foot.line} width={width} height={foot.height}>
        <Label runs={{ choices: [...choices, document] }} style={styles.furniture} />
      </Frame>
      <Frame name="folio" left={side + measure - folioWidth} top={foot.line} width={folioWidth} height={foot.height}>
        <Label runs={page(folio.page)} style={styles.furniture} align="right" />
      </Frame>
    </>
  );
};
