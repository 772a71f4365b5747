import { Budget } from './budget.ts';
import { type Fault, NotAPdf, Unreadable } from './faults.ts';
import { decode, filtersOf } from './filters.ts';
import { indexOf, readIndirect } from './indirect.ts';
import { countOf, emptyDict, isA, latin1, nameOf, type PdfDict, type PdfObject, type PdfStream } from './objects.ts';
import { type Packed, readObjectStream } from './object-stream.ts';
import { END, Parser } from './parser.ts';
import { scanObjects } from './rebuild.ts';
import { type Entry, readXref, scanTrailers } from './xref.ts';

/** Bytes of one stream without its filters, and of all streams of a file together. */
const mostOfStream = 64 << 20;
const mostOfFile = 256 << 20;

const mostFaults = 100;

/**
 * A PDF file. Objects are read when they are asked for, and kept. Nothing here throws: what cannot be read is null, and
 * `faults` says so.
 */
export class PdfFile {
  /** "1.7" */
  readonly version: string;
  readonly #bytes: Uint8Array;
  readonly #budget: Budget;
  readonly #decoded = new Budget(mostOfFile);
  readonly #faults: Fault[] = [];
  readonly #objects = new Map<number, PdfObject>();
  readonly #busy = new Set<number>();
  readonly #packed = new Map<number, Packed | undefined>();
  #entries: Map<number, Entry> = new Map();
  #trailer: PdfDict = emptyDict;
  #isRebuilt = false;

  constructor(bytes: Uint8Array, version: string) {
    this.version = version;
    this.#bytes = bytes;
    this.#budget = new Budget(bytes.length * 20 + (16 << 20));
    const xref = this.#attempt(() => readXref(bytes, this.#budget));
    if (xref) {
      this.#entries = xref.entries;
      this.#trailer = xref.trailer;
    }
    if (!xref || !this.#catalog()) this.rebuild('the cross-reference cannot be read');
    if (this.isEncrypted)
      this.fault({ kind: 'encrypted', message: 'the file is encrypted, so its words cannot be read' });
  }

  get trailer(): PdfDict {
    return this.#trailer;
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** Strings and streams of an encrypted file (ISO 32000-2, 7.6) are not deciphered: its streams are empty. */
  get isEncrypted(): boolean {
    return this.#trailer.entries.has('Encrypt');
  }

  get catalog(): PdfDict {
    return this.#catalog() ?? emptyDict;
  }

  /** The numbers of all objects, in ascending order. */
  get numbers(): readonly number[] {
    return [...this.#entries]
      .flatMap(([number, { kind }]) => (kind === 'free' ? [] : [number]))
      .toSorted((a, b) => a - b);
  }

  /** Follows references to what they lead to; null where that is nothing. */
  resolve(object: PdfObject | undefined): PdfObject {
    let found = object ?? null;
    for (let steps = 0; isA(found, 'ref'); steps += 1) {
      if (steps > 32) return null;
      found = this.#load(found.number);
    }
    return found;
  }

  /** The value of a key, resolved; null where there is none. */
  get(dict: PdfDict, key: string): PdfObject {
    return this.resolve(dict.entries.get(key));
  }

  /** A dictionary, or that of a stream. */
  dictOf(object: PdfObject | undefined): PdfDict | undefined {
    const found = this.resolve(object);
    if (isA(found, 'dict')) return found;
    return isA(found, 'stream') ? found.dict : undefined;
  }

  /** A stream's bytes without its filters; empty where they cannot be taken off. */
  decode({ dict, raw }: PdfStream): Uint8Array {
    if (this.isEncrypted) return new Uint8Array();
    const decoded = decode(
      raw,
      filtersOf(dict, (object) => this.resolve(object)),
      mostOfStream,
    );
    if (decoded.kind === 'bytes' && this.#decoded.spend(decoded.bytes.length)) return decoded.bytes;
    const message =
      decoded.kind === 'fault' ? decoded.message : `the streams of the file hold more than ${mostOfFile} bytes`;
    this.fault({ kind: 'stream', message });
    return new Uint8Array();
  }

  /** Notes a fault; a file that is all faults is told of only in part. */
  fault(fault: Fault): void {
    if (this.#faults.length < mostFaults) this.#faults.push(fault);
  }

  /** Finds the objects anew, by looking for them; once. */
  rebuild(why: string): void {
    if (this.#isRebuilt) return;
    this.#isRebuilt = true;
    this.fault({ kind: 'xref', message: why });
    this.#objects.clear();
    this.#packed.clear();
    const scanned = scanObjects(this.#bytes);
    this.#entries = new Map([...scanned].map(([number, offset]) => [number, { kind: 'offset', offset }]));
    const trailers = scanTrailers(this.#bytes, this.#budget);
    const busy = [...this.#busy];
    this.#busy.clear();
    for (const [number, offset] of scanned) {
      const object = this.#load(number);
      if (!isA(object, 'stream')) continue;
      const type = nameOf(object.dict.entries.get('Type'));
      if (type === 'XRef') trailers.unshift(object.dict);
      if (type === 'ObjStm') this.#addPacked(number, offset, scanned);
    }
    this.#trailer = trailers.find((dict) => isA(this.get(dict, 'Root'), 'dict')) ?? this.#trailerOfCatalog();
    for (const number of busy) this.#busy.add(number);
  }

  /** Where no trailer is left, a catalog says of itself what it is (7.7.2). */
  #trailerOfCatalog(): PdfDict {
    const isCatalog = (object: PdfObject): boolean =>
      isA(object, 'dict') && nameOf(this.get(object, 'Type')) === 'Catalog';
    const number = this.numbers.findLast((each) => isCatalog(this.#load(each)));
    if (number === undefined) return emptyDict;
    return { kind: 'dict', entries: new Map([['Root', { kind: 'ref', number, generation: 0 }]]) };
  }

  /** The objects of an object stream that was found by scanning; a later one of the same number hides them. */
  #addPacked(container: number, offset: number, scanned: ReadonlyMap<number, number>): void {
    const numbers = this.#attempt(() => this.#unpack(container), container)?.offsets.keys() ?? [];
    for (const number of numbers) {
      if ((scanned.get(number) ?? -1) > offset) continue;
      this.#entries.set(number, { kind: 'packed', container, index: 0 });
      this.#objects.delete(number);
    }
  }

  #catalog(): PdfDict | undefined {
    const root = this.get(this.#trailer, 'Root');
    return isA(root, 'dict') ? root : undefined;
  }

  #load(number: number): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    // An object that is needed to read itself, as a stream whose length is itself.
    if (this.#busy.has(number)) return null;
    this.#busy.add(number);
    const read = this.#attempt(() => this.#read(number), number) ?? null;
    this.#busy.delete(number);
    this.#objects.set(number, read);
    return read;
  }

  #read(number: number): PdfObject {
    const entry = this.#entries.get(number);
    if (!entry || entry.kind === 'free') return null;
    if (this.#budget.isSpent) throw new Unreadable('the file takes too long to read');
    if (entry.kind === 'packed') return this.#readPacked(number, entry.container);
    const lengthOf = (object: PdfObject | undefined): number | undefined => countOf(this.resolve(object));
    const found = readIndirect(this.#bytes, entry.offset, lengthOf, this.#budget);
    if (found?.number !== number) {
      if (this.#isRebuilt) throw new Unreadable('no object stands at its offset');
      this.rebuild(`object ${number} does not stand where the cross-reference says`);
      return this.#read(number);
    }
    if (found.fault !== undefined) this.fault({ kind: 'stream', message: found.fault, object: number });
    return found.object;
  }

  #readPacked(number: number, container: number): PdfObject {
    const packed = this.#unpack(container);
    const offset = packed?.offsets.get(number);
    if (!packed || offset === undefined) throw new Unreadable(`object stream ${container} does not hold it`);
    const parser = new Parser(packed.bytes, 'references', offset);
    const object = parser.next();
    this.#budget.spend(parser.at - offset);
    return object === END || isA(object, 'keyword') ? null : object;
  }

  /** An object stream: numbers and offsets of N objects, which begin at First (7.5.7). It stands in no other one. */
  #unpack(container: number): Packed | undefined {
    if (this.#packed.has(container)) return this.#packed.get(container);
    const isOwn = this.#entries.get(container)?.kind === 'offset';
    const stream = isOwn ? this.#load(container) : null;
    const packed = isA(stream, 'stream')
      ? readObjectStream(
          this.decode(stream),
          countOf(this.get(stream.dict, 'First')),
          countOf(this.get(stream.dict, 'N')),
        )
      : undefined;
    this.#packed.set(container, packed);
    return packed;
  }

  #attempt<T>(read: () => T, object?: number): T | undefined {
    try {
      return read();
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      this.fault({ kind: 'object', message: cause.message, ...(object !== undefined && { object }) });
      return undefined;
    }
  }
}

/**
 * Opens a PDF file. A damaged one is read as far as it can be, and says what is wrong with it.
 *
 * @throws {NotAPdf} when it has no header (7.5.2), or no catalog can be found (7.7.2)
 */
export function readPdf(bytes: Uint8Array): PdfFile {
  const start = indexOf(bytes.subarray(0, 1024 + 8), '%PDF-');
  if (start < 0) throw new NotAPdf('the file does not begin as a PDF file does');
  const version = /^\d+\.\d+/.exec(latin1(bytes.subarray(start + 5, start + 15)))?.[0] ?? '';
  // Offsets count from the header, whatever stands before it.
  const file = new PdfFile(bytes.subarray(start), version);
  if (file.catalog === emptyDict) throw new NotAPdf('the file has no catalog');
  return file;
}
