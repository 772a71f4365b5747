import type { ReactElement } from 'react';
import { weekdayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { At, Block, Frame, Panel, Row, Space, Stack } from '../../src/typeset/elements.tsx';
import { DisplayNumber, Heading, Label } from '../../src/typeset/words.tsx';
import { linesTaken } from '../../src/typeset/words.tsx';
import { phrase } from '../../src/typeset/phrase.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { forceNames } from '../pieces/contacts.ts';
import { Logo } from '../pieces/logo.tsx';
import { fitName } from '../pieces/names.ts';
import { Contacts } from './contacts.tsx';
import type { LeafletFit } from './fits.ts';
import { a4, band, fields, measure, qr, side, textFoot } from './grid.ts';
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
      <Band parts={parts} report={report} />
      <Frame name="first page" left={side} top={top} width={measure} height={textFoot - top}>
        <Heading level={1} runs={edition.guidance.title} style={page.title} />
        {area === undefined ? <Space height={space.l} /> : <Area name={area} />}
        <Fields parts={parts} />
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
          <Stack role="Sect">
            <FiveWays parts={parts} section={section} />
            <At left={measure - qr} top={36} width={qr}>
              <Find parts={parts} />
            </At>
          </Stack>
        ) : (
          <FindInRow parts={parts} caption={fit.caption} />
        )}
        {fit.contents === 'first' ? <Contents parts={parts} known={known} /> : null}
      </Frame>
    </>
  );
};

const Band = ({ parts, report }: { readonly parts: Parts; readonly report: Report }): ReactElement => {
  const { faces, brand, palette, edition } = parts;
  const { council } = edition.record;
  // Without a logo the name begins where the logo would.
  const nameLeft = brand.logo ? band.name : side;
  const nameWidth = band.election - space.s - nameLeft;
  const name = fitName(
    council,
    [
      { style: { ...page.fieldLabel, leading: page.h2.leading }, lines: 1 },
      { style: page.h3, lines: 2 },
    ],
    nameWidth,
    faces,
    'the band of the leaflet',
    report,
  );
  const nameHeight = name.style.leading * linesTaken(name.text, name.style, nameWidth, faces);
  const day = weekdayInWords(council.election.date, edition.guidance.language);
  return (
    <>
      <Block width={a4.width} height={band.height} colour="brand" />
      {brand.logo ? (
        <At left={side} top={band.logoTop} width={band.logo}>
          <Logo logo={brand.logo} palette={palette} size={band.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={nameLeft} top={(band.height - nameHeight) / 2} width={nameWidth} height={40}>
        <Label runs={name.text} style={name.style} colour="onBrand" />
      </Frame>
      <Frame name="election" left={band.election} top={space.l} width={band.electionWidth} height={32}>
        <Label runs={`${council.election.name}\n${day}`} style={page.body} colour="onBrand" />
      </Frame>
    </>
  );
};

const Area = ({ name }: { readonly name: string }): ReactElement => (
  <>
    <Label runs={name} style={page.h3} plate="record" />
    <Space height={space.s} />
  </>
);

const Fields = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture, edition, faces } = parts;
  const inner = fields.crime - space.l - space.m;
  const force = forceNames(edition.record.council);
  // A name of two lines moves up to the number and down by half a line; one that is longer still is set smaller.
  const lines = (style: TypeStyle) => linesTaken(force, style, inner, faces);
  const style = lines(page.label) <= 2 ? page.label : page.furnitureBold;
  const forceTop = lines(style) <= 1 ? 128 : 120;
  const padding = { top: space.l, bottom: 0, left: space.l, right: space.l };
  return (
    <Row>
      <Panel colour="emergency" width={fields.emergency} height={fields.height} padding={padding}>
        <Label runs={furniture.danger} style={page.fieldLabel} colour="paper" />
        <Space height={space.l} />
        <DisplayNumber figures="999" style={page.emergency} colour="paper" />
      </Panel>
      <Panel colour="tint" width={fields.crime} height={fields.height} padding={{ ...padding, right: space.m }}>
        <Label runs={furniture.crime} style={page.fieldLabel} />
        <Space height={space.l} />
        <DisplayNumber figures="101" style={page.crime} colour="ink" />
        <Frame name="police force" left={space.l} top={forceTop} width={inner} height={fields.height - forceTop}>
          <Label runs={force} style={style} rag="text" />
          <Label runs={furniture.orPoliceUk} style={style} />
        </Frame>
      </Panel>
    </Row>
  );
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
