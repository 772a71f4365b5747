import type { Document } from './document.ts';
import type { Bookmark } from './outlines.ts';
import type { StructureElement } from './structure.ts';

/** Documents of more pages than this have bookmarks; so has folded paper, each panel of which is a page to its readers. */
const pagesWithout = 2;

/** The bookmarks of a document, in the order in which what they lead to is read. */
export class Bookmarks {
  readonly #found = new Map<StructureElement, Bookmark>();
  readonly #keys = new Set<string>();

  /**
   * Adds one; a heading in two languages is one, with the words of both.
   *
   * @param key the same for the parts of what breaks over pages, which is one too
   */
  add(key: string, element: StructureElement, bookmark: Bookmark): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    const heading = element.type === 'Span' && element.parent ? element.parent : element;
    const known = this.#found.get(heading);
    this.#found.set(heading, known ? { ...known, title: `${known.title} / ${bookmark.title}` } : bookmark);
  }

  /** @param folding whether the pages are panels of folded paper */
  write(document: Document, pages: number, folding: 'folded' | 'flat'): void {
    if (pages <= pagesWithout && folding === 'flat') return;
    const read = placesIn(document.tree.root);
    const inOrder = [...this.#found].toSorted(([one], [other]) => (read.get(one) ?? 0) - (read.get(other) ?? 0));
    for (const [, bookmark] of inOrder) document.addBookmark(bookmark);
  }
}

/** The place of each element in the order of reading. */
const placesIn = (root: StructureElement): ReadonlyMap<StructureElement, number> => {
  const places = new Map<StructureElement, number>();
  const down = (element: StructureElement): void => {
    places.set(element, places.size);
    for (const kid of element.kids) if (kid.kind === 'element') down(kid.element);
  };
  down(root);
  return places;
};
