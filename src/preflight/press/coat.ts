import { type Colour, colourAt } from '../../pdf/read/colour.ts';
import type { PdfFile } from '../../pdf/read/file.ts';
import type { InkSpace } from '../../pdf/read/ink-space.ts';
import { type Inks, inksOf, inksOfShading } from '../../pdf/read/inks.ts';
import type { Paint } from '../../pdf/read/look.ts';
import type { Painted } from '../../pdf/read/painted.ts';
import { pictureOf, samplerOf } from '../../pdf/read/picture.ts';
import type { Point } from '../../pdf/read/shape.ts';

/** What one painted thing does to what lies beneath it, on plates. */
export type Coat = {
  readonly space: InkSpace | undefined;
  /** The shares of the plates at a point; undefined where they are not known. */
  readonly at: (point: Point) => readonly number[] | undefined;
  /** Whether it is paper at a point, as far as that is known. */
  readonly isWhite: (point: Point) => boolean;
  /** Whether it is the same at every point. */
  readonly extent: 'flat' | 'varied';
  /** 0 to 1. */
  readonly alpha: number;
  /** `least`: somewhere between nothing and all of it is painted. */
  readonly mixing: 'normal' | 'multiply' | 'least' | 'unknown';
  readonly overprint: 'none' | 'named' | 'not-zero';
};

const paints = new WeakMap<Paint, Inks>();
const known = new WeakMap<Painted, Inks>();
const coats = new WeakMap<Painted, Coat>();

/** The inks of what is painted; they are worked out once. */
export function inksOfPainted(file: PdfFile, painted: Painted): Inks {
  let inks = known.get(painted);
  if (!inks) known.set(painted, (inks = workedOut(file, painted)));
  return inks;
}

export function coatOf(file: PdfFile, painted: Painted): Coat {
  let coat = coats.get(painted);
  if (!coat) coats.set(painted, (coat = mixed(file, painted)));
  return coat;
}

function workedOut(file: PdfFile, painted: Painted): Inks {
  if (painted.kind === 'shading') {
    const { dict, resources, matrix } = painted.shading;
    return inksOfShading(file, dict, resources, matrix);
  }
  const picture = painted.kind === 'image' ? pictureOf(file, painted.picture) : undefined;
  if (painted.kind === 'image' && !picture?.isStencil) return { kind: 'unknown', space: picture?.space };
  const same = paints.get(painted.paint);
  if (same) return same;
  const inks = inksOf(file, painted.paint, painted.look.base);
  // A pattern counts from where its content begins, so it may differ from one form to another.
  if (inks.kind === 'flat') paints.set(painted.paint, inks);
  return inks;
}

function mixed(file: PdfFile, painted: Painted): Coat {
  const inks = inksOfPainted(file, painted);
  const picture = painted.kind === 'image' ? pictureOf(file, painted.picture) : undefined;
  const space = inks.space;
  const sampler = painted.kind === 'image' && !picture?.isStencil ? samplerOf(file, painted.picture) : undefined;
  const at: Coat['at'] =
    inks.kind === 'flat' && inks.space.plates
      ? () => inks.shares
      : inks.kind === 'shading' && inks.space.plates
        ? inks.at
        : (sampler ?? (() => undefined));
  const { alpha, group, look } = painted;
  const covers = painted.kind !== 'image' || !picture?.isMasked ? 'whole' : 'part';
  const isPart = covers === 'part' || picture?.isStencil === true || look.mask === 'soft';
  const { overprint } = look;
  const isFlat = painted.kind !== 'shading' && !sampler && painted.colour.kind !== 'shading';
  const isFlatWhite = isFlat && isPaper(at([0, 0]), painted.colour, painted.kind, [0, 0]);
  const isOver = painted.kind === 'stroke' ? overprint.stroke : overprint.fill;
  return {
    space,
    at,
    extent: isFlat ? 'flat' : 'varied',
    isWhite: isFlat ? () => isFlatWhite : (point) => isPaper(at(point), painted.colour, painted.kind, point),
    alpha: alpha * group.alpha,
    mixing:
      group.blending === 'unknown' || look.blend === 'other'
        ? 'unknown'
        : look.blend === 'multiply'
          ? 'multiply'
          : isPart
            ? 'least'
            : 'normal',
    overprint: !isOver ? 'none' : overprint.mode === 1 && space?.isDeviceCmyk ? 'not-zero' : 'named',
  };
}

function isPaper(shares: readonly number[] | undefined, colour: Colour, kind: Painted['kind'], point: Point): boolean {
  if (shares) return shares.every((share) => share <= 0.005);
  const rgb = kind === 'image' ? undefined : colourAt(colour, point);
  return rgb !== undefined && rgb.every((channel) => channel >= 254);
}
