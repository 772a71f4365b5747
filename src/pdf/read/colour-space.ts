import type { Rgb } from '../../data/colour.ts';
import type { PdfFile } from './file.ts';
import { type Calculation, functionOf, numbersIn } from './function.ts';
import { countOf, isA, isArray, nameOf, numberOf, type PdfDict, type PdfObject } from './objects.ts';

/** A colour space (ISO 32000-2, 8.6): how many numbers a colour has, and what they look like on a screen. */
export type Space = {
  readonly components: number;
  readonly toRgb: (values: readonly number[]) => Rgb;
  /** The colour that is in force once the space is chosen (8.6.5.6 and after). */
  readonly initial: readonly number[];
};

const deepest = 6;

const clamp = (share: number): number => (share > 0 ? Math.min(share, 1) : 0);

const fromShares = (r: number, g: number, b: number): Rgb => [clamp(r) * 255, clamp(g) * 255, clamp(b) * 255];

const gray: Space = { components: 1, toRgb: ([g = 0]) => fromShares(g, g, g), initial: [0] };

const rgb: Space = { components: 3, toRgb: ([r = 0, g = 0, b = 0]) => fromShares(r, g, b), initial: [0, 0, 0] };

/** What the four inks look like over one another on coated paper, as viewers show it: by the bits of C, M, Y and K. */
const overprints: readonly Rgb[] = [
  [255, 255, 255],
  [35, 31, 32],
  [255, 242, 0],
  [28, 26, 0],
  [236, 0, 140],
  [36, 0, 0],
  [237, 28, 36],
  [34, 0, 0],
  [0, 173, 239],
  [0, 15, 36],
  [0, 166, 80],
  [0, 19, 0],
  [46, 49, 146],
  [0, 0, 2],
  [54, 54, 57],
  [0, 0, 0],
];

/** No ink is as dark as the sum of what it takes away: between the sixteen corners, in parts of each. */
const cmyk: Space = {
  components: 4,
  toRgb: (values) => {
    const inks = [0, 1, 2, 3].map((i) => clamp(values[i] ?? 0));
    const sum = [0, 0, 0];
    overprints.forEach((corner, bits) => {
      const share = inks.reduce((product, ink, i) => product * ((bits >> (3 - i)) & 1 ? ink : 1 - ink), 1);
      corner.forEach((channel, i) => (sum[i]! += share * channel));
    });
    return [sum[0]!, sum[1]!, sum[2]!];
  },
  initial: [0, 0, 0, 1],
};

const byComponents = (count: number | undefined): Space | undefined =>
  count === 1 ? gray : count === 3 ? rgb : count === 4 ? cmyk : undefined;

/**
 * A colour space by its name or its array; undefined for patterns, and for what cannot be read. Colours of a profile are
 * taken for those of its number of components, which is near enough to compare two of them.
 *
 * @param resources what a name stands in
 */
export function spaceOf(
  file: PdfFile,
  object: PdfObject | undefined,
  resources: PdfDict | undefined,
  depth = 0,
): Space | undefined {
  if (depth > deepest) return undefined;
  const found = file.resolve(object);
  const [family, ...parts] = isArray(found) ? found : [found];
  const name = nameOf(file.resolve(family));
  const below = (part: PdfObject | undefined): Space | undefined => spaceOf(file, part, resources, depth + 1);
  switch (name) {
    case 'DeviceGray':
    case 'CalGray':
    case 'G':
      return gray;
    case 'DeviceRGB':
    case 'CalRGB':
    case 'RGB':
      return rgb;
    case 'DeviceCMYK':
    case 'CMYK':
      return cmyk;
    case 'Lab':
      return labOf(file, file.dictOf(parts[0]));
    case 'ICCBased': {
      const profile = file.dictOf(parts[0]);
      if (!profile) return undefined;
      return byComponents(countOf(file.get(profile, 'N'))) ?? below(profile.entries.get('Alternate'));
    }
    case 'Separation':
    case 'DeviceN': {
      const names = file.resolve(parts[0]);
      const tint = functionOf(file, parts[2]);
      const alternate = below(parts[1]);
      return tint && alternate && tinted(isArray(names) ? names.length : 1, tint, alternate);
    }
    case 'Indexed':
    case 'I': {
      const base = below(parts[0]);
      return base && indexed(file, base, parts[2]);
    }
  }
  const named = name === undefined ? undefined : file.dictOf(resources?.entries.get('ColorSpace'))?.entries.get(name);
  return named === undefined || isArray(found) ? undefined : below(named);
}

const tinted = (components: number, tint: Calculation, alternate: Space): Space => ({
  components,
  toRgb: (values) => alternate.toRgb(tint(values)),
  initial: Array.from({ length: components }, () => 1),
});

/** A table of colours (8.6.6.3). */
function indexed(file: PdfFile, base: Space, object: PdfObject | undefined): Space {
  const table = file.resolve(object);
  const bytes = isA(table, 'string')
    ? Buffer.from(table.bytes, 'latin1')
    : isA(table, 'stream')
      ? file.decode(table)
      : new Uint8Array();
  return {
    components: 1,
    toRgb: ([index = 0]) => {
      const at = Math.max(0, Math.trunc(index)) * base.components;
      return base.toRgb([...bytes.subarray(at, at + base.components)].map((byte) => byte / 255));
    },
    initial: [0],
  };
}

const cube = (value: number): number => (value >= 6 / 29 ? value ** 3 : (108 / 841) * (value - 4 / 29));

/** The curve of sRGB. */
const screen = (light: number): number => (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055);

/** CIE 1976 L*a*b* (8.6.5.4); its white, whatever it is, is the screen's. */
function labOf(file: PdfFile, dict: PdfDict | undefined): Space {
  const [aLeast = -100, aMost = 100, bLeast = -100, bMost = 100] = numbersIn(file, dict?.entries.get('Range'));
  return {
    components: 3,
    toRgb: ([l = 0, a = 0, b = 0]) => {
      const middle = (l + 16) / 116;
      const y = cube(middle);
      const x = cube(middle + Math.min(Math.max(a, aLeast), aMost) / 500) * 0.9505;
      const z = cube(middle - Math.min(Math.max(b, bLeast), bMost) / 200) * 1.089;
      return fromShares(
        screen(3.2406 * x - 1.5372 * y - 0.4986 * z),
        screen(-0.9689 * x + 1.8758 * y + 0.0415 * z),
        screen(0.0557 * x - 0.204 * y + 1.057 * z),
      );
    },
    initial: [0, 0, 0],
  };
}

/** The initial colour of a space that an operator chose, or the colour that its numbers give. */
export const colourIn = (space: Space, operands: readonly PdfObject[]): Rgb => {
  const values = operands.flatMap((item) => numberOf(item) ?? []);
  return space.toRgb(values.length === 0 ? space.initial : values);
};
