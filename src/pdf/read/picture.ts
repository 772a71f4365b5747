import type { PdfFile } from './file.ts';
import { filtersOf } from './filters.ts';
import { type InkSpace, inkSpaceOf } from './ink-space.ts';
import { inverse } from './matrix.ts';
import { countOf, isArray, numberOf, type PdfStream } from './objects.ts';
import type { PlacedPicture } from './painted.ts';
import type { Point } from './shape.ts';

/** A picture as far as it can be known without looking at its samples (ISO 32000-2, 8.9.5). */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Two colours, or a stencil. */
  readonly depth: 'bitmap' | 'shades';
  readonly isStencil: boolean;
  /** With a mask of any kind: not all of it is seen. */
  readonly isMasked: boolean;
  readonly hasSoftMask: boolean;
  /** Undefined for a stencil, and where it cannot be read. */
  readonly space: InkSpace | undefined;
};

/** Undefined where there is no picture, or one of no size. */
export function pictureOf(file: PdfFile, { stream, resources }: PlacedPicture): Picture | undefined {
  if (!stream) return undefined;
  const { dict } = stream;
  const width = countOf(file.get(dict, 'Width')) ?? 0;
  const height = countOf(file.get(dict, 'Height')) ?? 0;
  if (width === 0 || height === 0) return undefined;
  const isStencil = file.get(dict, 'ImageMask') === true;
  const hasSoftMask =
    file.dictOf(dict.entries.get('SMask')) !== undefined || (countOf(file.get(dict, 'SMaskInData')) ?? 0) > 0;
  return {
    width,
    height,
    depth: isStencil || countOf(file.get(dict, 'BitsPerComponent')) === 1 ? 'bitmap' : 'shades',
    isStencil,
    isMasked: hasSoftMask || file.get(dict, 'Mask') !== null,
    hasSoftMask,
    space: isStencil ? undefined : inkSpaceOf(file, dict.entries.get('ColorSpace'), resources),
  };
}

/** Filters whose data is not taken apart here. */
const opaqueFilters = /^(?:DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode)$/;

/** The shares of plates at a point of the page; undefined where the samples cannot be read. */
export type Sampler = (point: Point) => readonly number[] | undefined;

const decoded = new WeakMap<PdfStream, Uint8Array>();

/** Reads the samples of a picture, as they come onto plates; undefined where they cannot be read. */
export function samplerOf(file: PdfFile, placed: PlacedPicture): Sampler | undefined {
  const { stream, matrix } = placed;
  const picture = pictureOf(file, placed);
  const back = inverse(matrix);
  if (!stream || !back || !picture?.space?.plates) return undefined;
  const { dict } = stream;
  const filters = filtersOf(dict, (object) => file.resolve(object));
  if (filters.some(({ name }) => opaqueFilters.test(name))) return undefined;
  const { width, height, space } = picture;
  const bits = countOf(file.get(dict, 'BitsPerComponent')) ?? 8;
  if (![1, 2, 4, 8, 16].includes(bits)) return undefined;
  const row = Math.ceil((width * space.components * bits) / 8);
  let bytes = decoded.get(stream);
  if (!bytes) decoded.set(stream, (bytes = file.decode(stream)));
  if (bytes.length < row * height) return undefined;
  const most = 2 ** bits - 1;
  const given = file.get(dict, 'Decode');
  const usual = space.decode.length > 0 ? space.decode : [0, most];
  const decode = isArray(given) ? given.map((item) => numberOf(file.resolve(item)) ?? 0) : usual;
  const samples = bytes;
  const sample = (start: number, index: number): number => {
    if (bits === 16) return samples[start + index * 2]! * 256 + samples[start + index * 2 + 1]!;
    const shift = 8 - bits - ((index * bits) % 8);
    return (samples[start + ((index * bits) >> 3)]! >> shift) & most;
  };
  return ([x, y]) => {
    const u = back[0] * x + back[2] * y + back[4];
    const v = back[1] * x + back[3] * y + back[5];
    const column = Math.min(Math.max(Math.floor(u * width), 0), width - 1);
    const line = Math.min(Math.max(Math.floor((1 - v) * height), 0), height - 1);
    const values = Array.from({ length: space.components }, (_, i) => {
      const [least = 0, end = 1] = decode.slice(i * 2, i * 2 + 2);
      return least + (sample(line * row, column * space.components + i) / most) * (end - least);
    });
    return space.shares(values);
  };
}
