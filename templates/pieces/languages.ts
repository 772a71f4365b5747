import type { Run } from '../../src/typeset/laid.ts';
import { unbroken } from '../../src/typeset/phrase.ts';
import type { Weight } from '../../src/typeset/scale.ts';
import type { Parts } from '../../src/typeset/template.ts';

/** What two languages set at once: the first language's first, and neither with more weight. */
export type Pair = { readonly first: Parts; readonly second: Parts };

/** Words in a language; without one, in that of what is around them, or in both. */
export type Said = { readonly text: string; readonly language?: string };

/** Words in both languages; what is the same in both is said once, and what is missing is not said. */
export const inBoth = ({ first, second }: Pair, say: (parts: Parts) => string | undefined): readonly Said[] => {
  const [one, other] = [say(first), say(second)];
  if (one === other) return one === undefined ? [] : [{ text: one }];
  return [
    ...(one === undefined ? [] : [{ text: one, language: first.furniture.tag }]),
    ...(other === undefined ? [] : [{ text: other, language: second.furniture.tag }]),
  ];
};

/** The same for lists: each entry in both languages, before the next. */
export const eachInBoth = (pair: Pair, list: (parts: Parts) => readonly string[]): readonly Said[] => {
  const length = Math.max(list(pair.first).length, list(pair.second).length);
  return Array.from({ length }, (_, i) => i).flatMap((i) => inBoth(pair, (parts) => list(parts)[i]));
};

/** Words of several languages on one line: "neu / or". */
export const slashed = (said: readonly Said[], weight: Weight = 400): readonly Run[] =>
  said.flatMap((words, i): Run[] => [...(i > 0 ? [{ text: ' / ', weight }] : []), { ...words, weight }]);

/**
 * Words of two languages with what they share at their ends said once: "20 Mawrth / March 2025". For the foot of a page,
 * and where room is short.
 */
export const together = (said: readonly Said[]): readonly Said[] => {
  const [one, other] = said;
  if (!one || !other || said.length > 2) return said;
  const [a, b] = [one.text.split(/[ \u00a0]/), other.text.split(/[ \u00a0]/)];
  const most = Math.min(a.length, b.length) - 1;
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [
    { ...one, text: unbroken(a.slice(0, a.length - tail).join(' ')) },
    { ...other, text: unbroken(b.slice(head).join(' ')) },
  ];
};

/** Words of several languages as text, for what is not read aloud. */
export const slashedText = (said: readonly Said[]): string => said.map(({ text }) => text).join(' / ');
