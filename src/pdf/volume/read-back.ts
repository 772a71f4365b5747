import { Budget } from '../read/budget.ts';
import { decode, filtersOf } from '../read/filters.ts';
import { readIndirect } from '../read/indirect.ts';
import { type Packed, readObjectStream } from '../read/object-stream.ts';
import {
  countOf,
  emptyDict,
  isA,
  isArray,
  latin1,
  type PdfDict,
  type PdfObject,
  type PdfStream,
} from '../read/objects.ts';
import { END, Parser } from '../read/parser.ts';
import { readRows, type RowRuns } from './row-runs.ts';

/** A finished volume, of which a little is read at a time. */
export type Readable = {
  readonly size: number;
  readonly read: (offset: number, length: number) => Uint8Array;
};

/** What was told of a volume: its pages, and the number of the first page's object for each record. */
export type Told = {
  readonly pages: number;
  readonly records: Iterable<{ readonly first: number; readonly object: number }>;
};

/** Most object streams of ours take no more, packed. What is larger is read again, with more bytes. */
const perObject = 16 << 10;
/** More than any of them takes, packed or not. */
const mostBytes = 64 << 20;

/**
 * Reads the page tree of a volume from its bytes, and compares it with what was told of it: so many pages, and each
 * record's first one where the index says. The rest of the file is not held.
 *
 * @returns what is wrong, or undefined
 */
export async function checkVolume(file: Readable, told: Told): Promise<string | undefined> {
  const end = latin1(file.read(Math.max(0, file.size - 64), 64));
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(end)?.[1]);
  const references = streamAt(file, start);
  const reader = new VolumeReader(file, references && (await readRows(references.raw)));
  const root = reader.dict(references?.dict.entries.get('Root'));
  const pages = reader.dict(root.entries.get('Pages'));
  const found: number[] = [];
  for (const node of listIn(pages, 'Kids'))
    for (const page of listIn(reader.dict(node), 'Kids')) found.push(numberOf(page));
  if (found.length !== told.pages || countOf(pages.entries.get('Count')) !== told.pages) {
    return `the finished file has ${found.length} pages, expected ${told.pages}`;
  }
  for (const { first, object } of told.records) {
    if (found[first - 1] !== object) return `page ${first} of the finished file is not the page that the index says`;
  }
  return undefined;
}

const numberOf = (object: PdfObject | undefined): number => (isA(object, 'ref') ? object.number : 0);

const listIn = (dict: PdfDict, key: string): readonly PdfObject[] => {
  const list = dict.entries.get(key);
  return isArray(list) ? list : [];
};

/** The stream that stands at an offset; undefined where none does. */
function streamAt(file: Readable, offset: number): PdfStream | undefined {
  if (!(offset >= 0 && offset < file.size)) return undefined;
  for (let most = perObject; most <= mostBytes; most *= 4) {
    const piece = file.read(offset, Math.min(most, file.size - offset));
    const found = readIndirect(piece, 0, countOf, new Budget(piece.length * 20));
    if (isA(found?.object, 'stream') && found.fault === undefined) return found.object;
  }
  return undefined;
}

class VolumeReader {
  readonly #file: Readable;
  readonly #rows: RowRuns | undefined;
  /** What was read last: nodes that are near one another stand in it together. */
  #last: { readonly offset: number; readonly packed: Packed | undefined } | undefined;

  constructor(file: Readable, rows: RowRuns | undefined) {
    this.#file = file;
    this.#rows = rows;
  }

  /** An object that stands in an object stream; an empty one where there is none. */
  dict(ref: PdfObject | undefined): PdfDict {
    const number = numberOf(ref);
    const row = this.#rows?.at(number);
    const container = row?.kind === 'packed' ? this.#rows?.at(row.of) : undefined;
    const packed = container?.kind === 'offset' ? this.#packedAt(container.of) : undefined;
    const at = packed?.offsets.get(number);
    if (!packed || at === undefined) return emptyDict;
    const found = new Parser(packed.bytes, 'references', at).next();
    return found !== END && isA(found, 'dict') ? found : emptyDict;
  }

  #packedAt(offset: number): Packed | undefined {
    if (this.#last?.offset !== offset) this.#last = { offset, packed: packedIn(streamAt(this.#file, offset)) };
    return this.#last.packed;
  }
}

function packedIn(stream: PdfStream | undefined): Packed | undefined {
  if (!stream) return undefined;
  const { dict, raw } = stream;
  const made = decode(
    raw,
    filtersOf(dict, (object) => object ?? null),
    mostBytes,
  );
  const of = (key: string): number | undefined => countOf(dict.entries.get(key));
  return made.kind === 'bytes' ? readObjectStream(made.bytes, of('First'), of('N')) : undefined;
}
