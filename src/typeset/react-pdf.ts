import layoutDocument from '@react-pdf/layout';
import * as renderer from '@react-pdf/renderer';
import { Component, createElement, type ReactElement, type ReactNode } from 'react';
import type { Faces } from './faces.ts';
import type { LaidNode, Line, NodeProps, Words } from './laid.ts';
import { setLines } from './lines.ts';

/**
 * The seams of react-pdf that we stand on, typed as we use them. They are not its public face: versions are pinned and
 * `tests/typeset/seams.test.ts` is their contract.
 */

/** A node as the reconciler makes it and before layout has run. */
type Instance = {
  readonly type: string;
  readonly props: NodeProps;
  readonly children?: readonly Instance[];
};

type Container = { type: 'ROOT'; document: Instance | null };

type Reconciler = {
  createContainer(container: Container): object;
  updateContainer(element: ReactElement | null, root: object, parent: null, callback: () => void): void;
};

type LayoutDocument = (document: Instance, fontStore: FontStore) => Promise<{ readonly children: readonly LaidNode[] }>;

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

// React allows one renderer a process; it keeps nothing of a document once that is unmounted.
let reconciler: Reconciler | undefined;
const reconcilerOf = (): Reconciler => {
  reconciler ??= (renderer as unknown as { createRenderer(options: object): Reconciler }).createRenderer({});
  return reconciler;
};

/** Numbers the nodes in document order and gives each text its lines; calls `given` with every text's words. */
const prepare = (root: Instance, faces: Faces, given: (serial: number, words: Words) => void): void => {
  let serial = 0;
  const visit = (node: Instance): void => {
    const props = node.props as { -readonly [K in keyof NodeProps]: NodeProps[K] };
    if (props) {
      serial += 1;
      props.serial = serial;
      if (props.words) {
        (node as { lines?: Line[] }).lines = setLines(props.words, faces);
        given(serial, props.words);
      }
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
};

/** React keeps what a component throws to itself; this hands it on. */
class Boundary extends Component<{ readonly children: ReactNode; readonly thrown: (failure: unknown) => void }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(failure: unknown): void {
    this.props.thrown(failure);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

/** Told what composing (elements to a tree of nodes) and typesetting (lines and layout) took, in milliseconds. */
export type StageClock = (stage: 'compose' | 'typeset', milliseconds: number) => void;

/** Lets React's scheduler and the collector run: without it a tight loop over documents grows the heap. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Reconciles a tree of elements and lays it out.
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
  const { createContainer, updateContainer } = reconcilerOf();
  const container: Container = { type: 'ROOT', document: null };
  const root = createContainer(container);
  const start = performance.now();
  let failure: unknown;
  const thrown = (cause: unknown): void => {
    failure = cause;
  };
  updateContainer(createElement(Boundary, { thrown, children: element }), root, null, () => {});
  try {
    if (failure !== undefined) throw failure;
    if (!container.document) throw new Error('the template composed no document');
    const composed = performance.now();
    clock('compose', composed - start);
    const { document } = container;
    const wanted = leaves === 'all' ? document : { ...document, children: document.children?.slice(0, 1) ?? [] };
    prepare(wanted, faces, given);
    const { children } = await layout(wanted, noFonts);
    clock('typeset', performance.now() - composed);
    return children;
  } finally {
    updateContainer(null, root, null, () => {});
    await turn();
  }
};
