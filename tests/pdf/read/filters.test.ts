import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decode, type Filter } from '../../../src/pdf/read/filters.ts';
import type { PdfDict } from '../../../src/pdf/read/objects.ts';
import { bytesOf } from './made.ts';

const parms = (entries: { readonly [key: string]: number }): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
});

const unfilter = (raw: Uint8Array, ...filters: Filter[]): unknown => {
  const decoded = decode(raw, filters, 1 << 20);
  return decoded.kind === 'bytes' ? Buffer.from(decoded.bytes).toString('latin1') : decoded;
};

const words = 'Ring 999 in an emergency. '.repeat(20);

describe('filters', () => {
  test('inflate, with and without its header, and cut off', () => {
    const flate = { name: 'FlateDecode' };
    expect(unfilter(deflateSync(words), flate)).toBe(words);
    expect(unfilter(Buffer.concat([Buffer.from([0xff, 0xff]), deflateRawSync(words)]), flate)).toBe(words);
    const long = Array.from({ length: 2000 }, (_, i) => `line ${i * 7919}`).join('\n');
    const cut = unfilter(deflateSync(long).subarray(0, 3000), flate);
    expect(cut).toSatisfy((found: string) => found.length > 1000 && long.startsWith(found));
    expect(unfilter(bytesOf('not deflated at all'), flate)).toMatchObject({ kind: 'fault' });
  });

  test('a stream that grows without end is refused', () => {
    const bomb = deflateSync(Buffer.alloc(1 << 26));
    expect(unfilter(bomb, { name: 'FlateDecode' })).toMatchObject({
      kind: 'fault',
      message: /more than 1048576 bytes/,
    });
  });

  test('hexadecimal, base 85 and run lengths', () => {
    expect(unfilter(bytesOf('48 65 6c6C6f2>ignored'), { name: 'ASCIIHexDecode' })).toBe('Hello ');
    expect(unfilter(bytesOf('87cURD]i,"Ebo80~>'), { name: 'A85' })).toBe('Hello World!');
    expect(unfilter(bytesOf('z!!~>'), { name: 'ASCII85Decode' })).toBe('\0\0\0\0\0');
    expect(unfilter(bytesOf('\x02abc\xfex\x80ignored'), { name: 'RunLengthDecode' })).toBe('abcxxx');
  });

  test('LZW: the example of the standard', () => {
    const codes = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    expect(unfilter(codes, { name: 'LZWDecode' })).toBe('-----A---B');
  });

  test('several filters, the first one first', () => {
    const hex = `${deflateSync(words).toString('hex')}>`;
    expect(unfilter(bytesOf(hex), { name: 'AHx' }, { name: 'Fl' })).toBe(words);
    const many = Array.from({ length: 9 }, () => ({ name: 'AHx' }));
    expect(unfilter(bytesOf(hex), ...many)).toMatchObject({ kind: 'fault' });
    expect(unfilter(bytesOf('x'), { name: 'DCTDecode' })).toMatchObject({ kind: 'fault', message: /DCTDecode/ });
  });

  test('PNG predictions, each of the five', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [3, 1, 1, 1],
      [4, 1, 1, 1],
    ];
    const raw = deflateSync(Uint8Array.from(rows.flat()));
    const found = unfilter(raw, { name: 'FlateDecode', parms: parms({ Predictor: 15, Columns: 3 }) }) as string;
    expect([...found].map((byte) => byte.charCodeAt(0))).toEqual([10, 20, 30, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5]);
  });

  test('TIFF prediction, in bytes, words and bits', () => {
    const tiff = (bytes: number[], entries: { readonly [key: string]: number }): number[] => {
      const filter = { name: 'FlateDecode', parms: parms({ Predictor: 2, ...entries }) };
      return [...(unfilter(deflateSync(Uint8Array.from(bytes)), filter) as string)].map((byte) => byte.charCodeAt(0));
    };
    expect(tiff([1, 2, 3, 1, 1, 1], { Columns: 2, Colors: 3 })).toEqual([1, 2, 3, 2, 3, 4]);
    expect(tiff([0x00, 0xff, 0x00, 0x02], { Columns: 2, BitsPerComponent: 16 })).toEqual([0x00, 0xff, 0x01, 0x01]);
    expect(tiff([0b1010_0000], { Columns: 8, BitsPerComponent: 1 })).toEqual([0b1100_0000]);
    expect(tiff([0x12, 0x31], { Columns: 4, BitsPerComponent: 4 })).toEqual([0x13, 0x67]);
  });

  test('a predictor that makes no sense is a fault', () => {
    const filter = { name: 'FlateDecode', parms: parms({ Predictor: 12, Columns: 1e12 }) };
    expect(unfilter(deflateSync(words), filter)).toMatchObject({ kind: 'fault' });
  });
});
