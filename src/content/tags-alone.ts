import type { Nodes } from 'mdast';
import { scan } from './expressions.ts';

/**
 * Whether a paragraph or a cell of a table holds tags without any words of their own: they govern what stands between
 * them, not what stands in it.
 */
export function isTagsAlone(node: Nodes): boolean {
  if (node.type !== 'paragraph' && node.type !== 'tableCell') return false;
  if (!node.children.every((child) => child.type === 'text')) return false;
  const pieces = node.children.flatMap((child) => scan(child.value));
  const bare = pieces.every((piece) => (piece.kind === 'words' ? piece.value.trim() === '' : BARE.test(piece.raw)));
  return bare && pieces.some((piece) => piece.kind === 'tag' && !piece.raw.startsWith('{{!'));
}

const BARE = /^\{\{(?:[#/!]|\s*else\b)/;
