import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packedPart, packedWhole } from '../../src/pdf/packed-part.ts';

/** Data in which every byte occurs, and large ones often: sums run over early. */
const dataOf = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => 255 - ((i * i) % 251)));

test.each([
  [1, 0],
  [700, 0],
  [700, 699],
  [6000, 5000],
  [150_000, 10],
  [400_000, 399_000],
])('%i bytes of which those from %i on are not compressed are what they were', (length, from) => {
  const data = dataOf(length);
  const packed = packedWhole(packedPart(data.subarray(0, from)), data, from);
  // Whoever reads it checks its sum.
  expect(inflateSync(packed).equals(data)).toBe(true);
  const damaged = Buffer.from(packed);
  damaged.writeUInt8(damaged.at(-1)! ^ 1, damaged.length - 1);
  expect(() => inflateSync(damaged)).toThrow('incorrect data check');
});
