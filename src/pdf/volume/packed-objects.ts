import { deflateSync } from 'node:zlib';

/** Objects in one object stream: those of a record or two. */
const perStream = 400;

/** Room for an object's row in the head: its number and its offset, of ten digits each at most, with spaces. */
const perRow = 22;
const room = perStream * perRow;

/** Of deflate: what is packed for each record is packed quickly. */
const level = 1;

/** An object stream that is ready to be written. */
export type PackedObjects = {
  /** The numbers of its objects, in their order. */
  readonly numbers: readonly number[];
  /** Where in its data the first object begins. */
  readonly first: number;
  readonly data: Uint8Array;
};

/**
 * Gathers objects for an object stream (ISO 32000-1, 7.5.7). Millions of them go through: each is put at once into bytes
 * that are used again and again, so that none of the texts is held.
 */
export class ObjectPacker {
  /** The head is known last, and stands first: it is put before the objects into room that is kept for it. */
  #plain = Buffer.allocUnsafe(room + (64 << 10));
  #end = room;
  #head = '';
  #numbers: number[] = [];

  get isFull(): boolean {
    return this.#numbers.length >= perStream;
  }

  get isEmpty(): boolean {
    return this.#numbers.length === 0;
  }

  /** @param text in which each character is a byte */
  add(number: number, text: string): void {
    const end = this.#end + text.length + 1;
    if (end > this.#plain.length) this.#plain = Buffer.concat([this.#plain], 2 * end);
    this.#numbers.push(number);
    this.#head += `${number} ${this.#end - room} `;
    this.#plain.write(text, this.#end, 'latin1');
    this.#plain[end - 1] = 0x0a;
    this.#end = end;
  }

  /** Packs what was added, and begins anew. */
  pack(): PackedObjects {
    const [head, numbers] = [this.#head, this.#numbers];
    const start = room - head.length;
    this.#plain.write(head, start, 'latin1');
    const data = deflateSync(this.#plain.subarray(start, this.#end), { level });
    this.#end = room;
    this.#head = '';
    this.#numbers = [];
    return { numbers, first: head.length, data };
  }
}
