/** Two things that stand at the same place of two sequences, or one that has nothing at its place in the other. */
export type Pair<T> =
  | { readonly old: T; readonly new: T }
  | { readonly old: T; readonly new?: undefined }
  | { readonly old?: undefined; readonly new: T };

/**
 * Aligns two sequences so that what is alike stands side by side: the alignment of the greatest sum of likenesses, in
 * order. A library for differences compares what is equal; here a sentence with one other word is still that sentence.
 *
 * @param likeness from 0 (nothing in common: never a pair) to 1 (the same)
 */
export function align<T>(before: readonly T[], after: readonly T[], likeness: (a: T, b: T) => number): Pair<T>[] {
  const width = after.length + 1;
  const scores = before.map((a) => after.map((b) => likeness(a, b)));
  // `best` at (i, j): the greatest sum for what begins at i and at j.
  const best = new Float64Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const score = scores[i]![j]!;
      const paired = score > 0 ? score + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const here = best[i * width + j]!;
    const score = scores[i]![j]!;
    if (score > 0 && here === score + best[(i + 1) * width + j + 1]!) {
      pairs.push({ old: before[i++]!, new: after[j++]! });
    } else if (here === best[(i + 1) * width + j]!) pairs.push({ old: before[i++]! });
    else pairs.push({ new: after[j++]! });
  }
  const left = before.slice(i).map((old): Pair<T> => ({ old }));
  return [...pairs, ...left, ...after.slice(j).map((each): Pair<T> => ({ new: each }))];
}

/** How alike two texts are by the words that they share, from 0 to 1: Dice's coefficient of their words. */
export function likenessOfTexts(a: string, b: string): number {
  if (a === b) return 1;
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  const left = new Map<string, number>();
  for (const word of ours) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of theirs) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  const sum = ours.length + theirs.length;
  return sum === 0 ? 0 : (2 * shared) / sum;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A text with its changes marked, for every terminal: `[-what went-]` and `{+what came+}`. */
export function marked(before: string, after: string): string {
  const [ours, theirs] = [before, after].map((text) => text.match(/\S+/g) ?? []);
  const pairs = align<string>(ours!, theirs!, (a, b) => Number(a === b));
  const runs: { kind: 'same' | 'gone' | 'come'; words: string[] }[] = [];
  for (const { old, new: now } of pairs) {
    const kind = old === undefined ? 'come' : now === undefined ? 'gone' : 'same';
    // What went stands before what came in its place.
    const last = runs.at(-1);
    const run = last?.kind === kind ? last : undefined;
    if (run) run.words.push(old ?? now ?? '');
    else runs.push({ kind, words: [old ?? now ?? ''] });
  }
  return runs.map(({ kind, words }) => MARKS[kind](words.join(' '))).join(' ');
}

const MARKS = {
  same: (words: string): string => words,
  gone: (words: string): string => `[-${words}-]`,
  come: (words: string): string => `{+${words}+}`,
} as const;
