import type { Block, Edition } from '../../src/content/edition.ts';
import { error, type Report } from '../../src/diagnostics/diagnostic.ts';

/**
 * A passage of the guidance by its name, for products that take no more of it: what an emergency panel holds is laid
 * open, and what the council adds is left to products that say whose words are whose.
 */
export const partOf = ({ parts, guidance }: Edition, id: string, report: Report): readonly Block[] => {
  const blocks = laidOpen(parts.get(id) ?? []);
  if (blocks.length > 0) return blocks;
  const place = { kind: 'text', path: guidance.path } as const;
  const hint = `put the passage between \`:::part{#${id}}\` and \`:::\``;
  report(error('compose/missing-part', `the guidance has no part \`${id}\``, place, hint));
  return [];
};

const laidOpen = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'part' || block.kind === 'emergency') return laidOpen(block.blocks);
    return block.kind === 'local' ? [] : [block];
  });
