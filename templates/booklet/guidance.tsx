import type { ReactElement } from 'react';
import type { Section } from '../../src/content/edition.ts';
import { Headed } from '../../src/typeset/elements.tsx';
import { booklet, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { ColumnBlocks } from '../pieces/one-column.tsx';
import { SectionHead, type SectionLook } from '../pieces/section-head.tsx';
import type { Spacing } from '../pieces/text.tsx';
import { measure, sectionNumber } from './grid.ts';
import { column } from './look.ts';

type SectionProps = { readonly section: Section; readonly parts: Parts; readonly spacing: Spacing };

const head: SectionLook = {
  measure,
  number: sectionNumber,
  heading: sectionNumber,
  styles: booklet,
  gap: space.m,
};

export const GuidanceSection = ({ section, parts, spacing }: SectionProps): ReactElement => (
  <Headed role="Sect" heading={<SectionHead section={section} look={head} />} gap={head.gap}>
    <ColumnBlocks blocks={section.blocks} parts={parts} spacing={spacing} look={column} />
  </Headed>
);
