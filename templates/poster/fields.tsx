import type { ReactElement } from 'react';
import { Block, Frame, Measure, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { baseline, poster, type TypeStyle } from '../../src/typeset/scale.ts';
import { DisplayNumber, Label, linesTaken } from '../../src/typeset/words.tsx';
import type { Said } from '../pieces/languages.ts';
import { SaidHeading } from '../pieces/said-heading.tsx';
import { SaidLines } from '../pieces/said-lines.tsx';
import { crimeFoot, emergencyWidth, fieldsFoot, fieldsTop, force, measure, side, width } from './grid.ts';
import type { PosterLook } from './look.ts';

type EmergencyProps = { readonly look: PosterLook; readonly danger: readonly Said[] };

/** 999, as wide as the measure, in a field as wide as the paper. */
export const EmergencyField = ({ look, danger }: EmergencyProps): ReactElement => {
  const { height, words, gap } = look.emergency;
  return (
    <>
      <Block top={fieldsTop} width={width} height={height} colour="emergency" />
      <Frame name="999" left={side} top={words} width={measure} height={304 + poster.emergency.leading - words}>
        <Stack role="Sect">
          <SaidHeading level={2} said={danger} style={look.fieldLabel} colour="paper" />
          <Space height={gap} />
          <Measure width={emergencyWidth}>
            <DisplayNumber figures="999" style={poster.emergency} colour="paper" />
          </Measure>
        </Stack>
      </Frame>
    </>
  );
};

type CrimeProps = {
  readonly look: PosterLook;
  readonly crime: readonly Said[];
  /** The police forces, a line each; in two languages, one for each. */
  readonly forces: readonly Said[];
  /** "or police.uk" */
  readonly site: readonly Run[];
  readonly faces: Faces;
};

/** 101, and beside it the force that one calls and its site, which stand on the same line. */
export const CrimeField = ({ look, crime, forces, site, faces }: CrimeProps): ReactElement => {
  const { words, gap, number } = look.crime;
  const top = fieldsTop + look.emergency.height;
  const beside = besideNumber(forces, site, number.leading, faces);
  return (
    <>
      <Block top={top} width={width} height={fieldsFoot - top} colour="tint" />
      <Frame name="101" left={side} top={words} width={measure} height={crimeFoot - words}>
        <Stack role="Sect">
          <SaidHeading level={2} said={crime} style={look.fieldLabel} />
          <Space height={gap} />
          <Measure width={force.left - side}>
            <DisplayNumber figures="101" style={number} colour="ink" />
          </Measure>
          <Frame
            name="police force"
            left={force.left - side}
            top={beside.top - words}
            width={force.width}
            height={fieldsFoot - beside.top}
          >
            <SaidLines said={forces} style={beside.style} rag="text" />
            <Label runs={site} style={beside.style} />
          </Frame>
        </Stack>
      </Frame>
    </>
  );
};

/**
 * The largest style in which force and site are no higher than the number, each name on a line if one allows it, and
 * where they begin to end on the number's line.
 */
const besideNumber = (
  forces: readonly Said[],
  site: readonly Run[],
  room: number,
  faces: Faces,
): { readonly style: TypeStyle; readonly top: number } => {
  const words = [...forces.flatMap(({ text }) => text.split('\n')), site];
  const linesIn = (style: TypeStyle): number =>
    words.reduce((sum, each) => sum + linesTaken(each, style, force.width, faces), 0);
  const fitting = poster.force.filter((style) => linesIn(style) * style.leading <= room);
  const style =
    fitting.find((each) => linesIn(each) === words.length && each.size >= wrapBelow) ??
    fitting.find(({ size }) => size <= wrapBelow) ??
    poster.force.at(-1)!;
  const lines = linesIn(style);
  // A word that is wider than its column takes no number of lines, and preflight tells of it.
  const above = Number.isFinite(lines) ? (lines - 1) * style.leading : room - style.leading;
  return { style, top: crimeFoot - baseline(style) - above };
};

/** A name takes a second line rather than a smaller style than this. */
const wrapBelow = 24;
