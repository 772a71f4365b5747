import type { ShownText } from '../../pdf/read/content.ts';
import type { Painted } from '../../pdf/read/painted.ts';
import type { Box, Point } from '../../pdf/read/shape.ts';

/** Parts of the size that letters reach above and below their baseline: more than most do. */
const above = 0.72;
const below = 0.2;

/** The corners of a piece of text: where its letters may stand. */
export function cornersOf({ start, end, size }: ShownText): readonly Point[] {
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const [alongX, alongY] = length < 1e-6 ? [1, 0] : [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const beside = ([x, y]: Point, up: number): Point => [x - alongY * up * size, y + alongX * up * size];
  return [beside(start, -below), beside(end, -below), beside(end, above), beside(start, above)];
}

/** Text that is painted: neither a layer for searching nor spaces alone. */
export const isSeen = ({ text, rendering, size }: ShownText): boolean =>
  rendering % 4 !== 3 && size > 0 && text.trim() !== '';

/** The box around points. */
export function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

export const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;

/** What is left of a thing's box once its clips have cut it; undefined where nothing is. */
export function seenBox(painted: Painted): Box | undefined {
  const own =
    painted.kind === 'text' ? boxAround(cornersOf(painted.text)) : 'area' in painted ? painted.area.box : undefined;
  const boxes = [...(own ? [own] : []), ...painted.clip.map(({ box }) => box)];
  const box = {
    left: Math.max(...boxes.map(({ left }) => left)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    right: Math.min(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
  };
  return box.left <= box.right && box.bottom <= box.top ? box : undefined;
}
