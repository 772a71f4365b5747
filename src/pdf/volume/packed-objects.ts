import { deflateSync } from 'node:zlib';
import { ByteText } from './byte-text.ts';

/** Objects in one object stream: those of a record or two. */
const perStream = 400;

/** Room for the head: each object's number and offset, of ten digits each at most, with spaces. */
const mostHead = perStream * 22;

/** Of deflate: what is packed for each record is packed quickly. */
const level = 1;

/** The text of an object, whole or in pieces. Each character is a byte; numbers are whole, and not negative. */
export type ObjectText = string | readonly (string | number)[];

/** An object stream that is ready to be written. */
export type PackedObjects = {
  /** The numbers of its objects, in their order. */
  readonly numbers: readonly number[];
  /** Where in its data the first object begins. */
  readonly first: number;
  readonly data: Uint8Array;
};

/** Gathers objects for one object stream after the other (ISO 32000-1, 7.5.7). */
export class ObjectPacker {
  readonly #head = new ByteText(mostHead);
  /** The head stands before the objects, though it is known last. */
  readonly #body = new ByteText(64 << 10, mostHead);
  #numbers: number[] = [];

  get isFull(): boolean {
    return this.#numbers.length === perStream;
  }

  get isEmpty(): boolean {
    return this.#numbers.length === 0;
  }

  add(number: number, text: ObjectText): void {
    const [head, body] = [this.#head, this.#body];
    this.#numbers.push(number);
    head.digits(number);
    head.put(' ');
    head.digits(body.length);
    head.put(' ');
    if (typeof text === 'string') body.put(text);
    else text.forEach((piece) => (typeof piece === 'string' ? body.put(piece) : body.digits(piece)));
    body.put('\n');
  }

  /** Packs what was added, and begins anew. */
  pack(): PackedObjects {
    const head = this.#head.bytes();
    const packed = {
      numbers: this.#numbers,
      first: head.length,
      data: deflateSync(this.#body.after(head), { level }),
    };
    this.#head.clear();
    this.#body.clear();
    this.#numbers = [];
    return packed;
  }
}
