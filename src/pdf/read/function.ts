import { calculator } from './calculator.ts';
import { Unreadable } from './faults.ts';
import type { PdfFile } from './file.ts';
import { countOf, isA, isArray, numberOf, type PdfDict, type PdfObject, type PdfStream } from './objects.ts';

/** A function of a file: numbers in, numbers out (ISO 32000-2, 7.10). */
export type Calculation = (inputs: readonly number[]) => readonly number[];

const deepest = 8;
const mostSamples = 1 << 20;

/** Numbers of an array, 0 for what is none. */
export const numbersIn = (file: PdfFile, object: PdfObject | undefined): number[] => {
  const found = file.resolve(object);
  return isArray(found) ? found.map((item) => numberOf(file.resolve(item)) ?? 0) : [];
};

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** `[least most least most …]` */
const within = (values: readonly number[], bounds: readonly number[]): number[] =>
  values.map((value, i) => clamp(value, bounds[i * 2] ?? -Infinity, bounds[i * 2 + 1] ?? Infinity));

const between = (value: number, [from, to]: readonly number[], [least = 0, most = 1]: readonly number[]): number =>
  to === from ? least : least + ((value - (from ?? 0)) / ((to ?? 1) - (from ?? 0))) * (most - least);

/** A function, or functions of one value each in an array (as shadings have them); undefined where it cannot be read. */
export function functionOf(file: PdfFile, object: PdfObject | undefined, depth = 0): Calculation | undefined {
  if (depth > deepest) return undefined;
  const found = file.resolve(object);
  if (isArray(found)) {
    const parts = found.map((item) => functionOf(file, item, depth + 1));
    return parts.every((part) => part !== undefined) ? (inputs) => parts.flatMap((part) => part(inputs)) : undefined;
  }
  const dict = file.dictOf(found);
  const calculation = dict && calculationOf(file, dict, found, depth);
  if (!calculation) return undefined;
  const domain = numbersIn(file, dict.entries.get('Domain'));
  const range = numbersIn(file, dict.entries.get('Range'));
  return (inputs) => within(calculation(within(inputs, domain)), range);
}

function calculationOf(file: PdfFile, dict: PdfDict, found: PdfObject, depth: number): Calculation | undefined {
  switch (numberOf(file.get(dict, 'FunctionType'))) {
    case 0:
      return isA(found, 'stream') ? sampled(file, found) : undefined;
    case 2:
      return exponential(file, dict);
    case 3:
      return stitched(file, dict, depth);
    case 4:
      return isA(found, 'stream') ? calculated(file, found) : undefined;
    default:
      return undefined;
  }
}

function calculated(file: PdfFile, stream: PdfStream): Calculation | undefined {
  try {
    return calculator(file.decode(stream));
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return undefined;
  }
}

/** Type 2: from C0 to C1 along a power (7.10.3). */
function exponential(file: PdfFile, dict: PdfDict): Calculation {
  const from = dict.entries.has('C0') ? numbersIn(file, dict.entries.get('C0')) : [0];
  const to = dict.entries.has('C1') ? numbersIn(file, dict.entries.get('C1')) : [1];
  const power = numberOf(file.get(dict, 'N')) ?? 1;
  return ([x = 0]) => from.map((value, i) => value + x ** power * ((to[i] ?? 0) - value));
}

/** Type 3: functions side by side (7.10.4). */
function stitched(file: PdfFile, dict: PdfDict, depth: number): Calculation | undefined {
  const given = file.get(dict, 'Functions');
  const parts = (isArray(given) ? given : []).map((item) => functionOf(file, item, depth + 1));
  const [least = 0, most = 1] = numbersIn(file, dict.entries.get('Domain'));
  const bounds = numbersIn(file, dict.entries.get('Bounds'));
  const encode = numbersIn(file, dict.entries.get('Encode'));
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  return ([x = 0]) => {
    const past = bounds.findIndex((bound) => x < bound);
    const at = Math.min(past < 0 ? bounds.length : past, parts.length - 1);
    const ends = [bounds[at - 1] ?? least, bounds[at] ?? most];
    return parts[at]!([between(x, ends, encode.slice(at * 2, at * 2 + 2))]);
  };
}

/** Type 0: a table (7.10.2); between two samples of one input, and to the nearest sample of several. */
function sampled(file: PdfFile, stream: PdfStream): Calculation | undefined {
  const { dict } = stream;
  const sizes = numbersIn(file, dict.entries.get('Size')).map((size) => countOf(size) ?? 0);
  const domain = numbersIn(file, dict.entries.get('Domain'));
  const range = numbersIn(file, dict.entries.get('Range'));
  const bits = countOf(file.get(dict, 'BitsPerSample')) ?? 8;
  const outputs = range.length / 2;
  const count = sizes.reduce((product, size) => product * size, outputs);
  if (![8, 16, 32].includes(bits) || count < 1 || count > mostSamples || sizes.length * 2 > domain.length)
    return undefined;
  const encode = dict.entries.has('Encode')
    ? numbersIn(file, dict.entries.get('Encode'))
    : sizes.flatMap((size) => [0, size - 1]);
  const decode = dict.entries.has('Decode') ? numbersIn(file, dict.entries.get('Decode')) : range;
  const bytes = Buffer.from(file.decode(stream));
  const width = bits / 8;
  if (bytes.length < count * width) return undefined;
  const sample = (at: number, output: number): number =>
    between(bytes.readUIntBE((at * outputs + output) * width, width), [0, 2 ** bits - 1], decode.slice(output * 2));
  return (inputs) => {
    const places = sizes.map((size, i) => {
      const place = between(inputs[i] ?? 0, domain.slice(i * 2), encode.slice(i * 2));
      return clamp(Number.isNaN(place) ? 0 : place, 0, size - 1);
    });
    const [place = 0] = places;
    const nearest = places.reduceRight((at, each, i) => at * sizes[i]! + Math.round(each), 0);
    const isLine = sizes.length === 1;
    return Array.from({ length: outputs }, (_, output) => {
      if (!isLine) return sample(nearest, output);
      const low = sample(Math.floor(place), output);
      return low + (place % 1) * (sample(Math.ceil(place), output) - low);
    });
  };
}
