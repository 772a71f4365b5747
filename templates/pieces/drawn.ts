import type { Shape } from '../../src/typeset/elements.tsx';
import type { ColourRole, Palette } from '../../src/typeset/scale.ts';

/** A shape whose colours are shades of its own, or roles. */
type Painted = Pick<Shape, 'd' | 'fillRule' | 'strokeWidth'> & {
  readonly fill?: string;
  readonly stroke?: string;
};

/** Shapes of a drawing with the palette's colours in the place of roles, which they still are: print asks for them. */
export const inRoles = (shapes: readonly Painted[], palette: Palette): Shape[] => {
  const roleOf = (colour: string | undefined): ColourRole | undefined =>
    colour !== undefined && colour in palette ? (colour as ColourRole) : undefined;
  const shadeOf = (colour: string): string => {
    const role = roleOf(colour);
    return role === undefined ? colour : palette[role];
  };
  return shapes.map(({ fill, stroke, ...shape }) => {
    const [filled, stroked] = [roleOf(fill), roleOf(stroke)];
    return {
      ...shape,
      ...(fill !== undefined && { fill: shadeOf(fill) }),
      ...(stroke !== undefined && { stroke: shadeOf(stroke) }),
      ...((filled ?? stroked) && { meant: { ...(filled && { fill: filled }), ...(stroked && { stroke: stroked }) } }),
    };
  });
};
