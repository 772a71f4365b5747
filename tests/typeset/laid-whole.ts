import layoutDocument from '@react-pdf/layout';
import * as P from '@react-pdf/primitives';
import type { ReactElement } from 'react';
import { forgetAll } from '../../src/memory.ts';
import type { LaidNode, NodeProps } from '../../src/typeset/laid.ts';
import { setLines } from '../../src/typeset/lines.ts';
import { leavesOf, type Node, nodesOf } from '../../src/typeset/nodes.ts';
import { lay } from '../../src/typeset/react-pdf.ts';
import { example } from '../sources.ts';
import type { CouncilName } from '../pdf/products.ts';
import { treesFor } from './trees.ts';

const { faces } = example();

const fonts = {
  getFont: (): never => {
    throw new Error('asked for a font');
  },
  load: () => Promise.resolve(),
  getEmojiSource: () => null,
  getHyphenationCallback: () => (word: string) => [word],
};

type LayoutDocument = (document: object, fonts: object) => Promise<{ readonly children: readonly LaidNode[] }>;

/** The pages of a tree as react-pdf lays it out when it is given everything, and not its shapes. */
const laidWhole = async (tree: ReactElement): Promise<readonly LaidNode[]> => {
  let serial = 1;
  const number = (node: Node): void => {
    serial += 1;
    Object.assign(node.props, { serial });
    if (node.props.words) Object.assign(node, { lines: setLines(node.props.words, faces) });
    node.children.forEach(number);
  };
  const leaves = leavesOf(tree).flatMap(nodesOf);
  leaves.forEach(number);
  const document = { type: P.Document, props: {}, style: {}, children: leaves };
  return (await (layoutDocument as unknown as LayoutDocument)(document, fonts)).children;
};

const said: readonly (keyof NodeProps)[] = [
  ...([
    'serial',
    'words',
    'role',
    'id',
    'alt',
    'language',
    'frame',
    'foot',
    'meant',
    'room',
    'fixed',
    'placing',
  ] as const),
  ...(['viewBox', 'd', 'fill', 'fillRule', 'stroke', 'strokeWidth', 'plate', 'scope', 'bookmarked'] as const),
];

/** All that preflight and painters look at. */
const seen = ({ type, props, style, box, lines, children = [] }: LaidNode): object => ({
  type,
  props: Object.fromEntries(said.map((name) => [name, props[name]])),
  look: [style['backgroundColor'], style['borderLeftColor'], style['overflow']],
  // Layout gives the paths of a drawing no place of their own.
  ...(type !== P.Path && { box: [box.left, box.top, box.width, box.height, box.borderLeftWidth] }),
  ...(type === P.Text && { lines }),
  children: children.map(seen),
});

/** Each layout of a council's documents: of the whole, and by shapes, known already and found anew. */
export async function* layoutsOf(council: CouncilName): AsyncGenerator<Record<'whole' | 'known' | 'anew', object>> {
  for (const tree of await treesFor(council)) {
    const whole = (await laidWhole(tree)).map(seen);
    const known = await lay(tree, { faces });
    forgetAll();
    const anew = await lay(tree, { faces });
    const [first, second] = [known, anew].map((leaves) => leaves.flatMap(({ pages }) => pages).map(seen));
    yield { whole, known: first!, anew: second! };
  }
}
