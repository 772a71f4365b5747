import { isRegular, isSpace } from './characters.ts';
import { countOf, isA, nameOf, type PdfObject, type PdfStream } from './objects.ts';
import { END, type Parser } from './parser.ts';

/** The short names of an inline image's entries, and what they stand for (table 91). */
const longNames: { readonly [short: string]: string } = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  I: 'Interpolate',
  L: 'Length',
  W: 'Width',
};

/** Moves a parser over an inline image, from after `BI` to after `EI` (ISO 32000-2, 8.9.7), and gives it as a stream. */
export function readInlineImage(bytes: Uint8Array, parser: Parser): PdfStream {
  const entries = new Map<string, PdfObject>();
  const image = (from: number, to: number): PdfStream => ({
    kind: 'stream',
    dict: { kind: 'dict', entries },
    raw: bytes.subarray(from, to),
  });
  for (let item = parser.next(); ; item = parser.next()) {
    if (item === END) return image(0, 0);
    if (isA(item, 'keyword')) {
      if (item.word === 'ID') break;
      if (item.word === 'EI') return image(0, 0);
      continue;
    }
    const key = nameOf(item);
    if (key === undefined) continue;
    const value = parser.next();
    if (value !== END && !isA(value, 'keyword')) entries.set(longNames[key] ?? key, value);
  }
  const start = parser.at + 1;
  skipData(bytes, parser, start, countOf(entries.get('Length')));
  return image(start, Math.max(start, parser.at - 2));
}

/** The data may hold the letters `EI`: they end it only between white space and where content goes on. */
function skipData(bytes: Uint8Array, parser: Parser, start: number, length: number | undefined): void {
  if (length !== undefined && endsAt(bytes, skipSpaces(bytes, start + length))) {
    parser.at = skipSpaces(bytes, start + length) + 2;
    return;
  }
  for (let at = start; at < bytes.length; at += 1) {
    if (!isSpace(bytes[at - 1]) || !endsAt(bytes, at)) continue;
    parser.at = at + 2;
    return;
  }
  parser.at = bytes.length;
}

function skipSpaces(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

/** Whether `EI` stands at an offset, and text after it, not more data. */
function endsAt(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || isRegular(bytes[at + 2])) return false;
  return bytes.subarray(at + 2, at + 12).every((byte) => (byte >= 0x20 && byte < 0x7f) || isSpace(byte));
}
