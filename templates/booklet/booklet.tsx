import type { Section } from '../../src/content/edition.ts';
import { Frame, Leaf, Leaves, Stack } from '../../src/typeset/elements.tsx';
import { space } from '../../src/typeset/scale.ts';
import type { Known, Parts, Template } from '../../src/typeset/template.ts';
import { mm } from '../../src/units.ts';
import { ColumnBlocks } from '../pieces/one-column.tsx';
import { BackCover } from './back-cover.tsx';
import { Contacts } from './contacts.tsx';
import { Cover } from './cover.tsx';
import { Contents, Find } from './finding.tsx';
import { type BookletFit, bookletFits, improved } from './fits.ts';
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
  // A blank page inside the back cover is usual; a page with three lines is not.
  isGood: ({ blanks, leastFill }) => blanks <= 1 && leastFill >= 1 / 3,
  isFair: ({ leastFill }) => leastFill >= 1 / 3,
  improve: improved,

  compose(parts, fit, known, report) {
    const leaf = { ...a5, palette: parts.palette, faces: parts.faces };
    const margins = { top: textTop, bottom: a5.height - textFoot, inner, outer };
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
        {runsOf(sections, fit).map((run, i) => (
          <Leaf key={i} {...leaf} margins={margins}>
            <Stack gap={run.spacing.section}>
              {i === 0 ? (
                <ColumnBlocks blocks={introduction} parts={parts} spacing={run.spacing} look={column} />
              ) : null}
              {run.sections.map((section) => (
                <GuidanceSection key={section.id} section={section} parts={parts} spacing={run.spacing} />
              ))}
            </Stack>
          </Leaf>
        ))}
        <Leaf {...leaf}>
          <BackCover parts={parts} />
        </Leaf>
      </Leaves>
    );
  },

  furnish: (parts, folio) => <PageFurniture parts={parts} folio={folio} />,
};

/** What begins a page and runs on from there. */
type RunOn = { readonly sections: readonly Section[]; readonly spacing: (typeof spacings)[BookletFit['spacing']] };

/** The first follows the introduction. */
const runsOf = (sections: readonly Section[], fit: BookletFit): readonly RunOn[] => {
  const spacing = spacings[fit.spacing];
  switch (fit.sections) {
    case 'run-on':
      return [{ sections, spacing }];
    case 'new-page':
      return sections.map((section) => ({ sections: [section], spacing }));
    case 'opening':
      return [
        { sections: sections.slice(0, 1), spacing: spacings.tight },
        ...(sections.length > 1 ? [{ sections: sections.slice(1), spacing }] : []),
      ];
  }
};

type SecondProps = { readonly parts: Parts; readonly fit: BookletFit; readonly known: Known };

const Second = ({ parts, fit, known }: SecondProps) => (
  <Stack gap={space.xl}>
    <Contacts parts={parts} fit={fit} />
    <Contents parts={parts} known={known} />
    {fit.code === 'shown' ? <Find parts={parts} /> : null}
  </Stack>
);
