import svgpath from 'svgpath';

export type Point = readonly [x: number, y: number];

/** How many straight pieces stand for a curve: of a logo they are shorter than anybody sees. */
const pieces = 16;

/** The outlines of path data as points, curves cut into straight pieces; each outline by itself. */
export function outlinesOf(d: string): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let outline: Point[] = [];
  const begin = (point: Point): void => void outlines.push((outline = [point]));
  svgpath(d)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _index, x, y) => {
      const [command, ...rest] = segment;
      const values = rest.map(Number);
      const at = (i: number): number => values[i] ?? 0;
      const from: Point = [x, y];
      // After a close, what is drawn begins where the outline began.
      if (command !== 'M' && outline.length === 0) begin(from);
      if (command === 'M') begin([at(0), at(1)]);
      else if (command === 'L') outline.push([at(0), at(1)]);
      else if (command === 'H') outline.push([at(0), y]);
      else if (command === 'V') outline.push([x, at(0)]);
      else if (command === 'C') curve([from, [at(0), at(1)], [at(2), at(3)], [at(4), at(5)]], outline);
      else if (command === 'Q') {
        const [control, end]: [Point, Point] = [
          [at(0), at(1)],
          [at(2), at(3)],
        ];
        curve([from, between(from, control, 2 / 3), between(end, control, 2 / 3), end], outline);
      } else {
        outline.push(outline[0]!);
        outline = [];
      }
    });
  return outlines;
}

const between = ([x1, y1]: Point, [x2, y2]: Point, share: number): Point => [
  x1 + (x2 - x1) * share,
  y1 + (y2 - y1) * share,
];

/** Adds the points of a cubic Bézier curve, the first one left out. */
function curve([a, b, c, d]: readonly [Point, Point, Point, Point], into: Point[]): void {
  for (let step = 1; step <= pieces; step++) {
    const t = step / pieces;
    const weight = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
    const along = (i: 0 | 1): number => weight[0] * a[i] + weight[1] * b[i] + weight[2] * c[i] + weight[3] * d[i];
    into.push([along(0), along(1)]);
  }
}
