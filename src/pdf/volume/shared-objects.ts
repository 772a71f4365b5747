import { createHash } from 'node:crypto';
import type { PdfFile } from '../read/file.ts';
import { isA, type PdfObject } from '../read/objects.ts';
import { piecesOf } from './pieces.ts';
import type { StreamedFile } from './streamed-file.ts';

/**
 * Objects that records share: fonts, static art, what pages name. What is the same is written once, whichever files it
 * comes from.
 */
export class SharedObjects {
  readonly #out: StreamedFile;
  /** Their numbers, by the hashes of what they are. */
  readonly #numbers = new Map<string, number>();

  constructor(out: StreamedFile) {
    this.#out = out;
  }

  /** Copies objects of a file, with all that they refer to. */
  copier(file: PdfFile): (number: number) => number {
    const known = new Map<number, number>();
    const ahead = new Set<number>();
    const copy = (number: number): number => {
      const done = known.get(number);
      if (done !== undefined) return done;
      if (ahead.has(number)) throw new Error(`object ${number} of a record refers to itself, and cannot be shared`);
      ahead.add(number);
      const own = this.#put(file.resolve({ kind: 'ref', number, generation: 0 }), copy);
      known.set(number, own);
      return own;
    };
    return copy;
  }

  #put(object: PdfObject, copy: (number: number) => number): number {
    const text = piecesOf<never>(object, { ref: ({ number }) => `${copy(number)} 0 R` }).join('');
    const hash = createHash('sha256').update(text);
    const data = isA(object, 'stream') ? object.raw : undefined;
    // A dictionary is not the stream that begins with it.
    if (data) hash.update('\nstream\n').update(data);
    const key = hash.digest('base64');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#out.reserve();
    this.#numbers.set(key, number);
    if (data) this.#out.stream(number, text, data);
    else this.#out.object(number, text);
    return number;
  }
}
