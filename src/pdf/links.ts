import type { Document } from './document.ts';
import { name, text } from './objects.ts';
import type { Rect } from './operators.ts';
import type { StructureElement } from './structure.ts';

/** A link's words on one page: an annotation with a quadrilateral for each line. Rectangles count from the page's foot. */
export type LinkArea = {
  readonly page: number;
  readonly rects: readonly Rect[];
  /** An address, or `#id` inside the document. */
  readonly target: string;
  readonly words: string;
  readonly element: StructureElement;
};

/** The links of a document and the places inside it that they lead to (ISO 32000-1, 12.5.6.5 and 12.3.2). */
export class Links {
  readonly #document: Document;
  readonly #areas = new Map<string, LinkArea>();
  readonly #targets = new Map<string, { readonly page: number; readonly x: number; readonly y: number }>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Names a place, counted from the page's foot; what breaks over pages is reached where it begins. */
  target(id: string, page: number, x: number, y: number): void {
    if (!this.#targets.has(id)) this.#targets.set(id, { page, x, y });
  }

  /** @param key the same for all words of one link on one page */
  add(key: string, area: LinkArea): void {
    const known = this.#areas.get(key);
    const rects = joined([...(known?.rects ?? []), ...area.rects]);
    this.#areas.set(key, { ...area, rects });
  }

  /** Writes the annotations. An element of two pages has one on each. */
  write(): void {
    const { file, tree } = this.#document;
    for (const { page, rects, target, words, element } of this.#areas.values()) {
      const annotation = file.reserve();
      const dictionary = {
        Type: name('Annot'),
        Subtype: name('Link'),
        Rect: around(rects).map(twoDecimals),
        QuadPoints: rects.length > 1 ? rects.flatMap(corners).map(twoDecimals) : undefined,
        Border: [0, 0, 0],
        F: print,
        Contents: text(words),
        P: this.#document.pageRef(page),
        ...this.#action(target),
      };
      const setParent = (parent: number): void => file.set(annotation, { ...dictionary, StructParent: parent });
      tree.annotate(element, page, annotation, setParent);
      this.#document.annotate(page, annotation);
    }
  }

  #action(target: string) {
    if (!target.startsWith('#')) return { A: { S: name('URI'), URI: text(ascii(target)) } };
    const found = this.#targets.get(target.slice(1));
    if (!found) throw new Error(`no place ${target} in the document`);
    return { Dest: [this.#document.pageRef(found.page), name('XYZ'), found.x, found.y, null] };
  }
}

/** A URI is ASCII (ISO 32000-1, 12.6.4.7): other characters, as in an address of Welsh words, as their UTF-8 bytes. */
const ascii = (address: string): string => address.replace(/[^ -~]+/gu, encodeURIComponent);

/** Annotation flag 3: PDF/A wants every annotation printed. */
const print = 4;

/** Rectangles on one line that follow one another, as one. */
const joined = (rects: readonly Rect[]): Rect[] => {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    if (last && last.y === rect.y) lines[lines.length - 1] = { ...last, width: rect.x + rect.width - last.x };
    else lines.push(rect);
  }
  return lines;
};

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

const around = (rects: readonly Rect[]): number[] => [
  Math.min(...rects.map(({ x }) => x)),
  Math.min(...rects.map(({ y }) => y)),
  Math.max(...rects.map(({ x, width }) => x + width)),
  Math.max(...rects.map(({ y, height }) => y + height)),
];

/** A quadrilateral in the order that readers expect: upper left, upper right, lower left, lower right. */
const corners = ({ x, y, width, height }: Rect): number[] => [x, y + height, x + width, y + height, x, y, x + width, y];
