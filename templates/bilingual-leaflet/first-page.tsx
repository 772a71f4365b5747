import type { ReactElement } from 'react';
import { dayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Column, Frame, Row, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { phrase } from '../../src/typeset/phrase.ts';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { Band, nameMeasure } from '../leaflet/band.tsx';
import { Fields } from '../leaflet/fields.tsx';
import { band, fields, measure, side, textFoot } from '../leaflet/grid.ts';
import { siteRuns } from '../pieces/bilingual.ts';
import { eachInBoth, inBoth, type Pair, type Said } from '../pieces/languages.ts';
import { fitNames, type Setting } from '../pieces/names.ts';
import { Contacts } from './contacts.tsx';
import { Finding } from './finding.tsx';
import type { BilingualFit } from './fits.ts';
import { column, columnGap } from './grid.ts';

type FirstPageProps = {
  readonly pair: Pair;
  readonly fit: BilingualFit;
  readonly known: Known;
  readonly report: Report;
};

/** The first page, which both languages share: one 999, one 101, and where each language begins. */
export const FirstPage = ({ pair, fit, known, report }: FirstPageProps): ReactElement => {
  const { first } = pair;
  const { council } = first.edition.record;
  const areas = inBoth(pair, ({ edition }) => edition.record.area);
  // With an area below it, the title moves up by 4 and all that follows down by 8.
  const top = areas.length > 0 ? 76 : 80;
  return (
    <>
      <Head pair={pair} report={report} />
      <Frame name="first page" left={side} top={top} width={measure} height={textFoot - top}>
        <Titles pair={pair} />
        {areas.length > 0 ? <Areas areas={areas} /> : <Space height={space.l} />}
        <CallFields pair={pair} />
        {operationFordApplies(council.election.kind) ? (
          <>
            <Space height={space.m} />
            <InColumns
              cells={inBoth(pair, ({ furniture }) => furniture.operationFord)}
              runs={(text) => phrase(text)}
              style={page.body}
            />
          </>
        ) : null}
        <Space height={space.l} />
        <Contacts pair={pair} hours={fit.hours} />
        <Space height={space.l} />
        <Finding pair={pair} fit={fit} known={known} />
      </Frame>
    </>
  );
};

/** A name in each language on a line; a smaller one stands on a line as high. */
const nameSettings: readonly [Setting, ...Setting[]] = [
  { style: page.h3, lines: 1 },
  { style: { ...page.label, leading: page.h3.leading }, lines: 1 },
  { style: { ...page.furnitureBold, leading: page.h3.leading }, lines: 1 },
];

const Head = ({ pair, report }: { readonly pair: Pair; readonly report: Report }): ReactElement => {
  const { faces, brand } = pair.first;
  const councils = [pair.first, pair.second].map(({ edition }) => edition.record.council);
  const names = fitNames(councils, nameSettings, nameMeasure(brand), faces, 'the band of the leaflet', report);
  const said = inBoth(pair, (parts) => names[parts === pair.first ? 0 : 1]!.text);
  const elections = inBoth(pair, ({ edition }) => {
    const { name, date } = edition.record.council.election;
    return `${name}, ${dayInWords(date, edition.guidance.language).replaceAll(' ', '\u00a0')}`;
  });
  const fits = ({ text }: Said): boolean => linesTaken(text, page.body, band.electionWidth, faces) === 1;
  const style = elections.every(fits) ? page.body : page.furniture;
  return (
    <Band
      parts={pair.first}
      names={said.map((words) => ({ ...words, style: names[0]!.style }))}
      elections={elections.map((words) => ({ ...words, style }))}
    />
  );
};

/** Both titles are one heading, for they are of one document. */
const Titles = ({ pair }: { readonly pair: Pair }): ReactElement => {
  const titles = inBoth(pair, ({ edition }) => edition.guidance.title);
  return (
    <Row role="H1" gap={columnGap}>
      {titles.map(({ text, language }) => (
        <Column key={text} width={titles.length > 1 ? column : measure} minHeight={3 * page.h2.leading}>
          <Heading level={1} runs={text} style={page.h2} {...(language !== undefined && { language })} />
        </Column>
      ))}
    </Row>
  );
};

const Areas = ({ areas }: { readonly areas: readonly Said[] }): ReactElement => (
  <>
    <InColumns cells={areas} runs={(text) => [{ text, weight: 700 }]} style={page.h3} />
    <Space height={space.s} />
  </>
);

type InColumnsProps = {
  readonly cells: readonly Said[];
  readonly runs: (text: string) => readonly Run[];
  readonly style: TypeStyle;
};

/** Words side by side in their languages; on the whole measure where both are the same. */
const InColumns = ({ cells, runs, style }: InColumnsProps): ReactElement => (
  <Row gap={columnGap}>
    {cells.map(({ text, language }) => (
      <Column key={text} width={cells.length > 1 ? column : measure}>
        <Label runs={runs(text)} style={style} rag="text" {...(language !== undefined && { language })} />
      </Column>
    ))}
  </Row>
);

const labelStyle: TypeStyle = { ...page.label, leading: page.fieldLabel.leading };

const CallFields = ({ pair }: { readonly pair: Pair }): ReactElement => {
  const { faces } = pair.first;
  /** What has happened, a line for each language; in few words where the whole is too long for one. */
  const labels = (whole: (parts: Parts) => string, short: (parts: Parts) => string, width: number): readonly Said[] => {
    const said = inBoth(pair, (parts) => whole(parts).replaceAll('\n', ' '));
    const fits = said.every(({ text }) => linesTaken(text, labelStyle, width, faces) === 1);
    return fits ? said : inBoth(pair, short);
  };
  return (
    <Fields
      parts={pair.first}
      danger={labels(
        ({ furniture }) => furniture.danger,
        ({ furniture }) => furniture.dangerShort,
        fields.emergency - 2 * space.l,
      )}
      crime={labels(
        ({ furniture }) => furniture.crime,
        ({ furniture }) => furniture.crimeShort,
        fields.crime - space.l - space.m,
      )}
      label={labelStyle}
      forces={eachInBoth(pair, ({ edition }) => edition.record.council.police.map(({ name }) => name))}
      site={siteRuns(pair)}
    />
  );
};
