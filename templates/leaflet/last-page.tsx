import type { ReactElement, ReactNode } from 'react';
import { At, Column, Keep, Panel, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { DisplayNumber, Label, Paragraph } from '../../src/typeset/words.tsx';
import { isGap } from '../../src/data/gaps.ts';
import { shownUrl } from '../../src/data/text.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { emailRun, phoneRun, postcodeUnbroken } from '../pieces/contacts.ts';
import { fields, textInset, textMeasure } from './grid.ts';

/** The end of the leaflet, for it lies face up on a table: the two numbers again, other formats, the words' origin, the issuer. */
export const LastPage = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture } = parts;
  const formats = otherFormats(parts);
  const issuer = issuedBy(parts);
  return (
    <Keep gap={20}>
      <CallStrip parts={parts} />
      <Stack gap={space.s}>
        {formats.length > 0 ? <Entry label={furniture.otherFormats} runs={formats} /> : null}
        <Entry label={furniture.theWords} runs={theWords(parts)} />
        {issuer ? <Entry label={furniture.issuedBy} runs={issuer} /> : null}
      </Stack>
    </Keep>
  );
};

const strip = { height: 64, label: 92, crimeLabel: 68 } as const;

const CallStrip = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Row>
    <Panel colour="emergency" width={fields.emergency} height={strip.height} padding={stripPadding}>
      <DisplayNumber figures="999" style={page.stripEmergency} colour="paper" />
      <StripLabel left={space.l + strip.label} width={172}>
        <Label runs={parts.furniture.danger} style={page.label} colour="paper" />
      </StripLabel>
    </Panel>
    <Panel colour="tint" width={fields.crime} height={strip.height} padding={{ ...stripPadding, top: 20 }}>
      <DisplayNumber figures="101" style={page.stripCrime} colour="ink" />
      <StripLabel left={space.l + strip.crimeLabel} width={104}>
        <Label runs={parts.furniture.crime} style={page.label} />
      </StripLabel>
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

/** A row of the colophon: hairline, label in the side column, words in the text column. */
const Entry = ({ label, runs }: { readonly label: string; readonly runs: readonly Run[] }): ReactElement => (
  <Stack>
    <Rule />
    <Space height={space.s} />
    <Row>
      <Column width={textInset}>
        <Label runs={label} style={page.label} />
      </Column>
      <Column width={textMeasure}>
        <Paragraph runs={runs} />
      </Column>
    </Row>
  </Stack>
);

const otherFormats = ({ furniture, edition }: Parts): Run[] => {
  const { phone, email } = edition.record.council.alternativeFormats ?? {};
  const ways: Run[][] = [];
  if (phone !== undefined) ways.push(relay(furniture.otherFormatsPhone, phone));
  if (email !== undefined) ways.push([emailRun(email)]);
  if (ways.length === 0) return [];
  const or: Run = { text: furniture.otherFormatsOr, weight: 400 };
  return [{ text: furniture.otherFormatsLead, weight: 400 }, ...ways.flatMap((way, i) => (i > 0 ? [or, ...way] : way))];
};

/** The phone, and the phone through Relay UK: both ring when touched. */
const relay = (text: string, phone: string): Run[] =>
  phrase(text, { phone: phoneRun(phone).text }).map((run) =>
    run.weight === 700
      ? { ...phoneRun(run.text.replaceAll('\u00a0', ' ')), text: run.text.replaceAll(' ', '\u00a0') }
      : run,
  );

const theWords = ({ furniture, edition }: Parts): Run[] => {
  const { title, issuer, edition: date, licence } = edition.guidance;
  const text = filled(furniture.theWordsText, {
    title,
    issuer,
    edition: date.replaceAll(' ', '\u00a0'),
    licence: '\u0000',
  });
  const [before = '', after = ''] = text.split('\u0000');
  return [
    { text: before, weight: 400 },
    { text: licence.name, weight: 400, link: licence.url },
    { text: after, weight: 400 },
  ];
};

const issuedBy = ({ edition }: Parts): Run[] | undefined => {
  const { issuedBy: issuer, name } = edition.record.council;
  if (!issuer) return undefined;
  const words = [issuer.name ?? name, ...(issuer.address ?? []).map(postcodeUnbroken)].join(', ');
  if (issuer.website === undefined) return [{ text: words, weight: 400 }];
  const shown = isGap(issuer.website) ? issuer.website : shownUrl(issuer.website);
  return [
    { text: `${words}, `, weight: 400 },
    { text: shown, weight: 400, ...(!isGap(issuer.website) && { link: issuer.website }), look: 'plain' },
  ];
};
