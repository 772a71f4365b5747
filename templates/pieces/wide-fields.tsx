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

const CrimeField = ({ parts, look }: FieldsProps): ReactElement => {
  const { furniture, edition, faces } = parts;
  const label = onOneLine(furniture.crime);
  const force = forceNames(edition.record.council);
  const forceWidth = look.width - look.force.left - look.right;
  // The force and police.uk stand beside 101 and end on its baseline; what is too high for that stands below.
  const heights = look.force.settings.map(({ style, most }) => {
    const lines = linesTaken(`${force}\n${furniture.orPoliceUk}`, style, forceWidth, faces);
    return { style, lines, fits: lines <= most };
  });
  const beside = heights.find(({ fits }) => fits);
  const smallest = heights.at(-1)!.style;
  const padding = paddingOf(look, 'crime');
  const measure = look.width - look.left - look.right;
  const labelHeight = look.label.leading * linesTaken(label, look.label, measure, faces);
  const numberFoot = padding.top + labelHeight + space.m + look.crime.leading;
  return (
    <Panel colour="tint" width={look.width} minHeight={look.heights.crime} padding={padding}>
      <Label runs={label} style={look.label} />
      <Space height={space.m} />
      <DisplayNumber figures="101" style={look.crime} colour="ink" />
      {beside ? (
        <At
          left={look.force.left}
          top={numberFoot - baseline(beside.style) - (beside.lines - 1) * beside.style.leading}
          width={forceWidth}
        >
          <Label runs={force} style={beside.style} rag="text" />
          <Label runs={furniture.orPoliceUk} style={beside.style} />
        </At>
      ) : (
        <>
          <Space height={space.m} />
          <Label runs={force} style={smallest} rag="text" />
          <Label runs={furniture.orPoliceUk} style={smallest} />
        </>
      )}
    </Panel>
  );
};
