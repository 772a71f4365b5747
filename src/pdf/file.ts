import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { bytes, type Dictionary, name, type Ref, type Value, write } from './objects.ts';

/**
 * What an object depends on. Objects that differ between the records of a batch never share an object stream with those
 * that do not: so the bytes of the others can be used again.
 */
export type Plate = 'template' | 'record';

type Entry = { plate: Plate; value: Value; stream?: Uint8Array };

const plates: readonly Plate[] = ['template', 'record'];

/** Where a reader begins, and the version of PDF that the file keeps to. */
type Ends = { readonly root: Ref; readonly info: Ref; readonly version?: '1.6' | '1.7' };

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
    const stored = packing === 'deflate' ? deflateSync(data, { level: 9 }) : data;
    const filter = packing === 'deflate' ? { Filter: name('FlateDecode') } : {};
    const ref = this.add({ ...dictionary, ...filter, Length: stored.length }, plate);
    this.#objects[ref.id]!.stream = stored;
    return ref;
  }

  /** Writes the file. The ID follows from its bytes. */
  write({ root, info, version = '1.7' }: Ends): Uint8Array {
    const out = new Output();
    out.text(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`);
    // Per object: where it stands in the file, or in which stream and where in that.
    const places: Place[] = this.#objects.map(() => ({ kind: 'free' }));
    this.#objects.forEach(({ stream, value }, id) => {
      if (!stream) return;
      places[id] = { kind: 'offset', offset: out.length };
      out.text(`${id + 1} 0 obj\n${write(value, number)}\nstream\n`);
      out.bytes(stream);
      out.text('\nendstream\nendobj\n');
    });
    let next = this.#objects.length + 1;
    const streams: { readonly number: number; readonly offset: number }[] = [];
    for (const plate of plates) {
      const members = this.#objects.flatMap((entry, id) => (!entry.stream && entry.plate === plate ? [id] : []));
      for (let from = 0; from < members.length; from += perStream) {
        const ids = members.slice(from, from + perStream);
        streams.push({ number: next, offset: out.length });
        ids.forEach((id, index) => {
          places[id] = { kind: 'packed', stream: next, index };
        });
        this.#writeObjectStream(out, next, ids);
        next += 1;
      }
    }
    this.#writeCrossReferences(out, { places, streams, own: next, root, info });
    return out.whole();
  }

  #writeObjectStream(out: Output, own: number, ids: readonly number[]): void {
    let head = '';
    let body = '';
    for (const id of ids) {
      head += `${id + 1} ${body.length} `;
      body += `${write(this.#objects[id]!.value, number)}\n`;
    }
    const packed = deflateSync(Buffer.from(head + body, 'latin1'), { level: 9 });
    out.text(
      `${own} 0 obj\n<</Type /ObjStm /N ${ids.length} /First ${head.length} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`,
    );
    out.bytes(packed);
    out.text('\nendstream\nendobj\n');
  }

  #writeCrossReferences(out: Output, { places, streams, own, root, info }: CrossReferences): void {
    const start = out.length;
    const rows: (readonly [type: number, a: number, b: number])[] = [
      [0, 0, 65_535],
      ...places.map((place) => {
        if (place.kind === 'offset') return [1, place.offset, 0] as const;
        return place.kind === 'packed' ? ([2, place.stream, place.index] as const) : ([0, 0, 65_535] as const);
      }),
      ...streams.map(({ offset }) => [1, offset, 0] as const),
      [1, start, 0],
    ];
    const table = Buffer.alloc(rows.length * 6);
    rows.forEach(([type, a, b], i) => {
      table.writeUInt8(type, i * 6);
      table.writeUIntBE(a, i * 6 + 1, 3);
      table.writeUInt16BE(b, i * 6 + 4);
    });
    const packed = deflateSync(table, { level: 9 });
    const id = bytes(createHash('sha256').update(out.whole()).digest().subarray(0, 16));
    const dictionary = {
      Type: name('XRef'),
      Size: own + 1,
      W: [1, 3, 2],
      Root: root,
      Info: info,
      ID: [id, id],
      Filter: name('FlateDecode'),
      Length: packed.length,
    };
    out.text(`${own} 0 obj\n${write(dictionary, number)}\nstream\n`);
    out.bytes(packed);
    out.text(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
  }
}

type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

type CrossReferences = {
  readonly places: readonly Place[];
  readonly streams: readonly { readonly number: number; readonly offset: number }[];
  /** The object number of the cross-reference stream itself, which is the last. */
  readonly own: number;
  readonly root: Ref;
  readonly info: Ref;
};

/** Bytes as they are written, and how many. */
class Output {
  readonly #chunks: Uint8Array[] = [];
  length = 0;

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
