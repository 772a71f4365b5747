import type { ReactElement } from 'react';
import { weekdayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Frame, Indent, Space } from '../../src/typeset/elements.tsx';
import { phrase, unbroken } from '../../src/typeset/phrase.ts';
import { booklet, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { type BandLook, NameBand } from '../pieces/name-band.tsx';
import { type FieldsLook, WideFields } from '../pieces/wide-fields.tsx';
import { a5, band, coverFoot, fields, inner, measure, outer } from './grid.ts';

type CoverProps = { readonly parts: Parts; readonly report: Report };

/** The front cover: whom to call, for a booklet that lies closed on a table. */
export const Cover = ({ parts, report }: CoverProps): ReactElement => {
  const { kind } = parts.edition.record.council.election;
  const isFord = operationFordApplies(kind);
  // Without the line below them, the fields reach the foot of the page.
  const top = isFord ? fields.top : a5.height - fields.emergency - fields.crime;
  return (
    <>
      <NameBand parts={parts} look={bandLook} report={report} />
      <Head parts={parts} foot={top} />
      <Frame name="fields" left={0} top={top} width={a5.width} height={coverFoot - top}>
        <WideFields parts={parts} look={fieldsLook} />
        {isFord ? (
          <Indent left={inner} right={outer}>
            <Space height={space.m} />
            <Label runs={phrase(parts.furniture.operationFord)} style={booklet.lead} rag="text" />
          </Indent>
        ) : null}
      </Frame>
    </>
  );
};

const bandLook: BandLook = {
  width: a5.width,
  height: band.height,
  side: inner,
  right: outer,
  logo: band.logo,
  logoTop: band.logoTop,
  name: band.name,
  settings: [
    { style: { ...booklet.fieldLabel, leading: booklet.h2.leading }, lines: 1 },
    { style: booklet.h3, lines: 2 },
  ],
  words: band.words,
  where: 'the band of the booklet',
};

const fieldsLook: FieldsLook = {
  width: a5.width,
  left: inner,
  right: outer,
  label: booklet.fieldLabel,
  emergency: booklet.emergency,
  crime: booklet.crime,
  heights: { emergency: fields.emergency, crime: fields.crime },
  feet: { emergency: 20, crime: space.l },
  force: {
    left: fields.force,
    settings: [
      { style: booklet.fieldLabel, most: 2 },
      { style: booklet.label, most: 3 },
    ],
  },
};

type Line = { readonly text: string; readonly style: TypeStyle; readonly colour: 'ink' | 'quiet' };

/** Title, area, election: between the band and the fields, in the first size in which they find room there. */
const Head = ({ parts, foot }: { readonly parts: Parts; readonly foot: number }): ReactElement => {
  const { edition, faces } = parts;
  const { title } = edition.guidance;
  const lines = linesOf(parts);
  const heightOf = (text: string, style: TypeStyle): number => style.leading * linesTaken(text, style, measure, faces);
  const below = lines.reduce((sum, { text, style }) => sum + heightOf(text, style), 0);
  const room = foot - band.height;
  const styles = [booklet.title, booklet.titleSmall, booklet.titleSmallest];
  const needed = (style: TypeStyle): number => heightOf(title, style) + space.s + below;
  const style = styles.find((each) => needed(each) + 2 * space.m <= room) ?? booklet.titleSmallest;
  const spare = room - needed(style);
  const top = band.height + (Number.isFinite(spare) ? Math.max(0, Math.min(20, Math.floor(spare / 8) * 4)) : 0);
  return (
    <Frame name="title" left={inner} top={top} width={measure} height={foot - top}>
      <Heading level={1} runs={title} style={style} />
      <Space height={space.s} />
      {lines.map((line, i) => (
        <Label key={i} runs={line.text} style={line.style} colour={line.colour} rag="text" plate="record" />
      ))}
    </Frame>
  );
};

const linesOf = ({ edition, faces }: Parts): Line[] => {
  const { area, council } = edition.record;
  const { election } = council;
  const day = unbroken(weekdayInWords(election.date, edition.guidance.language));
  const held: Line = { text: `${election.name}, ${day}`, style: booklet.body, colour: 'quiet' };
  if (area === undefined) return [held];
  const isOneLine = linesTaken(area, booklet.h3, measure, faces) === 1;
  return [{ text: area, style: isOneLine ? booklet.h3 : booklet.label, colour: 'ink' }, held];
};
