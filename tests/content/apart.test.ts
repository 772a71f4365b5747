import { expect, test } from 'vitest';
import { apart } from '../../src/content/apart.ts';
import type { Block, Edition, Inline } from '../../src/content/edition.ts';
import { example, partsOf } from '../sources.ts';

const { edition } = partsOf(example());

const inlinesOf = (block: Block): readonly Inline[] => {
  if (block.kind === 'paragraph' || block.kind === 'heading') return block.inlines;
  if (block.kind === 'table' || block.kind === 'figure') throw new Error('the guidance has none');
  return (block.kind === 'list' ? block.items.flat() : block.blocks).flatMap(inlinesOf);
};

const linksOf = (inlines: readonly Inline[]): string[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'text') return [];
    return [...(inline.kind === 'link' ? [inline.url] : []), ...linksOf(inline.children)];
  });

const blocksOf = ({ introduction, sections }: Edition): readonly Block[] => [
  ...introduction,
  ...sections.flatMap(({ blocks }) => blocks),
];

const idsOf = (given: Edition): string[] => [
  ...given.sections.map(({ id }) => id),
  ...blocksOf(given).flatMap((block) => (block.kind === 'heading' ? [block.id] : [])),
];

test('ids and what leads to them begin with the prefix; nothing else changes', () => {
  const other = apart(edition, 'cy-');
  expect(idsOf(edition).length).toBeGreaterThan(4);
  expect(idsOf(other)).toEqual(idsOf(edition).map((id) => `cy-${id}`));
  const links = linksOf(blocksOf(edition).flatMap(inlinesOf));
  expect(links.filter((url) => url.startsWith('#')).length).toBeGreaterThan(0);
  expect(linksOf(blocksOf(other).flatMap(inlinesOf))).toEqual(links.map((url) => url.replace(/^#/, '#cy-')));
  const plain = (given: Edition): string => JSON.stringify([...blocksOf(given), ...given.parts]);
  expect(plain(other).replaceAll('cy-', '')).toBe(plain(edition));
});
