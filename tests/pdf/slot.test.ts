import { describe, expect, test } from 'vitest';
import { filledSlot, firstRun, type Slot, shownStretches, slotOf } from '../../src/pdf/slot.ts';
import type { Codes } from '../../src/pdf/glyphs.ts';
import type { Line, Run, Words } from '../../src/typeset/laid.ts';
import { composeLines } from '../../src/typeset/lines.ts';
import { pt } from '../../src/units.ts';
import { example } from '../sources.ts';

const { faces } = example();

/** Glyphs by their numbers in the face. */
const codes: Codes = {
  face: (font) => (font === faces.of(700).font ? 'F2' : 'F1'),
  glyph: (font, { id, advanceWidth }) => ({
    code: id.toString(16).padStart(4, '0'),
    width: (advanceWidth * 1000) / font.unitsPerEm,
  }),
};

const wordsOf = (runs: readonly Run[], align: Words['align'] = 'left', measure = 100): Words => ({
  runs,
  fields: runs,
  style: { size: pt(10), leading: pt(14), weight: 400 },
  colour: '#000000',
  measure,
  align,
  rag: 'text',
});

const plain = (text: string, language?: string): Run => ({ text, weight: 400, ...(language && { language }) });

const place = { origin: { x: 50, y: 60 }, height: 800 };

/** What the painter writes of lines, and the slot that it leaves. */
const painted = (words: Words, lines: readonly Line[]): { readonly text: string; readonly slot: Slot } => {
  const shown = shownStretches(lines, words.runs, place, '0 g', codes);
  const wraps = shown.map(({ stretch }, i) => [`BDC${i} `, ' EMC', firstRun(stretch)] as const);
  const text = shown.map(({ operators }, i) => `${wraps[i]![0]}${operators}${wraps[i]![1]}\n`).join('');
  return { text, slot: slotOf(words, lines, place, '0 g', wraps) };
};

/** Where a text begins, as operators say it. */
const begins = (operators: string): string => /1 0 0 1 [\d.]+/.exec(operators)![0];

const LONG = 'The hall of Abbey ward is open every day of the week to all who stand';
const OTHER = 'The hall of Castle ward is open every day of the week, to all who ask';

describe('a slot', () => {
  test.each(['left', 'center', 'right'] as const)('is filled as it was painted: words at the %s', (align) => {
    const words = wordsOf([plain('Abbey ward')], align);
    const lines = composeLines(words, faces);
    const { text, slot } = painted(words, lines);
    expect(filledSlot(slot, lines, codes)).toBe(text);
    const other = wordsOf([plain('Castle ward')], align);
    const its = composeLines(other, faces);
    expect(filledSlot({ ...slot, words: other }, its, codes)).toBe(painted(other, its).text);
    // What is not at the left begins elsewhere for each name.
    expect(begins(painted(other, its).text) === begins(text)).toBe(align === 'left');
  });

  test('has the lines of its page, where a text breaks over two', () => {
    const [words, other] = [wordsOf([plain(LONG)]), wordsOf([plain(OTHER)])];
    const [lines, its] = [composeLines(words, faces), composeLines(other, faces)];
    expect([lines.length, its.length]).toEqual([4, 4]);
    for (const [from, to] of [
      [0, 2],
      [2, 4],
    ] as const) {
      const { slot } = painted(words, lines.slice(from, to));
      expect(slot.lines).toEqual({ from, to });
      expect(filledSlot(slot, its, codes)).toBe(painted(other, its.slice(from, to)).text);
    }
  });

  test('has no room for more lines, or for fewer', () => {
    const words = wordsOf([plain(LONG)]);
    const lines = composeLines(words, faces);
    const { slot } = painted(words, lines);
    expect(filledSlot(slot, lines.slice(0, 3), codes)).toBeUndefined();
    const { slot: second } = painted(words, lines.slice(2));
    expect(filledSlot(second, lines.slice(0, 2), codes)).toBeUndefined();
  });

  test('takes no words of another language in the place of those that stood on its page', () => {
    // The second line is English in one record, and Welsh in the other: each is read in its own language.
    const words = wordsOf([plain('Abbey, '), plain('yr Abaty fawr a hir', 'cy')]);
    const other = wordsOf([plain('Bishop’s Castle with all of Clun and the hills beyond, '), plain('y Castell', 'cy')]);
    const [lines, its] = [composeLines(words, faces), composeLines(other, faces)];
    const { slot } = painted(words, lines.slice(1));
    expect(slot.wraps.map(([, , run]) => run)).toEqual([1]);
    expect(its.length).toBeGreaterThanOrEqual(2);
    const alike = { ...slot, words: other, lines: { from: 1, to: 2 } };
    expect(painted(other, its.slice(1, 2)).slot.wraps.map(([, , run]) => run)).toEqual([0]);
    expect(filledSlot(alike, its, codes)).toBeUndefined();
  });
});
