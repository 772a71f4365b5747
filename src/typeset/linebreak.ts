/**
 * Ragged-right line breaking. react-pdf's own breaker is made for justified text: in ragged text it squeezes the
 * spaces of a line that is a little too wide. Ours never touches a space. It takes as few lines as any breaking needs
 * and, among those, the ones whose ends are most even and whose last line is not a lone short word.
 */

/** What may be broken: words (with what clings to them) and the space after each; 0 where a break needs no space (in an address). */
export type Breakable = { readonly width: number; readonly spaceAfter: number };

/**
 * - `text`: the last line is free, but no lone short word.
 * - `heading`: all lines, the last as well, come out about even.
 */
export type Rag = 'text' | 'heading';

/** A last line shorter than this share of the measure looks left over. */
const shortLastLine = 0.14;

/** In a heading the last line may be shorter than the others, but not by much. */
const lastLineWeight = 0.5;

type Way = { readonly lines: number; readonly cost: number; readonly from: number };

const better = (a: Way, b: Way | undefined): boolean =>
  !b || a.lines < b.lines || (a.lines === b.lines && a.cost < b.cost);

/**
 * @param words in order
 * @param measure width of the column, in the unit of the words
 * @returns for each line, the index of the first word after it. A word wider than the measure gets a line of its own
 *   (and is reported by preflight as overset).
 */
export const breakLines = (words: readonly Breakable[], measure: number, rag: Rag): number[] => {
  const slackCost = (slack: number): number => (Math.max(0, slack) / measure) ** 2;
  const lastCost = (width: number, alone: boolean): number => {
    if (rag === 'heading') return lastLineWeight * slackCost(measure - width) + (alone ? 1 : 0);
    return width < shortLastLine * measure || (alone && width < 2 * shortLastLine * measure) ? 0.5 : 0;
  };
  // ways[i]: the best way to break the first i words into whole lines.
  const ways: (Way | undefined)[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    let width = 0;
    let best: Way | undefined;
    for (let start = end - 1; start >= 0; start -= 1) {
      const word = words[start]!;
      width += word.width + (start === end - 1 ? 0 : word.spaceAfter);
      const alone = start === end - 1;
      if (width > measure + 1e-6 && !alone) break;
      const before = ways[start];
      if (!before) continue;
      const cost = end === words.length ? lastCost(width, alone && start > 0) : slackCost(measure - width);
      const way = { lines: before.lines + 1, cost: before.cost + cost, from: start };
      if (better(way, best)) best = way;
    }
    ways[end] = best;
  }
  const ends: number[] = [];
  for (let end = words.length; end > 0; end = ways[end]!.from) ends.push(end);
  return ends.toReversed();
};
