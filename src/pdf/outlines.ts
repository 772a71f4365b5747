import type { PdfFile } from './file.ts';
import { name, type Ref, text, type Value } from './objects.ts';

/** A heading as a bookmark: where it stands, in points from the page's lower left corner. */
export type Bookmark = {
  readonly level: number;
  readonly title: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
};

/**
 * Writes bookmarks (ISO 32000-1, 12.3.3), nested by the level of their headings.
 *
 * @returns the root of them all; undefined where there are none
 */
export const writeOutlines = (
  bookmarks: readonly Bookmark[],
  file: PdfFile,
  pageRef: (page: number) => Ref,
): Ref | undefined => {
  if (bookmarks.length === 0) return undefined;
  const root = file.reserve();
  const nodes = bookmarks.map((bookmark) => ({ bookmark, ref: file.reserve(), children: [] as number[] }));
  const top: number[] = [];
  const open: number[] = [];
  nodes.forEach(({ bookmark }, i) => {
    while (open.length > 0 && nodes[open.at(-1)!]!.bookmark.level >= bookmark.level) open.pop();
    const parent = open.at(-1);
    (parent === undefined ? top : nodes[parent]!.children).push(i);
    open.push(i);
  });
  /** Writes siblings and all below them; returns how many that are, for all are open. */
  const link = (siblings: readonly number[], parent: Ref): number =>
    siblings.reduce((sum, index, i) => {
      const { bookmark, ref, children } = nodes[index]!;
      const to = (at: number | undefined): Value | undefined => (at === undefined ? undefined : nodes[at]!.ref);
      const below = link(children, ref);
      file.set(ref, {
        Title: text(bookmark.title),
        Parent: parent,
        Prev: to(siblings[i - 1]),
        Next: to(siblings[i + 1]),
        First: to(children[0]),
        Last: to(children.at(-1)),
        Count: below > 0 ? below : undefined,
        Dest: [pageRef(bookmark.page), name('XYZ'), bookmark.x, bookmark.y, null],
      });
      return sum + 1 + below;
    }, 0);
  const count = link(top, root);
  file.set(root, {
    Type: name('Outlines'),
    First: nodes[top[0]!]!.ref,
    Last: nodes[top.at(-1)!]!.ref,
    Count: count,
  });
  return root;
};
