import type { Logo, LogoShape } from './brand.ts';
import { outlinesOf, type Point } from './path-points.ts';

/** A colour of a logo as its shapes name it. */
export type LogoPaint = NonNullable<LogoShape['fill']>;

/** Squares to a side: what is smaller than a fifth of a per cent of a logo's width is not seen anyway. */
const fineness = 512;

/**
 * How much of a logo's box each colour is seen on, in shares of it: what lies under another shape does not count.
 * The shapes are laid over a fine grid, one after the other, as a painter does.
 */
export function coverageOf({ viewBox, shapes }: Pick<Logo, 'viewBox' | 'shapes'>): ReadonlyMap<LogoPaint, number> {
  const [left, top, width, height] = viewBox;
  const grid = new Uint8Array(fineness * fineness);
  const paints: LogoPaint[] = [];
  const place = ([x, y]: Point): Point => [((x - left) / width) * fineness, ((y - top) / height) * fineness];
  const lay = (paint: LogoPaint, outlines: readonly (readonly Point[])[], rule: 'evenodd' | 'nonzero'): void => {
    if (!paints.includes(paint)) paints.push(paint);
    const placed = outlines.map((outline) => outline.map(place));
    cover(grid, placed, rule, paints.indexOf(paint) + 1);
  };
  for (const { d, fill, fillRule = 'nonzero', stroke, strokeWidth = 1 } of shapes) {
    const outlines = outlinesOf(d);
    if (fill) lay(fill, outlines, fillRule);
    if (stroke)
      lay(
        stroke,
        outlines.flatMap((outline) => strokesOf(outline, strokeWidth)),
        'nonzero',
      );
  }
  const counts = paints.map(() => 0);
  for (const paint of grid) if (paint > 0) counts[paint - 1]! += 1;
  return new Map(paints.map((paint, i) => [paint, counts[i]! / grid.length]));
}

/** Each straight piece of a stroke as a rectangle, all turning the same way, so that where they meet nothing is cut out. */
function strokesOf(outline: readonly Point[], width: number): Point[][] {
  return outline.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = outline[i]!;
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) return [];
    const [dx, dy] = [((y1 - y2) / length) * (width / 2), ((x2 - x1) / length) * (width / 2)];
    return [
      [
        [x1 + dx, y1 + dy],
        [x1 - dx, y1 - dy],
        [x2 - dx, y2 - dy],
        [x2 + dx, y2 + dy],
      ] satisfies Point[],
    ];
  });
}

/** Where an outline crosses the middle of a row of squares, and which way it goes. */
type Crossing = { readonly x: number; readonly turn: 1 | -1 };

function cover(
  grid: Uint8Array,
  outlines: readonly (readonly Point[])[],
  rule: 'evenodd' | 'nonzero',
  paint: number,
): void {
  const rows = Array.from({ length: fineness }, (): Crossing[] => []);
  for (const outline of outlines) {
    outline.forEach(([x1, y1], i) => {
      const [x2, y2] = outline[(i + 1) % outline.length]!;
      const [upper, lower] = [Math.min(y1, y2), Math.max(y1, y2)];
      const last = Math.min(fineness - 1, Math.ceil(lower - 0.5) - 1);
      for (let row = Math.max(0, Math.ceil(upper - 0.5)); row <= last; row++) {
        const x = x1 + ((row + 0.5 - y1) / (y2 - y1)) * (x2 - x1);
        rows[row]!.push({ x, turn: y2 > y1 ? 1 : -1 });
      }
    });
  }
  rows.forEach((crossings, row) => {
    let turns = 0;
    const sorted = crossings.toSorted((a, b) => a.x - b.x);
    sorted.forEach(({ x, turn }, i) => {
      turns += rule === 'evenodd' ? 1 : turn;
      const inside = rule === 'evenodd' ? turns % 2 === 1 : turns !== 0;
      const next = sorted[i + 1];
      if (!inside || !next) return;
      const from = Math.max(0, Math.ceil(x - 0.5));
      const to = Math.min(fineness, Math.ceil(next.x - 0.5));
      if (to > from) grid.fill(paint, row * fineness + from, row * fineness + to);
    });
  });
}
