import type { Block } from '../../src/content/edition.ts';
import type { Faces } from '../../src/typeset/faces.ts';
import { dividedTable } from './table.tsx';
import { heightOf, type TextLook } from './text.tsx';

/** What panels hold at the most: the width of their text, and how high it may be. */
export type PanelRoom = { readonly measure: number; readonly highest: number };

/** Shares blocks out to panels, none of which breaks; a list or a table that is too high is shared out by its items or its rows. */
export const panelsOf = (
  blocks: readonly Block[],
  { measure, highest }: PanelRoom,
  look: TextLook,
  gap: number,
  faces: Faces,
): Block[][] => {
  const height = (block: Block): number => heightOf(block, measure, look, gap, faces);
  const divided = blocks.flatMap((block): Block[] => {
    if (height(block) <= highest) return [block];
    if (block.kind === 'table') return dividedTable(block, { measure, highest: highest - gap }, look.table, faces);
    if (block.kind !== 'list') return [block];
    return block.items.map((item, i) => ({ ...block, start: block.start + i, items: [item] }));
  });
  const panels: Block[][] = [[]];
  let filled = 0;
  for (const block of divided) {
    const more = height(block) + gap;
    // A heading opens the panel of what it heads.
    const last = panels.at(-1)!;
    if (filled + more > highest && last.some(({ kind }) => kind !== 'heading')) {
      panels.push([]);
      filled = 0;
    }
    panels.at(-1)!.push(block);
    filled += more;
  }
  return panels;
};
