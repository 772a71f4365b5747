import type { Font, Glyph } from 'fontkit';
import type { Shaped } from './faces.ts';

type Position = Shaped['positions'][number];

type Single = { readonly glyph: Glyph; readonly position: Position };

/**
 * Characters that the faces set one by one: each has a glyph of its own, and its place hangs on the next one alone. Marks
 * that go with their letter are none of them, nor is what makes fractions.
 */
const plain = /^[ -~\u00a0-\u00ac\u00ae-\u017f\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;

/**
 * Shapes plain text by the pairs of its characters, each of which is asked of the face once: a face joins no plain letters
 * and kerns by pairs. Of most names in a list, all pairs are known after the first few.
 */
export class Pairs {
  readonly #font: Font;
  readonly #features: string[] | undefined;
  readonly #singles = new Map<number, Single | 'joined'>();
  readonly #pairs = new Map<number, Position | 'joined'>();

  constructor(font: Font, features: string[] | undefined) {
    this.#font = font;
    this.#features = features;
  }

  /** @returns undefined where the text is not plain, or the face joins two of its letters: it is shaped as a whole */
  shape(text: string): Shaped | undefined {
    if (!plain.test(text)) return undefined;
    this.#learn(text);
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const single = this.#single(text.charCodeAt(at));
      const position = at + 1 < text.length ? this.#before(text, at) : single !== 'joined' && single.position;
      if (single === 'joined' || position === 'joined' || !position) return undefined;
      glyphs.push(single.glyph);
      positions.push(position);
    }
    return { glyphs, positions };
  }

  /**
   * Asks the face for all new pairs of a text at once, in a text of nothing else: to be asked takes it longer than to
   * answer. What it does not plainly set one by one there is asked for alone.
   */
  #learn(text: string): void {
    const fresh = this.#freshOf(text);
    if (fresh.length < 3) return;
    const { glyphs, positions } = this.#layout(fresh);
    if (glyphs.length !== fresh.length) return;
    const isSingle = (at: number): boolean => {
      const single = this.#single(fresh.charCodeAt(at));
      return single !== 'joined' && single.glyph === glyphs[at];
    };
    for (let at = 0; at + 1 < fresh.length; at += 1) {
      if (isSingle(at) && isSingle(at + 1)) this.#pairs.set(keyOf(fresh, at), positions[at]!);
    }
  }

  /** The stretches of a text whose pairs are new, put together: where two of them meet is a pair too. */
  #freshOf(text: string): string {
    let fresh = '';
    let end = 0;
    for (let at = 0; at + 1 < text.length; at += 1) {
      if (this.#pairs.has(keyOf(text, at))) continue;
      fresh += text.slice(Math.max(at, end), at + 2);
      end = at + 2;
    }
    return fresh;
  }

  #single(code: number): Single | 'joined' {
    const known = this.#singles.get(code);
    if (known) return known;
    const { glyphs, positions } = this.#layout(String.fromCharCode(code));
    const single = glyphs.length === 1 ? { glyph: glyphs[0]!, position: positions[0]! } : 'joined';
    this.#singles.set(code, single);
    return single;
  }

  /** Where a character stands that another one follows. */
  #before(text: string, at: number): Position | 'joined' {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    const key = keyOf(text, at);
    const known = this.#pairs.get(key);
    if (known) return known;
    const [a, b] = [this.#single(first), this.#single(second)];
    const { glyphs, positions } = this.#layout(text.slice(at, at + 2));
    const isApart =
      a !== 'joined' &&
      b !== 'joined' &&
      glyphs.length === 2 &&
      glyphs[0] === a.glyph &&
      glyphs[1] === b.glyph &&
      isSame(positions[1]!, b.position);
    const position = isApart ? positions[0]! : 'joined';
    this.#pairs.set(key, position);
    return position;
  }

  #layout(text: string): Shaped {
    return this.#font.layout(text, this.#features, undefined, undefined, 'ltr');
  }
}

/** A character and the one after it. */
const keyOf = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const isSame = (a: Position, b: Position): boolean =>
  a.xAdvance === b.xAdvance && a.xOffset === b.xOffset && a.yOffset === b.yOffset;
