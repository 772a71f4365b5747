import { Fragment, type ReactElement } from 'react';
import type { Block, Section } from '../../src/content/edition.ts';
import { Column, Headed, Indent, Row, Space, Stack } from '../../src/typeset/elements.tsx';
import { hang, page, space } from '../../src/typeset/scale.ts';
import type { Known, Parts } from '../../src/typeset/template.ts';
import { Heading, Item, Label, List, Paragraph, runsOf } from '../../src/typeset/words.tsx';
import { dissolve, groupsOf } from '../pieces/blocks.ts';
import { SectionHead, type SectionLook } from '../pieces/section-head.tsx';
import { type Spacing, Text, TextBlock } from '../pieces/text.tsx';
import { measure, qr, sideColumn, textInset, textMeasure } from './grid.ts';
import { look, spacings } from './look.ts';
import { BlockPanel } from './panels.tsx';

type BlocksProps = { readonly blocks: readonly Block[]; readonly parts: Parts; readonly spacing: Spacing };

/** The blocks of a section as they flow: text in its column, panels across. */
export const Blocks = ({ blocks, parts, spacing }: BlocksProps): ReactElement => (
  <Stack gap={spacing.panel}>
    {groupsOf(blocks).map((group, i) =>
      group.kind === 'panel' ? (
        <BlockPanel key={i} block={group.block} parts={parts} spacing={spacing} />
      ) : (
        <Indent key={i} left={textInset}>
          <Text blocks={group.blocks} spacing={spacing} look={look} />
        </Indent>
      ),
    )}
  </Stack>
);

type SectionProps = { readonly section: Section; readonly parts: Parts; readonly spacing: Spacing };

const head: SectionLook = { measure, number: sideColumn, heading: textInset, styles: page, gap: space.l };

/** A numbered section of the pages that follow the first. */
export const GuidanceSection = ({ section, parts, spacing }: SectionProps): ReactElement => (
  <Headed role="Sect" heading={<SectionHead section={section} look={head} />} gap={head.gap}>
    <Blocks blocks={section.blocks} parts={parts} spacing={spacing} />
  </Headed>
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
          <Fragment key={i}>
            {block.kind === 'list' && block.ordered ? (
              <BigNumerals list={block} />
            ) : (
              <TextBlock block={block} look={look} />
            )}
          </Fragment>
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
            <TextBlock key={j} block={block} look={look} />
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
