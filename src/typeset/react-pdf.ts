import layoutDocument from '@react-pdf/layout';
import * as P from '@react-pdf/primitives';
import type { ReactElement } from 'react';
import { Memory } from '../memory.ts';
import { drawn } from './drawing.ts';
import type { Faces } from './faces.ts';
import type { LaidNode, Line, NodeProps, Words } from './laid.ts';
import { setLines } from './lines.ts';
import { type Node, nodesOf } from './nodes.ts';
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

/** Numbers the nodes in document order and gives each text its lines; calls `given` with every text's words. */
const prepare = (root: Node, faces: Faces, given: (serial: number, words: Words) => void): void => {
  let serial = 0;
  const visit = (node: Node): void => {
    const props = node.props as { -readonly [K in keyof NodeProps]: NodeProps[K] };
    serial += 1;
    props.serial = serial;
    if (props.words) {
      (node as { lines?: readonly Line[] }).lines = setLines(props.words, faces);
      given(serial, props.words);
    }
    for (const child of node.children) visit(child);
  };
  visit(root);
};

/**
 * Layouts of leaves, by their shapes: leaflets of two councils differ in names and colours, and few names take another
 * number of lines. It counts nodes, of which a leaflet has some 1,000; as many take 15 MB.
 */
const layouts = new Memory<string, readonly LaidShape[]>(40_000);

/** The pages of a leaf. */
const layLeaf = async (leaf: Node): Promise<readonly LaidNode[]> => {
  const { json, nodes } = shapeOf(leaf);
  const known = layouts.get(json);
  const pages = known ?? layouts.set(json, await layShape(json), nodes.length);
  return pages.map((page) => laidOut(page, nodes, drawn));
};

const layShape = async (json: string): Promise<readonly LaidShape[]> => {
  const document = { type: P.Document, props: {}, style: {}, children: [JSON.parse(json)] };
  const { children } = await layout(document, noFonts);
  return children.map(laidShapeOf);
};

/** Told what composing (elements to a tree of nodes) and typesetting (lines and layout) took, in milliseconds. */
export type StageClock = (stage: 'compose' | 'typeset', milliseconds: number) => void;

/** Lets signals be heard, and the collector run. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Evaluates a tree of elements and lays it out.
 *
 * @param given is told the words of every text, by the serial number that its node carries in the laid-out tree
 * @param leaves `first` lays out the first leaf alone, which is quick: to see whether it fits
 * @returns the laid-out leaves: pages with their nodes
 */
export const lay = async (
  element: ReactElement,
  faces: Faces,
  given: (serial: number, words: Words) => void,
  clock: StageClock = () => {},
  leaves: 'all' | 'first' = 'all',
): Promise<readonly LaidNode[]> => {
  const start = performance.now();
  const document = nodesOf(element, leaves);
  const composed = performance.now();
  clock('compose', composed - start);
  prepare(document, faces, given);
  const pages: LaidNode[] = [];
  for (const leaf of document.children) pages.push(...(await layLeaf(leaf)));
  clock('typeset', performance.now() - composed);
  await turn();
  return pages;
};
