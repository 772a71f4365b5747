import type { ReactElement } from 'react';
import type { Block, Section } from '../../src/content/edition.ts';
import { At, Column, Headed, Keep, Panel, Row, Rule, Space, Stack } from '../../src/typeset/elements.tsx';
import { filled } from '../../src/typeset/phrase.ts';
import { QrCode } from '../../src/typeset/qr.tsx';
import { largePrint, space } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { DisplayNumber, Heading, HeadingNumber, Label, runsOf } from '../../src/typeset/words.tsx';
import { dissolve, groupsOf } from '../pieces/blocks.ts';
import { panelsOf } from '../pieces/panels.ts';
import { type Spacing, Text, TextBlock } from '../pieces/text.tsx';
import { measure, qr, textFoot, textTop } from './grid.ts';
import { onOneLine } from './labels.ts';
import { look } from './look.ts';

type BlocksProps = { readonly blocks: readonly Block[]; readonly parts: Parts; readonly spacing: Spacing };

/** The blocks of a section as they flow: text and panels on the full measure. */
export const Blocks = ({ blocks, parts, spacing }: BlocksProps): ReactElement => (
  <Stack gap={spacing.panel}>
    {groupsOf(blocks).map((group, i) =>
      group.kind === 'panel' ? (
        <Panels key={i} block={group.block} parts={parts} spacing={spacing} />
      ) : (
        <Text key={i} blocks={group.blocks} spacing={spacing} look={look} />
      ),
    )}
  </Stack>
);

type SectionProps = { readonly section: Section; readonly parts: Parts; readonly spacing: Spacing };

export const GuidanceSection = ({ section, parts, spacing }: SectionProps): ReactElement => (
  <Headed role="Sect" heading={<SectionHead section={section} />} gap={space.m}>
    <Blocks blocks={section.blocks} parts={parts} spacing={spacing} />
  </Headed>
);

const headRule = { top: space.xs, thickness: 3 } as const;

/** Rule, number and heading, one below the other; never alone at a page's foot. */
const SectionHead = ({ section }: { readonly section: Section }): ReactElement => (
  <Panel
    role="H2"
    colour="paper"
    padding={{ top: 20, bottom: 0, left: 0, right: 0 }}
    presence={space.m + 2 * largePrint.body.leading}
  >
    <At left={0} top={headRule.top} width={measure}>
      <Rule colour="brand" thickness={headRule.thickness} />
    </At>
    <HeadingNumber number={section.number} style={largePrint.sectionNumber} />
    <Space height={space.m} />
    <Heading
      level={2}
      id={section.id}
      runs={runsOf(section.heading, 700)}
      style={largePrint.h2}
      body={largePrint.body}
      place={section.place}
    />
  </Panel>
);

/** The QR code to the guidance on GOV.UK, and the words by which one finds it without. */
export const Find = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture, edition, palette } = parts;
  return (
    <Keep>
      <Row gap={space.xl}>
        <Column width={qr}>
          <QrCode text={edition.guidance.source} alt={furniture.qrAlt} size={qr} palette={palette} />
        </Column>
        <Column width={measure - qr - space.xl}>
          <Label runs={onOneLine(furniture.qrCaption)} style={largePrint.label} rag="text" />
          <Label runs={onOneLine(furniture.qrSearch)} style={largePrint.body} rag="text" />
        </Column>
      </Row>
    </Keep>
  );
};

const panelPadding = { top: space.l, bottom: space.l, left: space.xl, right: space.xl } as const;

/** A panel never breaks if it is lower than this; a higher one becomes several, and edge and label repeat. */
const room = { measure: measure - panelPadding.left - panelPadding.right, highest: (textFoot - textTop) / 2 };

const Panels = ({ block, parts, spacing }: Omit<BlocksProps, 'blocks'> & { readonly block: Block }): ReactElement => {
  if (block.kind !== 'emergency' && block.kind !== 'local') throw new Error(`no panel for ${block.kind}`);
  const Kind = block.kind === 'emergency' ? EmergencyPanel : CouncilPanel;
  const panels = panelsOf(dissolve(block.blocks), room, look, spacing.paragraph, parts.faces);
  return (
    <Stack gap={spacing.paragraph}>
      {panels.map((blocks, i) => (
        <Kind key={i} blocks={blocks} parts={parts} spacing={spacing} />
      ))}
    </Stack>
  );
};

/** Danger now: grey with a red edge, "Call 999", the sentence that leads in bold. */
const EmergencyPanel = ({ blocks, parts, spacing }: BlocksProps): ReactElement => {
  const [lead, ...rest] = blocks;
  const edge = { width: space.s, colour: 'emergency' } as const;
  return (
    <Panel colour="panel" padding={panelPadding} edge={edge} role="Sect">
      <Label runs={parts.furniture.call} style={largePrint.fieldLabel} colour="emergency" />
      <Space height={space.s} />
      <DisplayNumber figures="999" style={largePrint.emergencyNumber} colour="emergency" />
      <Space height={space.l} />
      <Stack gap={spacing.paragraph}>
        {lead ? <TextBlock block={lead} look={look} weight={lead.kind === 'paragraph' ? 700 : 400} /> : null}
        {rest.map((block, i) => (
          <TextBlock key={i} block={block} look={look} />
        ))}
      </Stack>
    </Panel>
  );
};

/** The council speaking: on its tint, and it says whose words they are. */
const CouncilPanel = ({ blocks, parts, spacing }: BlocksProps): ReactElement => {
  const label = filled(parts.furniture.addedBy, { council: parts.edition.record.council.name });
  return (
    <Panel colour="tint" padding={panelPadding} role="Sect">
      <Label runs={onOneLine(label)} style={largePrint.furnitureBold} colour="brand" rag="text" />
      <Space height={space.s} />
      <Text blocks={blocks} spacing={spacing} look={look} />
    </Panel>
  );
};
