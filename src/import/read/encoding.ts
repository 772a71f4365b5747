import { error } from '../../diagnostics/diagnostic.ts';
import { letterOf } from '../../data/windows-1252.ts';
import type { ImportFile } from '../workbook.ts';
import { Unreadable } from './unreadable.ts';
import { checkUtf8, type Utf8Check } from './utf8.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * In which encoding a text file is. UTF-16 is told by its beginning; whether the rest is UTF-8 shows only in the last
 * byte, so the whole file is gone through once. What is not UTF-8 is Windows-1252, unless most of its letters say
 * otherwise: then the file was put together from two, and each guess would print some names wrongly.
 *
 * @throws Unreadable if it is no text, or text in two encodings
 */
export async function encodingOf(file: ImportFile, head: Uint8Array): Promise<Encoding> {
  const utf16 = utf16Of(head);
  if (utf16) return utf16;
  const check = checkUtf8();
  for await (const chunk of file.chunks()) check.push(chunk);
  const found = check.end();
  if (found.zero) throw noText(file, found.zero);
  if (!found.wrong) return 'utf-8';
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (hasMark || found.letters > found.wrong.count) throw twoEncodings(file, found.wrong);
  if (found.nowhere) throw noText(file, found.nowhere);
  return 'windows-1252';
}

/** The text of a file, piece by piece; its byte order mark is left out. */
export async function* decoded(file: ImportFile, encoding: Encoding): AsyncIterable<string> {
  const decoder = encoding === 'windows-1252' ? undefined : new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of file.chunks()) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        yield decoder ? decoder.decode(piece, { stream: true }) : windows1252(piece);
      }
    }
    if (decoder) yield decoder.decode();
  } catch (cause) {
    // Only the decoder says so: half a letter at the end, or half a pair in UTF-16.
    if (!(cause instanceof TypeError) || !('code' in cause) || cause.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw cause;
    }
    const message = `the file is not whole: its text cannot be read as ${encoding.slice(0, 6).toUpperCase()}`;
    throw new Unreadable(error('import/encoding', message, { kind: 'text', path: file.path }, AGAIN));
  }
}

/** Bytes at a time, so that the text of a large file is never held. */
const PIECE = 64 * 1024;
const AGAIN = 'export the list again, as `CSV UTF-8`';

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => letterOf(letter.charCodeAt(0)));

/** By its byte order mark, or by the zeros that every other byte of English text then is. */
function utf16Of(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0] as [number, number];
  const pairs = Math.min(2048, head.length >> 1);
  for (let at = 0; at < pairs * 2; at++) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  if (pairs < 2 || Math.max(even, odd) < pairs * 0.6 || Math.min(even, odd) > pairs * 0.1) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function noText(file: ImportFile, { line, column, byte }: NonNullable<Utf8Check['zero']>): Unreadable {
  const place = { kind: 'text', path: file.path, range: onePlace(line, column) } as const;
  const message = `the file is no text: it holds the byte 0x${hex(byte)}`;
  const hint = 'name a workbook (.xlsx), a CSV file or a JSON file';
  return new Unreadable(error('import/not-a-table', message, place, hint));
}

function twoEncodings(file: ImportFile, { line, column, byte }: NonNullable<Utf8Check['wrong']>): Unreadable {
  const letter = letterOf(byte);
  const meant = letter === ' ' ? '' : `; in Windows-1252 it is \`${letter}\``;
  const place = { kind: 'text', path: file.path, range: onePlace(line, column) } as const;
  const message = `the byte 0x${hex(byte)} is not UTF-8, as the rest of the file is${meant}`;
  return new Unreadable(error('import/encoding', message, place, 'type the letter afresh, and save as `CSV UTF-8`'));
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const onePlace = (line: number, column: number) => ({ start: { line, column }, end: { line, column: column + 1 } });
