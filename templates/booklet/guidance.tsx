import type { ReactElement } from 'react';
import type { Section } from '../../src/content/edition.ts';
import { At, Headed, Panel, Rule } from '../../src/typeset/elements.tsx';
import { booklet, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, HeadingNumber, runsOf } from '../../src/typeset/words.tsx';
import { ColumnBlocks } from '../pieces/one-column.tsx';
import type { Spacing } from '../pieces/text.tsx';
import { measure, sectionNumber } from './grid.ts';
import { column } from './look.ts';

type SectionProps = { readonly section: Section; readonly parts: Parts; readonly spacing: Spacing };

export const GuidanceSection = ({ section, parts, spacing }: SectionProps): ReactElement => (
  <Headed role="Sect" heading={<SectionHead section={section} />} gap={space.m}>
    <ColumnBlocks blocks={section.blocks} parts={parts} spacing={spacing} look={column} />
  </Headed>
);

const headPadding = { top: space.l, bottom: 0, left: sectionNumber, right: 0 } as const;

/** Rule, number, and the heading beside it; never alone at a page's foot. */
const SectionHead = ({ section }: { readonly section: Section }): ReactElement => (
  <Panel
    role="H2"
    colour="paper"
    padding={headPadding}
    minHeight={headPadding.top + booklet.sectionNumber.leading}
    presence={space.m + 2 * booklet.body.leading}
  >
    <At left={0} top={space.xs} width={measure}>
      <Rule colour="brand" thickness={2} />
    </At>
    <At left={0} top={space.l} width={sectionNumber}>
      <HeadingNumber number={section.number} style={booklet.sectionNumber} />
    </At>
    <Heading level={2} id={section.id} runs={runsOf(section.heading, 700)} style={booklet.h2} place={section.place} />
  </Panel>
);
