import type { ReactElement } from 'react';
import type { Block } from '../../src/content/edition.ts';
import { Headed, Stack } from '../../src/typeset/elements.tsx';
import type { Faces } from '../../src/typeset/faces.ts';
import { hang, page, space, type Weight } from '../../src/typeset/scale.ts';
import { Heading, Item, linesTaken, List, Paragraph, runsOf } from '../../src/typeset/words.tsx';

/** Spaces between paragraphs, and between panels and text. */
export type Spacing = { readonly paragraph: number; readonly panel: number };

export const spacings = {
  normal: { paragraph: space.s, panel: space.l },
  tight: { paragraph: space.xs, panel: space.m },
} as const;

/** Parts only name passages; the leaflet takes them all, so they dissolve. */
export const dissolve = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'part' ? dissolve(block.blocks) : [block]));

/** A run of text; a heading at its head stands close to what it heads. */
export const Text = ({
  blocks,
  spacing,
}: {
  readonly blocks: readonly Block[];
  readonly spacing: Spacing;
}): ReactElement => {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || rest.length === 0) {
    return (
      <Stack gap={spacing.paragraph}>
        {blocks.map((block, i) => (
          <TextBlock key={i} block={block} />
        ))}
      </Stack>
    );
  }
  return (
    <Headed heading={<TextBlock block={first} />} gap={space.xs}>
      <Stack gap={spacing.paragraph}>
        {rest.map((block, i) => (
          <TextBlock key={i} block={block} />
        ))}
      </Stack>
    </Headed>
  );
};

export const TextBlock = ({
  block,
  weight = 400,
}: {
  readonly block: Block;
  readonly weight?: Weight;
}): ReactElement => {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph runs={runsOf(block.inlines, weight)} place={block.place} />;
    case 'heading':
      return (
        <Heading
          level={block.depth as 3}
          id={block.id}
          runs={runsOf(block.inlines, 700)}
          style={page.h3}
          place={block.place}
        />
      );
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
              <Stack gap={space.xs}>
                {item.map((inner, j) => (
                  <TextBlock key={j} block={inner} />
                ))}
              </Stack>
            </Item>
          ))}
        </List>
      );
    default:
      // Merge lets panels stand only between blocks of a section, never inside a list or a panel.
      throw new Error(`no element for ${block.kind} inside running text`);
  }
};

/** What a block of running text will take in height, in points. */
export const heightOf = (block: Block, width: number, faces: Faces): number => {
  switch (block.kind) {
    case 'paragraph':
      return page.body.leading * linesTaken(runsOf(block.inlines), page.body, width, faces);
    case 'heading':
      return page.h3.leading * linesTaken(runsOf(block.inlines, 700), page.h3, width, faces);
    case 'list': {
      const inner = width - (block.ordered ? hang.numeral : hang.bullet);
      return block.items.flat().reduce((sum, item) => sum + heightOf(item, inner, faces) + space.xs, 0);
    }
    default:
      return block.blocks.reduce((sum, item) => sum + heightOf(item, width, faces) + space.s, 0);
  }
};
