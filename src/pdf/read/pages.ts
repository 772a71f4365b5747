import type { PdfFile } from './file.ts';
import { emptyDict, isA, isArray, nameOf, numberOf, type PdfDict, type PdfObject, textOfString } from './objects.ts';

/** A page; what the nodes above it say is said of it (ISO 32000-2, 7.7.3.4). */
export type PdfPage = {
  readonly file: PdfFile;
  /** From 0. */
  readonly index: number;
  readonly dict: PdfDict;
  /** The number of its object, where it is one. */
  readonly number?: number;
  readonly resources: PdfDict;
  /** Left, bottom, right, top in points, put in order. */
  readonly mediaBox: readonly [number, number, number, number];
};

const mostPages = 20_000;
const deepestTree = 64;

/** The keys that a page takes from the nodes above it. */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

type Node = { readonly object: PdfObject; readonly from: ReadonlyMap<string, PdfObject>; readonly depth: number };

/** The pages of a file in their order. Where the tree of pages is damaged, every page that can be found. */
export function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages = pagesOfTree(file);
  if (pages.length > 0) return pages;
  file.rebuild('no pages are found');
  const found = pagesOfTree(file);
  if (found.length > 0) return found;
  file.fault({ kind: 'pages', message: 'the tree of pages is damaged' });
  return file.numbers
    .map((number) => ({ number, dict: file.dictOf({ kind: 'ref', number, generation: 0 }) }))
    .filter(({ dict }) => dict && nameOf(file.get(dict, 'Type')) === 'Page')
    .slice(0, mostPages)
    .map(({ number, dict }, index) => pageOf(file, index, dict!, new Map(), number));
}

function pagesOfTree(file: PdfFile): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<PdfDict>();
  const ahead: Node[] = [{ object: file.catalog.entries.get('Pages') ?? null, from: new Map(), depth: 0 }];
  for (let node = ahead.pop(); node && pages.length < mostPages; node = ahead.pop()) {
    const dict = file.dictOf(node.object);
    // A node that was met already: the tree is no tree.
    if (!dict || seen.has(dict) || node.depth > deepestTree) continue;
    seen.add(dict);
    const kids = file.get(dict, 'Kids');
    if (!isArray(kids)) {
      const number = isA(node.object, 'ref') ? node.object.number : undefined;
      if (nameOf(file.get(dict, 'Type')) !== 'Pages') pages.push(pageOf(file, pages.length, dict, node.from, number));
      continue;
    }
    const from = new Map(node.from);
    for (const key of inherited) if (dict.entries.has(key)) from.set(key, dict.entries.get(key)!);
    for (const kid of kids.toReversed()) ahead.push({ object: kid, from, depth: node.depth + 1 });
  }
  return pages;
}

function pageOf(
  file: PdfFile,
  index: number,
  dict: PdfDict,
  from: ReadonlyMap<string, PdfObject>,
  number: number | undefined,
): PdfPage {
  const value = (key: string): PdfObject => file.resolve(dict.entries.get(key) ?? from.get(key));
  const resources = value('Resources');
  return {
    file,
    index,
    dict,
    ...(number !== undefined && { number }),
    resources: isA(resources, 'dict') ? resources : emptyDict,
    mediaBox: rectangleOf(file, value('MediaBox')) ?? [0, 0, 595, 842],
  };
}

/** A rectangle's left, bottom, right and top, whichever corners are given (7.9.5). */
export function rectangleOf(file: PdfFile, object: PdfObject): [number, number, number, number] | undefined {
  if (!isArray(object) || object.length < 4) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = object.slice(0, 4).map((item) => numberOf(file.resolve(item)) ?? 0);
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** A page's content: its streams joined, since no token goes over from one to the next (7.8.2). */
export function contentOf({ file, dict }: PdfPage): Uint8Array {
  const contents = file.get(dict, 'Contents');
  const streams = isArray(contents) ? contents.map((item) => file.resolve(item)) : [contents];
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const stream of streams) {
    if (!isA(stream, 'stream')) continue;
    const bytes = file.decode(stream);
    size += bytes.length + 1;
    if (size > mostContent) {
      file.fault({ kind: 'content', message: `the content of a page holds more than ${mostContent} bytes` });
      break;
    }
    parts.push(bytes, lineEnd);
  }
  return Buffer.concat(parts);
}

const mostContent = 32 << 20;
const lineEnd = Uint8Array.of(10);

/** An annotation: its dictionary and its rectangle (12.5). */
export type Annotation = {
  readonly dict: PdfDict;
  readonly subtype: string;
  /** What it lies over, in points: a box for each line of its words. */
  readonly areas: readonly Rectangle[];
  /** Where a link leads on the web (12.6.4.8), if it does. */
  readonly uri?: string;
};

export function annotationsOf({ file, dict }: PdfPage): readonly Annotation[] {
  const given = file.get(dict, 'Annots');
  return (isArray(given) ? given : []).flatMap((item): Annotation[] => {
    const annotation = file.dictOf(item);
    if (!annotation) return [];
    const action = file.dictOf(annotation.entries.get('A'));
    const uri = action && nameOf(file.get(action, 'S')) === 'URI' ? file.get(action, 'URI') : null;
    return [
      {
        dict: annotation,
        subtype: nameOf(file.get(annotation, 'Subtype')) ?? '',
        areas: areasOf(file, annotation),
        // An address is ASCII (12.6.4.8); one that is not is read as a text is.
        ...(isA(uri, 'string') && { uri: textOfString(uri) }),
      },
    ];
  });
}

type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** The quadrilaterals of an annotation's words (12.5.6.5), as boxes; without them, its rectangle. */
function areasOf(file: PdfFile, annotation: PdfDict): Rectangle[] {
  const points = numbersOf(file, file.get(annotation, 'QuadPoints'));
  const quads = Array.from({ length: Math.floor(points.length / 8) }, (_, i) => points.slice(i * 8, i * 8 + 8));
  if (quads.length === 0) return [rectangleOf(file, file.get(annotation, 'Rect')) ?? [0, 0, 0, 0]];
  return quads.map((quad): Rectangle => {
    const xs = quad.filter((_, i) => i % 2 === 0);
    const ys = quad.filter((_, i) => i % 2 === 1);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
}

const numbersOf = (file: PdfFile, object: PdfObject): number[] =>
  isArray(object)
    ? object.flatMap((item) => (typeof file.resolve(item) === 'number' ? [file.resolve(item) as number] : []))
    : [];
