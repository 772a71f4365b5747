import type { ReactElement } from 'react';
import { weekdayInWords } from '../../src/content/dates.ts';
import { At, Block, Frame, Space } from '../../src/typeset/elements.tsx';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import { page, space, trifold as styles, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Heading, Label, linesTaken } from '../../src/typeset/words.tsx';
import { forceNames } from '../pieces/contacts.ts';
import { Logo } from '../pieces/logo.tsx';
import { fitName } from '../pieces/names.ts';
import { type FaceProps, saysOperationFord } from './faces.ts';
import { cover, height } from './grid.ts';

/** The front: council, title, and the two numbers, for a leaflet in a rack must work unopened. */
export const Cover = (props: FaceProps): ReactElement => {
  const { parts, place } = props;
  const force = forceOf(parts, place.measure - forceLeft);
  const crimeTop = cover.crimeTop - force.more;
  const emergencyTop = cover.emergencyTop - force.more;
  return (
    <>
      <Block left={place.left} width={place.width} height={cover.band} colour="brand" />
      <Block
        left={place.left}
        top={emergencyTop}
        width={place.width}
        height={cover.crimeTop - cover.emergencyTop}
        colour="emergency"
      />
      <Block left={place.left} top={crimeTop} width={place.width} height={height - crimeTop} colour="tint" />
      <Band {...props} />
      <Frame
        name="title"
        left={place.textLeft}
        top={cover.titleTop}
        width={place.measure}
        height={emergencyTop - space.s - cover.titleTop}
      >
        <Words parts={parts} measure={place.measure} room={emergencyTop - space.s - cover.titleTop} />
      </Frame>
      <Frame name="999" left={place.textLeft} top={emergencyTop + space.m} width={place.measure} height={140}>
        <Label runs={parts.furniture.danger} style={page.fieldLabel} colour="paper" />
        <Space height={space.m} />
        <DisplayNumber figures="999" style={styles.emergency} colour="paper" />
      </Frame>
      <CrimeField {...props} top={crimeTop} force={force} />
    </>
  );
};

const Band = ({ parts, place, report }: FaceProps): ReactElement => {
  const { brand, edition, faces, palette } = parts;
  // Without a logo the name begins where the logo would.
  const left = brand.logo ? cover.name : 0;
  const measure = place.measure - left;
  const { text, style } = fitName(
    edition.record.council,
    [
      { style: styles.name, lines: 1 },
      { style: page.label, lines: 2 },
      { style: page.furnitureBold, lines: 3 },
    ],
    measure,
    faces,
    'the band of the folded leaflet',
    report,
  );
  const lines = linesTaken(text, style, measure, faces);
  const top = Number.isFinite(lines) ? (cover.band - style.leading * lines) / 2 : cover.nameTop;
  return (
    <>
      {brand.logo ? (
        <At left={place.textLeft} top={cover.logoTop} width={cover.logo}>
          <Logo logo={brand.logo} palette={palette} size={cover.logo} />
        </At>
      ) : null}
      <Frame name="council name" left={place.textLeft + left} top={top} width={measure} height={48}>
        <Label runs={text} style={style} colour="onBrand" />
      </Frame>
    </>
  );
};

type WordsProps = { readonly parts: Parts; readonly measure: number; readonly room: number };

/** Title, area, promise, election; the title is set smaller where the four do not fit. */
const Words = ({ parts, measure, room }: WordsProps): ReactElement => {
  const { edition, furniture, faces } = parts;
  const { area, council } = edition.record;
  const { title, language } = edition.guidance;
  const promise = saysOperationFord(parts) ? furniture.trifoldPromise : furniture.trifoldPromiseShort;
  const election = filled(furniture.trifoldElection, {
    election: council.election.name,
    date: unbroken(weekdayInWords(council.election.date, language)),
  });
  const heightOf = (text: string, style: TypeStyle): number => style.leading * linesTaken(text, style, measure, faces);
  const areaStyle = heightOf(area ?? '', page.h3) > page.h3.leading ? page.label : page.h3;
  const gaps = area === undefined ? [space.l, space.s] : [space.xs + heightOf(area, areaStyle) + space.s, space.xs];
  const below =
    heightOf(promise, styles.promise) + heightOf(election, page.body) + gaps.reduce((sum, gap) => sum + gap);
  const titleStyle = heightOf(title, styles.title) + below <= room ? styles.title : styles.titleSmall;
  return (
    <>
      <Heading level={1} runs={title} style={titleStyle} />
      {area === undefined ? null : (
        <>
          <Space height={space.xs} />
          <Label runs={area} style={areaStyle} />
        </>
      )}
      <Space height={area === undefined ? space.l : space.s} />
      <Label runs={promise} style={styles.promise} rag="text" />
      <Space height={area === undefined ? space.s : space.xs} />
      <Label runs={election} style={page.body} colour="quiet" rag="text" />
    </>
  );
};

/** The force stands beside 101, and the last line on its baseline. */
const forceLeft = 68;
const usualLines = 2;

type Force = { readonly text: string; readonly lines: number; readonly style: TypeStyle; readonly more: number };

/** More than one line of force makes the field higher. */
const forceOf = ({ edition, furniture, faces }: Parts, measure: number): Force => {
  const text = `${forceNames(edition.record.council)}\n${furniture.orPoliceUk}`;
  const taken = linesTaken(text, page.label, measure, faces);
  const lines = Number.isFinite(taken) ? taken : usualLines;
  return { text, lines, style: page.label, more: Math.max(0, lines - usualLines) * page.label.leading };
};

type CrimeFieldProps = FaceProps & { readonly top: number; readonly force: Force };

/** Its words end 15 pt from the cut, which is more than 5 mm. */
const crimeFoot = 580;

const CrimeField = ({ parts, place, top, force }: CrimeFieldProps): ReactElement => {
  const numberTop = crimeFoot - space.xs - styles.crime.leading;
  const forceTop = crimeFoot - force.lines * force.style.leading;
  return (
    <>
      <Frame name="101" left={place.textLeft} top={top + space.s} width={place.measure} height={page.label.leading}>
        <Label runs={parts.furniture.crime.replaceAll('\n', ' ')} style={page.label} />
      </Frame>
      <Frame name="101 number" left={place.textLeft} top={numberTop} width={forceLeft} height={styles.crime.leading}>
        <DisplayNumber figures="101" style={styles.crime} colour="ink" />
      </Frame>
      <Frame
        name="police force"
        left={place.textLeft + forceLeft}
        top={forceTop}
        width={place.measure - forceLeft}
        height={crimeFoot - forceTop}
      >
        <Label runs={force.text} style={force.style} rag="text" />
      </Frame>
    </>
  );
};
