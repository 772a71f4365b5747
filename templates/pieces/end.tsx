import type { ReactElement } from 'react';
import { At, Panel, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { useSetting } from '../../src/typeset/setting.ts';
import type { TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Label, Paragraph } from '../../src/typeset/words.tsx';
import type { Entry } from './colophon.ts';

/** What stands on the last page where there is one column. */

/** Lengths in points. */
export type StripsLook = {
  readonly height: number;
  /** Room at the sides of what stands on them. */
  readonly left: number;
  readonly right: number;
  /** Where the words begin beside the numbers. */
  readonly label: number;
  readonly words: TypeStyle;
  readonly emergency: TypeStyle;
  readonly crime: TypeStyle;
};

/** The two numbers again; as on the first page, what has happened is read before the number to call. */
export const CallStrips = ({ parts, look }: { readonly parts: Parts; readonly look: StripsLook }): ReactElement => (
  <Stack>
    <Panel colour="emergency" height={look.height} padding={stripPadding(look, look.emergency)}>
      <StripLabel words={parts.furniture.danger} look={look} colour="paper" />
      <DisplayNumber figures="999" style={look.emergency} colour="paper" />
    </Panel>
    <Panel colour="tint" height={look.height} padding={stripPadding(look, look.crime)}>
      <StripLabel words={parts.furniture.crime} look={look} colour="ink" />
      <DisplayNumber figures="101" style={look.crime} colour="ink" />
    </Panel>
  </Stack>
);

/** The number stands in the middle of its strip. */
const stripPadding = ({ height, left, right }: StripsLook, number: TypeStyle) => ({
  top: (height - number.leading) / 2,
  bottom: 0,
  left,
  right,
});

type StripLabelProps = {
  readonly words: string;
  readonly look: StripsLook;
  readonly colour: 'paper' | 'ink';
};

/** Two lines, as furniture breaks them, in the middle of the strip. */
const StripLabel = ({ words, look, colour }: StripLabelProps): ReactElement => {
  const { measure } = useSetting();
  return (
    <At left={look.label} top={look.height / 2 - look.words.leading} width={measure + look.left - look.label}>
      <Label runs={words} style={look.words} colour={colour} />
    </At>
  );
};

/** How entries of a colophon look. */
export type EntryLook = {
  readonly rule: number;
  /** Below the rule. */
  readonly gap: number;
  readonly label: TypeStyle;
  readonly body: TypeStyle;
};

/** An entry of the colophon: rule, label, words, one below the other. */
export const EntryBelow = ({ entry, look }: { readonly entry: Entry; readonly look: EntryLook }): ReactElement => (
  <Stack>
    <Rule thickness={look.rule} />
    <Space height={look.gap} />
    <Label runs={entry.label} style={look.label} />
    {entry.paragraphs.map((runs, i) => (
      <Paragraph key={i} runs={runs} style={look.body} />
    ))}
  </Stack>
);
