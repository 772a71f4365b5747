import layoutDocument from '@react-pdf/layout';
import * as P from '@react-pdf/primitives';
import type { ReactElement } from 'react';
import { Memory } from '../memory.ts';
import { drawn } from './drawing.ts';
import type { Faces } from './faces.ts';
import type { LaidNode, Line, NodeProps, Words } from './laid.ts';
import { setLines } from './lines.ts';
import { leavesOf, type Node, nodesOf } from './nodes.ts';
import { laidOut, laidShapeOf, type LaidShape, shapeOf } from './shape.ts';

/**
 * The seams of react-pdf that we stand on, typed as we use them. They are not its public face: versions are pinned and
 * `tests/typeset/seams.test.ts` is their contract.
 */

type LayoutDocument = (document: object, fontStore: FontStore) => Promise<{ readonly children: readonly LaidNode[] }>;

/** What react-pdf's layout may ask about fonts. */
type FontStore = {
  getFont(descriptor: { fontFamily: string }): never;
  load(descriptor: object): Promise<void>;
  getEmojiSource(): null;
  getHyphenationCallback(): (word: string) => string[];
};

/**
 * Our lines are composed before layout, so react-pdf has no reason to look for a font. If it does, a text has gone round
 * our composer: better to fail than to fall back to a standard face.
 */
const noFonts: FontStore = {
  getFont({ fontFamily }) {
    throw new Error(`react-pdf's layout asked for the font ${fontFamily}: a text was not composed by us`);
  },
  load: () => Promise.resolve(),
  getEmojiSource: () => null,
  getHyphenationCallback: () => (word) => [word],
};

const layout = layoutDocument as unknown as LayoutDocument;

/**
 * Numbers the nodes in document order and gives each text its lines.
 *
 * @param from the number before that of the first node
 * @returns the words of each text by its number, and the number of the last node
 */
const prepare = (root: Node, faces: Faces, from: number): Prepared => {
  let last = from;
  const texts: [serial: number, words: Words][] = [];
  const visit = (node: Node): void => {
    const props = node.props as { -readonly [K in keyof NodeProps]: NodeProps[K] };
    last += 1;
    props.serial = last;
    if (props.words) {
      (node as { lines?: readonly Line[] }).lines = setLines(props.words, faces);
      texts.push([last, props.words]);
    }
    for (const child of node.children) visit(child);
  };
  visit(root);
  return { texts, last };
};

type Prepared = { readonly texts: readonly (readonly [serial: number, words: Words])[]; readonly last: number };

/**
 * Layouts of leaves, by their shapes: leaflets of two councils differ in names and colours, and few names take another
 * number of lines. It counts nodes, of which a leaflet has some 1,000; as many take 15 MB.
 */
const layouts = new Memory<string, readonly LaidShape[]>(40_000);

const layShape = async (json: string): Promise<readonly LaidShape[]> => {
  const document = { type: P.Document, props: {}, style: {}, children: [JSON.parse(json)] };
  const { children } = await layout(document, noFonts);
  return children.map(laidShapeOf);
};

/** Told what composing (elements to a tree of nodes) and typesetting (lines and layout) took, in milliseconds. */
export type StageClock = (stage: 'compose' | 'typeset', milliseconds: number) => void;

/** Lets signals be heard, and the collector run. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A leaf as it was laid out. */
export type LaidLeaf = Prepared & {
  readonly first: number;
  readonly pages: readonly LaidNode[];
  /** Whether it asked for what differs between the rounds of one layout. */
  readonly asked: boolean;
};

/** How a document is laid out. */
export type Laying = {
  readonly faces: Faces;
  readonly clock?: StageClock;
  /** `first` lays out the first leaf alone, which is quick: to see whether it fits. */
  readonly leaves?: 'all' | 'first';
  /** How often pages were asked for: see `before`. */
  readonly asked?: () => number;
  /** The leaves as they were in the round before; one that asked for no page is as it was. */
  readonly before?: readonly LaidLeaf[];
};

/**
 * Evaluates a tree of elements and lays it out, leaf by leaf.
 *
 * @returns the leaves, with their pages, and the words of every text by the serial number that its node carries
 */
export const lay = async (
  element: ReactElement,
  { faces, clock = () => {}, leaves = 'all', asked = () => 0, before }: Laying,
): Promise<readonly LaidLeaf[]> => {
  const laid: LaidLeaf[] = [];
  // The document is node 1.
  let last = 1;
  const elements = leavesOf(element);
  for (const [i, leaf] of elements.slice(0, leaves === 'first' ? 1 : Infinity).entries()) {
    const known = before?.[i];
    const made =
      known?.asked === false && known.first === last ? known : await layLeaf(leaf, last, { faces, clock, asked });
    laid.push(made);
    last = made.last;
  }
  await turn();
  return laid;
};

const layLeaf = async (
  element: ReactElement,
  first: number,
  { faces, clock, asked }: Required<Pick<Laying, 'faces' | 'clock' | 'asked'>>,
): Promise<LaidLeaf> => {
  const start = performance.now();
  const askedBefore = asked();
  const [leaf, ...more] = nodesOf(element);
  if (leaf?.type !== P.Page || more.length > 0) throw new Error('a document holds leaves, each an element of its own');
  const composed = performance.now();
  clock('compose', composed - start);
  const prepared = prepare(leaf, faces, first);
  const { json, nodes } = shapeOf(leaf);
  const shapes = layouts.get(json) ?? layouts.set(json, await layShape(json), nodes.length);
  const pages = shapes.map((page) => laidOut(page, nodes, drawn));
  clock('typeset', performance.now() - composed);
  return { ...prepared, first, pages, asked: asked() > askedBefore };
};
