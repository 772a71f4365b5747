import { shownText, type ShownText } from './content.ts';
import type { PdfPage } from './pages.ts';

/** A piece of text as one operator shows it, in the units of the page: points, from the lower left corner. */
export type TextPiece = ShownText;

/** A line of text: pieces that stand on one baseline, one after the other. */
export type TextLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly TextPiece[];
};

/** The text of a page, in the order in which it is painted. */
export const textOf = (page: PdfPage): TextPiece[] => shownText(page);

/** Gaps in parts of the size: from here on a space stands between two pieces, and from there on they are two lines. */
const wordGap = 0.2;
const lineGap = 1.2;

/** How far two pieces of a line may stand over or under each other, in parts of the size: a mark, a raised figure. */
const baselineTolerance = 0.4;

/**
 * The lines of a page. Pieces that are painted one after the other and stand on one baseline are one line; a small gap
 * is a space, and a wide one, as between columns, begins another line.
 */
export function linesOf(page: PdfPage): TextLine[] {
  const lines: { text: string; pieces: TextPiece[] }[] = [];
  for (const piece of textOf(page)) {
    const line = lines.at(-1);
    const gap = line && gapBetween(line.pieces.at(-1)!, piece);
    if (!line || gap === undefined) lines.push({ text: piece.text, pieces: [piece] });
    else {
      const isSpaced = gap > wordGap && !line.text.endsWith(' ') && !piece.text.startsWith(' ');
      line.text += (isSpaced ? ' ' : '') + piece.text;
      line.pieces.push(piece);
    }
  }
  return lines.map(({ text, pieces }) => {
    const { x, y, size } = pieces[0]!;
    return { text, x, y, size, pieces };
  });
}

/** The gap between the end of a piece and the next one, in parts of the size; undefined where they are not of one line. */
function gapBetween(before: TextPiece, after: TextPiece): number | undefined {
  const size = Math.max(before.size, after.size, 0.001);
  const [alongX, alongY] = directionOf(before);
  const [nextX, nextY] = directionOf(after);
  if (alongX * nextX + alongY * nextY < 0.99) return undefined;
  const [x, y] = [after.x - before.end[0], after.y - before.end[1]];
  const along = (x * alongX + y * alongY) / size;
  const across = (y * alongX - x * alongY) / size;
  return Math.abs(across) <= baselineTolerance && along > -lineGap / 2 && along < lineGap ? along : undefined;
}

/** The direction in which a piece runs; to the right where it has no length. */
export function directionOf({ x, y, end }: TextPiece): readonly [number, number] {
  const length = Math.hypot(end[0] - x, end[1] - y);
  return length < 1e-6 ? [1, 0] : [(end[0] - x) / length, (end[1] - y) / length];
}
