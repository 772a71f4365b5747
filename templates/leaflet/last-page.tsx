import type { ReactElement, ReactNode } from 'react';
import { At, Column, Keep, Panel, Row, Rule, Space, Spoken, Stack } from '../../src/typeset/elements.tsx';
import { DisplayNumber, Label, Paragraph } from '../../src/typeset/words.tsx';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { colophonOf, type Entry } from '../pieces/colophon.ts';
import type { Said } from '../pieces/languages.ts';
import { SaidLines } from '../pieces/said-lines.tsx';
import { fields, textInset, textMeasure } from './grid.ts';

/** The end of the leaflet, for it lies face up on a table: the two numbers again, other formats, the words' origin, the issuer. */
export const LastPage = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const entries = colophonOf(parts, parts.furniture.otherFormatsLead);
  return (
    <Keep gap={20}>
      <CallStrip danger={[{ text: parts.furniture.danger }]} crime={[{ text: parts.furniture.crime }]} />
      <Stack gap={space.s}>
        {entries.map((entry) => (
          <EntryRows key={entry.label} entries={[entry]} />
        ))}
      </Stack>
    </Keep>
  );
};

const strip = { height: 64, label: 92, crimeLabel: 68 } as const;

/** What has happened, two lines each. */
type CallStripProps = { readonly danger: readonly Said[]; readonly crime: readonly Said[] };

/** As on the first page, what has happened is read before the number to call. */
export const CallStrip = ({ danger, crime }: CallStripProps): ReactElement => (
  <Row>
    <Panel colour="emergency" width={fields.emergency} height={strip.height} padding={stripPadding}>
      <StripLabel left={space.l + strip.label} width={172}>
        <SaidLines said={danger} style={page.label} colour="paper" />
      </StripLabel>
      <DisplayNumber figures="999" style={page.stripEmergency} colour="paper" />
    </Panel>
    <Panel colour="tint" width={fields.crime} height={strip.height} padding={{ ...stripPadding, top: 20 }}>
      <StripLabel left={space.l + strip.crimeLabel} width={104}>
        <SaidLines said={crime} style={page.label} />
      </StripLabel>
      <DisplayNumber figures="101" style={page.stripCrime} colour="ink" />
    </Panel>
  </Row>
);

const stripPadding = { top: space.l, bottom: 0, left: space.l, right: space.l } as const;

const StripLabel = ({
  left,
  width,
  children,
}: {
  readonly left: number;
  readonly width: number;
  readonly children: ReactNode;
}) => (
  <At left={left} top={space.l} width={width}>
    {children}
  </At>
);

/** A row of the colophon, and the same in another language: hairline, label in the side column, words in the text column. */
export const EntryRows = ({ entries }: { readonly entries: readonly Entry[] }): ReactElement => (
  <Stack>
    <Rule />
    <Space height={space.s} />
    <Stack gap={space.xs}>
      {entries.map(({ label, paragraphs, language }) => (
        <Spoken key={label} {...(language !== undefined && { language })}>
          <Row>
            <Column width={textInset}>
              <Label runs={label} style={page.label} />
            </Column>
            <Column width={textMeasure}>
              {paragraphs.map((runs, i) => (
                <Paragraph key={i} runs={runs} />
              ))}
            </Column>
          </Row>
        </Spoken>
      ))}
    </Stack>
  </Stack>
);
