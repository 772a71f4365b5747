import type { ReactElement } from 'react';
import { Frame, Panel, Row, Space } from '../../src/typeset/elements.tsx';
import type { Run } from '../../src/typeset/laid.ts';
import { page, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Label, linesTaken } from '../../src/typeset/words.tsx';
import type { Said } from '../pieces/languages.ts';
import { SaidLines } from '../pieces/said-lines.tsx';
import { fields } from './grid.ts';

type FieldsProps = {
  readonly parts: Parts;
  /** Two lines each: what has happened. */
  readonly danger: readonly Said[];
  readonly crime: readonly Said[];
  readonly label: TypeStyle;
  /** The police forces, a line each; in two languages, one for each. */
  readonly forces: readonly Said[];
  /** "or police.uk" */
  readonly site: readonly Run[];
};

/** The two numbers, each after what has happened, and the force that one calls. */
export const Fields = ({ parts, danger, crime, label, forces, site }: FieldsProps): ReactElement => {
  const inner = fields.crime - space.l - space.m;
  // A name of two lines moves up to the number and down by half a line; one that is longer still is set smaller.
  const lines = (style: TypeStyle): number =>
    forces.reduce((sum, { text }) => sum + linesTaken(text, style, inner, parts.faces), 0);
  const style = forces.length > 1 ? page.threeLines : lines(page.label) <= 2 ? page.label : page.furnitureBold;
  const forceTop = forces.length > 1 ? 126 : lines(style) <= 1 ? 128 : 120;
  const padding = { top: space.l, bottom: 0, left: space.l, right: space.l };
  return (
    <Row>
      <Panel colour="emergency" width={fields.emergency} height={fields.height} padding={padding}>
        <SaidLines said={danger} style={label} colour="paper" />
        <Space height={space.l} />
        <DisplayNumber figures="999" style={page.emergency} colour="paper" />
      </Panel>
      <Panel colour="tint" width={fields.crime} height={fields.height} padding={{ ...padding, right: space.m }}>
        <SaidLines said={crime} style={label} />
        <Space height={space.l} />
        <DisplayNumber figures="101" style={page.crime} colour="ink" />
        <Frame name="police force" left={space.l} top={forceTop} width={inner} height={fields.height - forceTop}>
          <SaidLines said={forces} style={style} rag="text" />
          <Label runs={site.map((run) => ({ ...run, weight: 700 }))} style={style} />
        </Frame>
      </Panel>
    </Row>
  );
};
