import { constants, deflateRawSync } from 'node:zlib';

/** Compressed data that other data can follow: it ends with whole bytes (RFC 1951, 3.2.4, an empty block). */
export const packedPart = (data: Uint8Array): Uint8Array =>
  deflateRawSync(data, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });

/** The longest block that is stored as it is (RFC 1951, 3.2.4). */
const longestBlock = 0xffff;

/**
 * Data in zlib's format (RFC 1950): its beginning, which was compressed before, and the rest as it is. What differs
 * between records is short, and to compress it for each of them would take longer than all the rest.
 *
 * @param beginning as `packedPart` gives it
 * @param from where in the data the rest begins; there must be some
 */
export const packedWhole = (beginning: Uint8Array, data: Uint8Array, from: number): Uint8Array => {
  const blocks: Uint8Array[] = [];
  for (let at = from; at < data.length; at += longestBlock) {
    const block = data.subarray(at, at + longestBlock);
    const head = Buffer.alloc(5);
    head.writeUInt8(at + longestBlock < data.length ? 0 : 1, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xffff, 3);
    blocks.push(head, block);
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler32(data));
  return Buffer.concat([zlibHeader, beginning, ...blocks, sum]);
};

const zlibHeader = Buffer.of(0x78, 0x01);

/** So many bytes are summed up without a number becoming too large to be exact. */
const summedAtOnce = 4096;

/** The checksum of zlib's format (RFC 1950, 8.2). */
const adler32 = (data: Uint8Array): number => {
  let [a, b] = [1, 0];
  for (let from = 0; from < data.length; from += summedAtOnce) {
    const to = Math.min(from + summedAtOnce, data.length);
    for (let at = from; at < to; at += 1) {
      a += data[at]!;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
};
