import type { Block } from '../../src/content/edition.ts';

/** Parts only name passages; products that take the whole guidance take them all, so they dissolve. */
export const dissolve = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'part' ? dissolve(block.blocks) : [block]));

/** Panels stand by themselves, everything else runs on. */
export type Group =
  | { readonly kind: 'panel'; readonly block: Block }
  | { readonly kind: 'text'; readonly blocks: Block[] };

/** Panels by themselves, runs of text together; a heading begins a new run. */
export const groupsOf = (blocks: readonly Block[]): Group[] => {
  const groups: Group[] = [];
  for (const block of dissolve(blocks)) {
    const last = groups.at(-1);
    if (block.kind === 'emergency' || block.kind === 'local') groups.push({ kind: 'panel', block });
    else if (last?.kind === 'text' && block.kind !== 'heading') last.blocks.push(block);
    else groups.push({ kind: 'text', blocks: [block] });
  }
  return groups;
};

/** Cuts off the end of a section: its last list with the sentence that leads to it, and what follows. */
export const withoutTail = (blocks: readonly Block[]): readonly [text: Block[], tail: Block[]] => {
  const flat = dissolve(blocks);
  const list = flat.findLastIndex(({ kind }) => kind === 'list');
  const from = Math.max(0, list > 0 ? list - 1 : flat.length - 1);
  return [flat.slice(0, from), flat.slice(from)];
};
