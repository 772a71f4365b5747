import type { ReactElement } from 'react';
import { At, Keep, Panel, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { largePrint, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Label, Paragraph } from '../../src/typeset/words.tsx';
import { colophonOf, type Entry } from '../pieces/colophon.ts';
import { hairline, measure } from './grid.ts';

/** The end, for it lies face up on a table: the two numbers again, other formats, the words' origin, the issuer. */
export const LastPage = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Keep gap={space.xl}>
    <CallStrips parts={parts} />
    <Stack gap={space.m}>
      {colophonOf(parts, parts.furniture.largePrintFormats).map((entry) => (
        <EntryRow key={entry.label} {...entry} />
      ))}
    </Stack>
  </Keep>
);

const strip = { height: 80, label: 176 } as const;

/** As on the first page, what has happened is read before the number to call. */
const CallStrips = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Stack>
    <Panel colour="emergency" height={strip.height} padding={stripPadding(largePrint.stripEmergency.leading)}>
      <StripLabel words={parts.furniture.danger} colour="paper" />
      <DisplayNumber figures="999" style={largePrint.stripEmergency} colour="paper" />
    </Panel>
    <Panel colour="tint" height={strip.height} padding={stripPadding(largePrint.stripCrime.leading)}>
      <StripLabel words={parts.furniture.crime} colour="ink" />
      <DisplayNumber figures="101" style={largePrint.stripCrime} colour="ink" />
    </Panel>
  </Stack>
);

/** The number stands in the middle of its strip. */
const stripPadding = (number: number) => ({
  top: (strip.height - number) / 2,
  bottom: 0,
  left: space.xl,
  right: space.xl,
});

const StripLabel = ({ words, colour }: { readonly words: string; readonly colour: 'paper' | 'ink' }): ReactElement => (
  <At left={strip.label} top={space.l} width={measure - strip.label - space.l}>
    <Label runs={words} style={largePrint.label} colour={colour} />
  </At>
);

/** An entry of the colophon: rule, label, words. */
const EntryRow = ({ label, paragraphs }: Entry): ReactElement => (
  <Stack>
    <Rule thickness={hairline} />
    <Space height={space.m} />
    <Label runs={label} style={largePrint.label} />
    {paragraphs.map((runs, i) => (
      <Paragraph key={i} runs={runs} style={largePrint.body} />
    ))}
  </Stack>
);
