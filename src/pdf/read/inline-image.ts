import { isRegular, isSpace } from './characters.ts';
import { countOf, isA, nameOf } from './objects.ts';
import { END, type Parser } from './parser.ts';

/**
 * Moves a parser over an inline image, from after `BI` to after `EI` (ISO 32000-2, 8.9.7). The data may hold the letters
 * `EI`: they end it only between white space and where content goes on.
 */
export function skipInlineImage(bytes: Uint8Array, parser: Parser): void {
  let length: number | undefined;
  for (let item = parser.next(); ; item = parser.next()) {
    if (item === END) return;
    if (isA(item, 'keyword')) {
      if (item.word === 'ID') break;
      if (item.word === 'EI') return;
      continue;
    }
    const key = nameOf(item);
    if (key !== 'L' && key !== 'Length') continue;
    const value = parser.next();
    if (value !== END && !isA(value, 'keyword')) length = countOf(value);
  }
  const start = parser.at + 1;
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
