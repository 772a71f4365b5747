import { Budget } from '../read/budget.ts';
import { decode, filtersOf } from '../read/filters.ts';
import { readIndirect } from '../read/indirect.ts';
import { readObjectStream } from '../read/object-stream.ts';
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
import { widths } from './rows.ts';

/** A finished volume, of which a little is read at a time. */
export type Readable = {
  readonly size: number;
  readonly read: (offset: number, length: number) => Uint8Array;
};

/** What was told of a volume: its pages, and the number of the first page's object for each record. */
export type Told = {
  readonly pages: number;
  readonly records: readonly { readonly first: number; readonly object: number }[];
};

/** More than an object stream of ours takes. */
const perObject = 4 << 20;
/** The rows of as many objects as a file may have. */
const mostBytes = 72 << 20;

/**
 * Reads the page tree of a volume from its bytes, and compares it with what was told of it: so many pages, and each
 * record's first one where the index says. The rest of the file is not held.
 *
 * @returns what is wrong, or undefined
 */
export function checkVolume(file: Readable, told: Told): string | undefined {
  const reader = new VolumeReader(file);
  const { root } = reader;
  const pages = reader.dict(reader.dict(root).entries.get('Pages'));
  const found = reader
    .refs(pages.entries.get('Kids'))
    .flatMap((node) => reader.refs(reader.dict(node).entries.get('Kids')));
  if (found.length !== told.pages || countOf(pages.entries.get('Count')) !== told.pages) {
    return `the finished file has ${found.length} pages, expected ${told.pages}`;
  }
  const wrong = told.records.find(({ first, object }) => numberOf(found[first - 1]) !== object);
  return wrong && `page ${wrong.first} of the finished file is not the page that the index says`;
}

const numberOf = (object: PdfObject | undefined): number => (isA(object, 'ref') ? object.number : 0);

class VolumeReader {
  readonly #file: Readable;
  readonly #rows: Uint8Array;
  readonly root: PdfObject;

  constructor(file: Readable) {
    this.#file = file;
    const end = latin1(file.read(Math.max(0, file.size - 64), 64));
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(end)?.[1]);
    const references = this.#stream(start, file.size - start);
    this.#rows = this.#decoded(references);
    this.root = references.dict.entries.get('Root') ?? null;
  }

  #stream(offset: number, length: number): PdfStream {
    const piece = this.#file.read(offset, Math.min(length, this.#file.size - offset));
    const found = readIndirect(piece, 0, countOf, new Budget(length * 20))?.object;
    return isA(found, 'stream') ? found : { kind: 'stream', dict: emptyDict, raw: new Uint8Array() };
  }

  #decoded({ dict, raw }: PdfStream): Uint8Array {
    const made = decode(
      raw,
      filtersOf(dict, (object) => object ?? null),
      mostBytes,
    );
    return made.kind === 'bytes' ? made.bytes : new Uint8Array();
  }

  #row(number: number): readonly [type: number, a: number] {
    const row = Buffer.from(this.#rows.buffer, this.#rows.byteOffset, this.#rows.length);
    const at = number * (widths[0] + widths[1] + widths[2]);
    return at + 8 > row.length ? [0, 0] : [row.readUInt8(at), row.readUIntBE(at + widths[0], widths[1])];
  }

  /** An object that stands in an object stream; an empty one where there is none. */
  dict(ref: PdfObject | undefined): PdfDict {
    const number = numberOf(ref);
    const [type, container] = this.#row(number);
    const [, offset] = type === 2 ? this.#row(container) : [0, 0];
    if (offset === 0) return emptyDict;
    const stream = this.#stream(offset, perObject);
    const of = (key: string): number | undefined => countOf(stream.dict.entries.get(key) ?? null);
    const packed = readObjectStream(this.#decoded(stream), of('First'), of('N'));
    const at = packed?.offsets.get(number);
    if (!packed || at === undefined) return emptyDict;
    const found = new Parser(packed.bytes, 'references', at).next();
    return found !== END && isA(found, 'dict') ? found : emptyDict;
  }

  refs(object: PdfObject | undefined): readonly PdfObject[] {
    return isArray(object) ? object : [];
  }
}
