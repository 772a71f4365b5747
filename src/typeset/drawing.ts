import * as P from '@react-pdf/primitives';
import type { LaidNode } from './laid.ts';
import type { Node } from './nodes.ts';

/**
 * A drawing of plain paths as react-pdf's layout makes it, without asking layout: its view box read, and no paint where
 * it says `none`. What layout would do more with (groups, texts, gradients, colours of other notations) throws.
 */
export const drawn = ({ props, style, children }: Node): Pick<LaidNode, 'props' | 'style' | 'children'> => ({
  props: { ...props, viewBox: viewBoxOf(props.viewBox) },
  style,
  children: children.map(pathOf),
});

const viewBoxOf = (viewBox: Node['props']['viewBox']): { minX: number; minY: number; maxX: number; maxY: number } => {
  if (typeof viewBox === 'object') return viewBox;
  const [minX, minY, maxX, maxY, ...more] = (viewBox ?? '').split(' ').map(Number) as [number, number, number, number];
  if (more.length > 0 || ![minX, minY, maxX, maxY].every(Number.isFinite)) throw new Error(`no view box: ${viewBox}`);
  // As react-pdf calls width and height.
  return { minX, minY, maxX, maxY };
};

const nowhere = { left: 0, top: 0, width: 0, height: 0 };

const pathOf = ({ type, props, style, children }: Node): LaidNode => {
  if (type !== P.Path || children.length > 0) throw new Error(`${type} in a drawing, which holds paths alone`);
  const { fill: _fill, stroke: _stroke, ...others } = props;
  const [fill, stroke] = [paintOf(props.fill), paintOf(props.stroke)];
  return {
    type,
    props: { ...others, ...(fill !== undefined && { fill }), ...(stroke !== undefined && { stroke }) },
    style,
    box: nowhere,
  };
};

const paintOf = (colour: string | undefined): string | undefined => {
  if (colour === undefined || colour === 'none') return undefined;
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`a drawing in ${colour}, which is no colour of ours`);
  return colour;
};
