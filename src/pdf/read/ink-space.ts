import type { PdfFile } from './file.ts';
import { countOf, isA, isArray, nameOf, type PdfDict, type PdfObject, type PdfStream } from './objects.ts';

/** What kind of colour a space gives (ISO 32000-2, 8.6); a table counts as what it is a table of. */
export type Family = 'gray' | 'cmyk' | 'spot' | 'registration' | 'rgb' | 'rgb-with-profile' | 'lab';

/** A colour space as plates see it. */
export type InkSpace = {
  readonly family: Family;
  readonly components: number;
  /**
   * The plates that a colour of the space names: `C`, `M`, `Y`, `K` or the name of a spot colour, `''` for none.
   * Undefined where what comes onto plates is only known once somebody has converted the colour.
   */
  readonly plates: readonly string[] | undefined;
  /** The shares of the plates, 0 to 1. */
  readonly shares: (values: readonly number[]) => readonly number[];
  readonly initial: readonly number[];
  /** Whether it is `DeviceCMYK` itself, of which alone overprint mode 1 speaks (8.6.7). */
  readonly isDeviceCmyk: boolean;
  /** What a sample of a picture lies between where it says nothing (8.9.5.2), for each component. */
  readonly decode: readonly number[];
};

const processInks = ['C', 'M', 'Y', 'K'] as const;

const clamp = (share: number | undefined): number => (share !== undefined && share > 0 ? Math.min(share, 1) : 0);

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const units = (count: number): number[] => Array.from({ length: count }, () => [0, 1]).flat();

const plain = (family: Family, components: number): InkSpace => ({
  family,
  components,
  plates: undefined,
  shares: () => [],
  initial: zeros(components),
  isDeviceCmyk: false,
  decode: units(components),
});

const gray: InkSpace = { ...plain('gray', 1), plates: processInks, shares: ([g]) => [0, 0, 0, 1 - clamp(g)] };

const cmyk: InkSpace = {
  ...plain('cmyk', 4),
  plates: processInks,
  shares: (values) => processInks.map((_, i) => clamp(values[i])),
  initial: [0, 0, 0, 1],
};

const deviceCmyk: InkSpace = { ...cmyk, isDeviceCmyk: true };

const rgb = plain('rgb', 3);
const rgbWithProfile = plain('rgb-with-profile', 3);

const lab: InkSpace = { ...plain('lab', 3), decode: [0, 100, -100, 100, -100, 100] };

const processNames: { readonly [name: string]: string } = {
  Cyan: 'C',
  Magenta: 'M',
  Yellow: 'Y',
  Black: 'K',
  None: '',
};

const deepest = 6;

/**
 * A colour space by its name or its array; undefined for patterns, and for what cannot be read.
 *
 * @param resources what a name stands in, and where a device's colours may be given a profile (8.6.5.6)
 */
export function inkSpaceOf(
  file: PdfFile,
  object: PdfObject | undefined,
  resources: PdfDict | undefined,
  depth = 0,
): InkSpace | undefined {
  if (depth > deepest) return undefined;
  const found = file.resolve(object);
  const [head, ...parts] = isArray(found) ? found : [found];
  const name = nameOf(file.resolve(head));
  const below = (part: PdfObject | undefined): InkSpace | undefined => inkSpaceOf(file, part, resources, depth + 1);
  switch (name) {
    case 'DeviceGray':
    case 'CalGray':
    case 'G':
      return gray;
    case 'DeviceRGB':
    case 'RGB':
      return named(file, resources, 'DefaultRGB') === undefined ? rgb : rgbWithProfile;
    case 'CalRGB':
      return rgbWithProfile;
    case 'DeviceCMYK':
    case 'CMYK':
      return deviceCmyk;
    case 'Lab':
      return lab;
    case 'ICCBased': {
      const profile = file.dictOf(parts[0]);
      const count = profile && countOf(file.get(profile, 'N'));
      return count === 1 ? gray : count === 3 ? rgbWithProfile : count === 4 ? cmyk : undefined;
    }
    case 'Separation':
    case 'DeviceN':
      return tinted(file, parts);
    case 'Indexed':
    case 'I': {
      const base = below(parts[0]);
      return base && indexed(file, base, parts[2]);
    }
  }
  const own = name === undefined || isArray(found) ? undefined : named(file, resources, name);
  return own === undefined ? undefined : below(own);
}

const named = (file: PdfFile, resources: PdfDict | undefined, name: string): PdfObject | undefined =>
  file.dictOf(resources?.entries.get('ColorSpace'))?.entries.get(name);

/** One ink or several by their names (8.6.6.4 and 8.6.6.5). */
function tinted(file: PdfFile, parts: readonly PdfObject[]): InkSpace {
  const given = file.resolve(parts[0]);
  const names = (isArray(given) ? given : [given]).map((item) => nameOf(file.resolve(item)) ?? '');
  const base = {
    isDeviceCmyk: false,
    components: names.length,
    initial: names.map(() => 1),
    decode: units(names.length),
  };
  if (names.length === 1 && names[0] === 'All') {
    const shares = ([tint]: readonly number[]): number[] => processInks.map(() => clamp(tint));
    return { ...base, family: 'registration', plates: processInks, shares };
  }
  const plates = names.map((name) => processNames[name] ?? name);
  const isProcess = plates.every((plate) => plate === '' || processInks.some((each) => each === plate));
  const shares = (values: readonly number[]): number[] => names.map((_, i) => clamp(values[i]));
  return { ...base, family: isProcess ? 'cmyk' : 'spot', plates, shares };
}

const tables = new WeakMap<PdfStream, Uint8Array>();

function kept(table: PdfStream, bytes: Uint8Array): Uint8Array {
  tables.set(table, bytes);
  return bytes;
}

/** A table of colours (8.6.6.3). */
function indexed(file: PdfFile, base: InkSpace, object: PdfObject | undefined): InkSpace {
  const table = file.resolve(object);
  const bytes = isA(table, 'string')
    ? Buffer.from(table.bytes, 'latin1')
    : isA(table, 'stream')
      ? (tables.get(table) ?? kept(table, file.decode(table)))
      : new Uint8Array();
  const { components, decode } = base;
  const colour = (index: number): number[] => {
    const at = Math.max(0, Math.trunc(index)) * components;
    return Array.from({ length: components }, (_, i) => {
      const [least = 0, most = 1] = decode.slice(i * 2, i * 2 + 2);
      return least + ((bytes[at + i] ?? 0) / 255) * (most - least);
    });
  };
  return {
    ...base,
    components: 1,
    shares: ([index = 0]) => base.shares(colour(index)),
    initial: [0],
    isDeviceCmyk: false,
    decode: [],
  };
}
