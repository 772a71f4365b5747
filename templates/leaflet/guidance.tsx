import { Fragment, type ReactElement } from 'react';
import type { Block, Section } from '../../src/content/edition.ts';
import {
  At, Column, Heading, Indent, Item, Label, linesTaken, List, Panel, Paragraph, Row, Rule, runsOf, Space, Stack, DisplayNumber,
} from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { hang, page, space } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { measure, qr, sideColumn, textInset, textMeasure } from './grid.ts';

type BlocksProps = { readonly blocks: readonly Block[]; readonly parts: Parts; readonly spacing: Spacing };

/** Spaces between paragraphs, and between panels and text. */
export type Spacing = { readonly paragraph: number; readonly panel: number };

export const spacings = {
  normal: { paragraph: space.s, panel: space.l },
  tight: { paragraph: space.xs, panel: space.m },
} as const;

/** Panels stand on the full measure, everything else in the text column. */
type Group = { readonly kind: 'panel'; readonly block: Block } | { readonly kind: 'text'; readonly blocks: Block[] };

/** Parts only name passages; the leaflet takes them all, so they dissolve. */
const dissolve = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'part' ? dissolve(block.blocks) : [block]));

/** Panels by themselves, runs of text together; a heading begins a new run. */
const groupsOf = (blocks: readonly Block[]): Group[] => {
  const groups: Group[] = [];
  for (const block of dissolve(blocks)) {
    const last = groups.at(-1);
    if (block.kind === 'emergency' || block.kind === 'local') groups.push({ kind: 'panel', block });
    else if (last?.kind === 'text' && block.kind !== 'heading') last.blocks.push(block);
    else groups.push({ kind: 'text', blocks: [block] });
  }
  return groups;
};

/** The blocks of a section as they flow: text in its column, panels across. */
export const Blocks = ({ blocks, parts, spacing }: BlocksProps): ReactElement => (
  <Stack gap={spacing.panel}>
    {groupsOf(blocks).map((group, i) =>
      group.kind === 'panel' ? (
        <BlockPanel key={i} block={group.block} parts={parts} spacing={spacing} />
      ) : (
        <Indent key={i} left={textInset}>
          <Text blocks={group.blocks} spacing={spacing} />
        </Indent>
      ),
    )}
  </Stack>
);

/** A run of text; a heading at its head stands close to what it heads. */
const Text = ({ blocks, spacing }: { readonly blocks: readonly Block[]; readonly spacing: Spacing }): ReactElement => {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || rest.length === 0) {
    return <Stack gap={spacing.paragraph}>{blocks.map((block, i) => <TextBlock key={i} block={block} />)}</Stack>;
  }
  return (
    <Stack gap={space.xs}>
      <TextBlock block={first} />
      <Stack gap={spacing.paragraph}>{rest.map((block, i) => <TextBlock key={i} block={block} />)}</Stack>
    </Stack>
  );
};

const TextBlock = ({ block, bold = 400 }: { readonly block: Block; readonly bold?: 400 | 700 }): ReactElement => {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph runs={runsOf(block.inlines, bold)} place={block.place} />;
    case 'heading':
      return <Heading level={block.depth as 3} id={block.id} runs={runsOf(block.inlines, 700)} style={page.h3} place={block.place} />;
    case 'list':
      return (
        <List gap={space.xs} ordered={block.ordered}>
          {block.items.map((item, i) => (
            <Item
              key={i}
              marker={block.ordered ? `${block.start + i}.` : '•'}
              markerStyle={page.body}
              hang={block.ordered ? hang.numeral : hang.bullet}
            >
              <Stack gap={space.xs}>{item.map((inner, j) => <TextBlock key={j} block={inner} />)}</Stack>
            </Item>
          ))}
        </List>
      );
    default:
      // Merge lets panels stand only between blocks of a section, never inside a list or a panel.
      throw new Error(`no element for ${block.kind} inside running text`);
  }
};

const panelPadding = { top: space.l, bottom: space.l, left: textInset, right: space.l } as const;

const BlockPanel = ({ block, parts, spacing }: { readonly block: Block; readonly parts: Parts; readonly spacing: Spacing }) => {
  if (block.kind === 'emergency') return <EmergencyPanel blocks={block.blocks} parts={parts} />;
  if (block.kind === 'local') return <CouncilPanel blocks={block.blocks} parts={parts} spacing={spacing} />;
  throw new Error(`no panel for ${block.kind}`);
};

/** Danger now: grey with a red edge, "Call 999" in the side column, the sentence that leads in bold. */
const EmergencyPanel = ({ blocks, parts }: { readonly blocks: readonly Block[]; readonly parts: Parts }): ReactElement => {
  const [lead, ...rest] = dissolve(blocks);
  const edge = { width: space.xs, colour: 'emergency' } as const;
  return (
    <Panel colour="panel" padding={panelPadding} edge={edge} minHeight={100} role="Sect">
      <At left={space.l} top={space.l} width={textInset - space.l}>
        <Label runs={parts.furniture.call} style={page.label} colour="emergency" />
        <Space height={space.s} />
        <DisplayNumber figures="999" style={page.emergencyNumber} colour="emergency" />
      </At>
      <Stack gap={space.s}>
        {lead ? <TextBlock block={lead} bold={700} /> : null}
        {rest.map((block, i) => (
          <TextBlock key={i} block={block} />
        ))}
      </Stack>
    </Panel>
  );
};

const addedByWidth = 84;

/** The council speaking: on its tint, and it says whose words they are. */
const CouncilPanel = ({ blocks, parts, spacing }: BlocksProps): ReactElement => {
  const label = filled(parts.furniture.addedBy, { council: parts.edition.record.council.name });
  const labelHeight = page.furniture.leading * linesTaken(label, page.furnitureBold, addedByWidth, parts.faces);
  return (
    <Panel colour="tint" padding={panelPadding} minHeight={labelHeight + 2 * space.l} role="Sect">
      <At left={space.l} top={space.l} width={addedByWidth}>
        <Label runs={label} style={page.furnitureBold} colour="brand" rag="text" />
      </At>
      <Text blocks={dissolve(blocks)} spacing={spacing} />
    </Panel>
  );
};

/** A numbered section of the pages that follow the first. */
export const GuidanceSection = ({ section, parts, spacing }: { readonly section: Section; readonly parts: Parts; readonly spacing: Spacing }) => (
  <Stack gap={space.l} role="Sect">
    <Panel colour="paper" padding={{ top: space.l, bottom: 0, left: textInset, right: 0 }} minHeight={space.l + page.sectionNumber.leading}>
      <At left={0} top={space.xs} width={measure}>
        <Rule colour="brand" thickness={2} />
      </At>
      <At left={0} top={space.l} width={sideColumn}>
        <DisplayNumber figures={String(section.number)} style={page.sectionNumber} colour="brand" />
      </At>
      <Heading level={2} id={section.id} runs={runsOf(section.heading, 700)} style={page.h2} place={section.place} />
    </Panel>
    <Blocks blocks={section.blocks} parts={parts} spacing={spacing} />
  </Stack>
);

const numeralDrop = -1.34;

/** The first section on the first page: its list beside the QR code, without the section's number, for the list has its own. */
export const FiveWays = ({ section }: { readonly parts: Parts; readonly section: Section }): ReactElement => (
  <>
    <Heading level={2} id={section.id} runs={runsOf(section.heading, 700)} style={page.h2} place={section.place} />
    <Space height={space.s} />
    <Column width={measure - qr - 60}>
      <Stack gap={space.s}>
        {dissolve(section.blocks).map((block, i) => (
          <Fragment key={i}>{block.kind === 'list' && block.ordered ? <BigNumerals list={block} /> : <TextBlock block={block} />}</Fragment>
        ))}
      </Stack>
    </Column>
  </>
);

const BigNumerals = ({ list }: { readonly list: Extract<Block, { kind: 'list' }> }): ReactElement => (
  <List gap={space.s} ordered>
    {list.items.map((item, i) => (
      <Item
        key={i}
        marker={String(list.start + i)}
        markerStyle={page.numeral}
        markerColour="brand"
        markerDrop={numeralDrop}
        hang={hang.numeral}
      >
        <Stack gap={space.xs}>
          {item.map((block, j) => (
            <TextBlock key={j} block={block} />
          ))}
        </Stack>
      </Item>
    ))}
  </List>
);

/** The introduction; on the first page on the full measure, else before section 2 in the text column. */
export const Introduction = ({ parts }: { readonly parts: Parts }): ReactElement => (
  <Blocks blocks={parts.edition.introduction} parts={parts} spacing={spacings.normal} />
);

/** What stands where, made from the headings. */
export const Contents = ({ parts, known }: { readonly parts: Parts; readonly known: Known }): ReactElement => (
  <>
    <Space height={space.l} />
    <Label runs={parts.furniture.contents} style={page.h3} />
    <Space height={space.s} />
    <Stack>
      {parts.edition.sections.map((section) => (
        <Row key={section.id}>
          <Column width={hang.numeral}>
            <Label runs={String(known.pageOf(section.id) ?? 0)} style={page.label} />
          </Column>
          <Column width={textMeasure}>
            <Paragraph runs={runsOf(section.heading, 400, `#${section.id}`)} />
          </Column>
        </Row>
      ))}
    </Stack>
  </>
);

