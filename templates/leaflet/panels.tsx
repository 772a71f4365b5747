import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { At, Panel, Space, Stack } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Label, linesTaken } from '../../src/typeset/words.tsx';
import { dissolve } from '../pieces/blocks.ts';
import { panelsOf } from '../pieces/panels.ts';
import { type Spacing, Text, TextBlock } from '../pieces/text.tsx';
import { measure, textFoot, textInset, textTop } from './grid.ts';
import { look } from './look.ts';

const panelPadding = { top: space.l, bottom: space.l, left: textInset, right: space.l } as const;

const panelMeasure = measure - panelPadding.left - panelPadding.right;

export const BlockPanel = ({
  block,
  parts,
  spacing,
}: {
  readonly block: Block;
  readonly parts: Parts;
  readonly spacing: Spacing;
}) => {
  if (block.kind !== 'emergency' && block.kind !== 'local') throw new Error(`no panel for ${block.kind}`);
  const Kind = block.kind === 'emergency' ? EmergencyPanel : CouncilPanel;
  const panels = panelsOf(dissolve(block.blocks), room, look, space.s, parts.faces);
  return (
    <Stack gap={spacing.paragraph}>
      {panels.map((blocks, i) => (
        <Kind key={i} blocks={blocks} parts={parts} spacing={spacing} />
      ))}
    </Stack>
  );
};

/** A panel never breaks if it is lower than this; a higher one becomes several, and edge and label repeat. */
const room = { measure: panelMeasure, highest: (textFoot - textTop) / 2 };

type PanelProps = { readonly blocks: readonly Block[]; readonly parts: Parts; readonly spacing: Spacing };

/** Danger now: grey with a red edge, "Call 999" in the side column, the sentence that leads in bold. */
const EmergencyPanel = ({ blocks, parts }: PanelProps): ReactElement => {
  const [lead, ...rest] = blocks;
  const edge = { width: space.xs, colour: 'emergency' } as const;
  return (
    <Panel colour="panel" padding={panelPadding} edge={edge} minHeight={100} role="Sect">
      <At left={space.l} top={space.l} width={textInset - space.l}>
        <Label runs={parts.furniture.call} style={page.label} colour="emergency" />
        <Space height={space.s} />
        <DisplayNumber figures="999" style={page.emergencyNumber} colour="emergency" />
      </At>
      <Stack gap={space.s}>
        {lead ? <TextBlock block={lead} look={look} weight={lead.kind === 'paragraph' ? 700 : 400} /> : null}
        {rest.map((block, i) => (
          <TextBlock key={i} block={block} look={look} />
        ))}
      </Stack>
    </Panel>
  );
};

const addedByWidth = 84;
const mostLabelLines = 4;

/**
 * "Added by" and the council's name, beside the panel's text; its short name, if it has one, where the whole name makes a
 * tall label. A name of longer words ("Newcastle-under-Lyme") stands above the text.
 */
const addedBy = ({ edition, furniture, faces }: Parts): { readonly text: string; readonly at: 'side' | 'head' } => {
  const { name, shortName = name } = edition.record.council;
  const say = (council: string): string => filled(furniture.addedBy, { council });
  const linesOf = (text: string): number => linesTaken(text, page.furnitureBold, addedByWidth, faces);
  if (linesOf(say(name)) <= mostLabelLines) return { text: say(name), at: 'side' };
  if (Number.isFinite(linesOf(say(shortName)))) return { text: say(shortName), at: 'side' };
  return { text: say(name).replaceAll('\n', ' '), at: 'head' };
};

/** The council speaking: on its tint, and it says whose words they are. */
const CouncilPanel = ({ blocks, parts, spacing }: PanelProps): ReactElement => {
  const label = addedBy(parts);
  if (label.at === 'head') {
    return (
      <Panel colour="tint" padding={panelPadding} role="Sect">
        <Label runs={label.text} style={page.furnitureBold} colour="brand" rag="text" />
        <Space height={space.xs} />
        <Text blocks={blocks} spacing={spacing} look={look} />
      </Panel>
    );
  }
  const labelHeight = page.furniture.leading * linesTaken(label.text, page.furnitureBold, addedByWidth, parts.faces);
  return (
    <Panel colour="tint" padding={panelPadding} minHeight={labelHeight + 2 * space.l} role="Sect">
      <At left={space.l} top={space.l} width={addedByWidth}>
        <Label runs={label.text} style={page.furnitureBold} colour="brand" rag="text" />
      </At>
      <Text blocks={blocks} spacing={spacing} look={look} />
    </Panel>
  );
};
