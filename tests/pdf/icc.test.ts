import { describe, expect, test } from 'vitest';
import { srgbProfile } from '../../src/pdf/icc.ts';
import { describeWith } from '../require.ts';
import { pdfOf } from './products.ts';

/** The profile is read as ICC.1:2004-10 lays it out, and held against the numbers of IEC 61966-2-1. */

const profile = Buffer.from(srgbProfile());

const fixed = (data: Buffer, at: number): number => data.readInt32BE(at) / 65_536;

const tags = new Map(
  Array.from({ length: profile.readUInt32BE(128) }, (_, i) => {
    const entry = 132 + 12 * i;
    const from = profile.readUInt32BE(entry + 4);
    const data = profile.subarray(from, from + profile.readUInt32BE(entry + 8));
    return [profile.toString('latin1', entry, entry + 4), { from, data }] as const;
  }),
);

const xyz = (tag: string): readonly [number, number, number] => {
  const { data } = tags.get(tag)!;
  expect(data.toString('latin1', 0, 8)).toBe('XYZ \0\0\0\0');
  return [fixed(data, 8), fixed(data, 12), fixed(data, 16)];
};

type Matrix = readonly (readonly [number, number, number])[];

const multiply = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => [0, 1, 2].map((j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0))) as never;

const times = (matrix: Matrix, [x, y, z]: readonly [number, number, number]): number[] =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z);

describe('the header', () => {
  test('says its size, which is a multiple of four', () => {
    expect([profile.readUInt32BE(0), profile.length % 4]).toEqual([profile.length, 0]);
    expect(profile.length).toBeLessThan(1000);
  });

  test('is that of a display’s profile, version 4, RGB to XYZ', () => {
    expect(profile.subarray(8, 12)).toEqual(Buffer.from([4, 0x20, 0, 0]));
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
    expect([24, 26, 28].map((at) => profile.readUInt16BE(at))).toEqual([2026, 1, 1]);
    // Perceptual; D50; reserved bytes are zero.
    expect(profile.readUInt32BE(64)).toBe(0);
    expect([68, 72, 76].map((at) => profile.readUInt32BE(at))).toEqual([0xf6d6, 0x1_0000, 0xd32d]);
    expect(profile.subarray(100, 128).every((byte) => byte === 0)).toBe(true);
  });
});

describe('the tags', () => {
  test('are those that a profile of three components needs, each inside the file and on four bytes', () => {
    const needed = ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'chad'];
    expect([...tags.keys()].toSorted()).toEqual(needed.toSorted());
    for (const { from, data } of tags.values()) {
      expect([from % 4, from >= 132 + 12 * tags.size, from + data.length <= profile.length]).toEqual([0, true, true]);
    }
  });

  test('have words of one language', () => {
    for (const [tag, words] of [
      ['desc', 'sRGB'],
      ['cprt', 'No copyright, use freely'],
    ] as const) {
      const { data } = tags.get(tag)!;
      expect([data.toString('latin1', 0, 4), data.readUInt32BE(8), data.readUInt32BE(12)]).toEqual(['mluc', 1, 12]);
      expect(data.toString('latin1', 16, 20)).toBe('enUS');
      const [length, from] = [data.readUInt32BE(20), data.readUInt32BE(24)];
      expect(
        Buffer.from(data.subarray(from, from + length))
          .swap16()
          .toString('utf16le'),
      ).toBe(words);
      expect(from + length).toBe(data.length);
    }
  });

  test('are white where all three are full: D50', () => {
    const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map(xyz);
    const white = [0, 1, 2].map((i) => primaries.reduce((sum, primary) => sum + primary[i]!, 0));
    const d50 = [0.9642, 1, 0.8249].map((value) => expect.closeTo(value, 3));
    expect(white).toEqual(d50);
    expect(xyz('wtpt')).toEqual(d50);
  });

  test('have the primaries of sRGB, adapted to D50', () => {
    // IEC 61966-2-1, from linear RGB to XYZ under D65.
    const toXyz: Matrix = [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ];
    const { data } = tags.get('chad')!;
    expect(data.toString('latin1', 0, 4)).toBe('sf32');
    const numbers = Array.from({ length: 9 }, (_, i) => fixed(data, 8 + 4 * i));
    const adapt = [0, 3, 6].map((i) => numbers.slice(i, i + 3)) as unknown as Matrix;
    // It takes the white of D65 to that of D50.
    expect(times(adapt, [0.9505, 1, 1.0891])).toEqual([0.9642, 1, 0.8249].map((value) => expect.closeTo(value, 3)));
    const adapted = multiply(adapt, toXyz);
    for (const [i, tag] of ['rXYZ', 'gXYZ', 'bXYZ'].entries()) {
      expect(xyz(tag)).toEqual(adapted.map((row) => expect.closeTo(row[i]!, 3)));
    }
  });

  test.each(['rTRC', 'gTRC', 'bTRC'])('%s is the curve of sRGB', (tag) => {
    const { data } = tags.get(tag)!;
    expect([data.toString('latin1', 0, 4), data.readUInt16BE(8), data.length]).toEqual(['para', 3, 32]);
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = Array.from({ length: 5 }, (_, i) => fixed(data, 12 + 4 * i));
    const curve = (x: number): number => (x >= d ? (a * x + b) ** g : c * x);
    // Known values: IEC 61966-2-1 takes 8-bit 0, 1, 10, 11, 128, 188 and 255 to these.
    for (const [code, linear] of [
      [0, 0],
      [1, 0.000_303_5],
      [10, 0.003_035],
      [11, 0.003_347],
      [128, 0.215_861],
      [188, 0.502_886],
      [255, 1],
    ] as const) {
      expect(curve(code / 255)).toBeCloseTo(linear, 4);
    }
    // It does not jump where its two parts meet.
    expect(curve(d) - curve(d - 1e-9)).toBeCloseTo(0, 4);
  });
});

describeWith('qpdf', 'in the file', () => {
  test('it is there as it was made', async () => {
    const pdf = await pdfOf('wallet-card');
    const [intent] = pdf.array(pdf.catalog['/OutputIntents']);
    expect(pdf.data(pdf.dict(intent)['/DestOutputProfile']).equals(profile)).toBe(true);
  });
});
