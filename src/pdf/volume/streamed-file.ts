import { createHash, type Hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { bytes, name, type Ref, write } from '../objects.ts';
import { Rows, widths } from './rows.ts';

/** Takes the bytes of a file, one piece after the other. */
export type Sink = (piece: Uint8Array) => void;

/** ISO 19005-2, 6.1.13: a file has no more objects than this. */
export const mostObjects = 8_388_607;

/** Thrown where a file would have more objects than a conforming one may. */
export class TooLarge extends Error {}

/** Objects in one object stream: those of a record or two. */
const perStream = 400;

/** Bytes that are handed on together. */
const perPiece = 1 << 20;

/** Of deflate: what is packed for each record is packed quickly. */
const level = 1;

/**
 * A file that is written as it is made: nothing of it is kept but what is not written yet (ISO 32000-1, 7.5.7 and 7.5.8).
 * The same calls make the same bytes.
 */
export class StreamedFile {
  readonly #sink: Sink;
  readonly #rows = new Rows();
  readonly #hash: Hash = createHash('sha256');
  #pieces: Uint8Array[] = [];
  #held = 0;
  #length = 0;
  #plain = Buffer.alloc(0);
  #next = 1;
  #waiting: { readonly number: number; readonly text: string }[] = [];

  constructor(sink: Sink, version: '1.6' | '1.7') {
    this.#sink = sink;
    this.#text(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
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
    this.#rows.stream(number, this.#length);
    this.#text(`${number} 0 obj\n${dictionary}\nstream\n`);
    this.#bytes(data);
    this.#text('\nendstream\nendobj\n');
  }

  /** Writes a stream as it is: few operators take longer to pack than they are worth. */
  plain(number: number, operators: string): void {
    const data = Buffer.from(operators, 'latin1');
    this.stream(number, `<</Length ${data.length}>>`, data);
  }

  /** Writes an object into the next object stream. */
  object(number: number, text: string): void {
    this.#waiting.push({ number, text });
    if (this.#waiting.length === perStream) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const own = this.reserve();
    let head = '';
    let body = '';
    this.#waiting.forEach(({ number, text }, index) => {
      this.#rows.packed(number, own, index);
      head += `${number} ${body.length} `;
      body += `${text}\n`;
    });
    const length = head.length + body.length;
    // Thousands of object streams are put together in one place.
    if (this.#plain.length < length) this.#plain = Buffer.alloc(2 * length);
    this.#plain.write(head + body, 'latin1');
    const data = deflateSync(this.#plain.subarray(0, length), { level });
    const counts = `/N ${this.#waiting.length} /First ${head.length}`;
    this.stream(own, `<</Type /ObjStm ${counts} /Filter /FlateDecode /Length ${data.length}>>`, data);
    this.#waiting = [];
  }

  /** What the file is known by: a hash of all that was written so far. */
  mark(): Uint8Array {
    return this.#hash.copy().digest();
  }

  /** Ends the file; its ID follows from its bytes. Returns its sha256 in lower-case hexadecimal, and its size. */
  finish({ root, info }: { readonly root: number; readonly info: number }): FileEnd {
    this.#flush();
    const own = this.reserve();
    const start = this.#length;
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
      Length: rows.length,
    };
    this.#text(`${own} 0 obj\n${write(dictionary, (ref) => ref.id)}\nstream\n`);
    this.#bytes(rows);
    this.#text(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
    this.#handOn();
    return { sha256: this.#hash.digest('hex'), size: this.#length };
  }

  /** Text in which each character is a byte. */
  #text(piece: string): void {
    this.#bytes(Buffer.from(piece, 'latin1'));
  }

  #bytes(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#hash.update(piece);
    this.#held += piece.length;
    this.#length += piece.length;
    if (this.#held >= perPiece) this.#handOn();
  }

  #handOn(): void {
    if (this.#held > 0) this.#sink(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#held = 0;
  }
}

export type FileEnd = { readonly sha256: string; readonly size: number };

const refTo = (number: number): Ref => ({ kind: 'ref', id: number });
