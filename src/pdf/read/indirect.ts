import type { Budget } from './budget.ts';
import { isSpace } from './characters.ts';
import { isA, type PdfDict, type PdfObject, type PdfStream } from './objects.ts';
import { END, Parser } from './parser.ts';

/** An indirect object as it stands in a file: `n g obj … endobj` (ISO 32000-2, 7.3.10). */
export type Indirect = {
  readonly number: number;
  readonly generation: number;
  readonly object: PdfObject;
  /** What was wrong with it, if anything; it was read all the same. */
  readonly fault?: string;
};

/** Finds bytes of ASCII text; -1 where there are none. */
export const indexOf = (bytes: Uint8Array, text: string, from = 0): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, from, 'latin1');

export const lastIndexOf = (bytes: Uint8Array, text: string): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(text, undefined, 'latin1');

const startsWith = (bytes: Uint8Array, text: string, at: number): boolean => {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/**
 * Reads the indirect object at an offset; undefined where none begins.
 *
 * @param lengthOf resolves a stream's length, which may be an object of its own
 * @throws {Unreadable} when it cannot be read
 */
export function readIndirect(
  bytes: Uint8Array,
  offset: number,
  lengthOf: (object: PdfObject | undefined) => number | undefined,
  budget: Budget,
): Indirect | undefined {
  const parser = new Parser(bytes, 'references', offset);
  const number = parser.next();
  const generation = parser.next();
  const word = parser.next();
  if (typeof number !== 'number' || typeof generation !== 'number') return undefined;
  if (word === END || !isA(word, 'keyword') || word.word !== 'obj') return undefined;
  const item = parser.next();
  const object = item === END || isA(item, 'keyword') ? null : item;
  budget.spend(parser.at - offset);
  parser.skipSpace();
  if (!isA(object, 'dict') || !startsWith(bytes, 'stream', parser.at)) return { number, generation, object };
  const { stream, fault } = readStream(bytes, parser.at + 'stream'.length, object, lengthOf, budget);
  return { number, generation, object: stream, ...(fault !== undefined && { fault }) };
}

/** The stream whose data begins after the keyword's end of line (7.3.8.1). A wrong length is mended by looking for the end. */
function readStream(
  bytes: Uint8Array,
  afterKeyword: number,
  dict: PdfDict,
  lengthOf: (object: PdfObject | undefined) => number | undefined,
  budget: Budget,
): { readonly stream: PdfStream; readonly fault?: string } {
  let start = afterKeyword;
  if (bytes[start] === 13) start += 1;
  if (bytes[start] === 10) start += 1;
  const length = lengthOf(dict.entries.get('Length'));
  if (length !== undefined && start + length <= bytes.length) {
    let end = start + length;
    while (isSpace(bytes[end])) end += 1;
    if (startsWith(bytes, 'endstream', end)) {
      return { stream: { kind: 'stream', dict, raw: bytes.subarray(start, start + length) } };
    }
  }
  const found = indexOf(bytes, 'endstream', start);
  let end = found < 0 ? bytes.length : found;
  budget.spend(end - start);
  // The end of line before `endstream` is not part of the data.
  if (found >= 0 && bytes[end - 1] === 10 && end > start) end -= 1;
  if (found >= 0 && bytes[end - 1] === 13 && end > start) end -= 1;
  return {
    stream: { kind: 'stream', dict, raw: bytes.subarray(start, end) },
    fault: 'the length of a stream is wrong',
  };
}
