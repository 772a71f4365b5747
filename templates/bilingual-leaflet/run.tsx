import type { ReactElement } from 'react';
import { At, Indent, Space, Spoken, Stack } from '../../src/typeset/elements.tsx';
import { page, space } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { Label } from '../../src/typeset/words.tsx';
import { sideColumn, textInset, textMeasure } from '../leaflet/grid.ts';
import { GuidanceSection, Introduction } from '../leaflet/guidance.tsx';
import { dissolve } from '../pieces/blocks.ts';
import type { Spacing } from '../pieces/text.tsx';
import { ContentsList, runId, sectionsOf } from './contents.tsx';

type RunProps = {
  readonly parts: Parts;
  readonly known: Known;
  /** Whether the list of its sections stands at its head. */
  readonly contents: 'shown' | 'none';
  readonly spacing: Spacing;
};

/** The whole guidance in one language. */
export const GuidanceRun = ({ parts, known, contents, spacing }: RunProps): ReactElement => (
  <Spoken language={parts.furniture.tag} role="Sect" bookmark={parts.furniture.language} gap={space.xl}>
    <Opening parts={parts} known={known} contents={contents} />
    {parts.edition.sections.map((section) => (
      <GuidanceSection key={section.id} section={section} parts={parts} spacing={spacing} />
    ))}
  </Spoken>
);

/** Which language begins, in the side column, and what stands before its first section. */
const Opening = ({ parts, known, contents }: Omit<RunProps, 'spacing'>): ReactElement => {
  const [block] = dissolve(parts.edition.introduction);
  const isTextBeside = contents === 'shown' || (block !== undefined && block.kind !== 'local');
  const label = (
    <Label id={runId(parts)} runs={parts.furniture.language} style={page.label} colour="brand" rag="text" />
  );
  return (
    <Stack>
      <Stack>
        {isTextBeside ? (
          <At left={0} top={0} width={sideColumn}>
            {label}
          </At>
        ) : (
          label
        )}
      </Stack>
      {contents === 'shown' ? (
        <Indent left={textInset}>
          <Label runs={parts.furniture.contents} style={page.h3} />
          <Space height={space.s} />
          <ContentsList entries={sectionsOf(parts)} known={known} width={textMeasure} />
          <Space height={space.xl} />
        </Indent>
      ) : null}
      <Introduction parts={parts} />
    </Stack>
  );
};
