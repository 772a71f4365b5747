import { matrix, type Rect } from './operators.ts';

/** Operators and rectangles of finished pages on sheets; all count from the lower left corner of the sheet. */

/** Nothing is painted beyond a rectangle, until the graphics state is restored. */
export const clipTo = (rectangle: string): string => `${rectangle} W n`;

/** Moves the origin of a picture to its place. */
export const lyingAt = ({ x, y, width, height }: Rect, stance: 'upright' | 'turned'): string =>
  stance === 'upright' ? `${matrix(1, 0, 0, 1, x, y)} cm` : `${matrix(-1, 0, 0, -1, x + width, y + height)} cm`;

/** Turns what stands in a rectangle by 180° about its middle. */
export const turnedAbout = ({ x, y, width, height }: Rect): string =>
  `${matrix(-1, 0, 0, -1, 2 * x + width, 2 * y + height)} cm`;

/** Where a rectangle comes to lie when what it stands in is turned; undefined: nothing is. */
export const turnedRect = (rect: Rect, within: Rect | undefined): Rect =>
  within
    ? {
        ...rect,
        x: 2 * within.x + within.width - rect.x - rect.width,
        y: 2 * within.y + within.height - rect.y - rect.height,
      }
    : rect;

/** A rectangle of the page on its paper, which reaches so far beyond it on each side. */
export const movedBy = (surround: number, rect: Rect): Rect => ({
  ...rect,
  x: rect.x + surround,
  y: rect.y + surround,
});
