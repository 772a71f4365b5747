import type { Nodes, PhrasingContent, Root } from 'mdast';
import { gapAt } from '../data/gaps.ts';
import type { Language } from './edition.ts';
import type { Guidance } from './guidance.ts';

/**
 * What a draft shows in the place of guidance that nobody has supplied in a language: the sections and containers of the
 * one that there is, and a gap in the place of every text. No guidance is ever translated here.
 */
export function standIn(guidance: Guidance, language: Language): Guidance {
  const gap = gapAt(`guidance.${language}`);
  const facts = { ...guidance.facts, language, title: gap, shortTitle: gap };
  return { ...guidance, root: emptied(guidance.root, gap) as Root, facts };
}

function emptied(node: Nodes, gap: string): Nodes {
  // Conditions around blocks stand in paragraphs of their own, and stay.
  if (node.type === 'paragraph' && isTag(node.children)) return node;
  if (node.type === 'paragraph' || node.type === 'heading') {
    const text = { type: 'text', value: gap, ...(node.position && { position: node.position }) } as const;
    return { ...node, children: [text] };
  }
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => emptied(child, gap)) } as Nodes;
}

const isTag = (children: readonly PhrasingContent[]): boolean =>
  children.length > 0 &&
  children.every((child) => child.type === 'text' && /^\s*(\{\{\s*(#|\/|else)[^}]*\}\}\s*)+$/.test(child.value));
