import type { LaidNode, LaidPage } from './laid.ts';
import type { Signature } from './template.ts';

/** Pages that are bound: blank ones fill up a signature, and the spine has its room on both sides of a leaf. */

/** Nothing stands on it: no word, no colour, no folio. */
export const isBlank = ({ nodes }: LaidPage): boolean => nodes.length === 0;

/** The pages with as many blank ones as their signature needs, before those that stay last. */
export const filledUp = (pages: readonly LaidPage[], signature: Signature | undefined): LaidPage[] => {
  const [last] = pages.slice(-1);
  if (!signature || !last) return [...pages];
  const blanks = (signature.of - (pages.length % signature.of)) % signature.of;
  const end = pages.length - signature.kept;
  const blank: LaidPage = { ...last, foot: last.height, nodes: [] };
  return [...pages.slice(0, end), ...Array.from({ length: blanks }, () => blank), ...pages.slice(end)];
};

/**
 * What stands on a page, in its place.
 *
 * @param mirrored how far to the right it stands on an even page, in points
 * @param page its number, from 1
 */
export const inPlace = (nodes: readonly LaidNode[], mirrored: number, page: number): readonly LaidNode[] =>
  mirrored === 0 || page % 2 === 1
    ? nodes
    : nodes.map((node) => ({ ...node, box: { ...node.box, left: node.box.left + mirrored } }));
