import type { ReactElement } from 'react';
import { At, Panel, Space } from '../../src/typeset/elements.tsx';
import { baseline, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Label, linesTaken } from '../../src/typeset/words.tsx';
import { forceNames } from './contacts.ts';
import { onOneLine } from './labels.ts';

/** Fields as wide as the page, one above the other; lengths in points. */
export type FieldsLook = {
  readonly width: number;
  /** The edges of the page's text. */
  readonly left: number;
  readonly right: number;
  readonly label: TypeStyle;
  readonly emergency: TypeStyle;
  readonly crime: TypeStyle;
  /** The least heights. */
  readonly heights: { readonly emergency: number; readonly crime: number };
  /** Below the numbers. */
  readonly feet: { readonly emergency: number; readonly crime: number };
  /** The force beside 101: where it begins, and how it may be set there, on so many lines with police.uk. */
  readonly force: {
    readonly left: number;
    readonly settings: readonly { readonly style: TypeStyle; readonly most: number }[];
  };
};

type FieldsProps = { readonly parts: Parts; readonly look: FieldsLook };

const paddingOf = ({ left, right, feet }: FieldsLook, field: keyof FieldsLook['feet']) =>
  ({ top: space.l, bottom: feet[field], left, right }) as const;

/** The two numbers, each after what has happened, and the force that one calls. */
export const WideFields = ({ parts, look }: FieldsProps): ReactElement => (
  <>
    <EmergencyField parts={parts} look={look} />
    <CrimeField parts={parts} look={look} />
  </>
);

const EmergencyField = ({ parts, look }: FieldsProps): ReactElement => (
  <Panel
    colour="emergency"
    width={look.width}
    minHeight={look.heights.emergency}
    padding={paddingOf(look, 'emergency')}
  >
    <Label runs={onOneLine(parts.furniture.danger)} style={look.label} colour="paper" />
    <Space height={space.m} />
    <DisplayNumber figures="999" style={look.emergency} colour="paper" />
  </Panel>
);

/** How the force stands by 101: beside it, ending on its baseline, or below where it is too high for that. */
const forceOf = ({ parts, look }: FieldsProps) => {
  const { furniture, edition, faces } = parts;
  const names = forceNames(edition.record.council);
  const width = look.width - look.force.left - look.right;
  const settings = look.force.settings.map(({ style, most }) => {
    const lines = linesTaken(`${names}\n${furniture.orPoliceUk}`, style, width, faces);
    return { style, lines, fits: lines <= most };
  });
  return { names, width, beside: settings.find(({ fits }) => fits), smallest: settings.at(-1)!.style };
};

const measureOf = ({ width, left, right }: FieldsLook): number => width - left - right;

/** From the top of a field to the foot of its number. */
const numberFoot = (label: string, number: TypeStyle, { parts, look }: FieldsProps): number =>
  space.l + look.label.leading * linesTaken(label, look.label, measureOf(look), parts.faces) + space.m + number.leading;

/** What both take in height, in points. */
export const heightOfFields = (given: FieldsProps): number => {
  const { parts, look } = given;
  const { furniture, faces } = parts;
  const { names, beside, smallest } = forceOf(given);
  const lines = linesTaken(`${names}\n${furniture.orPoliceUk}`, smallest, measureOf(look), faces);
  const below = beside ? 0 : space.m + smallest.leading * lines;
  const emergency = numberFoot(onOneLine(furniture.danger), look.emergency, given) + look.feet.emergency;
  const crime = numberFoot(onOneLine(furniture.crime), look.crime, given) + below + look.feet.crime;
  return Math.max(look.heights.emergency, emergency) + Math.max(look.heights.crime, crime);
};

const CrimeField = (given: FieldsProps): ReactElement => {
  const { parts, look } = given;
  const { furniture } = parts;
  const label = onOneLine(furniture.crime);
  const { names, width, beside, smallest } = forceOf(given);
  return (
    <Panel colour="tint" width={look.width} minHeight={look.heights.crime} padding={paddingOf(look, 'crime')}>
      <Label runs={label} style={look.label} />
      <Space height={space.m} />
      <DisplayNumber figures="101" style={look.crime} colour="ink" />
      {beside ? (
        <At
          left={look.force.left}
          top={
            numberFoot(label, look.crime, given) - baseline(beside.style) - (beside.lines - 1) * beside.style.leading
          }
          width={width}
        >
          <Label runs={names} style={beside.style} rag="text" />
          <Label runs={furniture.orPoliceUk} style={beside.style} />
        </At>
      ) : (
        <>
          <Space height={space.m} />
          <Label runs={names} style={smallest} rag="text" />
          <Label runs={furniture.orPoliceUk} style={smallest} />
        </>
      )}
    </Panel>
  );
};
