import { Budget } from '../../pdf/read/budget.ts';
import type { Painted } from '../../pdf/read/painted.ts';
import { type Box, holds, leaves, type Point, workOf } from '../../pdf/read/shape.ts';
import type { PressCheck } from './asking.ts';
import { type Coat, coatOf } from './coat.ts';
import { type Paper, round, type Side, sides } from './paper.ts';
import { meets, seenBox } from './placing.ts';

/** How far inside the trim, and inside the end of the bleed, it is looked, in millimetres: rounding does no harm. */
const inset = 0.2;

/** Between two places along an edge, in millimetres. */
const pitch = 1;

/** Comparisons that one page may take. */
const mostLooks = 30_000_000;

/** A place on an edge: inside what is cut off, and at the end of the bleed. */
type Place = { readonly inside: Point; readonly outside: Point };

/**
 * That whatever is painted up to where a page is cut goes on to the end of the bleed. It is looked at what was painted,
 * not at boxes: a box may be there and nothing in it. Letters and a page with white edges need no bleed.
 */
export const checkBleed: PressCheck = ({ papers, profile, make, found }) => {
  const { bleed } = profile.boxes;
  if (bleed === undefined || bleed === 0) return;
  for (const paper of papers) {
    const looking = new Looking(paper);
    const tight: { readonly side: Side; readonly room: number }[] = [];
    for (const side of sides) {
      const places = placesOn(paper, side, bleed);
      const reached = places.filter(({ inside }) => looking.isPainted(inside));
      if (reached.length === 0) continue;
      const shown = paper.side(side);
      const room = roomOn(paper, side);
      if (room < bleed - 0.05) {
        tight.push({ side: shown, room });
        continue;
      }
      const missing = reached.filter(({ outside }) => !looking.isPainted(outside));
      if (missing.length === 0 || looking.isSpent) continue;
      const [from, to] = [paper.placeOf(missing[0]!.inside), paper.placeOf(missing.at(-1)!.inside)];
      const message = `what is painted up to the ${shown} edge does not go on into the bleed, from ${from} to ${to}`;
      const hint = `extend it ${round(bleed)} mm beyond where the page is cut, or keep it away from the edge`;
      make('press/bleed-not-painted', message, { page: paper.index }, hint);
    }
    if (tight.length > 0) {
      const named = list.format(tight.map(({ side }) => side));
      const room = Math.min(...tight.map((each) => each.room));
      const edges = tight.length === 1 ? 'edge' : 'edges';
      const message = `something is painted up to the ${named} ${edges}, where there is room for ${round(room)} mm of bleed, expected ${round(bleed)} mm`;
      const hint = `write the file with ${round(bleed)} mm of bleed: it is cut a little beside the line`;
      make('press/bleed-room', message, { page: paper.index }, hint);
    }
    if (!looking.isSpent) continue;
    const message = 'what is painted along the edges could not be looked at: there is too much of it';
    found.warning('press/ink-unknown', message, { page: paper.index }, 'look at the bleed, or ask the printer to');
  }
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Millimetres between the trim and the end of the bleed. */
function roomOn({ boxes: { trim, bleed, unit } }: Paper, side: Side): number {
  const away = {
    left: trim.left - bleed.left,
    bottom: trim.bottom - bleed.bottom,
    right: bleed.right - trim.right,
    top: bleed.top - trim.top,
  };
  return Math.max(0, away[side] * unit);
}

/** Places along an edge, from corner to corner. */
function placesOn(paper: Paper, side: Side, bleed: number): Place[] {
  const { trim } = paper.boxes;
  const [near, far] = [paper.units(inset), paper.units(bleed - inset)];
  const isUpright = side === 'left' || side === 'right';
  const [from, to] = isUpright ? [trim.bottom, trim.top] : [trim.left, trim.right];
  const count = Math.max(2, Math.min(2000, Math.round((to - from) / paper.units(pitch))));
  const sign = side === 'left' || side === 'bottom' ? 1 : -1;
  const edge = trim[side];
  return Array.from({ length: count + 1 }, (_, i) => {
    const along = from + near + ((to - from - 2 * near) * i) / count;
    const at = (across: number, on: number): Point => (isUpright ? [across, on] : [on, across]);
    return { inside: at(edge + sign * near, along), outside: at(edge - sign * far, along) };
  });
}

type Layer = { readonly painted: Painted; readonly coat: Coat; readonly box: Box; readonly work: number };

/** Looks at points near the edges of a page: whether they are paper. */
class Looking {
  readonly #layers: readonly Layer[];
  readonly #looks = new Budget(mostLooks);

  constructor(paper: Paper) {
    const { trim } = paper.boxes;
    const margin = paper.units(1);
    const inner = {
      left: trim.left + margin,
      bottom: trim.bottom + margin,
      right: trim.right - margin,
      top: trim.top - margin,
    };
    this.#layers = paper.painted.flatMap((painted): Layer[] => {
      const box = painted.kind === 'text' ? undefined : seenBox(painted);
      if (!box || !isBeside(box, inner) || painted.alpha === 0) return [];
      const work = workOf('area' in painted ? [painted.area, ...painted.clip] : painted.clip);
      return [{ painted, coat: coatOf(paper.page.file, painted), box, work }];
    });
  }

  /** Whether so much is painted that it cannot be told what lies where. */
  get isSpent(): boolean {
    return this.#looks.isSpent;
  }

  isPainted(point: Point): boolean {
    const [x, y] = point;
    for (let at = this.#layers.length - 1; at >= 0; at -= 1) {
      const { painted, coat, box, work } = this.#layers[at]!;
      if (!this.#looks.spend(1)) return false;
      if (x < box.left || x > box.right || y < box.bottom || y > box.top) continue;
      if (!this.#looks.spend(work)) return false;
      if (('area' in painted && !holds(painted.area, point)) || !leaves(painted.clip, point)) continue;
      if (!coat.isWhite(point)) return true;
      if (coat.alpha >= 0.99 && coat.mixing === 'normal' && coat.overprint === 'none') return false;
    }
    return false;
  }
}

/** Whether a box reaches out of another one. */
const isBeside = (box: Box, inner: Box): boolean =>
  !meets(box, inner) ||
  box.left < inner.left ||
  box.bottom < inner.bottom ||
  box.right > inner.right ||
  box.top > inner.top;
