import { Parser } from './parser.ts';

/** The objects of an object stream: its decoded bytes, and where each object begins in them, by number. */
export type Packed = { readonly bytes: Uint8Array; readonly offsets: ReadonlyMap<number, number> };

/** Reads the head of an object stream (ISO 32000-2, 7.5.7): numbers and offsets of N objects, which begin at First. */
export function readObjectStream(bytes: Uint8Array, first = 0, count = 0): Packed {
  const offsets = new Map<number, number>();
  const parser = new Parser(bytes, 'none');
  for (let i = 0; i < count && parser.at < Math.min(first, bytes.length); i += 1) {
    const number = parser.next();
    const offset = parser.next();
    if (typeof number === 'number' && typeof offset === 'number') offsets.set(number, first + offset);
  }
  return { bytes, offsets };
}
