import type { ReactElement } from 'react';
import { weekdayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Frame, Indent, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { largePrint, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { type BandLook, NameBand } from '../pieces/name-band.tsx';
import { type FieldsLook, WideFields } from '../pieces/wide-fields.tsx';
import { Contacts } from './contacts.tsx';
import type { LargePrintFit } from './fits.ts';
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
      <NameBand parts={parts} look={bandLook} report={report} />
      <Frame name="first page" left={0} top={top} width={a4.width} height={textFoot - top}>
        <Indent left={side} right={side}>
          <Heading level={1} runs={edition.guidance.title} style={largePrint.title} />
          <Space height={space.xs} />
          {subtitles.map((subtitle, i) => (
            <Label key={i} {...subtitle} rag="text" />
          ))}
        </Indent>
        <Space height={space.l} />
        <WideFields parts={parts} look={fieldsLook} />
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

const bandLook: BandLook = {
  width: a4.width,
  height: band.height,
  side,
  right: side,
  logo: band.logo,
  logoTop: band.logoTop,
  name: band.name,
  settings: [
    { style: largePrint.name, lines: 1 },
    { style: largePrint.nameTwoLines, lines: 2 },
  ],
  words: 48,
  where: 'the band of the large print edition',
};

const fieldsLook: FieldsLook = {
  width: a4.width,
  left: side,
  right: side,
  label: largePrint.fieldLabel,
  emergency: largePrint.emergency,
  crime: largePrint.crime,
  heights: { emergency: fields.emergency, crime: fields.crime },
  feet: { emergency: space.xl, crime: space.l },
  force: {
    left: fields.force,
    settings: [
      { style: largePrint.fieldLabel, most: 2 },
      { style: largePrint.label, most: 3 },
    ],
  },
};
