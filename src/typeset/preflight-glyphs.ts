import type { Edition } from '../content/edition.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { Faces } from './faces.ts';
import { Memory } from '../memory.ts';
import type { Words } from './laid.ts';
import { excerpt, fold, textOf, valuesOf } from './preflight.ts';
import type { Weight } from './scale.ts';

/** Letters of scripts that are written from right to left, and signs that turn the direction (Unicode, UAX 9). */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Texts that each face has all characters of: most words are those of all leaflets. It counts characters. */
const wholeIn = new WeakMap<Faces['of'], Memory<string, true>>();

const isWhole = (text: string, weight: Weight, faces: Faces): boolean => {
  const composed = text.normalize('NFC');
  if (RIGHT_TO_LEFT.test(composed)) return false;
  return [...composed].every((character) => character === '\n' || faces.of(weight).has(character.codePointAt(0)!));
};

/**
 * Every character has a glyph. There is no fallback face: what the face lacks is named, with where it comes from. A
 * text from right to left is one fault, not one for each of its letters.
 */
export const checkGlyphs = (
  template: string,
  given: readonly Words[],
  editions: readonly Edition[],
  faces: Faces,
  report: Report,
): void => {
  const seen = new Set<string>();
  const fault = (rule: string, message: string, found: string, words: Words, hint: string): void => {
    const leaves = editions.flatMap(({ record }) => valuesOf(record).map((value) => ({ ...value, record })));
    const leaf = leaves.find((value) => value.text.includes(found));
    const place = leaf?.record.placeOf(leaf.path) ?? words.place;
    const frame = excerpt(fold(textOf(words)));
    report(error(rule, message, place ?? { kind: 'frame', template, frame, page: 1 }, hint));
  };
  const whole = wholeIn.get(faces.of) ?? new Memory<string, true>(200_000);
  wholeIn.set(faces.of, whole);
  for (const words of given) {
    for (const { text, weight } of words.runs) {
      const key = `${weight} ${text}`;
      if (whole.get(key)) continue;
      if (isWhole(text, weight, faces)) {
        whole.set(key, true, text.length);
        continue;
      }
      const composed = text.normalize('NFC');
      const turned = RIGHT_TO_LEFT.exec(composed)?.[0];
      if (turned !== undefined && !seen.has(composed)) {
        seen.add(composed);
        const message = `\`${excerpt(fold(composed))}\` is written from right to left, which these pages are not`;
        fault('preflight/right-to-left', message, turned, words, 'write it in Latin letters');
      }
      for (const character of turned === undefined ? composed : '') {
        if (character === '\n' || seen.has(character) || faces.of(weight).has(character.codePointAt(0)!)) continue;
        seen.add(character);
        const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
        const message = `the typeface has no glyph for \`${character}\` (${code})`;
        const hint = 'write it in letters, figures and the usual punctuation';
        fault('preflight/missing-glyph', message, character, words, hint);
      }
    }
  }
};
