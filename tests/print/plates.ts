import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { onFile } from '../pdf/qpdf.ts';

/** What a press would get, as Ghostscript separates it. */

export const inks = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const;
export type Ink = (typeof inks)[number];

/** How much ink lies at each place of a page, 0 to 100. */
export type Plate = { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => number };

const resolution = 72;

/** The plates of a page of a file, its first unless another is named. */
export const platesOf = (bytes: Uint8Array, names: readonly string[] = inks, page = 1): Map<string, Plate> =>
  onFile(bytes, (path, folder) => {
    const options = [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      `-dFirstPage=${page}`,
      `-dLastPage=${page}`,
      '-sCompression=none',
      `-r${resolution}`,
    ];
    execFileSync('gs', [...options, '-sDEVICE=tiffsep', `-sOutputFile=${join(folder, 's%d.tif')}`, path]);
    return new Map(names.map((name) => [name, plateOf(readFileSync(join(folder, `s1(${name}).tif`)))]));
  });

/** A grey TIFF of 8 bits without compression: 0 is full ink. */
const plateOf = (data: Buffer): Plate => {
  const tags = new Map<number, number[]>();
  const start = data.readUInt32LE(4);
  for (let i = 0; i < data.readUInt16LE(start); i += 1) {
    const at = start + 2 + 12 * i;
    const [kind, count] = [data.readUInt16LE(at + 2), data.readUInt32LE(at + 4)];
    const size = kind === 3 ? 2 : 4;
    const from = count * size <= 4 ? at + 8 : data.readUInt32LE(at + 8);
    const value = (n: number): number =>
      size === 2 ? data.readUInt16LE(from + 2 * n) : data.readUInt32LE(from + 4 * n);
    if (kind === 3 || kind === 4)
      tags.set(
        data.readUInt16LE(at),
        Array.from({ length: count }, (_, n) => value(n)),
      );
  }
  const [width = 0] = tags.get(256) ?? [];
  const [height = 0] = tags.get(257) ?? [];
  expect([tags.get(258), tags.get(259)]).toEqual([[8], [1]]);
  const strips = tags.get(273)!;
  const [rows = height] = tags.get(278) ?? [];
  const at = (x: number, y: number): number => {
    const [across, down] = [Math.round(x), Math.round(y)];
    const byte = data[strips[Math.floor(down / rows)]! + (down % rows) * width + across]!;
    return ((255 - byte) / 255) * 100;
  };
  return { width, height, at };
};

/** The most of all four inks that lies anywhere. */
export const mostInk = (plates: Map<string, Plate>): number => {
  const { width, height } = plates.get('Black')!;
  let most = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      most = Math.max(
        most,
        inks.reduce((sum, ink) => sum + plates.get(ink)!.at(x, y), 0),
      );
  return most;
};
