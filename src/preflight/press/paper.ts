import type { Budget } from '../../pdf/read/budget.ts';
import { type Boxes, boxesOf } from '../../pdf/read/boxes.ts';
import { type Painted, paintedOf } from '../../pdf/read/painted.ts';
import type { PdfPage } from '../../pdf/read/pages.ts';
import type { Box, Point } from '../../pdf/read/shape.ts';
import { Plates } from './plates.ts';

/** Sides of a page to the right, as one sees it. */
export const sides = ['left', 'top', 'right', 'bottom'] as const;
export type Side = (typeof sides)[number];

/** A page as it lies on paper: its boxes in millimetres, and what is painted on it, worked out when somebody asks. */
export class Paper {
  readonly page: PdfPage;
  readonly boxes: Boxes;
  #painted: readonly Painted[] | undefined;
  #plates: Plates | undefined;

  readonly #work: Budget;

  /** @param work what all pages of the file may take together */
  constructor(page: PdfPage, work: Budget) {
    this.page = page;
    this.#work = work;
    this.boxes = boxesOf(page);
  }

  get index(): number {
    return this.page.index;
  }

  get painted(): readonly Painted[] {
    return (this.#painted ??= paintedOf(this.page));
  }

  /** What comes onto each plate, within the bleed. */
  get plates(): Plates {
    return (this.#plates ??= new Plates(this.page.file, this.painted, {
      box: this.printed,
      unit: this.boxes.unit,
      all: this.#work,
    }));
  }

  /** What is printed and seen: the trim, and the bleed around it where there is some. */
  get printed(): Box {
    const { bleed, trim } = this.boxes;
    return {
      left: Math.min(bleed.left, trim.left),
      bottom: Math.min(bleed.bottom, trim.bottom),
      right: Math.max(bleed.right, trim.right),
      top: Math.max(bleed.top, trim.top),
    };
  }

  /** Units of the page for millimetres. */
  units(millimetres: number): number {
    return millimetres / this.boxes.unit;
  }

  /** The trim as one sees it, in millimetres. */
  get size(): { readonly width: number; readonly height: number } {
    const { trim, unit, turns } = this.boxes;
    const [across, up] = [(trim.right - trim.left) * unit, (trim.top - trim.bottom) * unit];
    return turns % 2 === 0 ? { width: across, height: up } : { width: up, height: across };
  }

  /** Where a point lies as one sees it: millimetres from the left and from the upper edge of the trim. */
  seen([x, y]: Point): readonly [left: number, top: number] {
    const { trim, unit, turns } = this.boxes;
    const [left, right] = [(x - trim.left) * unit, (trim.right - x) * unit];
    const [above, below] = [(trim.top - y) * unit, (y - trim.bottom) * unit];
    if (turns === 0) return [left, above];
    if (turns === 1) return [below, left];
    return turns === 2 ? [right, below] : [above, right];
  }

  /** The name of a side of the boxes, as one sees it. */
  side(own: Side): Side {
    return sides[(sides.indexOf(own) + this.boxes.turns) % 4]!;
  }

  /** `35 mm from the left, 120 mm from the top`, for messages. */
  placeOf(point: Point): string {
    const [left, top] = this.seen(point);
    return `${round(left)} mm from the left and ${round(top)} mm from the top`;
  }
}

/** To a tenth, for messages. */
export const round = (value: number): string => String(Math.round(value * 10) / 10);
