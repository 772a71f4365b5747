import type { Range } from './diagnostic.ts';
import { type Glyph, glyphs } from './visible.ts';

/** The line a range begins on, ready to be printed, and the marks that go below it. */
export type Frame = { readonly number: string; readonly line: string; readonly indent: string; readonly marks: string };

/** Wider lines are cut: paragraphs of guidance are single lines. */
const WIDEST = 100;

/** Of a line that is very much longer, no more is looked at, before and after what is marked. */
const NEAR = 1000;

/**
 * Draws the first line of a range and marks what the range covers of it; a range over several lines says where it ends.
 *
 * @returns undefined when the text has no such line
 */
export function drawFrame(text: string, { start, end }: Range): Frame | undefined {
  const whole = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[start.line - 1];
  if (whole === undefined) return undefined;
  const lastLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const endOfLine = whole.trimEnd().length;
  const begins = Math.min(start.column - 1, whole.length);
  const ends = Math.max(end.line > start.line ? endOfLine : Math.min(end.column - 1, whole.length), begins);
  const skipped = Math.max(0, begins - NEAR);
  const source = whole.slice(skipped, begins + NEAR);
  const [from, to] = [begins - skipped, Math.min(ends - skipped, source.length)];

  const all = glyphs(source);
  const before = all.filter((glyph) => glyph.to <= from);
  const marked = all.filter((glyph) => glyph.to > from && glyph.from < Math.max(to, from + 1));
  const window = cut(all, before.length, marked.length);
  const ellipsis = window.first > 0 ? '…' : '';
  const indent = ellipsis.length + widthOf(all.slice(window.first, before.length));
  const lastMarked = Math.min(before.length + marked.length, window.last);
  const width = Math.max(1, widthOf(all.slice(before.length, lastMarked)));
  return {
    number: String(start.line),
    line: ellipsis + textOf(all.slice(window.first, window.last)).trimEnd() + (window.last < all.length ? '…' : ''),
    indent: ' '.repeat(indent),
    marks: '^'.repeat(width) + (lastLine > start.line ? ` to line ${lastLine}` : ''),
  };
}

/** Which glyphs of a line to show: all, or as many as fit, from a little before what is marked. */
function cut(all: readonly Glyph[], before: number, marked: number): { first: number; last: number } {
  if (widthOf(all) <= WIDEST) return { first: 0, last: all.length };
  const fitsFromStart = widthOf(all.slice(0, before + marked)) < WIDEST;
  const first = fitsFromStart ? 0 : Math.max(0, before - WIDEST / 4);
  let last = first;
  for (let room = WIDEST - 2; last < all.length && room >= all[last]!.width; last++) room -= all[last]!.width;
  return { first, last };
}

const widthOf = (part: readonly Glyph[]): number => part.reduce((sum, { width }) => sum + width, 0);
const textOf = (part: readonly Glyph[]): string => part.map(({ text }) => text).join('');
