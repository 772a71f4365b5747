import { numberTree } from '../read/number-tree.ts';
import { type PdfFile, readPdf } from '../read/file.ts';
import { isA, isArray, latin1, type PdfDict, type PdfObject, type PdfRef, textOfString } from '../read/objects.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import type { SharedObjects } from './shared-objects.ts';

/** What is known of a record's objects only when it is written. */
export type Place =
  /** The number of the record's own object at this place in its list. */
  | { readonly kind: 'own'; readonly at: number }
  /** A key of the parent tree, counted from the record's first. */
  | { readonly kind: 'key'; readonly at: number }
  /** The numbers of the node of the page tree that its pages hang on, and of the element that its section hangs on. */
  | { readonly kind: 'page-node' | 'section-parent' }
  /** The entry that names its document part, if it has one. */
  | { readonly kind: 'document-part' }
  /** Its name, as a text string. */
  | { readonly kind: 'title' };

/** How a record's pages, structure and links are written: a finished file with places for other numbers. */
export type RecordTemplate = {
  /** How many pages; they come first in its list of objects. */
  readonly pages: number;
  /** Where in the list the element is that holds the record. */
  readonly section: number;
  /** Of the list, all but streams. */
  readonly objects: readonly { readonly at: number; readonly pieces: Pieces<Place> }[];
  /** Content that is the record's own, with the number that it has in the file, and how it reads there. */
  readonly streams: readonly { readonly at: number; readonly number: number; readonly data: string }[];
  /** How many objects the list has. */
  readonly count: number;
  /** What the parent tree has for the record: how many keys, and these with their values. */
  readonly keys: { readonly count: number; readonly pieces: Pieces<Place> };
  /** What the file says of itself to readers, but for what belongs to its pages, as entries of a dictionary. */
  readonly catalog: string;
  /** BCP 47. */
  readonly language: string;
};

/** Entries of the catalog that hold for any file of the same making. */
const kept: ReadonlySet<string> = new Set(['Lang', 'MarkInfo', 'ViewerPreferences', 'OutputIntents']);

/**
 * Makes a template of a finished file of ours, and puts what records share into the file that they go into.
 *
 * @param own numbers of the content streams that differ between records
 */
export function templateOf(bytes: Uint8Array, own: ReadonlySet<number>, shared: SharedObjects): RecordTemplate {
  const file = readPdf(bytes);
  const copy = shared.copier(file);
  const { catalog } = file;
  const tree = dictIn(file, catalog, 'StructTreeRoot');
  const pages = refsIn(file, dictIn(file, catalog, 'Pages'), 'Kids');
  const [root] = refsIn(file, tree, 'K');
  if (!root) throw new Error('a record has no structure');
  const places = new Map<number, number>();
  const take = ({ number }: PdfRef): void => void (places.has(number) || places.set(number, places.size));
  pages.forEach(take);
  takeElements(file, root, take);
  const linked = pages.flatMap((page) => refsIn(file, dictAt(file, page), 'Annots'));
  linked.forEach(take);
  const streams = [...own].map((number) => {
    const stream = file.resolve({ kind: 'ref', number, generation: 0 });
    if (!isA(stream, 'stream')) throw new Error(`object ${number} is no content of a page`);
    take({ kind: 'ref', number, generation: 0 });
    return { at: places.get(number)!, number, data: latin1(file.decode(stream)) };
  });

  const ref = ({ number }: PdfRef): string | Pieces<Place> => {
    const at = places.get(number);
    return at === undefined ? `${copy(number)} 0 R` : refTo({ kind: 'own', at });
  };
  const pageNumbers = new Set(pages.map(({ number }) => number));
  const streamNumbers = new Set(streams.map(({ number }) => number));
  const piecesAt = (number: number): Pieces<Place> => {
    const object = file.resolve({ kind: 'ref', number, generation: 0 });
    const keyed = (key: string): Place => ({ kind: 'key', at: keyIn(object, key) });
    return piecesOf<Place>(object, {
      ref,
      entry(key) {
        if (pageNumbers.has(number) && key === 'Parent')
          return [...refTo({ kind: 'page-node' }), { kind: 'document-part' }];
        if (key === 'StructParents' || key === 'StructParent') return keyed(key);
        if (number !== root.number) return 'as-it-is';
        // The record is a section of the whole, under its name.
        if (key === 'S') return ['/Sect /T ', { kind: 'title' }];
        return key === 'P' ? refTo({ kind: 'section-parent' }) : 'as-it-is';
      },
    });
  };
  const objects = [...places].flatMap(([number, at]) =>
    streamNumbers.has(number) ? [] : [{ at, pieces: piecesAt(number) }],
  );
  const parents = numberTree(file, dictIn(file, tree, 'ParentTree'));
  const keys = Array.from(parents, (_, key) => {
    const value = parents.get(key);
    const list = file.resolve(value);
    return [
      { kind: 'key', at: key } as const,
      ' ',
      ...piecesOf<Place>(isArray(list) ? list : (value ?? null), { ref }),
      ' ',
    ];
  });
  const said: PdfDict = {
    kind: 'dict',
    entries: new Map([...catalog.entries].filter(([key]) => kept.has(key))),
  };
  const language = file.get(catalog, 'Lang');
  const [fault] = file.faults;
  if (fault) throw new Error(`a file that was just made is damaged: ${fault.message}`);
  return {
    pages: pages.length,
    section: places.get(root.number)!,
    objects,
    streams,
    count: places.size,
    keys: { count: keys.length, pieces: keys.flat() },
    catalog: piecesOf<never>(said, { ref: ({ number }) => `${copy(number)} 0 R` })
      .join('')
      .slice(2, -2),
    language: isA(language, 'string') ? textOfString(language) : '',
  };
}

const refTo = (place: Place): Pieces<Place> => [place, ' 0 R'];

/** Takes an element and all below it, in the order in which they are read. */
function takeElements(file: PdfFile, element: PdfRef, take: (ref: PdfRef) => void): void {
  take(element);
  const kids = file.get(dictAt(file, element), 'K');
  for (const kid of isArray(kids) ? kids : [kids]) {
    // Marked content and annotations stand in their element; elements are objects of their own.
    if (isA(kid, 'ref')) takeElements(file, kid, take);
  }
}

function refsIn(file: PdfFile, dict: PdfDict, key: string): PdfRef[] {
  const list = file.get(dict, key);
  return (isArray(list) ? list : []).filter((item): item is PdfRef => isA(item, 'ref'));
}

function dictAt(file: PdfFile, ref: PdfObject): PdfDict {
  const dict = file.dictOf(ref);
  if (!dict) throw new Error('a file that was just made lacks an object');
  return dict;
}

const dictIn = (file: PdfFile, dict: PdfDict, key: string): PdfDict => dictAt(file, dict.entries.get(key) ?? null);

function keyIn(object: PdfObject, key: string): number {
  const found = isA(object, 'dict') ? object.entries.get(key) : undefined;
  if (typeof found !== 'number') throw new Error(`an object of a record has no /${key}`);
  return found;
}
