import { describe, expect, test } from 'vitest';
import { type Breakable, breakLines, type Rag } from '../../src/typeset/linebreak.ts';

const SPACE = 3;

/** Words of the given widths with a space after each. */
const words = (...widths: number[]): Breakable[] => widths.map((width) => ({ width, spaceAfter: SPACE }));

/** The widths of the lines, spaces at their ends apart. */
const widthsOf = (given: readonly Breakable[], ends: readonly number[]): number[] =>
  ends.map((end, i) => {
    const line = given.slice(ends[i - 1] ?? 0, end);
    return line.reduce((sum, { width, spaceAfter }) => sum + width + spaceAfter, 0) - (line.at(-1)?.spaceAfter ?? 0);
  });

/** How many words stand on each line. */
const counts = (given: readonly Breakable[], measure: number, rag: Rag): number[] =>
  breakLines(given, measure, rag).map((end, i, ends) => end - (ends[i - 1] ?? 0));

/** Lines that come of filling each as far as it goes: no breaking needs fewer. */
const greedyCount = (given: readonly Breakable[], measure: number): number => {
  let lines = 0;
  let room = -1;
  let space = 0;
  for (const { width, spaceAfter } of given) {
    if (room < 0 || width + space > room + 1e-6) {
      lines += 1;
      room = Math.max(0, measure - width);
    } else room -= space + width;
    space = spaceAfter;
  }
  return lines;
};

/** A generator of numbers from 0 to 1 (mulberry32): the same texts in every run. */
const generator = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Texts of up to 60 words; some words are wider than the measure, some are pieces of an address. */
const texts = Array.from({ length: 400 }, (_, seed) => {
  const random = generator(seed + 1);
  const measure = 40 + random() * 300;
  const given = Array.from({ length: 1 + Math.floor(random() * 60) }, (): Breakable => {
    const tooWide = random() < 0.02;
    return { width: tooWide ? measure * 1.2 : 4 + random() * 60, spaceAfter: random() < 0.1 ? 0 : SPACE };
  });
  return { seed: seed + 1, measure, given };
});

describe.each<Rag>(['text', 'heading'])('as %s', (rag) => {
  test('every word stands on one line, in order', () => {
    for (const { measure, given } of texts) {
      const ends = breakLines(given, measure, rag);
      expect(ends.at(-1)).toBe(given.length);
      expect(ends.every((end, i) => end > (ends[i - 1] ?? 0))).toBe(true);
    }
  });

  test('takes as few lines as any breaking', () => {
    const found = texts.map(({ seed, measure, given }) => ({ seed, lines: breakLines(given, measure, rag).length }));
    expect(found).toEqual(texts.map(({ seed, measure, given }) => ({ seed, lines: greedyCount(given, measure) })));
  });

  test('no line is wider than the measure, unless it is one word that is', () => {
    const tooWide = texts.filter(({ measure, given }) => {
      const widths = widthsOf(given, breakLines(given, measure, rag));
      const wordsOn = counts(given, measure, rag);
      return widths.some((width, i) => wordsOn[i]! > 1 && width > measure + 1e-6);
    });
    expect(tooWide.map(({ seed }) => seed)).toEqual([]);
  });

  test('no words make no lines, and one word makes one', () => {
    expect(breakLines([], 100, rag)).toEqual([]);
    expect(breakLines(words(20), 100, rag)).toEqual([1]);
    expect(breakLines(words(120), 100, rag)).toEqual([1]);
  });

  test('what fills the measure exactly stays on the line', () => {
    expect(breakLines(words(50 - SPACE, 50), 100, rag)).toEqual([2]);
    expect(breakLines(words(50 - SPACE, 50.1), 100, rag)).toEqual([1, 2]);
  });

  test('a word wider than the measure stands alone, and the words around it are broken as ever', () => {
    expect(breakLines(words(40, 120, 40, 40), 100, rag)).toEqual([1, 2, 4]);
  });
});

describe('running text', () => {
  test('a lone short word does not end it, where a line can spare one', () => {
    // Filled as far as it goes, the first line would leave the last word (8) alone.
    expect(counts(words(30, 30, 30, 8), 100, 'text')).toEqual([2, 2]);
    expect(counts(words(30, 30, 30, 20), 100, 'text')).toEqual([2, 2]);
  });

  test('a lone short word stands where there is no other way', () => {
    expect(counts(words(98, 8), 100, 'text')).toEqual([1, 1]);
  });

  test('a last line of several words or a long one is free', () => {
    expect(counts(words(45, 45, 10, 10), 100, 'text')).toEqual([2, 2]);
    expect(counts(words(45, 45, 60), 100, 'text')).toEqual([2, 1]);
  });

  test('lines before the last come out even', () => {
    const given = words(50, 30, 40, 40, 90, 30);
    expect(widthsOf(given, breakLines(given, 100, 'text'))).toEqual([83, 83, 90, 30]);
  });
});

describe('a heading', () => {
  test('comes out even, its last line as well', () => {
    const given = words(30, 30, 30, 10, 10);
    expect(counts(given, 100, 'text')).toEqual([3, 2]);
    expect(counts(given, 100, 'heading')).toEqual([2, 3]);
  });

  test('does not end in a lone word', () => {
    expect(counts(words(30, 30, 30, 25), 100, 'heading')).toEqual([2, 2]);
  });
});

describe('an address', () => {
  const pieces: Breakable[] = [
    { width: 50, spaceAfter: 0 },
    { width: 50, spaceAfter: 0 },
    { width: 30, spaceAfter: SPACE },
  ];

  test('has no space between its pieces', () => {
    expect(breakLines(pieces, 130, 'text')).toEqual([3]);
    expect(breakLines(pieces, 100, 'text')).toEqual([2, 3]);
    expect(breakLines(pieces, 99, 'text')).toEqual([1, 3]);
  });
});
