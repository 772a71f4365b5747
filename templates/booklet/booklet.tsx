import { Frame, Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { space } from '../../src/typeset/scale.ts';
import type { Parts, Known, Template } from '../../src/typeset/template.ts';
import { mm } from '../../src/units.ts';
import { ColumnBlocks } from '../pieces/one-column.tsx';
import { BackCover } from './back-cover.tsx';
import { Contacts } from './contacts.tsx';
import { Cover } from './cover.tsx';
import { Contents, Find } from './finding.tsx';
import { type BookletFit, bookletFits } from './fits.ts';
import { PageFurniture } from './furniture.tsx';
import { a5, inner, measure, outer, textFoot, textTop } from './grid.ts';
import { GuidanceSection } from './guidance.tsx';
import { column, spacings } from './look.ts';

/** The whole guidance on A5, folded and stitched; whom to call on both covers. */
export const booklet: Template<BookletFit> = {
  name: 'booklet',
  size: { width: mm(148), height: mm(210) },
  pages: { least: 8, most: 32 },
  takes: 'whole',
  signature: { of: 4, kept: 1 },
  finish: {
    safe: mm(5),
    flat: { width: mm(296), height: mm(210) },
    words: 'A5 booklet, folded in the middle and saddle-stitched',
    bound: 'stitched',
  },
  fits: bookletFits,
  isGood: ({ blanks, leastFill }) => blanks === 0 && leastFill >= 1 / 3,
  improve: (fit) => [{ ...fit, spacing: 'tight' }],

  compose(parts, fit, known, report) {
    const leaf = { ...a5, palette: parts.palette, faces: parts.faces };
    const margins = { top: textTop, bottom: a5.height - textFoot, inner, outer };
    const spacing = spacings[fit.spacing];
    const { introduction, sections } = parts.edition;
    return (
      <Leaves>
        <Leaf {...leaf}>
          <Cover parts={parts} report={report} />
        </Leaf>
        {fit.second === 'face' ? (
          <Leaf {...leaf}>
            <Frame name="contacts" left={outer} top={textTop} width={measure} height={textFoot - textTop}>
              <Second parts={parts} fit={fit} known={known} />
            </Frame>
          </Leaf>
        ) : (
          <Leaf {...leaf} margins={margins}>
            <Second parts={parts} fit={fit} known={known} />
          </Leaf>
        )}
        <Leaf {...leaf} margins={margins}>
          <Stack gap={spacing.section}>
            <ColumnBlocks blocks={introduction} parts={parts} spacing={spacing} look={column} />
            {sections.map((section) => (
              <GuidanceSection key={section.id} section={section} parts={parts} spacing={spacing} />
            ))}
          </Stack>
        </Leaf>
        <Leaf {...leaf}>
          <BackCover parts={parts} />
        </Leaf>
      </Leaves>
    );
  },

  furnish: (parts, folio) => <PageFurniture parts={parts} folio={folio} />,
};

type SecondProps = { readonly parts: Parts; readonly fit: BookletFit; readonly known: Known };

const Second = ({ parts, fit, known }: SecondProps) => (
  <Stack gap={space.xl}>
    <Contacts parts={parts} fit={fit} />
    <Contents parts={parts} known={known} />
    {fit.code === 'shown' ? <Find parts={parts} /> : null}
  </Stack>
);
