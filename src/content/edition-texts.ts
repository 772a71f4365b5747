import type { Block, Edition, Inline } from './edition.ts';

/** The texts of an edition in its order, each as it is read: spaces of all kinds are one. */
export type EditionTexts = {
  readonly title: string;
  readonly introduction: readonly string[];
  /** Each section's heading, and then its own texts. */
  readonly sections: readonly (readonly string[])[];
};

/** All that a product which takes the whole guidance says of it. */
export const editionTexts = ({ guidance, introduction, sections }: Edition): EditionTexts => ({
  title: fold(guidance.title),
  introduction: textsOf(introduction),
  sections: sections.map(({ heading, blocks }) => [fold(textOf(heading)), ...textsOf(blocks)]),
});

/** What a product in two languages says: the titles as one, then the one guidance whole, and then the other. */
export const textsInTwo = (first: EditionTexts, second: EditionTexts): EditionTexts => ({
  title: `${first.title} ${second.title}`,
  introduction: first.introduction,
  sections: [...first.sections, second.introduction, ...second.sections],
});

const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' ? inline.value : textOf(inline.children))).join('');

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [fold(textOf(block.inlines))];
      case 'list':
        return block.items.flatMap(textsOf);
      case 'table':
        return [block.head, ...block.rows].flat().flatMap(({ inlines }) => fold(textOf(inlines)) || []);
      case 'figure':
        return [fold(block.alt), ...(block.caption.length > 0 ? [fold(textOf(block.caption))] : [])];
      default:
        return textsOf(block.blocks);
    }
  });
