import type { Clip, Shape } from '../../pdf/read/shape.ts';

/** From and to, along one line of a page: within both of them. */
export type Span = readonly [from: number, to: number];

const everywhere: readonly Span[] = [[-Infinity, Infinity]];

/** Where a shape holds the points of a level line. */
export function spansOf(shape: Shape, y: number): readonly Span[] {
  const { left, right, bottom, top } = shape.box;
  if (y < bottom || y > top) return [];
  if (shape.kind === 'rectangle') return [[left, right]];
  const crossings: { readonly x: number; readonly step: number }[] = [];
  for (const ring of shape.rings) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      if (fromY > y !== toY > y) {
        crossings.push({ x: fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX), step: toY > fromY ? 1 : -1 });
      }
      fromX = toX;
      fromY = toY;
    }
  }
  crossings.sort((a, b) => a.x - b.x);
  const spans: Span[] = [];
  let winding = 0;
  crossings.forEach(({ x, step }, i) => {
    winding += step;
    const next = crossings[i + 1];
    const isInside = shape.rule === 'nonzero' ? winding !== 0 : i % 2 === 0;
    if (next && isInside) spans.push([x, next.x]);
  });
  return spans;
}

/** Where all shapes of a clip hold the points of a level line. */
export const spansOfClip = (clip: Clip, y: number): readonly Span[] =>
  clip.reduce((found: readonly Span[], shape) => both(found, spansOf(shape, y)), everywhere);

/** What two lists of spans share. */
export function both(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  if (a === everywhere) return b;
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Span[] => {
      const [low, high] = [Math.max(from, start), Math.min(to, end)];
      return low <= high ? [[low, high]] : [];
    }),
  );
}
