import type { Block, Cell, Edition, Inline } from './edition.ts';

/**
 * An edition whose headings have ids of their own, so that it can stand in one document with another of the same
 * guidance: ids and the links that lead to them begin with a prefix.
 *
 * @param prefix such as `cy-`
 */
export const apart = (edition: Edition, prefix: string): Edition => {
  const inlines = (given: readonly Inline[]): Inline[] =>
    given.map((inline) => {
      if (inline.kind === 'text') return inline;
      const children = inlines(inline.children);
      if (inline.kind === 'strong') return { ...inline, children };
      return { ...inline, url: inline.url.replace(/^#/, `#${prefix}`), children };
    });
  const blocks = (given: readonly Block[]): Block[] => given.map(block);
  const block = (given: Block): Block => {
    switch (given.kind) {
      case 'paragraph':
        return { ...given, inlines: inlines(given.inlines) };
      case 'heading':
        return { ...given, id: `${prefix}${given.id}`, inlines: inlines(given.inlines) };
      case 'list':
        return { ...given, items: given.items.map(blocks) };
      case 'table': {
        const cells = (row: readonly Cell[]): Cell[] =>
          row.map((cell) => ({ ...cell, inlines: inlines(cell.inlines) }));
        return { ...given, head: cells(given.head), rows: given.rows.map(cells) };
      }
      case 'figure':
        return { ...given, caption: inlines(given.caption) };
      default:
        return { ...given, blocks: blocks(given.blocks) };
    }
  };
  return {
    ...edition,
    introduction: blocks(edition.introduction),
    sections: edition.sections.map((section) => ({
      ...section,
      id: `${prefix}${section.id}`,
      heading: inlines(section.heading),
      blocks: blocks(section.blocks),
    })),
    parts: new Map([...edition.parts].map(([id, passage]) => [id, blocks(passage)])),
  };
};
