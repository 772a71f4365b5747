import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { At, Indent, Panel, Space, Stack } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { baseline, space, type TypeStyle } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Label, widthTaken } from '../../src/typeset/words.tsx';
import { dissolve, groupsOf } from './blocks.ts';
import { onOneLine } from './labels.ts';
import { panelsOf } from './panels.ts';
import { type Spacing, Text, TextBlock, type TextLook } from './text.tsx';

/** How the guidance looks where text and panels stand in one column, as wide as the page allows. */
export type ColumnLook = {
  readonly text: TextLook;
  readonly measure: number;
  /** A panel never breaks if its text is lower than `highest`; a higher one becomes several, and edge and label repeat. */
  readonly panel: {
    readonly side: number;
    readonly edge: number;
    readonly highest: { readonly emergency: number; readonly local: number };
  };
  /** "Call", and the number to call: below it, or beside it on the same line. */
  readonly call: TypeStyle;
  readonly callStands: 'above' | 'beside';
  readonly callNumber: TypeStyle;
  readonly addedBy: TypeStyle;
};

type BlocksProps = {
  readonly blocks: readonly Block[];
  readonly parts: Parts;
  readonly spacing: Spacing;
  readonly look: ColumnLook;
};

/** The blocks of a section as they flow: text and panels on the full measure. */
export const ColumnBlocks = ({ blocks, ...given }: BlocksProps): ReactElement => (
  <Stack gap={given.spacing.panel}>
    {groupsOf(blocks).map((group, i) =>
      group.kind === 'panel' ? (
        <Panels key={i} block={group.block} {...given} />
      ) : (
        <Text key={i} blocks={group.blocks} spacing={given.spacing} look={given.look.text} />
      ),
    )}
  </Stack>
);

const paddingOf = ({ panel: { side } }: ColumnLook) =>
  ({ top: space.l, bottom: space.l, left: side, right: side }) as const;

const Panels = ({ block, ...given }: Omit<BlocksProps, 'blocks'> & { readonly block: Block }): ReactElement => {
  if (block.kind !== 'emergency' && block.kind !== 'local') throw new Error(`no panel for ${block.kind}`);
  const { parts, spacing, look } = given;
  const Kind = block.kind === 'emergency' ? EmergencyPanel : CouncilPanel;
  const room = { measure: look.measure - 2 * look.panel.side, highest: look.panel.highest[block.kind] };
  const panels = panelsOf(dissolve(block.blocks), room, look.text, spacing.paragraph, parts.faces);
  return (
    <Stack gap={spacing.paragraph}>
      {panels.map((blocks, i) => (
        <Kind key={i} blocks={blocks} {...given} />
      ))}
    </Stack>
  );
};

/** Danger now: grey with a red edge, "Call 999", the sentence that leads in bold. */
const EmergencyPanel = ({ blocks, parts, spacing, look }: BlocksProps): ReactElement => {
  const [lead, ...rest] = blocks;
  const edge = { width: look.panel.edge, colour: 'emergency' } as const;
  return (
    <Panel colour="panel" padding={paddingOf(look)} edge={edge} role="Sect">
      <Call parts={parts} look={look} />
      <Space height={look.callStands === 'above' ? space.l : space.m} />
      <Stack gap={spacing.paragraph}>
        {lead ? <TextBlock block={lead} look={look.text} weight={lead.kind === 'paragraph' ? 700 : 400} /> : null}
        {rest.map((block, i) => (
          <TextBlock key={i} block={block} look={look.text} />
        ))}
      </Stack>
    </Panel>
  );
};

const Call = ({ parts: { furniture, faces }, look }: Pick<BlocksProps, 'parts' | 'look'>): ReactElement => {
  const call = <Label runs={furniture.call} style={look.call} colour="emergency" />;
  const number = <DisplayNumber figures="999" style={look.callNumber} colour="emergency" />;
  if (look.callStands === 'above') {
    return (
      <>
        {call}
        <Space height={space.s} />
        {number}
      </>
    );
  }
  const width = Math.ceil(widthTaken(furniture.call, look.call, faces) / 4) * 4;
  return (
    <Stack>
      <At left={0} top={look.callNumber.leading - baseline(look.call)} width={width}>
        {call}
      </At>
      <Indent left={width + space.s}>{number}</Indent>
    </Stack>
  );
};

/** The council speaking: on its tint, and it says whose words they are. */
const CouncilPanel = ({ blocks, parts, spacing, look }: BlocksProps): ReactElement => {
  const label = filled(parts.furniture.addedBy, { council: parts.edition.record.council.name });
  return (
    <Panel colour="tint" padding={paddingOf(look)} role="Sect">
      <Label runs={onOneLine(label)} style={look.addedBy} colour="brand" rag="text" />
      <Space height={space.s} />
      <Text blocks={blocks} spacing={spacing} look={look.text} />
    </Panel>
  );
};
