import type { Role } from '../typeset/laid.ts';
import type { PdfFile } from './file.ts';
import { name, type Ref, text, type Value } from './objects.ts';

/** Standard structure types that we write (ISO 32000-1, 14.8.4): those that elements name as roles, and what we add. */
export type StructureType =
  | Exclude<
      Role,
      'L/Decimal' | 'L/Disc' | 'TH/Column' | 'TH/Row' | 'Artifact' | 'Header' | 'Footer' | 'Repeated' | 'Mark'
    >
  | 'Document'
  | 'L'
  | 'Link'
  | 'TH'
  | 'Note';

export type ElementProps = {
  /** What stands for a figure when it is read aloud. */
  readonly alt?: string;
  /** Of an element in another language than the document: BCP 47. */
  readonly language?: string;
  /** Of lists: how their items are marked. */
  readonly numbering?: 'Decimal' | 'Disc';
  /** Of head cells of tables. */
  readonly scope?: 'Row' | 'Column';
};

/** What an element holds: elements, marked content of a page, annotations. */
type Kid =
  | { readonly kind: 'element'; readonly element: StructureElement }
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: Ref };

/** Left, bottom, right, top, in points from the page's lower left corner. */
export type PlacedBox = readonly [left: number, bottom: number, right: number, top: number];

export class StructureElement {
  readonly type: StructureType;
  readonly props: ElementProps;
  readonly parent: StructureElement | undefined;
  readonly kids: Kid[] = [];
  #box: PlacedBox | undefined;

  constructor(type: StructureType, props: ElementProps, parent: StructureElement | undefined) {
    this.type = type;
    this.props = props;
    this.parent = parent;
  }

  /** The language that holds here, if any element from here upwards names one. */
  get language(): string | undefined {
    return this.props.language ?? this.parent?.language;
  }

  /** Says where a figure stands. */
  place(box: PlacedBox): void {
    this.#box = box;
  }

  get box(): PlacedBox | undefined {
    return this.#box;
  }

  /** Whether anything would be read of it. An empty cell keeps the columns of its table apart. */
  get isEmpty(): boolean {
    if (this.type === 'TD' || this.type === 'TH') return false;
    return this.kids.every((kid) => kid.kind === 'element' && kid.element.isEmpty);
  }
}

/**
 * The structure tree (ISO 32000-1, 14.7): what the painter marks is put under elements, in the order in which it is
 * painted, which is the order in which it is read.
 */
export class StructureTree {
  readonly root = new StructureElement('Document', {}, undefined);
  readonly #byKey = new Map<string, StructureElement>();
  /** For each page, the element of each marked content. */
  readonly #marked: StructureElement[][] = [];
  /** Elements of annotations; their numbers in the parent tree follow those of the pages. */
  readonly #annotated: { readonly element: StructureElement; readonly setParent: (number: number) => void }[] = [];

  /**
   * @param key joins the parts of an element that breaks over pages: the same key is the same element
   */
  element(parent: StructureElement, type: StructureType, props: ElementProps = {}, key?: string): StructureElement {
    const known = key === undefined ? undefined : this.#byKey.get(key);
    if (known) return known;
    const element = new StructureElement(type, props, parent);
    parent.kids.push({ kind: 'element', element });
    if (key !== undefined) this.#byKey.set(key, element);
    return element;
  }

  /** Opens marked content of an element on a page; returns its MCID. */
  mark(element: StructureElement, page: number): number {
    const marked = (this.#marked[page] ??= []);
    marked.push(element);
    const mcid = marked.length - 1;
    element.kids.push({ kind: 'content', page, mcid });
    return mcid;
  }

  /** Puts an annotation under an element; `setParent` is told its number in the parent tree. */
  annotate(element: StructureElement, page: number, annotation: Ref, setParent: (number: number) => void): void {
    element.kids.push({ kind: 'annotation', page, annotation });
    this.#annotated.push({ element, setParent });
  }

  /** Writes the tree; pages are in order, and each page's StructParents is its index. */
  write(file: PdfFile, pages: readonly Ref[]): Ref {
    const treeRoot = file.reserve();
    const refs = new Map<StructureElement, Ref>();
    const document = this.#write(file, this.root, treeRoot, pages, refs);
    const numbers: Value[] = [];
    pages.forEach((_, page) => {
      const elements = (this.#marked[page] ?? []).map((element) => refs.get(element)!);
      numbers.push(page, file.add(elements));
    });
    this.#annotated.forEach(({ element, setParent }, i) => {
      setParent(pages.length + i);
      numbers.push(pages.length + i, refs.get(element)!);
    });
    file.set(treeRoot, {
      Type: name('StructTreeRoot'),
      K: [document],
      ParentTree: file.add({ Nums: numbers }),
      ParentTreeNextKey: pages.length + this.#annotated.length,
    });
    return treeRoot;
  }

  #write(
    file: PdfFile,
    element: StructureElement,
    parent: Ref,
    pages: readonly Ref[],
    refs: Map<StructureElement, Ref>,
  ): Ref {
    const ref = file.reserve();
    refs.set(element, ref);
    const first = element.kids.find((kid) => kid.kind === 'content');
    const page = first?.page;
    const kids = element.kids.flatMap((kid): Value[] => {
      switch (kid.kind) {
        case 'element':
          return kid.element.isEmpty ? [] : [this.#write(file, kid.element, ref, pages, refs)];
        case 'content':
          return [kid.page === page ? kid.mcid : { Type: name('MCR'), Pg: pages[kid.page]!, MCID: kid.mcid }];
        case 'annotation':
          return [{ Type: name('OBJR'), Pg: pages[kid.page]!, Obj: kid.annotation }];
      }
    });
    const { alt, language } = element.props;
    file.set(ref, {
      Type: name('StructElem'),
      S: name(element.type),
      P: parent,
      K: kids,
      Pg: page === undefined ? undefined : pages[page],
      Alt: alt === undefined ? undefined : text(alt),
      Lang: language === undefined ? undefined : text(language),
      A: attributesOf(element),
    });
    return ref;
  }
}

/** ISO 32000-1, 14.8.5: attributes by their owner. */
const attributesOf = ({ box, props: { numbering, scope } }: StructureElement): Value | undefined => {
  if (numbering) return { O: name('List'), ListNumbering: name(numbering) };
  if (box) return { O: name('Layout'), Placement: name('Block'), BBox: box };
  if (scope) return { O: name('Table'), Scope: name(scope) };
  return undefined;
};
