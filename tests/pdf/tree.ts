import { wordsOf } from './content.ts';
import { type Dict, isDict, isReference, type Json, type Pdf, textOf } from './qpdf.ts';

/** The structure tree of a finished file. */

export type Element = {
  readonly kind: 'element';
  readonly reference: string;
  readonly type: string;
  readonly dict: Dict;
  readonly attributes: Dict;
  readonly parent: Element | undefined;
  readonly kids: readonly Kid[];
};

export type Content = { readonly kind: 'content'; readonly page: string; readonly mcid: number };
export type ObjectReference = { readonly kind: 'object'; readonly page: string; readonly object: string };
export type Kid = Element | Content | ObjectReference;

export const treeOf = (pdf: Pdf): Element => {
  const root = pdf.dict(pdf.catalog['/StructTreeRoot']);
  const [document, ...more] = pdf.array(root['/K']);
  if (!isReference(document) || more.length > 0) throw new Error('the tree does not begin with one element');
  return elementOf(pdf, document, undefined);
};

const elementOf = (pdf: Pdf, reference: string, parent: Element | undefined): Element => {
  const dict = pdf.dict(reference);
  const kids: Kid[] = [];
  const element: Element = {
    kind: 'element',
    reference,
    type: String(dict['/S']).slice(1),
    dict,
    attributes: dict['/A'] === undefined ? {} : pdf.dict(dict['/A']),
    parent,
    kids,
  };
  const own = dict['/Pg'];
  for (const kid of pdf.array(dict['/K'])) kids.push(kidOf(pdf, kid, own, element));
  return element;
};

const kidOf = (pdf: Pdf, kid: Json, page: Json | undefined, parent: Element): Kid => {
  if (typeof kid === 'number') return { kind: 'content', page: String(page), mcid: kid };
  if (isDict(kid) && kid['/Type'] === '/MCR') {
    return { kind: 'content', page: String(kid['/Pg'] ?? page), mcid: Number(kid['/MCID']) };
  }
  if (isDict(kid) && kid['/Type'] === '/OBJR') {
    return { kind: 'object', page: String(kid['/Pg']), object: String(kid['/Obj']) };
  }
  if (isReference(kid)) return elementOf(pdf, kid, parent);
  throw new Error(`an element holds ${JSON.stringify(kid)}`);
};

/** The element and all below it, in reading order. */
export const all = (element: Element): Element[] => [
  element,
  ...element.kids.flatMap((kid) => (kid.kind === 'element' ? all(kid) : [])),
];

export const ofType = (root: Element, type: string | RegExp): Element[] =>
  all(root).filter((element) => (typeof type === 'string' ? element.type === type : type.test(element.type)));

/** The kids of elements below, in reading order, other than elements. */
export const leaves = (element: Element): (Content | ObjectReference)[] =>
  element.kids.flatMap((kid) => (kid.kind === 'element' ? leaves(kid) : [kid]));

const contents = (element: Element): Content[] =>
  leaves(element).flatMap((leaf) => (leaf.kind === 'content' ? [leaf] : []));

/** Reads the words of elements, as they are in the content of the pages. */
export const reader = (pdf: Pdf): ((element: Element) => string) => {
  const words = wordsOf(pdf);
  const index = new Map(pdf.pages.map((page, i) => [page, i]));
  return (element) =>
    contents(element)
      .map(({ page, mcid }) => words[index.get(page)!]!.get(mcid) ?? '')
      .join('');
};

export const altOf = ({ dict }: Element): string | undefined => textOf(dict['/Alt']);

/** An element without the number that stands before its words. */
export const unnumbered = (element: Element): Element => ({
  ...element,
  kids: element.kids.filter((kid) => kid.kind !== 'element' || kid.type !== 'Span'),
});

/** Elements that hold words themselves: paragraphs, headings, each after its number, labels; figures by their words. */
export const readAloud = (pdf: Pdf): { readonly element: Element; readonly text: string }[] => {
  const read = reader(pdf);
  const textOfElement = (element: Element): string => altOf(element) ?? read(unnumbered(element)).trim();
  return ofType(treeOf(pdf), /^(P|H[1-6]|Lbl|Figure)$/)
    .flatMap((element) => [...ofType(element, 'Span'), element])
    .map((element) => ({ element, text: textOfElement(element) }));
};
