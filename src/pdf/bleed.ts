import type { Rect } from './operators.ts';

/** Tolerance of comparisons between lengths that were added up in another order, in points. */
const epsilon = 0.01;

/**
 * A field that reaches an edge of the page, gone on beyond it: no cut is exact, and paper would show. What stands outside
 * the page altogether is no field of it.
 *
 * @param area in points from the page's upper left corner
 * @param bleed how far beyond, in points
 */
export const bled = (area: Rect, page: Pick<Rect, 'width' | 'height'>, bleed: number): Rect => {
  const right = area.x + area.width;
  const foot = area.y + area.height;
  const isOutside =
    right < -epsilon || foot < -epsilon || area.x > page.width + epsilon || area.y > page.height + epsilon;
  if (bleed === 0 || isOutside) return area;
  const before = (start: number): number => (start <= epsilon ? Math.min(start, -bleed) : start);
  const beyond = (end: number, edge: number): number => (end >= edge - epsilon ? Math.max(end, edge + bleed) : end);
  const [x, y] = [before(area.x), before(area.y)];
  return { x, y, width: beyond(right, page.width) - x, height: beyond(foot, page.height) - y };
};
