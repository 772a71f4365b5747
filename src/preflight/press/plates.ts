import { Budget } from '../../pdf/read/budget.ts';
import type { PdfFile } from '../../pdf/read/file.ts';
import type { Painted } from '../../pdf/read/painted.ts';
import { type Box, leaves, type Point, workOf } from '../../pdf/read/shape.ts';
import { type Coat, coatOf } from './coat.ts';
import { cornersOf, isSeen, seenBox } from './placing.ts';
import { both, spansOf, spansOfClip } from './spans.ts';

/** What lies on a spot of paper. */
export type Spot = {
  /** Of all plates together, 1 for each that is full; undefined where it is not known. */
  readonly total: number | undefined;
  /** Of cyan, magenta and yellow together. */
  readonly colours: number;
  readonly isPaper: boolean;
};

/** What one thing that is too small to fill a cell does where it stands: text, lines, dots. */
export type Touch = { readonly painted: Painted; readonly point: Point; readonly before: Spot; readonly after: Spot };

/** The side of a cell in millimetres, and the most cells: those of a larger page are larger. */
const finest = 0.5;
const mostCells = 500_000;

/** Cells that may be filled, and sides of shapes that may be looked at, on one page and on all pages together. */
const mostWork = 40_000_000;
const mostOfFile = 400_000_000;

/** The work that all pages of a file may take together. */
export const workOfFile = (): Budget => new Budget(mostOfFile);

/** What it takes to try something on a cell, or to fill one of a picture, as cells that are filled plainly. */
const touchWork = 20;

/** The same of a side of a shape on one row: where it is crossed, the crossings are put into order. */
const sideWork = 8;

/** More inks than these on one page are not told apart. */
const mostPlates = 16;

/** The area of a page that is looked at, and the work that it may take. */
export type Ground = { readonly box: Box; readonly unit: number; readonly all: Budget };

/**
 * A page as it comes onto plates (ISO 32000-2, 11.7.4): a grid of cells, in which everything is painted in its order.
 * What is opaque takes away what lies beneath it, unless it overprints. Letters and thin lines fill no cells: what they
 * do is told where they stand.
 */
export class Plates {
  readonly columns: number;
  readonly rows: number;
  readonly touches: Touch[] = [];
  readonly #file: PdfFile;
  readonly #box: Box;
  readonly #cell: number;
  readonly #names: string[] = ['C', 'M', 'Y', 'K'];
  readonly #planes: Float32Array[];
  /** 1 where something else than paper is seen; 2 more where the inks are not known, 4 where they are still to come. */
  readonly #state: Uint8Array;
  readonly #own = new Budget(mostWork);
  readonly #all: Budget;

  /**
   * @param unit millimetres of one unit of the page
   * @param all the work that the pages of the file may take
   */
  constructor(file: PdfFile, painted: readonly Painted[], { box, unit, all }: Ground) {
    const [width, height] = [Math.max(box.right - box.left, 0.001), Math.max(box.top - box.bottom, 0.001)];
    this.#file = file;
    this.#box = box;
    this.#all = all;
    this.#cell = Math.max(finest / unit, Math.sqrt((width * height) / mostCells), width / 5000, height / 5000);
    this.columns = Math.max(1, Math.ceil(width / this.#cell));
    this.rows = Math.max(1, Math.ceil(height / this.#cell));
    this.#planes = this.#names.map(() => this.#plane());
    this.#state = new Uint8Array(this.columns * this.rows);
    for (const each of painted) {
      if (this.isExhausted) break;
      this.#paint(each);
    }
  }

  /** Whether so much is painted that the rest was not looked at. */
  get isExhausted(): boolean {
    return this.#own.isSpent || this.#all.isSpent;
  }

  /** The middle of a cell. */
  pointOf(cell: number): Point {
    const [column, row] = [cell % this.columns, Math.floor(cell / this.columns)];
    return [this.#box.left + (column + 0.5) * this.#cell, this.#box.bottom + (row + 0.5) * this.#cell];
  }

  get cells(): number {
    return this.#state.length;
  }

  /** The side of a cell, in units of the page. */
  get cell(): number {
    return this.#cell;
  }

  /** The ink of all plates, 1 for each that is full; or why it is not known. */
  totalAt(cell: number): number | 'unknown' | 'to-be-converted' {
    const state = this.#state[cell]!;
    return (state & 2) !== 0 ? 'unknown' : (state & 4) !== 0 ? 'to-be-converted' : this.#total(cell);
  }

  isPaperAt(cell: number): boolean {
    return (this.#state[cell]! & 1) === 0;
  }

  #spot(cell: number): Spot {
    const total = this.totalAt(cell);
    const [c = 0, m = 0, y = 0] = this.#planes.slice(0, 3).map((plane) => plane[cell]);
    return { total: typeof total === 'number' ? total : undefined, colours: c + m + y, isPaper: this.isPaperAt(cell) };
  }

  #spend(work: number): boolean {
    return this.#own.spend(work) && this.#all.spend(work);
  }

  #plane(): Float32Array {
    return new Float32Array(this.columns * this.rows);
  }

  #total(cell: number): number {
    let sum = 0;
    for (const plane of this.#planes) sum += plane[cell]!;
    return sum;
  }

  #cellAt([x, y]: Point): number | undefined {
    const column = Math.floor((x - this.#box.left) / this.#cell);
    const row = Math.floor((y - this.#box.bottom) / this.#cell);
    const isWithin = column >= 0 && x <= this.#box.right && row >= 0 && y <= this.#box.top;
    return isWithin ? row * this.columns + column : undefined;
  }

  #paint(painted: Painted): void {
    const box = seenBox(painted);
    if (!box || (painted.kind === 'text' && !isSeen(painted.text))) return;
    const coat = coatOf(this.#file, painted);
    if (coat.alpha <= 0) return;
    const indices = coat.space?.plates?.map((plate) => this.#indexOf(plate)) ?? [];
    if (painted.kind === 'text') {
      this.#touch(painted, coat, indices, pointsOfText(painted));
      return;
    }
    const filled = this.#fill(painted, coat, indices, box);
    if (filled === 0) this.#touch(painted, coat, indices, pointsOn(painted, box, this.#cell));
  }

  #indexOf(plate: string): number {
    if (plate === '') return -1;
    const known = this.#names.indexOf(plate);
    if (known >= 0) return known;
    if (this.#names.length >= mostPlates) return this.#names.length - 1;
    this.#names.push(plate);
    this.#planes.push(this.#plane());
    return this.#names.length - 1;
  }

  /** Fills the cells whose middles it holds, row by row; gives how many. */
  #fill(painted: Exclude<Painted, { kind: 'text' }>, coat: Coat, indices: readonly number[], box: Box): number {
    // Of the last row and column a part lies beyond the box, where marks stand.
    const { left, bottom, right, top } = this.#box;
    const cell = this.#cell;
    const first = Math.max(0, Math.ceil((box.bottom - bottom) / cell - 0.5));
    const last = Math.min(this.rows - 1, Math.floor((Math.min(box.top, top) - bottom) / cell - 0.5));
    const work = sideWork * workOf('area' in painted ? [painted.area, ...painted.clip] : painted.clip);
    let count = 0;
    for (let row = first; row <= last; row += 1) {
      if (!this.#spend(work)) break;
      const y = bottom + (row + 0.5) * cell;
      const clip = spansOfClip(painted.clip, y);
      const spans = 'area' in painted ? both(spansOf(painted.area, y), clip) : clip;
      for (const [from, to] of spans) {
        const start = Math.max(0, Math.ceil((from - left) / cell - 0.5));
        const end = Math.min(this.columns - 1, Math.floor((Math.min(to, right) - left) / cell - 0.5));
        if (end < start || !this.#spend((end - start + 1) * (coat.extent === 'flat' ? 1 : touchWork))) continue;
        for (let column = start; column <= end; column += 1) this.#lay(row * this.columns + column, coat, indices);
        count += end - start + 1;
      }
    }
    return count;
  }

  /** What a small thing does at some points; the cells stay as they are. */
  #touch(painted: Painted, coat: Coat, indices: readonly number[], points: readonly Point[]): void {
    const seen = new Set<number>();
    let worst: Touch | undefined;
    for (const point of points) {
      const cell = this.#cellAt(point);
      if (cell === undefined || seen.has(cell) || !leaves(painted.clip, point) || !this.#spend(touchWork)) continue;
      seen.add(cell);
      const kept = this.#planes.map((plane) => plane[cell]!);
      const state = this.#state[cell]!;
      const before = this.#spot(cell);
      this.#lay(cell, coat, indices);
      const touch = { painted, point, before, after: this.#spot(cell) };
      kept.forEach((value, i) => (this.#planes[i]![cell] = value));
      this.#state[cell] = state;
      if (!worst || heaviness(touch) > heaviness(worst)) worst = touch;
    }
    if (worst) this.touches.push(worst);
  }

  /** Lays a coat onto one cell. */
  #lay(cell: number, coat: Coat, indices: readonly number[]): void {
    const { alpha, mixing, overprint } = coat;
    const point = coat.extent === 'flat' ? nowhere : this.pointOf(cell);
    const shares = coat.at(point);
    const isOpaque = alpha >= 0.99 && mixing === 'normal';
    const isWhite = coat.isWhite(point);
    if (!isWhite) this.#state[cell]! |= 1;
    else if (isOpaque && overprint === 'none') this.#state[cell]! &= ~1;
    if (!shares || mixing === 'unknown') {
      // What is not known stays so until something opaque covers it.
      const lack = coat.space && !coat.space.plates ? 4 : 2;
      if (!isWhite) this.#state[cell] = isOpaque ? 1 | lack : this.#state[cell]! | lack;
      if (!isOpaque) return;
      if (isWhite) this.#state[cell]! &= ~6;
      for (const plane of this.#planes) plane[cell] = 0;
      return;
    }
    if (isOpaque && overprint === 'none') this.#state[cell]! &= ~6;
    const planes = this.#planes;
    const mixed = (plane: number): number => {
      const at = indices.indexOf(plane);
      const own = at < 0 ? 0 : shares[at]!;
      const old = planes[plane]![cell]!;
      if (overprint !== 'none' && (at < 0 || (overprint === 'not-zero' && own === 0))) return old;
      return old + alpha * ((mixing === 'multiply' ? old + own - old * own : own) - old);
    };
    if (mixing === 'least') {
      let total = 0;
      for (let plane = 0; plane < planes.length; plane += 1) total += mixed(plane);
      if (total < this.#total(cell)) return;
    }
    for (let plane = 0; plane < planes.length; plane += 1) planes[plane]![cell] = mixed(plane);
  }
}

/** Of a colour that is the same everywhere nobody asks where. */
const nowhere: Point = [0, 0];

/** Of several points the one with the most ink counts; over colours, if that is the same. */
const heaviness = ({ before, after }: Touch): number => (after.total ?? 0) * 100 + before.colours;

/** Points along a piece of text, in the middle of its small letters. */
function pointsOfText({ text }: Extract<Painted, { kind: 'text' }>): Point[] {
  const [low, lowEnd, highEnd, high] = cornersOf(text);
  if (!low || !lowEnd || !highEnd || !high) return [];
  return Array.from({ length: 9 }, (_, i) => {
    const along = (i + 0.5) / 9;
    const at = (axis: 0 | 1): number =>
      (low[axis] * 0.5 + high[axis] * 0.5) * (1 - along) + (lowEnd[axis] * 0.5 + highEnd[axis] * 0.5) * along;
    return [at(0), at(1)];
  });
}

const mostPoints = 200;

/** Points on what is narrower than a cell: on each side of a line, at the corners of a shape. */
function pointsOn(painted: Painted, box: Box, cell: number): readonly Point[] {
  if (!('area' in painted) || painted.area.kind === 'rectangle') return pointsAlong(box, cell);
  const rings = painted.area.rings.slice(0, mostPoints);
  if (painted.kind !== 'stroke') return rings.flat().slice(0, mostPoints);
  return rings.map((ring): Point => {
    const [x, y] = ring.reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as Point);
    return [x / ring.length, y / ring.length];
  });
}

/** Points along the middle of a narrow box. */
function pointsAlong({ left, right, bottom, top }: Box, cell: number): Point[] {
  const [width, height] = [right - left, top - bottom];
  const count = Math.max(1, Math.min(mostPoints, Math.ceil(Math.max(width, height) / cell)));
  return Array.from({ length: count }, (_, i): Point => {
    const along = (i + 0.5) / count;
    return width >= height ? [left + along * width, (bottom + top) / 2] : [(left + right) / 2, bottom + along * height];
  });
}
