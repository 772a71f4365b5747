import { scanDelimited } from './delimited.ts';
import { Unreadable } from './unreadable.ts';

/** How a table of delimited text begins. */
export type Beginning = {
  readonly delimiter: string;
  /** Characters before the first cell: a byte order mark, the line that Excel is told the delimiter with. */
  readonly skipped: number;
};

/** A byte order mark that was read as Windows-1252 and saved is still there, as three letters. */
const MARK = /^(?:\uFEFF|ï»¿)*/;
const SEP = /^sep=(.)\r?(?:\n|$)/i;

/** The sign by which the most rows fall into equally many cells. */
export function beginningOf(head: string): Beginning {
  const mark = MARK.exec(head)?.[0].length ?? 0;
  const told = SEP.exec(head.slice(mark));
  if (told) return { delimiter: told[1] ?? ',', skipped: mark + told[0].length };
  const text = head.slice(mark);
  const scored = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, ...agreement(text, delimiter) }));
  const best = scored.reduce((first, each) =>
    each.rows > first.rows || (each.rows === first.rows && each.cells > first.cells) ? each : first,
  );
  return { delimiter: best.delimiter, skipped: mark };
}

/** How many of the first rows have as many cells as the most of them, and how many cells that is. */
function agreement(text: string, delimiter: string): { rows: number; cells: number } {
  const widths: number[] = [];
  try {
    // The last row may be cut off by the end of the head, but is the only one of a short file.
    const scanner = scanDelimited(delimiter, '', (row) => widths.length < 100 && widths.push(row.length));
    scanner.push(text);
    if (widths.length === 0) scanner.end();
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
  }
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const ranked = [...counts].toSorted(([, m], [, n]) => n - m);
  const [cells = 0, rows = 0] = ranked[0] ?? [];
  return { rows, cells };
}
