import type { ReactElement } from 'react';
import { weekdayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { At, Frame, Space, Stack } from '../../src/typeset/elements.tsx';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { phrase } from '../../src/typeset/phrase.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { forceNames } from '../pieces/contacts.ts';
import { fitName } from '../pieces/names.ts';
import { Band, nameMeasure, nameSettings } from './band.tsx';
import { Contacts } from './contacts.tsx';
import { Fields } from './fields.tsx';
import type { LeafletFit } from './fits.ts';
import { measure, qr, side, textFoot } from './grid.ts';
import { Contents, FiveWays, Introduction } from './guidance.tsx';

type FirstPageProps = {
  readonly parts: Parts;
  readonly fit: LeafletFit;
  readonly known: Known;
  readonly report: Report;
};

/** Where the title starts: with an area below it, it moves up by 4 and all that follows down by 8. */
const titleTop = (area: string | undefined): number => (area === undefined ? 80 : 76);

/** The first page: whom to call, and the five ways. It is a finished face; what finds no room yields (see `fits.ts`). */
export const FirstPage = ({ parts, fit, known, report }: FirstPageProps): ReactElement => {
  const { edition } = parts;
  const { council, area } = edition.record;
  const top = titleTop(area);
  const section = edition.sections[0]!;
  return (
    <>
      <Head parts={parts} report={report} />
      <Frame name="first page" left={side} top={top} width={measure} height={textFoot - top}>
        <Heading level={1} runs={edition.guidance.title} style={page.title} />
        {area === undefined ? <Space height={space.l} /> : <Area name={area} />}
        <Fields
          parts={parts}
          danger={[{ text: parts.furniture.danger }]}
          crime={[{ text: parts.furniture.crime }]}
          label={page.fieldLabel}
          forces={[{ text: forceNames(council) }]}
          site={phrase(parts.furniture.orPoliceUk)}
        />
        {operationFordApplies(council.election.kind) ? (
          <>
            <Space height={space.m} />
            <Label runs={phrase(parts.furniture.operationFord)} style={page.lead} rag="text" />
          </>
        ) : null}
        <Space height={space.l} />
        <Contacts parts={parts} hours={fit.hours} />
        <Space height={20} />
        {fit.introduction === 'first' ? (
          <>
            <Introduction parts={parts} />
            <Space height={space.l} />
          </>
        ) : null}
        {fit.fiveWays === 'first' ? (
          <Stack minHeight={findTop + findHeight(parts)}>
            <Stack role="Sect">
              <FiveWays parts={parts} section={section} />
              <At left={measure - qr} top={findTop} width={qr}>
                <Find parts={parts} />
              </At>
            </Stack>
            {fit.contents === 'first' ? <Contents parts={parts} known={known} /> : null}
          </Stack>
        ) : (
          <>
            <FindInRow parts={parts} caption={fit.caption} />
            {fit.contents === 'first' ? <Contents parts={parts} known={known} /> : null}
          </>
        )}
      </Frame>
    </>
  );
};

const Head = ({ parts, report }: { readonly parts: Parts; readonly report: Report }): ReactElement => {
  const { faces, brand, edition } = parts;
  const { council } = edition.record;
  const name = fitName(council, nameSettings, nameMeasure(brand), faces, 'the band of the leaflet', report);
  const day = weekdayInWords(council.election.date, edition.guidance.language);
  const election = { text: `${council.election.name}\n${day}`, style: page.body };
  return <Band parts={parts} names={[name]} elections={[election]} />;
};

const Area = ({ name }: { readonly name: string }): ReactElement => (
  <>
    <Label runs={name} style={page.h3} />
    <Space height={space.s} />
  </>
);

/** Below the heading of the five ways, beside their list. */
const findTop = 36;

/** What the code and its words take, however short the list beside them is. */
const findHeight = ({ furniture, faces }: Parts): number => {
  const lines = (words: string, style: TypeStyle): number => style.leading * linesTaken(words, style, qr, faces);
  return qr + space.s + lines(furniture.qrCaption, page.furnitureBold) + lines(furniture.qrSearch, page.furniture);
};

/** The QR code to the guidance on GOV.UK, and the words by which one finds it without. */
const Find = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture } = parts;
  return (
    <>
      <Code parts={parts} />
      <Space height={space.s} />
      <Label runs={furniture.qrCaption} style={page.furnitureBold} />
      <Label runs={furniture.qrSearch} style={page.furniture} />
    </>
  );
};

const FindInRow = ({
  parts,
  caption,
}: {
  readonly parts: Parts;
  readonly caption: LeafletFit['caption'];
}): ReactElement => (
  <Stack>
    <Code parts={parts} />
    <At left={qr + space.l} top={0} width={measure - qr - space.l}>
      {caption === 'full' ? <Label runs={parts.furniture.qrCaption.replaceAll('\n', ' ')} style={page.label} /> : null}
      <Label runs={parts.furniture.qrSearch.replaceAll('\n', ' ')} style={page.body} />
    </At>
  </Stack>
);

const Code = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <QrCode text={parts.edition.guidance.source} alt={parts.furniture.qrAlt} size={qr} palette={parts.palette} />
);
