import { createHash, type Hash } from 'node:crypto';
import { bytes, name, type Ref, write } from '../objects.ts';
import { ObjectPacker, type ObjectText } from './packed-objects.ts';
import { columns, predictor, Rows, widths } from './rows.ts';

/** Takes the bytes of a file, one piece after the other. A piece holds them until it returns, and others then. */
export type Sink = (piece: Uint8Array) => void;

/** ISO 19005-2, 6.1.13: a file has no more objects than this. */
export const mostObjects = 8_388_607;

/** Thrown where a file would have more objects than a conforming one may. */
export class TooLarge extends Error {}

/** Bytes that are handed on together. */
const perPiece = 1 << 20;

/**
 * A file that is written as it is made: nothing of it is kept but what is not written yet (ISO 32000-1, 7.5.7 and 7.5.8).
 * The same calls make the same bytes.
 */
export class StreamedFile {
  readonly #sink: Sink;
  readonly #rows = new Rows();
  readonly #hash: Hash = createHash('sha256');
  readonly #objects = new ObjectPacker();
  readonly #piece = Buffer.allocUnsafe(perPiece);
  #held = 0;
  #handed = 0;
  #next = 1;

  constructor(sink: Sink, version: '1.6' | '1.7') {
    this.#sink = sink;
    this.#text(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#handed + this.#held;
  }

  /**
   * Reserves numbers that follow one another; returns the first.
   *
   * @throws {TooLarge}
   */
  reserve(count = 1): number {
    const first = this.#next;
    this.#next += count;
    if (this.#next > mostObjects) throw new TooLarge();
    return first;
  }

  /** Writes a stream. */
  stream(number: number, dictionary: string, data: Uint8Array): void {
    this.#rows.stream(number, this.length);
    this.#text(`${number} 0 obj\n${dictionary}\nstream\n`);
    this.#bytes(data);
    this.#text('\nendstream\nendobj\n');
  }

  /** Writes a stream as it is: few operators take longer to pack than they are worth. */
  plain(number: number, operators: string): void {
    this.#rows.stream(number, this.length);
    this.#text(`${number} 0 obj\n<</Length ${operators.length}>>\nstream\n`);
    this.#text(operators);
    this.#text('\nendstream\nendobj\n');
  }

  /** Writes an object into the next object stream. */
  object(number: number, text: ObjectText): void {
    this.#objects.add(number, text);
    if (this.#objects.isFull) this.#flush();
  }

  /** Leaves out an object whose number was reserved. */
  free(number: number): void {
    this.#rows.free(number);
  }

  #flush(): void {
    if (this.#objects.isEmpty) return;
    const own = this.reserve();
    const { numbers, first, data } = this.#objects.pack();
    numbers.forEach((number, index) => this.#rows.packed(number, own, index));
    const counts = `/N ${numbers.length} /First ${first}`;
    this.stream(own, `<</Type /ObjStm ${counts} /Filter /FlateDecode /Length ${data.length}>>`, data);
  }

  /** What the file is known by: a hash of all that was written so far. */
  mark(): Uint8Array {
    this.#handOn();
    return this.#hash.copy().digest();
  }

  /** Ends the file; its ID follows from its bytes. Returns its sha256 in lower-case hexadecimal, and its size. */
  finish({ root, info }: { readonly root: number; readonly info: number }): FileEnd {
    this.#flush();
    const own = this.reserve();
    const start = this.length;
    this.#rows.stream(own, start);
    const id = bytes(this.mark().subarray(0, 16));
    const rows = this.#rows.finish(own + 1);
    const dictionary = {
      Type: name('XRef'),
      Size: own + 1,
      W: widths,
      Root: refTo(root),
      Info: refTo(info),
      ID: [id, id],
      Filter: name('FlateDecode'),
      DecodeParms: { Predictor: predictor, Columns: columns },
      Length: rows.length,
    };
    this.#text(`${own} 0 obj\n${write(dictionary, (ref) => ref.id)}\nstream\n`);
    this.#bytes(rows);
    this.#text(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
    this.#handOn();
    return { sha256: this.#hash.digest('hex'), size: this.#handed };
  }

  /** Text in which each character is a byte. */
  #text(piece: string): void {
    if (piece.length > perPiece) return this.#bytes(Buffer.from(piece, 'latin1'));
    if (piece.length > perPiece - this.#held) this.#handOn();
    this.#held += this.#piece.write(piece, this.#held, 'latin1');
  }

  #bytes(data: Uint8Array): void {
    for (let at = 0; at < data.length;) {
      const part = data.subarray(at, at + perPiece - this.#held);
      this.#piece.set(part, this.#held);
      this.#held += part.length;
      at += part.length;
      if (this.#held === perPiece) this.#handOn();
    }
  }

  #handOn(): void {
    if (this.#held === 0) return;
    const piece = this.#piece.subarray(0, this.#held);
    this.#hash.update(piece);
    this.#sink(piece);
    this.#handed += this.#held;
    this.#held = 0;
  }
}

export type FileEnd = { readonly sha256: string; readonly size: number };

const refTo = (number: number): Ref => ({ kind: 'ref', id: number });
