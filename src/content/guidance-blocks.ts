import type { Nodes, PhrasingContent } from 'mdast';
import { nameOf } from './containers.ts';
import type { Guidance } from './guidance.ts';

/** A block of a guidance document as it is compared with those of another edition. */
export type GuidanceBlock = {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'container';
  /** Words, with merge fields as they are written and bold as `**bold**`; of a container, how it is opened. */
  readonly text: string;
  /** Words and addresses of its links. */
  readonly links: readonly { readonly words: string; readonly url: string }[];
  readonly line: number;
};

/** A section and its blocks in the order in which they stand; the first has no heading: the introduction. */
export type GuidanceSection = {
  readonly heading: string;
  readonly line: number;
  readonly blocks: readonly GuidanceBlock[];
};

/** Takes a guidance document apart into sections and blocks. */
export function sectionsOf({ root }: Guidance): readonly GuidanceSection[] {
  const sections: { heading: string; line: number; blocks: GuidanceBlock[] }[] = [{ heading: '', line: 1, blocks: [] }];
  const put = (block: GuidanceBlock): void => void sections.at(-1)?.blocks.push(block);
  const visit = (node: Nodes, kind: 'paragraph' | 'item'): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      const text = wordsOf(node.children);
      if (node.depth === 2) sections.push({ heading: text, line, blocks: [] });
      else if (node.depth > 2) put({ kind: 'heading', text, links: linksIn(node), line });
      return;
    }
    if (node.type === 'paragraph') {
      put({ kind, text: wordsOf(node.children), links: linksIn(node), line });
      return;
    }
    if (node.type === 'containerDirective') {
      const name = nameOf(node);
      const attributes = name === '' ? '' : node.name === 'local' ? `{slot=${name}}` : `{#${name}}`;
      put({ kind: 'container', text: `:::${node.name}${attributes}`, links: [], line });
    }
    if (!('children' in node)) return;
    for (const child of node.children) visit(child, node.type === 'listItem' ? 'item' : kind);
  };
  visit(root, 'paragraph');
  return sections;
}

const wordsOf = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node): string => {
      if (node.type === 'text') return node.value;
      const inside = 'children' in node ? wordsOf(node.children) : '';
      return node.type === 'strong' ? `**${inside}**` : inside;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function linksIn(node: Nodes): GuidanceBlock['links'] {
  if (node.type === 'link') return [{ words: wordsOf(node.children), url: node.url }];
  return 'children' in node ? node.children.flatMap((child) => linksIn(child)) : [];
}
