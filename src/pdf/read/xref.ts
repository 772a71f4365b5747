import type { Budget } from './budget.ts';
import { Unreadable } from './faults.ts';
import { decode, filtersOf } from './filters.ts';
import { indexOf, lastIndexOf, readIndirect } from './indirect.ts';
import { countOf, isA, isArray, nameOf, type PdfDict, type PdfObject } from './objects.ts';
import { END, Parser } from './parser.ts';

/** Where an object stands: at an offset of the file, or as one of several in an object stream (ISO 32000-2, 7.5.8.3). */
export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number };

/** The cross-reference of a file, all its updates put together, and the newest trailer. */
export type Xref = { readonly entries: Map<number, Entry>; readonly trailer: PdfDict };

/** Updates of a file that are followed, each to the one before it. */
const mostSections = 1024;

/** A cross-reference stream is never larger than this. */
const mostBytes = 64 << 20;

/** An object's number is never higher than this (ISO 32000-2, annex C). */
export const highestNumber = 8_388_607;

/**
 * Reads the cross-reference from its last section back to its first (7.5.4 to 7.5.8): what is newer hides what is older.
 *
 * @returns undefined where a section is damaged: then the file is scanned
 * @throws {Unreadable} likewise
 */
export function readXref(bytes: Uint8Array, budget: Budget): Xref | undefined {
  const entries = new Map<number, Entry>();
  const seen = new Set<number>();
  const ahead = [startOf(bytes)];
  let newest: PdfDict | undefined;
  for (let offset = ahead.shift(); offset !== undefined; offset = ahead.shift()) {
    // A section that was read already: the file's chain of updates is a circle.
    if (seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > mostSections || budget.isSpent) return undefined;
    const trailer = readSection(bytes, offset, entries, budget);
    if (!trailer) return undefined;
    newest ??= trailer;
    // Of a hybrid file's section, the stream comes before what is older (7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) {
      const next = countOf(trailer.entries.get(key));
      if (next !== undefined) ahead.push(next);
    }
  }
  return newest && { entries, trailer: newest };
}

/** The offset after the last `startxref` (7.5.5); undefined where there is none in the file's last part. */
function startOf(bytes: Uint8Array): number | undefined {
  const at = lastIndexOf(bytes, 'startxref');
  if (at < 0) return undefined;
  const offset = new Parser(bytes, 'none', at + 'startxref'.length).next();
  return offset === END || isA(offset, 'keyword') ? undefined : countOf(offset);
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  entries: Map<number, Entry>,
  budget: Budget,
): PdfDict | undefined {
  const parser = new Parser(bytes, 'references', offset);
  const first = parser.next();
  if (first !== END && isA(first, 'keyword') && first.word === 'xref') {
    const trailer = readTable(parser, entries);
    budget.spend(parser.at - offset);
    return trailer;
  }
  return typeof first === 'number' ? readXrefStream(bytes, offset, entries, budget) : undefined;
}

/** A table: subsections of offset, generation and `n` or `f`, then `trailer` and its dictionary (7.5.4). */
function readTable(parser: Parser, entries: Map<number, Entry>): PdfDict | undefined {
  const free: number[] = [];
  for (;;) {
    const first = parser.next();
    if (first !== END && isA(first, 'keyword') && first.word === 'trailer') {
      const dict = parser.next();
      if (dict === END || !isA(dict, 'dict')) return undefined;
      // What a hybrid file calls free in its table may stand in its stream (7.5.8.4).
      if (!dict.entries.has('XRefStm')) for (const number of free) add(entries, number, { kind: 'free' });
      return dict;
    }
    const count = parser.next();
    if (typeof first !== 'number' || typeof count !== 'number') return undefined;
    for (let i = 0; i < count; i += 1) {
      const offset = parser.next();
      const generation = parser.next();
      const use = parser.next();
      if (typeof offset !== 'number' || typeof generation !== 'number') return undefined;
      if (use === END || !isA(use, 'keyword')) return undefined;
      if (use.word === 'n') add(entries, first + i, { kind: 'offset', offset });
      else free.push(first + i);
    }
  }
}

const add = (entries: Map<number, Entry>, number: number, entry: Entry): void => {
  if (!entries.has(number) && number <= highestNumber) entries.set(number, entry);
};

/** A stream: rows of three numbers, as wide as `W` says, for the objects that `Index` names (7.5.8.2). */
function readXrefStream(
  bytes: Uint8Array,
  offset: number,
  entries: Map<number, Entry>,
  budget: Budget,
): PdfDict | undefined {
  const stream = readIndirect(bytes, offset, countOf, budget)?.object;
  if (!isA(stream, 'stream') || nameOf(stream.dict.entries.get('Type')) !== 'XRef') return undefined;
  const { dict } = stream;
  const decoded = decode(
    stream.raw,
    filtersOf(dict, (object) => object ?? null),
    mostBytes,
  );
  if (decoded.kind === 'fault') return undefined;
  budget.spend(decoded.bytes.length);
  const [kindWidth = 0, middleWidth = 0, lastWidth = 0] = counts(dict.entries.get('W'));
  const width = kindWidth + middleWidth + lastWidth;
  if (width < 1 || width > 24) return undefined;
  const index = counts(dict.entries.get('Index'));
  const ranges = index.length > 0 ? index : [0, countOf(dict.entries.get('Size')) ?? 0];
  let at = 0;
  const field = (length: number, otherwise: number): number => {
    if (length === 0) return otherwise;
    let value = 0;
    for (let i = 0; i < length; i += 1, at += 1) value = value * 256 + decoded.bytes[at]!;
    return value;
  };
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first, count] = [ranges[range]!, ranges[range + 1]!];
    for (let i = 0; i < count && at + width <= decoded.bytes.length; i += 1) {
      const kind = field(kindWidth, 1);
      const middle = field(middleWidth, 0);
      const last = field(lastWidth, 0);
      add(entries, first + i, entryOf(kind, middle, last));
    }
  }
  return dict;
}

function entryOf(kind: number, middle: number, last: number): Entry {
  if (kind === 1) return { kind: 'offset', offset: middle };
  return kind === 2 ? { kind: 'packed', container: middle, index: last } : { kind: 'free' };
}

const counts = (object: PdfObject | undefined): number[] =>
  isArray(object) ? object.map((item) => countOf(item) ?? 0) : [];

/** The trailer dictionaries of a file, the last one first, wherever they stand. */
export function scanTrailers(bytes: Uint8Array, budget: Budget): PdfDict[] {
  const found: PdfDict[] = [];
  for (let at = indexOf(bytes, 'trailer'); at >= 0 && !budget.isSpent; at = indexOf(bytes, 'trailer', at + 7)) {
    const parser = new Parser(bytes, 'references', at + 7);
    try {
      const dict = parser.next();
      if (dict !== END && isA(dict, 'dict')) found.unshift(dict);
    } catch (cause) {
      // Not a trailer, then; another one may be.
      if (!(cause instanceof Unreadable)) throw cause;
    }
    budget.spend(parser.at - at);
  }
  return found;
}
