import { isA, isArray, type PdfObject, type PdfString, utf16be } from './objects.ts';
import { END, Parser } from './parser.ts';

/** A range of codes of one length, both ends in it. */
type Range = { readonly length: number; readonly from: number; readonly to: number };

/** A range of codes that follow one another, and what the first of them stands for. */
type TextRange = Range & { readonly text: string };
type CidRange = Range & { readonly cid: number };

/** What one CMap may hold one by one, and in wide ranges; beyond that it is not read on. */
const mostEntries = 200_000;
const mostRanges = 1000;

/** Ranges up to this wide are held one by one. */
const narrow = 256;

const keyOf = (code: number, length: number): number => code * 5 + length;

/**
 * A CMap (ISO 32000-2, 9.7.5.3 and 9.10.3): how long the codes of a font are, and what text or what glyph each stands
 * for.
 */
export class CMap {
  readonly #codespaces: Range[] = [];
  readonly #texts = new Map<number, string>();
  readonly #textRanges: TextRange[] = [];
  readonly #cids = new Map<number, number>();
  readonly #cidRanges: CidRange[] = [];

  constructor(bytes: Uint8Array) {
    const parser = new Parser(bytes, 'none');
    let operands: PdfObject[] = [];
    for (let item = parser.next(); item !== END; item = parser.next()) {
      if (!isA(item, 'keyword')) operands.push(item);
      else {
        this.#take(item.word, operands);
        operands = [];
      }
      const ranges = this.#textRanges.length + this.#cidRanges.length + this.#codespaces.length;
      if (this.#texts.size + this.#cids.size > mostEntries || ranges > mostRanges) return;
    }
  }

  /** The length of the code that begins at an offset: 1 to 4 bytes, by the codespace ranges (9.7.6.2). */
  codeLength(bytes: string, at: number): number | undefined {
    if (this.#codespaces.length === 0) return undefined;
    let code = 0;
    for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
      code = code * 256 + bytes.charCodeAt(at + length - 1);
      if (this.#codespaces.some((range) => range.length === length && withinEach(code, range))) return length;
    }
    return Math.min(...this.#codespaces.map(({ length }) => length));
  }

  textOf(code: number, length: number): string | undefined {
    const one = this.#texts.get(keyOf(code, length));
    if (one !== undefined) return one;
    const range = this.#textRanges.find((found) => found.length === length && code >= found.from && code <= found.to);
    return range && later(range.text, code - range.from);
  }

  cidOf(code: number, length: number): number | undefined {
    const one = this.#cids.get(keyOf(code, length));
    if (one !== undefined) return one;
    const range = this.#cidRanges.find((found) => found.length === length && code >= found.from && code <= found.to);
    return range && range.cid + code - range.from;
  }

  #take(word: string, operands: readonly PdfObject[]): void {
    switch (word) {
      case 'endcodespacerange':
        for (const [from, to] of groups(operands, 2)) {
          if (isA(from, 'string') && isA(to, 'string')) this.#codespaces.push(rangeOf(from, to));
        }
        break;
      case 'endbfchar':
        for (const [code, text] of groups(operands, 2)) {
          if (isA(code, 'string') && isA(text, 'string')) this.#texts.set(keyOfString(code), utf16be(text.bytes));
        }
        break;
      case 'endbfrange':
        for (const [from, to, text] of groups(operands, 3)) {
          if (isA(from, 'string') && isA(to, 'string')) this.#takeRange(rangeOf(from, to), text);
        }
        break;
      case 'endcidchar':
        for (const [code, cid] of groups(operands, 2)) {
          if (isA(code, 'string') && typeof cid === 'number') this.#cids.set(keyOfString(code), cid);
        }
        break;
      case 'endcidrange':
        for (const [from, to, cid] of groups(operands, 3)) {
          if (!isA(from, 'string') || !isA(to, 'string') || typeof cid !== 'number') continue;
          const range = rangeOf(from, to);
          if (range.to - range.from >= narrow) this.#cidRanges.push({ ...range, cid });
          else each(range, (code, i) => this.#cids.set(keyOf(code, range.length), cid + i));
        }
    }
  }

  /** A range has one text, which counts up, or an array of texts (9.10.3). */
  #takeRange(range: Range, text: PdfObject | undefined): void {
    if (isA(text, 'string')) {
      const first = utf16be(text.bytes);
      if (range.to - range.from >= narrow) this.#textRanges.push({ ...range, text: first });
      else each(range, (code, i) => this.#texts.set(keyOf(code, range.length), later(first, i)));
    } else if (isArray(text)) {
      each({ ...range, to: Math.min(range.to, range.from + text.length - 1) }, (code, i) => {
        const one = text[i];
        if (isA(one, 'string')) this.#texts.set(keyOf(code, range.length), utf16be(one.bytes));
      });
    }
  }
}

function each({ from, to }: Range, take: (code: number, index: number) => void): void {
  for (let code = from; code <= to; code += 1) take(code, code - from);
}

const codeOf = ({ bytes }: PdfString): number =>
  Array.from(bytes.slice(0, 4), (byte) => byte.charCodeAt(0)).reduce((code, byte) => code * 256 + byte, 0);

const lengthOf = ({ bytes }: PdfString): number => Math.min(bytes.length, 4);

const keyOfString = (string: PdfString): number => keyOf(codeOf(string), lengthOf(string));

const rangeOf = (from: PdfString, to: PdfString): Range => ({
  length: lengthOf(from),
  from: codeOf(from),
  to: codeOf(to),
});

/** Each byte of a code lies between the bytes of the ends: a codespace range is a box, not an interval. */
function withinEach(code: number, { length, from, to }: Range): boolean {
  for (let i = 0; i < length; i += 1) {
    const unit = 256 ** i;
    const byte = Math.floor(code / unit) % 256;
    if (byte < Math.floor(from / unit) % 256 || byte > Math.floor(to / unit) % 256) return false;
  }
  return true;
}

/** The text so many codes later: its last character counts up. */
function later(text: string, steps: number): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0);
  if (last === undefined || last + steps > 0x10ffff) return text;
  return characters.join('') + String.fromCodePoint(last + steps);
}

function* groups(operands: readonly PdfObject[], size: number): Generator<readonly PdfObject[]> {
  for (let at = 0; at + size <= operands.length; at += size) yield operands.slice(at, at + size);
}
