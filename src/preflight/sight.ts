import type { Hex } from '../data/brand.ts';
import { mix, toHex } from '../data/colour.ts';
import { contrast } from '../data/contrast.ts';
import { Budget } from '../pdf/read/budget.ts';
import { colourAt } from '../pdf/read/colour.ts';
import type { ShownText } from '../pdf/read/content.ts';
import type { Group } from '../pdf/read/look.ts';
import type { Painted } from '../pdf/read/painted.ts';
import { type Box, holds, leaves, type Point, workOf } from '../pdf/read/shape.ts';

/** A colour on another, and their contrast ratio (WCAG 2.2). */
export type Contrast = { readonly text: Hex; readonly ground: Hex; readonly ratio: number };

/** How a piece of text is seen. */
export type Sight =
  /** In two colours; where they differ along it, where they are nearly at their worst. */
  | { readonly kind: 'seen'; readonly worst: Contrast; readonly rest: 'known' | 'unknown' }
  /** Not at all, for something was painted over it. */
  | { readonly kind: 'hidden' }
  /** Over a picture, or otherwise so that only a renderer can tell. */
  | { readonly kind: 'unknown' }
  /** Not at all, for it is off the page or cut off. */
  | { readonly kind: 'outside' };

/** The same of a point. */
type Spot = Contrast | 'hidden' | 'unknown' | 'outside';

/** An area that something fills, and its place in the order of painting. */
type Layer = {
  readonly order: number;
  readonly painted: Painted;
  readonly box: Box;
  /** What it takes to ask it for a point. */
  readonly work: number;
};

/** The layers that a piece of text may lie on, and those that may lie on it. */
type Near = { readonly below: readonly Layer[]; readonly above: readonly Layer[] };

/** Comparisons of boxes, and of points with sides, that one page may take: those of a page of many thousand shapes. */
const mostMeetings = 100_000_000;
const mostLooks = 10_000_000;

/** What is seen of all that was painted so far; undefined where that cannot be told. */
type Ground = {
  readonly colour: Hex | undefined;
  /** What was painted last, where it fills a group: what follows in the group is painted on that, not on the ground. */
  readonly group?: { readonly is: Group; readonly inner: Hex; readonly beneath: Hex };
};

const paper: Hex = '#ffffff';

/** Shares of the size above the baseline at which a piece of text is looked at: from the feet to the head of an x. */
const heights = [0.08, 0.25, 0.42];

/** Points along a piece of text: so many for each length of its size, within bounds. */
const density = 1.5;
const fewest = 5;
const most = 30;

/** Looks at the text of a page where it stands: at what lies below it, and at what was painted over it. */
export class Looking {
  readonly #painted: readonly Painted[];
  readonly #layers: readonly Layer[];
  /** The boxes of the layers, four numbers each: they are asked so often that they stand close together. */
  readonly #boxes: Float64Array;
  readonly #meetings = new Budget(mostMeetings);
  readonly #looks = new Budget(mostLooks);

  constructor(painted: readonly Painted[]) {
    this.#painted = painted;
    this.#layers = painted.flatMap((each, order): Layer[] => {
      const box = each.kind === 'text' || each.alpha === 0 ? undefined : boxOf(each);
      return box
        ? [{ order, painted: each, box, work: workOf('area' in each ? [each.area, ...each.clip] : each.clip) }]
        : [];
    });
    this.#boxes = new Float64Array(this.#layers.length * 4);
    this.#layers.forEach(({ box: { left, bottom, right, top } }, i) => {
      this.#boxes.set([left, bottom, right, top], i * 4);
    });
  }

  /**
   * How the text that was painted at a place in the order is seen. It is looked at in columns of three points. Of three
   * points the middle one counts, and of all columns the second worst: so a rule that crosses the words is no ground.
   */
  at(order: number): Sight {
    const painted = this.#painted[order];
    if (painted?.kind !== 'text') return { kind: 'unknown' };
    const columns = pointsOf(painted.text);
    const layers = this.#near(order, columns.flat());
    if (!layers) return { kind: 'unknown' };
    const spots = columns
      .map((points) => middle(points.map((point) => this.#look(painted, layers, point))))
      .filter((spot) => spot !== 'outside');
    if (spots.length === 0) return { kind: 'outside' };
    if (spots.filter((spot) => spot === 'hidden').length * 2 >= spots.length) return { kind: 'hidden' };
    const known = spots.filter((spot) => typeof spot !== 'string').toSorted((a, b) => a.ratio - b.ratio);
    const worst = known[1] ?? known[0];
    return worst ? { kind: 'seen', worst, rest: spots.includes('unknown') ? 'unknown' : 'known' } : { kind: 'unknown' };
  }

  /** The layers whose boxes meet that of some points; undefined once that is too much work. */
  #near(order: number, points: readonly Point[]): Near | undefined {
    const layers = this.#layers;
    const boxes = this.#boxes;
    if (this.#looks.isSpent || !this.#meetings.spend(layers.length)) return undefined;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const below: Layer[] = [];
    const above: Layer[] = [];
    for (let i = 0, at = 0; i < layers.length; i += 1, at += 4) {
      const isApart = boxes[at]! > right || boxes[at + 1]! > top || boxes[at + 2]! < left || boxes[at + 3]! < bottom;
      if (isApart) continue;
      const layer = layers[i]!;
      (layer.order < order ? below : above).push(layer);
    }
    // Those that meet are put aside, which takes longer than to pass by.
    this.#meetings.spend((below.length + above.length) * 8);
    return { below, above };
  }

  /** Paints one point: from the last opaque layer below the text up to what was painted last of all. */
  #look(text: Painted, { below, above }: Near, point: Point): Spot {
    if (!leaves(text.clip, point)) return 'outside';
    const beneath: Painted[] = [];
    for (let at = below.length - 1; at >= 0 && !this.#looks.isSpent; at -= 1) {
      const { painted } = below[at]!;
      if (!this.#reaches(below[at]!, point)) continue;
      beneath.push(painted);
      if (isOpaque(painted, point)) break;
    }
    let ground = beneath.reduceRight((on: Ground, painted) => over(on, painted, point), { colour: paper });
    let seen = over(ground, text, point);
    for (let at = 0; at < above.length && !this.#looks.isSpent; at += 1) {
      const { painted } = above[at]!;
      if (!this.#reaches(above[at]!, point)) continue;
      if (isOpaque(painted, point)) return 'hidden';
      seen = over(seen, painted, point);
      ground = over(ground, painted, point);
    }
    if (this.#looks.isSpent || seen.colour === undefined || ground.colour === undefined) return 'unknown';
    return { text: seen.colour, ground: ground.colour, ratio: contrast(seen.colour, ground.colour) };
  }

  /** Whether a layer is seen at a point; none is, once the work is spent. */
  #reaches({ painted, work }: Layer, point: Point): boolean {
    if (!this.#looks.spend(work)) return false;
    return (!('area' in painted) || holds(painted.area, point)) && leaves(painted.clip, point);
  }
}

/** What is painted on a ground, as it is seen. */
function over(ground: Ground, { colour, alpha, group, blending }: Painted, point: Point): Ground {
  const share = alpha * group.alpha;
  if (share <= 0) return ground;
  const rgb = blending === 'plain' ? colourAt(colour, point) : undefined;
  if (!rgb) return { colour: undefined };
  const own = toHex(rgb);
  const { group: last } = ground;
  if (last?.is === group) {
    const inner = mix(own, last.inner, alpha);
    return { colour: mix(inner, last.beneath, group.alpha), group: { ...last, inner } };
  }
  if (share >= opaque) return { colour: own };
  if (ground.colour === undefined) return ground;
  const beneath = ground.colour;
  const entered = alpha >= opaque ? { group: { is: group, inner: own, beneath } } : {};
  return { colour: mix(own, beneath, share), ...entered };
}

const opaque = 0.99;

const isOpaque = ({ kind, colour, alpha, group, blending }: Painted, point: Point): boolean =>
  alpha * group.alpha >= opaque && blending === 'plain' && (kind === 'image' || colourAt(colour, point) !== undefined);

/** Of three points of a column the one that counts: what two of them say, or the middle one of their contrasts. */
function middle(spots: readonly Spot[]): Spot {
  const known = spots.filter((spot) => typeof spot !== 'string').toSorted((a, b) => a.ratio - b.ratio);
  if (known.length * 2 > spots.length) return known[Math.floor(known.length / 2)]!;
  const others = spots.filter((spot) => typeof spot === 'string');
  return others.find((spot, i) => others.includes(spot, i + 1)) ?? 'unknown';
}

/** What a thing may be seen in: its area, as far as its clip leaves it. */
function boxOf(painted: Painted): Box | undefined {
  const boxes = [...('area' in painted ? [painted.area.box] : []), ...painted.clip.map(({ box }) => box)];
  const box = {
    left: Math.max(...boxes.map(({ left }) => left)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    right: Math.min(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
  };
  return box.left <= box.right && box.bottom <= box.top ? box : undefined;
}

/** Columns of points over a piece of text, its outer spaces left out. */
function pointsOf({ text, start, end, size }: ShownText): Point[][] {
  const [x, y] = start;
  const length = Math.hypot(end[0] - x, end[1] - y);
  const [alongX, alongY] = length < 1e-6 ? [1, 0] : [(end[0] - x) / length, (end[1] - y) / length];
  const letter = length / Math.max(text.length, 1);
  const from = (text.length - text.trimStart().length) * letter;
  const to = length - (text.length - text.trimEnd().length) * letter;
  const inset = Math.min(size * 0.1, (to - from) * 0.1);
  const count = Math.max(fewest, Math.min(most, Math.ceil(((to - from) / Math.max(size, 0.1)) * density)));
  return Array.from({ length: count }, (_, i) => {
    const along = from + inset + ((to - from - 2 * inset) * i) / (count - 1);
    return heights.map((share): Point => {
      const up = share * size;
      return [x + alongX * along - alongY * up, y + alongY * along + alongX * up];
    });
  });
}
