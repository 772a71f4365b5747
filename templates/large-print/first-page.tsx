import type { ReactElement } from 'react';
import { weekdayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { At, Block, Frame, Indent, Panel, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { baseline, largePrint, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { forceNames } from '../pieces/contacts.ts';
import { Logo } from '../pieces/logo.tsx';
import { fitName } from '../pieces/names.ts';
import { Contacts } from './contacts.tsx';
import type { LargePrintFit } from './fits.ts';
import { onOneLine } from './labels.ts';
import { a4, band, fields, measure, side, textFoot } from './grid.ts';

type FirstPageProps = { readonly parts: Parts; readonly fit: LargePrintFit; readonly report: Report };

/** A second line under the title moves it up by 4. */
const titleTop = 84;

/** The first page: whom to call. It is a finished face; what finds no room opens page 2 (see `fits.ts`). */
export const FirstPage = ({ parts, fit, report }: FirstPageProps): ReactElement => {
  const { edition, furniture } = parts;
  const { council } = edition.record;
  const subtitles = subtitlesOf(parts);
  const top = subtitles.length === 1 ? titleTop : titleTop - space.xs;
  return (
    <>
      <Band parts={parts} report={report} />
      <Frame name="first page" left={0} top={top} width={a4.width} height={textFoot - top}>
        <Indent left={side} right={side}>
          <Heading level={1} runs={edition.guidance.title} style={largePrint.title} />
          <Space height={space.xs} />
          {subtitles.map((subtitle, i) => (
            <Label key={i} {...subtitle} rag="text" />
          ))}
        </Indent>
        <Space height={space.l} />
        <EmergencyField parts={parts} />
        <CrimeField parts={parts} />
        <Space height={space.l} />
        <Indent left={side} right={side}>
          {operationFordApplies(council.election.kind) ? (
            <>
              <Label runs={phrase(furniture.operationFord)} style={largePrint.body} />
              <Space height={space.m} />
            </>
          ) : null}
          <Contacts parts={parts} fit={fit} />
        </Indent>
      </Frame>
    </>
  );
};

/** The lines under the title: the area, the day, and that this is large print. */
type Subtitle = { readonly runs: readonly Run[]; readonly style: TypeStyle; readonly plate?: 'record' };

/** Area and day on one line if they fit it; else the area stands above, on one line if it can, and all below moves down. */
const subtitlesOf = (parts: Parts): Subtitle[] => {
  const { area } = parts.edition.record;
  const style = largePrint.body;
  const day: Run = { text: dateAndFormat(parts), weight: 400 };
  if (area === undefined) return [{ runs: [day], style }];
  const name: Run = { text: area, weight: 700 };
  const takesOneLine = (runs: readonly Run[], each: TypeStyle) => linesTaken(runs, each, measure, parts.faces) === 1;
  const together = [name, { ...day, text: `, ${day.text}` }];
  if (takesOneLine(together, style)) return [{ runs: together, style, plate: 'record' }];
  const size = [largePrint.h3, largePrint.label].find((each) => takesOneLine([name], each)) ?? largePrint.h3;
  return [
    { runs: [name], style: size, plate: 'record' },
    { runs: [day], style },
  ];
};

/** The day, and that this is large print; the election too, unless the title names it. */
const dateAndFormat = ({ edition, furniture }: Parts): string => {
  const { name: election, date: day } = edition.record.council.election;
  const { title, language } = edition.guidance;
  const date = unbroken(weekdayInWords(day, language));
  return title.toLowerCase().includes(election.toLowerCase())
    ? filled(furniture.largePrintDate, { date })
    : filled(furniture.largePrintElection, { date, election });
};

const Band = ({ parts, report }: { readonly parts: Parts; readonly report: Report }): ReactElement => {
  const { faces, brand, palette, edition } = parts;
  // Without a logo the name begins where the logo would.
  const left = brand.logo ? band.name : side;
  const width = brand.logo ? band.nameWidth : measure;
  const name = fitName(
    edition.record.council,
    [
      { style: largePrint.name, lines: 1 },
      { style: largePrint.nameTwoLines, lines: 2 },
    ],
    width,
    faces,
    'the band of the large print edition',
    report,
  );
  const height = name.style.leading * linesTaken(name.text, name.style, width, faces);
  return (
    <>
      <Block width={a4.width} height={band.height} colour="brand" />
      {brand.logo ? (
        <At left={side} top={band.logoTop} width={band.logo}>
          <Logo logo={brand.logo} palette={palette} size={band.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={left} top={(band.height - height) / 2} width={width} height={48}>
        <Label runs={name.text} style={name.style} colour="onBrand" />
      </Frame>
    </>
  );
};

const fieldPadding = { top: space.l, bottom: space.l, left: side, right: side } as const;

const EmergencyField = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Panel
    colour="emergency"
    width={a4.width}
    minHeight={fields.emergency}
    padding={{ ...fieldPadding, bottom: space.xl }}
  >
    <Label runs={onOneLine(parts.furniture.danger)} style={largePrint.fieldLabel} colour="paper" />
    <Space height={space.m} />
    <DisplayNumber figures="999" style={largePrint.emergency} colour="paper" />
  </Panel>
);

const CrimeField = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture, edition, faces } = parts;
  const label = onOneLine(furniture.crime);
  const force = forceNames(edition.record.council);
  // The force and police.uk stand beside 101 and end on its baseline; what is too high for that stands below.
  const heights = [
    { style: largePrint.fieldLabel, most: 2 },
    { style: largePrint.label, most: 3 },
  ].map(({ style, most }) => {
    const lines = linesTaken(`${force}\n${furniture.orPoliceUk}`, style, fields.forceWidth, faces);
    return { style, lines, fits: lines <= most };
  });
  const beside = heights.find(({ fits }) => fits);
  const labelHeight = largePrint.fieldLabel.leading * linesTaken(label, largePrint.fieldLabel, measure, faces);
  const numberFoot = fieldPadding.top + labelHeight + space.m + largePrint.crime.leading;
  return (
    <Panel colour="tint" width={a4.width} minHeight={fields.crime} padding={fieldPadding}>
      <Label runs={label} style={largePrint.fieldLabel} />
      <Space height={space.m} />
      <DisplayNumber figures="101" style={largePrint.crime} colour="ink" />
      {beside ? (
        <At
          left={fields.force}
          top={numberFoot - baseline(beside.style) - (beside.lines - 1) * beside.style.leading}
          width={fields.forceWidth}
        >
          <Label runs={force} style={beside.style} rag="text" />
          <Label runs={furniture.orPoliceUk} style={beside.style} />
        </At>
      ) : (
        <>
          <Space height={space.m} />
          <Label runs={force} style={largePrint.label} rag="text" />
          <Label runs={furniture.orPoliceUk} style={largePrint.label} />
        </>
      )}
    </Panel>
  );
};
