import { type Mark, shownText } from '../pdf/read/content.ts';
import type { PageMarks } from '../pdf/read/marks.ts';
import type { PdfPage } from '../pdf/read/pages.ts';

/** Left, bottom, right, top in points. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The text of one marked content. */
export type MarkedText = {
  readonly text: string;
  /** What it stands in; undefined where it runs otherwise than to the right. */
  readonly box: Box | undefined;
  /** Its place in the order of painting. */
  readonly painted: number;
};

/** Gaps in parts of the size: beyond them a space stands between two pieces, whatever was written. */
const wordGap = 0.2;
const lineGap = 0.4;

type Building = { text: string; box: Box | undefined; isLevel: boolean; readonly painted: number };

/**
 * The text of each marked content of a page, by its identifier. What stands in a form that has identifiers of its own
 * (ISO 32000-2, 14.7.5.2) is left out, and what has the same number on the page with it: it cannot be told whose it is.
 */
export function markedText(page: PdfPage, { sequences }: PageMarks): ReadonlyMap<number, MarkedText> {
  const found = new Map<number, Building>();
  const unclear = new Set(
    sequences.flatMap(({ mcid, stream }) => (mcid === undefined || stream === undefined ? [] : [mcid])),
  );
  const said = new Set<Mark>();
  let last: { readonly mcid: number; readonly end: readonly [number, number] } | undefined;
  for (const { text, start, end, size, marks, mcid } of shownText(page)) {
    if (mcid === undefined || unclear.has(mcid)) continue;
    let known = found.get(mcid);
    if (!known) found.set(mcid, (known = { text: '', box: undefined, isLevel: true, painted: found.size }));
    const actual = marks.find(({ actualText }) => actualText !== undefined);
    if (last?.mcid === mcid && isApart(last.end, start, size) && !/\s$/.test(known.text) && !/^\s/.test(text)) {
      known.text += ' ';
    }
    if (!actual) known.text += text;
    else if (!said.has(actual)) known.text += actual.actualText;
    if (actual) said.add(actual);
    last = { mcid, end };
    if (Math.abs(end[1] - start[1]) > 0.01 || end[0] < start[0]) known.isLevel = false;
    known.box = around(known.box, [start[0], start[1] - size * 0.2, end[0], start[1] + size * 0.8]);
  }
  return new Map([...found].map(([mcid, each]) => [mcid, { ...each, box: each.isLevel ? each.box : undefined }]));
}

function isApart(end: readonly [number, number], start: readonly [number, number], size: number): boolean {
  return Math.abs(start[1] - end[1]) > size * lineGap || start[0] - end[0] > size * wordGap;
}

/** The box around two. */
export const around = (one: Box | undefined, other: Box): Box =>
  one
    ? [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])]
    : other;
