import type { LaidNode, LaidPage, NodeProps } from './laid.ts';

/**
 * Marks what layout has repeated on a later page, the head of a table, as read before. Its words count as given once
 * more, for they stand there once more; its texts are no longer parts of the first ones.
 */
export const markRepeated = (pages: readonly LaidPage[]): LaidPage[] => {
  const seen = new Set<number>();
  const marked = (node: LaidNode): LaidNode => {
    const { fixed, serial } = node.props;
    if (fixed && serial !== undefined) {
      if (seen.has(serial)) return { ...again(node), props: { ...again(node).props, role: 'Repeated' } };
      seen.add(serial);
    }
    return node.children ? { ...node, children: node.children.map(marked) } : node;
  };
  return pages.map((page) => ({ ...page, nodes: page.nodes.map(marked) }));
};

/** A node without the number that joins it to its first appearance. */
const again = (node: LaidNode): LaidNode => {
  const { serial: _, words, ...props } = node.props;
  const own: NodeProps = { ...props, ...(words && { words: { ...words } }) };
  return { ...node, props: own, ...(node.children && { children: node.children.map(again) }) };
};
