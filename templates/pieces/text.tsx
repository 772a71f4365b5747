import { Fragment, type ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { Headed, Joint, Space, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import type { TypeStyle, Weight } from '../../src/typeset/scale.ts';
import { Heading, Item, linesTaken, List, Paragraph, runsOf } from '../../src/typeset/words.tsx';
import { type FigureLook, GuidanceFigure, heightOfFigure } from './figure.tsx';
import { GuidanceTable, setTable, type TableLook } from './table.tsx';

/** Spaces between paragraphs, and between panels and text. */
export type Spacing = { readonly paragraph: number; readonly panel: number };

/** How running text looks in a product. */
export type TextLook = {
  readonly body: TypeStyle;
  readonly h3: TypeStyle;
  /** Between a heading and what it heads. */
  readonly headingGap: number;
  /** Between items of a list, and between the blocks of an item. */
  readonly itemGap: number;
  /** The width that a list's marker takes. */
  readonly hang: { readonly bullet: number; readonly numeral: number };
  readonly table: TableLook;
  readonly figure: FigureLook;
};

type TextProps = { readonly blocks: readonly Block[]; readonly spacing: Spacing; readonly look: TextLook };

/** A run of text; a heading at its head stands close to what it heads. */
export const Text = ({ blocks, spacing, look }: TextProps): ReactElement => {
  const [first, ...rest] = blocks;
  const flow = (flowing: readonly Block[]): ReactElement => (
    <Stack gap={spacing.paragraph}>
      {led(flowing).map(({ lead, block, next }, i) => (
        <Fragment key={i}>
          {lead ? (
            <Stack>
              <TextBlock block={lead} look={look} ahead={spacing.paragraph} />
              <Joint height={spacing.paragraph} />
              <TextBlock block={block} look={look} />
            </Stack>
          ) : (
            <TextBlock block={block} look={look} {...(next?.kind === 'list' && { ahead: spacing.paragraph })} />
          )}
          {/* A box of no height makes two spaces of one: what follows a table or a picture is new. */}
          {next && stands(block) ? <Space height={0} /> : null}
        </Fragment>
      ))}
    </Stack>
  );
  if (first?.kind !== 'heading' || rest.length === 0) return flow(blocks);
  return (
    <Headed heading={<TextBlock block={first} look={look} />} gap={look.headingGap}>
      {flow(rest)}
    </Headed>
  );
};

/** What stands by itself, other than text. */
const stands = ({ kind }: Block): boolean => kind === 'table' || kind === 'figure';

/** A block with the one after it, and before a table or a picture the sentence that leads to it. */
type Led = { readonly lead?: Block; readonly block: Block; readonly next: Block | undefined };

const led = (blocks: readonly Block[]): Led[] => {
  const found: Led[] = [];
  blocks.forEach((block, i) => {
    const last = found.at(-1);
    const next = blocks[i + 1];
    if (stands(block) && last?.block.kind === 'paragraph') found[found.length - 1] = { lead: last.block, block, next };
    else found.push({ block, next });
  });
  return found;
};

type TextBlockProps = {
  readonly block: Block;
  readonly look: TextLook;
  readonly weight?: Weight;
  /** Of a sentence that leads to a list or the like, the space between them: two lines of it stay with the sentence. */
  readonly ahead?: number;
};

export const TextBlock = ({ block, look, weight = 400, ahead }: TextBlockProps): ReactElement => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <Paragraph
          runs={runsOf(block.inlines, weight)}
          style={look.body}
          place={block.place}
          {...(ahead !== undefined && { presence: ahead + 2 * look.body.leading })}
        />
      );
    case 'heading':
      return (
        <Heading
          level={block.depth as 3}
          id={block.id}
          runs={runsOf(block.inlines, 700)}
          style={look.h3}
          body={look.body}
          place={block.place}
        />
      );
    case 'list':
      return (
        <List gap={look.itemGap} ordered={block.ordered}>
          {block.items.map((item, i) => (
            <Item
              key={i}
              marker={block.ordered ? `${block.start + i}.` : '•'}
              markerStyle={look.body}
              hang={block.ordered ? look.hang.numeral : look.hang.bullet}
            >
              <Stack gap={look.itemGap}>
                {item.map((inner, j) => (
                  <TextBlock key={j} block={inner} look={look} />
                ))}
              </Stack>
            </Item>
          ))}
        </List>
      );
    case 'table':
      return <GuidanceTable table={block} look={look.table} />;
    case 'figure':
      return <GuidanceFigure figure={block} look={look.figure} />;
    default:
      // Merge lets panels stand only between blocks of a section, never inside a list or a panel.
      throw new Error(`no element for ${block.kind} inside running text`);
  }
};

/** What a block of running text will take in height, in points; `gap` stands after each block of a container. */
export const heightOf = (block: Block, width: number, look: TextLook, gap: number, faces: Faces): number => {
  switch (block.kind) {
    case 'paragraph':
      return look.body.leading * linesTaken(runsOf(block.inlines), look.body, width, faces);
    case 'heading':
      return look.h3.leading * linesTaken(runsOf(block.inlines, 700), look.h3, width, faces);
    case 'list': {
      const inner = width - (block.ordered ? look.hang.numeral : look.hang.bullet);
      return block.items.flat().reduce((sum, item) => sum + heightOf(item, inner, look, gap, faces) + look.itemGap, 0);
    }
    case 'table':
      return setTable(block, width, look.table, faces).heights.reduce((sum, row) => sum + row, 0);
    case 'figure':
      return heightOfFigure(block, width, look.figure, faces);
    default:
      return block.blocks.reduce((sum, item) => sum + heightOf(item, width, look, gap, faces) + gap, 0);
  }
};
