import { constants, deflateRawSync } from 'node:zlib';

/** Rows that are packed together once all of them are known. */
const perBlock = 4096;

/** The widths of a row's fields: its type, an offset of up to a terabyte or an object stream, and a place in that. */
export const widths = [1, 5, 2] as const;
export const columns = 8;

/** Of Flate: rows are packed as what they differ by from the one above (ISO 32000-1, 7.4.4.4), which is little. */
export const predictor = 12;
/** What a row begins with: it stands as it is, or as the difference (PNG, 9.2). */
export const filters = { none: 0, up: 2 } as const;

/** Rows of one number after the other, until they are packed. */
type Block = { readonly rows: Buffer; known: number; packed: Uint8Array | undefined; sum: Sum };

/** Of a checksum (RFC 1950, 8.2): its two halves, and of how many bytes. */
type Sum = { readonly a: number; readonly b: number; readonly length: number };

const modulus = 65_521;

/**
 * The rows of a cross-reference stream (ISO 32000-1, 7.5.8) of millions of objects. Each block of rows is packed as soon
 * as it is whole, so that only those are held whose objects are still to be written.
 */
export class Rows {
  readonly #blocks: Block[] = [];

  constructor() {
    this.free(0);
  }

  /** A number without an object: the first one of a file, which heads the list of these, or one that is never used (7.5.4). */
  free(number: number): void {
    this.#write(number, 0, 0, 65_535);
  }

  /** An object that stands at an offset, in bytes. */
  stream(number: number, offset: number): void {
    this.#write(number, 1, offset, 0);
  }

  /** An object that stands in an object stream. */
  packed(number: number, container: number, index: number): void {
    this.#write(number, 2, container, index);
  }

  #write(number: number, type: 0 | 1 | 2, a: number, b: number): void {
    const index = Math.floor(number / perBlock);
    for (let next = this.#blocks.length; next <= index; next += 1) {
      const rows = Buffer.alloc(perBlock * columns);
      this.#blocks.push({ rows, known: 0, packed: undefined, sum: { a: 1, b: 0, length: 0 } });
    }
    const block = this.#blocks[index]!;
    if (block.packed) throw new Error(`object ${number} is written twice`);
    const at = (number - index * perBlock) * columns;
    block.rows.writeUInt8(type, at);
    block.rows.writeUIntBE(a, at + 1, 5);
    block.rows.writeUInt16BE(b, at + 6);
    block.known += 1;
    if (block.known === perBlock) this.#pack(block, perBlock);
  }

  #pack(block: Block, count: number): void {
    const rows = predicted(block.rows, count);
    // Blocks that end at a byte and do not say that they are the last follow one another (RFC 1951, 3.2.3). What zlib
    // gives is a part of something larger: of that, nothing is to be held.
    block.packed = Uint8Array.from(deflateRawSync(rows, { finishFlush: constants.Z_SYNC_FLUSH }));
    block.sum = sumOf(rows);
    (block as { rows: Buffer }).rows = Buffer.alloc(0);
  }

  /**
   * All rows, as one zlib stream.
   *
   * @param size one more than the largest number
   */
  finish(size: number): Uint8Array {
    const known = this.#blocks.reduce((sum, block) => sum + block.known, 0);
    if (known !== size) throw new Error(`${size - known} of ${size} objects were reserved and never written`);
    const last = this.#blocks.at(-1)!;
    if (!last.packed) this.#pack(last, size - (this.#blocks.length - 1) * perBlock);
    const { a, b } = this.#blocks.map(({ sum }) => sum).reduce(joined);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(b * 0x10000 + a);
    const blocks = this.#blocks.map(({ packed }) => packed!);
    return Buffer.concat([Buffer.of(0x78, 0x9c), ...blocks, Buffer.of(0x03, 0x00), check]);
  }
}

/** The first row of a block stands as it is: so no block hangs on another. */
function predicted(rows: Uint8Array, count: number): Uint8Array {
  const all = new Uint8Array(count * (columns + 1));
  for (let row = 0, to = 0; row < count; row += 1) {
    all[to++] = row === 0 ? filters.none : filters.up;
    for (let i = row * columns; i < (row + 1) * columns; i += 1) {
      all[to++] = rows[i]! - (row === 0 ? 0 : rows[i - columns]!);
    }
  }
  return all;
}

const sumOf = (bytes: Uint8Array): Sum => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % modulus;
    b = (b + a) % modulus;
  }
  return { a, b, length: bytes.length };
};

/** The checksum of bytes that follow others, from the checksums of both. */
const joined = (one: Sum, other: Sum): Sum => ({
  a: (one.a + other.a + modulus - 1) % modulus,
  b: (one.b + other.b + (((other.length % modulus) * (one.a + modulus - 1)) % modulus)) % modulus,
  length: one.length + other.length,
});
