import { createHash, type Hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { Memory } from '../memory.ts';
import { bytes, type Dictionary, name, type Ref, type Value, write } from './objects.ts';
import { packedPart, packedWhole } from './packed-part.ts';

/**
 * What an object depends on. Objects that differ between the records of a batch never share an object stream with those
 * that do not: so the bytes of the others can be used again.
 */
export type Plate = 'template' | 'record';

type Entry = { plate: Plate; value: Value; stream?: Uint8Array };

/** Where a reader begins, and the version of PDF that the file keeps to. */
type Ends = { readonly root: Ref; readonly info: Ref; readonly version?: '1.6' | '1.7' };

/**
 * What was deflated before, by its bytes: fonts, profiles, and pages on which nobody is named. It counts bytes before and
 * after, as they are kept.
 */
const deflates = new Memory<string, Uint8Array>(6_000_000);

const deflated = (data: Uint8Array): Uint8Array => {
  // Each byte as one character, which takes one byte.
  const key = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
  const known = deflates.get(key);
  if (known) return known;
  const made = deflateSync(data, { level: 9 });
  return deflates.set(key, made, key.length + made.length);
};

/** Objects are numbered in the order in which they were added. */
const number = (ref: Ref): number => ref.id + 1;

/** Objects in one object stream: enough to compress well, few enough to be read one by one. */
const perStream = 200;

/**
 * The file writer: numbered objects in, one file out (ISO 32000-1, 7.5.7 and 7.5.8: object streams and a
 * cross-reference stream). The same objects in the same order make the same bytes.
 */
export class PdfFile {
  readonly #objects: Entry[] = [];

  /** Reserves an object, to be set later: for objects that refer to one another. */
  reserve(plate: Plate = 'template'): Ref {
    this.#objects.push({ plate, value: null });
    return { kind: 'ref', id: this.#objects.length - 1 };
  }

  set(ref: Ref, value: Value): void {
    this.#objects[ref.id]!.value = value;
  }

  add(value: Value, plate: Plate = 'template'): Ref {
    const ref = this.reserve(plate);
    this.set(ref, value);
    return ref;
  }

  /** Adds a stream; it is compressed unless readers are to see it as it is (metadata). */
  stream(
    data: Uint8Array,
    dictionary: Dictionary = {},
    plate: Plate = 'template',
    packing: 'deflate' | 'plain' = 'deflate',
  ): Ref {
    const stored = packing === 'deflate' ? deflated(data) : data;
    const filter = packing === 'deflate' ? { Filter: name('FlateDecode') } : {};
    const ref = this.add({ ...dictionary, ...filter, Length: stored.length }, plate);
    this.#objects[ref.id]!.stream = stored;
    return ref;
  }

  /** Writes the file. The ID follows from its bytes. */
  write(ends: Ends): Uint8Array {
    return new Imprinter(this.constant(ends)).imprint(this.#record()).bytes;
  }

  /** Everything of the file that is the same for all records. */
  constant({ root, info, version = '1.7' }: Ends): Constant {
    const out = new Output();
    out.text(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
    const { template, record } = this.#byPlate();
    const packedOfRecord = Math.ceil(record.packed.length / perStream);
    const packedOfTemplate = Math.ceil(template.packed.length / perStream);
    const streams = this.#objects.length + 1;
    const rows = Buffer.alloc((streams + packedOfTemplate + packedOfRecord + 1) * rowLength);
    writeRow(rows, 0, 0, 0, 65_535);
    for (const id of template.streams) {
      const { value, stream } = this.#objects[id]!;
      writeRow(rows, id + 1, 1, out.length, 0);
      writeStream(out, id + 1, write(value, number), stream!);
    }
    for (let i = 0; i < packedOfTemplate; i += 1) {
      const members = template.packed.slice(i * perStream, (i + 1) * perStream);
      writeRow(rows, streams + i, 1, out.length, 0);
      members.forEach((id, index) => writeRow(rows, id + 1, 2, streams + i, index));
      writeObjectStream(
        out,
        streams + i,
        members.map((id) => this.#packed(id)),
        'deflate',
      );
    }
    const next = streams + packedOfTemplate;
    const own = Math.min(next, ...[...record.streams, ...record.packed].map((id) => id + 1));
    const fixed = rows.subarray(0, own * rowLength);
    return { head: out.whole(), rows, fixed: packedPart(fixed), own, next, root: number(root), info: number(info) };
  }

  /** What of the file belongs to its record. */
  #record(): RecordPart {
    const { record } = this.#byPlate();
    return {
      streams: record.streams.map((id) => {
        const { value, stream } = this.#objects[id]!;
        return { number: id + 1, dictionary: write(value, number), data: stream! };
      }),
      objects: record.packed.map((id) => this.#packed(id)),
    };
  }

  #packed(id: number): PackedObject {
    return { number: id + 1, text: write(this.#objects[id]!.value, number) };
  }

  #byPlate(): { readonly [plate in Plate]: { readonly streams: number[]; readonly packed: number[] } } {
    const found = { template: { streams: [], packed: [] }, record: { streams: [], packed: [] } } as {
      readonly [plate in Plate]: { readonly streams: number[]; readonly packed: number[] };
    };
    this.#objects.forEach(({ plate, stream }, id) => found[plate][stream ? 'streams' : 'packed'].push(id));
    return found;
  }
}

/** An object as it stands in an object stream. */
export type PackedObject = { readonly number: number; readonly text: string };

/** A file as far as all records share it: it begins every one of their files. */
export type Constant = {
  readonly head: Uint8Array;
  /** The cross-reference rows, of which those of the record's objects are still to be written. */
  readonly rows: Uint8Array;
  /** Those before the first of the record's, compressed. */
  readonly fixed: Uint8Array;
  /** The number of the record's first object. */
  readonly own: number;
  /** The number of the first object stream of the record. */
  readonly next: number;
  readonly root: number;
  readonly info: number;
};

/** What of a file belongs to its record. */
export type RecordPart = {
  readonly streams: readonly { readonly number: number; readonly dictionary: string; readonly data: Uint8Array }[];
  readonly objects: readonly PackedObject[];
};

/** Writes the files of many records, which all begin alike. */
export class Imprinter {
  readonly #constant: Constant;
  readonly #hash: Hash;

  constructor(constant: Constant) {
    this.#constant = constant;
    this.#hash = createHash('sha256').update(constant.head);
  }

  /** The file of a record, and its sha256 in lower-case hexadecimal. */
  imprint({ streams, objects }: RecordPart): { readonly bytes: Uint8Array; readonly sha256: string } {
    const { head, rows: shared, fixed, own: firstOwn, next, root, info } = this.#constant;
    const rows = Buffer.from(shared);
    const out = new Output(head.length);
    for (const { number: own, dictionary, data } of streams) {
      writeRow(rows, own, 1, out.length, 0);
      writeStream(out, own, dictionary, data);
    }
    for (let from = 0, own = next; from < objects.length; from += perStream, own += 1) {
      const members = objects.slice(from, from + perStream);
      writeRow(rows, own, 1, out.length, 0);
      members.forEach((member, index) => writeRow(rows, member.number, 2, own, index));
      writeObjectStream(out, own, members, 'plain');
    }
    const start = out.length;
    const last = rows.length / rowLength - 1;
    writeRow(rows, last, 1, start, 0);
    const packed = packedWhole(fixed, rows, firstOwn * rowLength);
    const body = out.whole();
    const digest = this.#hash.copy().update(body);
    const id = bytes(digest.copy().digest().subarray(0, 16));
    const dictionary = {
      Type: name('XRef'),
      Size: last + 1,
      W: [1, 3, 2],
      Root: { kind: 'ref', id: root - 1 } as const,
      Info: { kind: 'ref', id: info - 1 } as const,
      ID: [id, id],
      Filter: name('FlateDecode'),
      Length: packed.length,
    };
    const references = new Output();
    writeStream(references, last, write(dictionary, number), packed);
    references.text(`startxref\n${start}\n%%EOF\n`);
    const tail = references.whole();
    return { bytes: Buffer.concat([head, body, tail]), sha256: digest.update(tail).digest('hex') };
  }
}

/** A row of the cross-reference stream: its type and two fields (ISO 32000-1, 7.5.8.3), as `W` says. */
const rowLength = 6;

const writeRow = (rows: Buffer, row: number, type: 0 | 1 | 2, a: number, b: number): void => {
  rows.writeUInt8(type, row * rowLength);
  rows.writeUIntBE(a, row * rowLength + 1, 3);
  rows.writeUInt16BE(b, row * rowLength + 4);
};

const writeStream = (out: Output, own: number, dictionary: string, data: Uint8Array): void => {
  out.text(`${own} 0 obj\n${dictionary}\nstream\n`);
  out.bytes(data);
  out.text('\nendstream\nendobj\n');
};

const writeObjectStream = (
  out: Output,
  own: number,
  members: readonly PackedObject[],
  packing: 'deflate' | 'plain',
): void => {
  let head = '';
  let body = '';
  for (const { number: of, text } of members) {
    head += `${of} ${body.length} `;
    body += `${text}\n`;
  }
  const plain = Buffer.from(head + body, 'latin1');
  const data = packing === 'deflate' ? deflated(plain) : plain;
  const filter = packing === 'deflate' ? ' /Filter /FlateDecode' : '';
  const dictionary = `<</Type /ObjStm /N ${members.length} /First ${head.length}${filter} /Length ${data.length}>>`;
  writeStream(out, own, dictionary, data);
};

/** Bytes as they are written, and how many. */
class Output {
  readonly #chunks: Uint8Array[] = [];
  /** Of what is written here, and of what stands before it in the file. */
  length: number;

  constructor(before = 0) {
    this.length = before;
  }

  bytes(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  /** Text in which each character is a byte. */
  text(chunk: string): void {
    this.bytes(Buffer.from(chunk, 'latin1'));
  }

  whole(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}
