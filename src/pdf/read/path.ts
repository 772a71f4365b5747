import type { Budget } from './budget.ts';
import { Unreadable } from './faults.ts';
import type { Matrix } from './matrix.ts';
import { type FillRule, type Point, type Shape, shapeOf } from './shape.ts';

/** A curve is as many straight sides as it is long, within these bounds. */
const fewestSides = 4;
const mostSides = 32;

type Ring = { readonly points: Point[]; isClosed: boolean };

/** A path while it is drawn (ISO 32000-2, 8.5.2), in the units of the page: curves are flattened at once. */
export class Path {
  readonly #budget: Budget;
  #rings: Ring[] = [];
  /** Where it stands, in the units of the content: curves may begin there. */
  #at: Point = [0, 0];
  #start: Point = [0, 0];

  /** @param budget the points that a page's paths may have together */
  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Takes an operator that draws; others do nothing. */
  draw(word: string, numbers: readonly number[], matrix: Matrix): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (word) {
      case 'm':
        this.#move([a, b], matrix);
        break;
      case 'l':
        this.#line([a, b], matrix);
        break;
      case 'c':
        this.#curve([a, b], [c, d], [e, f], matrix);
        break;
      case 'v':
        this.#curve(this.#at, [a, b], [c, d], matrix);
        break;
      case 'y':
        this.#curve([a, b], [c, d], [c, d], matrix);
        break;
      case 'h':
        this.#close();
        break;
      case 're':
        this.#move([a, b], matrix);
        this.#line([a + c, b], matrix);
        this.#line([a + c, b + d], matrix);
        this.#line([a, b + d], matrix);
        this.#close();
    }
  }

  /** What it holds; open rings count as closed (8.5.3.3). Undefined where it holds nothing. */
  filled(rule: FillRule): Shape | undefined {
    const rings = this.#rings.map(({ points }) => points).filter(({ length }) => length > 1);
    return rings.length === 0 ? undefined : shapeOf(rings, rule);
  }

  /** What its line covers: each side as broad as the line, without caps and joins. */
  stroked(width: number): Shape | undefined {
    const half = width / 2;
    const sides = this.#rings.flatMap(({ points, isClosed }) =>
      (isClosed ? [...points, points[0]!] : points).slice(1).flatMap((to, i): Point[][] => {
        const from = points[i]!;
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (length === 0 || !this.#budget.spend(4)) return [];
        const across = [((from[1] - to[1]) / length) * half, ((to[0] - from[0]) / length) * half] as const;
        const beside = ([x, y]: Point, sign: number): Point => [x + across[0] * sign, y + across[1] * sign];
        return [[beside(from, 1), beside(to, 1), beside(to, -1), beside(from, -1)]];
      }),
    );
    return sides.length === 0 ? undefined : shapeOf(sides, 'nonzero');
  }

  clear(): void {
    this.#rings = [];
  }

  close(): void {
    this.#close();
  }

  #move(to: Point, matrix: Matrix): void {
    this.#rings.push({ points: [], isClosed: false });
    this.#start = to;
    this.#add(to, matrix);
  }

  #line(to: Point, matrix: Matrix): void {
    const ring = this.#rings.at(-1);
    // After a closed ring, the next one begins where that one did (8.5.2.1); a line from nowhere begins where it ends.
    if (!ring) this.#move(to, matrix);
    else if (ring.isClosed) this.#move(this.#start, matrix);
    this.#add(to, matrix);
  }

  #curve(one: Point, two: Point, to: Point, matrix: Matrix): void {
    const from = this.#at;
    const length = (a: Point, b: Point): number =>
      Math.hypot(
        matrix[0] * (b[0] - a[0]) + matrix[2] * (b[1] - a[1]),
        matrix[1] * (b[0] - a[0]) + matrix[3] * (b[1] - a[1]),
      );
    const long = Math.sqrt(length(from, one) + length(one, two) + length(two, to)) * 2;
    const sides = Math.max(fewestSides, Math.min(mostSides, Number.isFinite(long) ? Math.ceil(long) : fewestSides));
    for (let i = 1; i <= sides; i += 1) {
      const t = i / sides;
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      const on = (axis: 0 | 1): number => p * from[axis] + q * one[axis] + r * two[axis] + s * to[axis];
      this.#line([on(0), on(1)], matrix);
    }
  }

  #close(): void {
    const ring = this.#rings.at(-1);
    if (ring) ring.isClosed = true;
    this.#at = this.#start;
  }

  #add(point: Point, [a, b, c, d, e, f]: Matrix): void {
    if (!this.#budget.spend(1)) throw new Unreadable('the paths have too many points');
    const [x, y] = point;
    this.#at = point;
    this.#rings.at(-1)!.points.push([a * x + c * y + e, b * x + d * y + f]);
  }
}
