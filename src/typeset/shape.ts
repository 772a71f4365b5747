import * as P from '@react-pdf/primitives';
import type { Box, LaidNode, Line } from './laid.ts';
import type { Node } from './nodes.ts';

/**
 * The shape of a leaf: of all that stands on it, what its layout hangs on. Every text is as wide as its measure, whatever
 * it says, so layout needs of it but its lines, and of these their places and heights. Words, colours, links and roles
 * are no part of it, nor are the paths of drawings.
 *
 * A shape is laid out in the place of its leaf: so whatever layout asks after, it knows no more than what the shape says,
 * and leaves of equal shapes have equal layouts.
 */
type Shape = {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly style: Readonly<Record<string, unknown>>;
  readonly children: readonly Shape[];
  readonly lines?: readonly { readonly at: number; readonly box: Line['box'] }[];
};

/** The properties that react-pdf's layout asks after; the others are ours. */
const asked: readonly string[] = [
  'size',
  'dpi',
  'orientation',
  'experimentalPagination',
  'wrap',
  'break',
  'fixed',
  'minPresenceAhead',
  'orphans',
  'widows',
  'viewBox',
  'width',
  'height',
  'preserveAspectRatio',
];

/** Colours that stay what they are in layout. */
const isPlainColour = (name: string, value: unknown): boolean =>
  name.endsWith('Color') && typeof value === 'string' && /^#[0-9a-f]{3,8}$/i.test(value);

/** The shape of a leaf as JSON, and its nodes in the order of their numbers in it. */
export const shapeOf = (leaf: Node): { readonly json: string; readonly nodes: readonly Node[] } => {
  const nodes: Node[] = [];
  const shaped = (node: Node): Shape => {
    const at = nodes.push(node) - 1;
    const props: Record<string, unknown> = { at };
    for (const name of asked) if (node.props[name] !== undefined) props[name] = node.props[name];
    const style: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(node.style)) if (!isPlainColour(name, value)) style[name] = value;
    const { type, lines } = node;
    return {
      type,
      props,
      style,
      // Layout places a drawing as a whole.
      children: type === P.Svg ? [] : node.children.map(shaped),
      ...(lines && {
        lines: lines.map(({ box: { x, y, width, height } }, i) => ({ at: i, box: { x, y, width, height } })),
      }),
    };
  };
  return { json: JSON.stringify(shaped(leaf)), nodes };
};

/** A node of a laid-out shape: which node of the leaf it is, or a part of, and where it stands. */
export type LaidShape = {
  readonly at: number;
  readonly style: Readonly<Record<string, unknown>>;
  readonly box: Box;
  /** Of a text, the lines that stand here. */
  readonly lines?: readonly [from: number, to: number];
  readonly children: readonly LaidShape[];
};

/** Takes down what layout made of a shape. */
export const laidShapeOf = ({ props, style, box, lines, children = [] }: LaidNode): LaidShape => {
  const { left, top, width, height, borderLeftWidth } = box;
  const kept = lines as readonly { readonly at?: number }[] | undefined;
  const from = kept?.[0]?.at ?? 0;
  return {
    at: (props as { readonly at: number }).at,
    style,
    box: { left, top, width, height, ...(borderLeftWidth !== undefined && { borderLeftWidth }) },
    ...(kept && { lines: [from, from + kept.length] }),
    children: children.map(laidShapeOf),
  };
};

const coloursOf = (style: Node['style']): Record<string, unknown> => {
  const colours: Record<string, unknown> = {};
  for (const name in style) if (isPlainColour(name, style[name])) colours[name] = style[name];
  return colours;
};

/**
 * The nodes of a leaf, laid out as its shape was.
 *
 * @param drawn what becomes of a drawing
 */
export const laidOut = (
  shape: LaidShape,
  nodes: readonly Node[],
  drawn: (drawing: Node) => Pick<LaidNode, 'props' | 'style' | 'children'>,
): LaidNode => {
  const visit = ({ at, style, box, lines, children }: LaidShape): LaidNode => {
    const node = nodes[at];
    if (!node) throw new Error(`layout made a node that the leaf has not: ${at}`);
    const { type, props } = node;
    if (type === P.Svg) return { type, box, ...drawn(node) };
    return {
      type,
      props,
      style: { ...style, ...coloursOf(node.style) },
      box,
      ...(lines && node.lines && { lines: node.lines.slice(...lines) }),
      children: children.map(visit),
    };
  };
  return visit(shape);
};
