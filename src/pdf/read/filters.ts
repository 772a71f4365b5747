import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { decodeAscii85, decodeAsciiHex, decodeRunLength } from './ascii-filters.ts';
import { decodeLzw } from './lzw.ts';
import { countOf, isA, isArray, nameOf, type PdfDict, type PdfObject } from './objects.ts';
import { undoPrediction } from './predictor.ts';

/** A filter of a stream, and its parameters with every reference resolved. */
export type Filter = { readonly name: string; readonly parms?: PdfDict };

/** Bytes with their filters taken off, or why that cannot be done. */
export type Decoded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly message: string };

/** A stream with more filters than this is made to be slow. */
const mostFilters = 8;

/**
 * Takes the filters off a stream, the first one first (ISO 32000-2, 7.4). Filters of pictures (DCT, JPX, CCITT, JBIG2)
 * are not taken off.
 *
 * @param most bytes that may come out of any filter
 */
export function decode(raw: Uint8Array, filters: readonly Filter[], most: number): Decoded {
  if (filters.length > mostFilters) return { kind: 'fault', message: `${filters.length} filters on one stream` };
  let decoded: Decoded = { kind: 'bytes', bytes: raw };
  for (const filter of filters) {
    decoded = unfilter(decoded.bytes, filter, most);
    if (decoded.kind === 'fault') return decoded;
  }
  return decoded;
}

const plain = (bytes: Uint8Array): Decoded => ({ kind: 'bytes', bytes });

function unfilter(bytes: Uint8Array, { name, parms }: Filter, most: number): Decoded {
  switch (name) {
    case 'FlateDecode':
    case 'Fl': {
      const inflated = inflate(bytes, most);
      return inflated.kind === 'bytes' ? unpredict(inflated.bytes, parms) : inflated;
    }
    case 'LZWDecode':
    case 'LZW': {
      const out = decodeLzw(bytes, numberIn(parms, 'EarlyChange', 1), most);
      return out ? unpredict(out, parms) : tooLarge(most);
    }
    case 'ASCIIHexDecode':
    case 'AHx':
      return plain(decodeAsciiHex(bytes));
    case 'ASCII85Decode':
    case 'A85':
      return bytes.length * 4 > most ? tooLarge(most) : plain(decodeAscii85(bytes));
    case 'RunLengthDecode':
    case 'RL':
      return bytes.length * 65 > most ? tooLarge(most) : plain(decodeRunLength(bytes));
    case 'Crypt':
      return plain(bytes);
    default:
      return { kind: 'fault', message: `the filter ${name} is not read` };
  }
}

const tooLarge = (most: number): Decoded => ({ kind: 'fault', message: `a stream holds more than ${most} bytes` });

const numberIn = (parms: PdfDict | undefined, key: string, otherwise: number): number =>
  countOf(parms?.entries.get(key)) ?? otherwise;

/**
 * Inflates what is there: data that is cut off gives what came before. Where the header or the checksum is wrong, the
 * data is read without them.
 */
function inflate(bytes: Uint8Array, most: number): Decoded {
  const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return plain(inflateSync(bytes, options));
  } catch (cause) {
    if (isTooLarge(cause)) return tooLarge(most);
  }
  try {
    return plain(inflateRawSync(bytes.subarray(2), options));
  } catch (cause) {
    return isTooLarge(cause) ? tooLarge(most) : { kind: 'fault', message: 'compressed data is damaged' };
  }
}

const isTooLarge = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';

function unpredict(bytes: Uint8Array, parms: PdfDict | undefined): Decoded {
  const undone = undoPrediction(bytes, {
    predictor: numberIn(parms, 'Predictor', 1),
    colors: numberIn(parms, 'Colors', 1),
    bitsPerComponent: numberIn(parms, 'BitsPerComponent', 8),
    columns: numberIn(parms, 'Columns', 1),
  });
  return undone ? plain(undone) : { kind: 'fault', message: 'a predictor that makes no sense' };
}

/** The filters that a stream's dictionary names (7.3.8.2), in the order in which they are taken off. */
export function filtersOf(dict: PdfDict, resolve: (object: PdfObject | undefined) => PdfObject): Filter[] {
  const listOf = (...keys: string[]): readonly PdfObject[] => {
    const object = resolve(keys.map((key) => dict.entries.get(key)).find((found) => found !== undefined));
    if (isArray(object)) return object;
    return object === null ? [] : [object];
  };
  const parms = listOf('DecodeParms', 'DP');
  return listOf('Filter', 'F').map((filter, i) => {
    const own = resolve(parms[i]);
    if (!isA(own, 'dict')) return { name: nameOf(resolve(filter)) ?? '' };
    const entries = new Map([...own.entries].map(([key, value]) => [key, resolve(value)]));
    return { name: nameOf(resolve(filter)) ?? '', parms: { kind: 'dict', entries } };
  });
}
