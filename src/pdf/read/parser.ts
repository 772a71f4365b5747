import { isDigit, isRegular, isSpace, readHex, readLiteral, type Written } from './characters.ts';
import { Unreadable } from './faults.ts';
import { isA, type Keyword, type PdfObject } from './objects.ts';

/** What a parser meets next: an object, a word, or the end of its bytes. */
export type Item = PdfObject | Keyword | typeof END;

export const END = Symbol('end');

/** Whether `n g R` is a reference: in files, not in content streams (ISO 32000-2, 7.8.2). */
export type References = 'references' | 'none';

/** How deep arrays and dictionaries may stand in one another. */
const deepest = 200;

/** Words that end an object which was never closed: what follows belongs to another one. */
const structural = new Set(['obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', 'startxref']);

const words = new Map<string, Keyword | boolean>([
  ['true', true],
  ['false', false],
]);

/** `true`, `false`, `null`, or a keyword: one object for the usual ones, however often they are met. */
const wordOf = (word: string): Keyword | boolean | null => {
  if (word === 'null') return null;
  const known = words.get(word);
  if (known !== undefined) return known;
  const made: Keyword = { kind: 'keyword', word };
  if (words.size < 500 && word.length <= 9) words.set(word, made);
  return made;
};

const isKeyword = (item: Item): item is Keyword => item !== END && isA(item, 'keyword');

/**
 * Reads objects out of bytes, one after the other (ISO 32000-2, 7.2 and 7.3). It goes on over what is slightly wrong, as
 * all readers do, and always gets forward.
 */
export class Parser {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #references: References;

  constructor(bytes: Uint8Array, references: References, at = 0) {
    this.#bytes = bytes;
    this.#references = references;
    this.at = at;
  }

  /** @throws {Unreadable} when arrays and dictionaries are nested too deep */
  next(depth = 0): Item {
    const bytes = this.#bytes;
    this.skipSpace();
    const byte = bytes[this.at];
    const isDoubled = bytes[this.at + 1] === byte;
    switch (byte) {
      case undefined:
        return END;
      case 0x2f: // /
        return this.#name();
      case 0x28: // (
        return this.#string(readLiteral(bytes, this.at));
      case 0x5b: // [
        this.at += 1;
        return this.#array(depth + 1);
      case 0x3c: // <
        if (!isDoubled) return this.#string(readHex(bytes, this.at));
        this.at += 2;
        return this.#dict(depth + 1);
      case 0x3e: // >
        this.at += isDoubled ? 2 : 1;
        return wordOf(isDoubled ? '>>' : '>');
      case 0x5d: // ]
      case 0x29: // )
      case 0x7b: // {
      case 0x7d: // }
        this.at += 1;
        return wordOf(String.fromCharCode(byte));
    }
    return this.#numberOrWord();
  }

  /** Skips white space and comments (7.2.4). */
  skipSpace(): void {
    const bytes = this.#bytes;
    let { at } = this;
    for (; at < bytes.length; at += 1) {
      if (bytes[at] === 0x25) {
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      } else if (!isSpace(bytes[at])) break;
    }
    this.at = Math.min(at, bytes.length);
  }

  #string({ bytes, end }: Written): PdfObject {
    this.at = end;
    return { kind: 'string', bytes };
  }

  /** A name: `#` and two hexadecimal digits stand for a byte (7.3.5). */
  #name(): PdfObject {
    this.at += 1;
    const written = this.#regular();
    const name = written.includes('#')
      ? written.replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      : written;
    return { kind: 'name', name };
  }

  #regular(): string {
    const bytes = this.#bytes;
    let word = '';
    for (; isRegular(bytes[this.at]); this.at += 1) word += String.fromCharCode(bytes[this.at]!);
    return word;
  }

  #array(depth: number): PdfObject {
    if (depth > deepest) throw new Unreadable('arrays and dictionaries are nested too deep');
    const items: PdfObject[] = [];
    for (;;) {
      const before = this.at;
      const item = this.next(depth);
      if (item === END) return items;
      if (!isKeyword(item)) items.push(item);
      else if (item.word === ']') return items;
      else if (item.word === '>>' || structural.has(item.word)) {
        this.at = before;
        return items;
      }
    }
  }

  #dict(depth: number): PdfObject {
    if (depth > deepest) throw new Unreadable('arrays and dictionaries are nested too deep');
    const entries = new Map<string, PdfObject>();
    for (;;) {
      const before = this.at;
      const key = this.next(depth);
      if (key === END) break;
      if (isKeyword(key)) {
        if (key.word === '>>') break;
        if (!structural.has(key.word)) continue;
        this.at = before;
        break;
      }
      if (!isA(key, 'name')) continue;
      const beforeValue = this.at;
      const value = this.next(depth);
      // A key without a value, and the end of the dictionary: it is read again, as the end.
      if (isKeyword(value) && (value.word === '>>' || structural.has(value.word))) this.at = beforeValue;
      else if (value !== END && value !== null && !isKeyword(value)) entries.set(key.name, value);
    }
    return { kind: 'dict', entries };
  }

  #numberOrWord(): Item {
    const bytes = this.#bytes;
    const from = this.at;
    let at = from;
    let sign = 1;
    for (; bytes[at] === 0x2d || bytes[at] === 0x2b; at += 1) if (bytes[at] === 0x2d) sign = -1;
    let value = 0;
    let digits = 0;
    let unit = 1;
    for (; isDigit(bytes[at]); at += 1, digits += 1) value = value * 10 + bytes[at]! - 0x30;
    const isWhole = bytes[at] !== 0x2e;
    if (!isWhole) {
      for (at += 1; isDigit(bytes[at]); at += 1, digits += 1, unit *= 10) value = value * 10 + bytes[at]! - 0x30;
    }
    if (digits === 0) return wordOf(this.#regular());
    // `12-3`, `1.2.3`: what cannot belong to the number is left out, as other readers do.
    while (bytes[at] === 0x2d || bytes[at] === 0x2e || isDigit(bytes[at])) at += 1;
    this.at = at;
    if (isWhole && at - from === digits && this.#references === 'references') {
      const generation = this.#referenceEnd();
      if (generation !== undefined) return { kind: 'ref', number: value, generation };
    }
    const number = (sign * value) / unit;
    return Number.isFinite(number) ? number : 0;
  }

  /** After a whole number: reads ` g R` and gives g, or stays where it is (7.3.10). */
  #referenceEnd(): number | undefined {
    const bytes = this.#bytes;
    let { at } = this;
    if (!isSpace(bytes[at])) return undefined;
    while (isSpace(bytes[at])) at += 1;
    let generation = 0;
    const from = at;
    for (; isDigit(bytes[at]) && at - from < 6; at += 1) generation = generation * 10 + bytes[at]! - 0x30;
    if (at === from || !isSpace(bytes[at])) return undefined;
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== 0x52 || isRegular(bytes[at + 1])) return undefined;
    this.at = at + 1;
    return generation;
  }
}
