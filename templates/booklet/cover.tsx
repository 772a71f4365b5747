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
import { type FieldsLook, heightOfFields, WideFields } from '../pieces/wide-fields.tsx';
import { a5, band, coverFoot, fields, inner, measure, outer } from './grid.ts';

type CoverProps = { readonly parts: Parts; readonly report: Report };

/** The front cover: whom to call, for a booklet that lies closed on a table. */
export const Cover = ({ parts, report }: CoverProps): ReactElement => {
  const { look, top, foot } = faceOf(parts);
  return (
    <>
      <NameBand parts={parts} look={bandLook} report={report} />
      <Head parts={parts} foot={top} />
      <Frame name="fields" left={0} top={top} width={a5.width} height={foot - top}>
        <WideFields parts={parts} look={look} />
        {isFord(parts) ? (
          <Indent left={inner} right={outer}>
            <Space height={space.m} />
            <Label runs={sayRuns(parts)} style={booklet.lead} rag="text" />
          </Indent>
        ) : null}
      </Frame>
    </>
  );
};

const isFord = ({ edition }: Parts): boolean => operationFordApplies(edition.record.council.election.kind);

const sayRuns = ({ furniture }: Parts) => phrase(furniture.operationFord);

/** Where the fields stand: at the foot of the page, with what to say below them or, without that, up to its edge. */
const faceOf = (parts: Parts): { readonly look: FieldsLook; readonly top: number; readonly foot: number } => {
  const say = isFord(parts)
    ? space.m + booklet.lead.leading * linesTaken(sayRuns(parts), booklet.lead, measure, parts.faces)
    : 0;
  const foot = say > 0 ? coverFoot : a5.height;
  const faces = [fieldsLook, smallFieldsLook].map((each) => {
    const look = say > 0 ? each : { ...each, feet: { ...each.feet, crime: space.xxl } };
    return { look, top: foot - say - heightOfFields({ parts, look }), foot };
  });
  const hasRoom = ({ top }: { readonly top: number }): boolean => headIn(parts, top).style !== titles.at(-1);
  return faces.find(hasRoom) ?? faces.at(-1)!;
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

/** 999 is a little lower where the words above or below need more room. */
const smallFieldsLook: FieldsLook = {
  ...fieldsLook,
  emergency: booklet.emergencySmall,
  heights: { ...fieldsLook.heights, emergency: 0 },
};

const titles = [booklet.title, booklet.titleSmall, booklet.titleSmallest] as const;

type Line = { readonly text: string; readonly style: TypeStyle; readonly colour: 'ink' | 'quiet' };

/** The first size in which title, area and election find room between the band and the fields, and where they begin. */
const headIn = (parts: Parts, foot: number): { readonly style: TypeStyle; readonly top: number } => {
  const { faces } = parts;
  const heightOf = (text: string, style: TypeStyle): number => style.leading * linesTaken(text, style, measure, faces);
  const below = linesOf(parts).reduce((sum, { text, style }) => sum + heightOf(text, style), 0);
  const room = foot - band.height;
  const needed = (style: TypeStyle): number => heightOf(parts.edition.guidance.title, style) + space.s + below;
  const style = titles.find((each) => needed(each) + 2 * space.m <= room) ?? titles.at(-1)!;
  // A word that is wider than its column takes no number of lines, and preflight tells of it.
  const spare = Number.isFinite(needed(style)) ? Math.max(0, room - needed(style)) : 0;
  return { style, top: band.height + Math.min(mostAbove, Math.floor(spare / 8) * 4) };
};

/** Between the band and the title, at the most. */
const mostAbove = 20;

const Head = ({ parts, foot }: { readonly parts: Parts; readonly foot: number }): ReactElement => {
  const { style, top } = headIn(parts, foot);
  return (
    <Frame name="title" left={inner} top={top} width={measure} height={foot - top}>
      <Heading level={1} runs={parts.edition.guidance.title} style={style} />
      <Space height={space.s} />
      {linesOf(parts).map((line, i) => (
        <Label key={i} runs={line.text} style={line.style} colour={line.colour} rag="text" />
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
