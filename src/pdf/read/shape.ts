/** A point of a page: in points, from the lower left corner. */
export type Point = readonly [x: number, y: number];

export type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number };

/** Which points a path holds (ISO 32000-2, 8.5.3.3). */
export type FillRule = 'nonzero' | 'evenodd';

/** An area of a page. The sides of a polygon's rings are straight; each ring is closed. */
export type Shape =
  | { readonly kind: 'rectangle'; readonly box: Box }
  | {
      readonly kind: 'polygon';
      readonly box: Box;
      readonly rings: readonly (readonly Point[])[];
      readonly rule: FillRule;
      /** Of all rings together: how much work it is to ask for a point. */
      readonly sides: number;
    };

/** What may be painted on: all of these at once (8.5.4); without any, everything. */
export type Clip = readonly Shape[];

export const rectangle = (left: number, bottom: number, right: number, top: number): Shape => ({
  kind: 'rectangle',
  box: { left, bottom, right, top },
});

/** The shape of a path's rings: a rectangle where it is one that stands upright. */
export function shapeOf(rings: readonly (readonly Point[])[], rule: FillRule): Shape {
  const box = boxOf(rings);
  const [only] = rings;
  if (rings.length === 1 && only && isUpright(only, box)) return { kind: 'rectangle', box };
  return { kind: 'polygon', box, rings, rule, sides: rings.reduce((sum, { length }) => sum + length, 0) };
}

function boxOf(rings: readonly (readonly Point[])[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return { left, bottom, right, top };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** Four corners, of which each shares one side with the next; perhaps the first one again. */
function isUpright(ring: readonly Point[], { left, bottom, right, top }: Box): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length === 5 && near(first![0], last![0]) && near(first![1], last![1]);
  if (ring.length !== 4 && !isClosed) return false;
  return ring.every(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    const isCorner = (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top));
    const isSide = near(x, nextX) !== near(y, nextY) || (isClosed && i === 4);
    return isCorner && isSide;
  });
}

const isWithin = ({ left, bottom, right, top }: Box, [x, y]: Point): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;

/** Whether an area holds a point. */
export const holds = (shape: Shape, point: Point): boolean =>
  isWithin(shape.box, point) && (shape.kind === 'rectangle' || isInside(shape.rings, shape.rule, point));

export const leaves = (clip: Clip, point: Point): boolean => clip.every((shape) => holds(shape, point));

/** How much work it is to ask for a point. */
export const workOf = (clip: Clip): number =>
  clip.reduce((sum, shape) => sum + (shape.kind === 'rectangle' ? 1 : shape.sides), 0);

/** A ray from the point to the right, and the sides that it crosses. */
function isInside(rings: readonly (readonly Point[])[], rule: FillRule, [x, y]: Point): boolean {
  let winding = 0;
  let crossings = 0;
  for (const ring of rings) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) {
        winding += toY > fromY ? 1 : -1;
        crossings += 1;
      }
      fromX = toX;
      fromY = toY;
    }
  }
  return rule === 'nonzero' ? winding !== 0 : crossings % 2 === 1;
}

/** More than this many areas in one another are cut by their boxes alone. */
const mostClips = 32;

/** A clip and one more area: two rectangles are one again. */
export function cut(clip: Clip, shape: Shape): Clip {
  const at = clip.findIndex(({ kind }) => kind === 'rectangle');
  const isBox = shape.kind === 'rectangle' || clip.length >= mostClips;
  if (!isBox) return [...clip, shape];
  if (at < 0) return [{ kind: 'rectangle', box: shape.box }, ...clip];
  const [a, b] = [clip[at]!.box, shape.box];
  const both = rectangle(
    Math.max(a.left, b.left),
    Math.max(a.bottom, b.bottom),
    Math.min(a.right, b.right),
    Math.min(a.top, b.top),
  );
  return clip.with(at, both);
}
