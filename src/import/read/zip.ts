import { crc32, createInflateRaw } from 'node:zlib';
import { LIMITS } from './limits.ts';

/** Why an archive, or what lies in it, cannot be read; who knows the file's name makes a diagnostic of it. */
export class Damaged extends Error {
  override name = 'Damaged';
  readonly kind: 'damaged' | 'too-large';

  constructor(message: string, kind: 'damaged' | 'too-large' = 'damaged') {
    super(message);
    this.kind = kind;
  }
}

/** The files of an archive by their names in lower case; what folder a name claims leads nowhere, it is never opened. */
export type Archive = {
  readonly names: ReadonlySet<string>;
  open(name: string): AsyncIterable<Uint8Array>;
  /** The same archive, for one more reading of what has been read already: what may be unpacked counts anew. */
  again(): Archive;
};

type Entry = {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

/**
 * Reads a ZIP archive (APPNOTE.TXT 6.3.10) by its central directory; what the local headers say otherwise does not
 * count.
 *
 * @throws Damaged, also from what `open` returns
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = directory(bytes, view);
  const names = new Set(entries.keys());
  const opened = (): Archive => {
    const budget = { left: LIMITS.inflated };
    return {
      names,
      open(name) {
        const entry = entries.get(name.toLowerCase());
        if (!entry) throw new Damaged(`\`${name}\` is missing`);
        return unpacked(bytes, view, name, entry, budget);
      },
      again: opened,
    };
  };
  return opened();
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

function directory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new Damaged('its end is missing');
  const wide = wideEnd(bytes, view, end);
  const count = wide?.count ?? view.getUint16(end + 10, true);
  if (count > LIMITS.entries) throw new Damaged(`it holds ${count} files`, 'too-large');
  const entries = new Map<string, Entry>();
  let at = wide?.at ?? view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new Damaged('its list of files is broken');
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const key = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    if (entries.has(key)) throw new Damaged(`\`${name}\` is in it twice`);
    entries.set(key, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...measures(bytes, view, at, nameLength, extraLength),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The wide form of the end (4.3.14): some programs write it for small archives too. */
function wideEnd(bytes: Uint8Array, view: DataView, end: number): { count: number; at: number } | undefined {
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return undefined;
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > bytes.length || view.getUint32(at, true) !== 0x06064b50) throw new Damaged('its end is broken');
  return { count: Number(view.getBigUint64(at + 32, true)), at: Number(view.getBigUint64(at + 48, true)) };
}

/** Sizes and place of a file; those that are all ones stand in an extra field, in this order (4.5.3). */
function measures(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): Pick<Entry, 'size' | 'packed' | 'at'> {
  const found = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  };
  const end = Math.min(bytes.length, at + 46 + nameLength + extraLength);
  let field = at + 46 + nameLength;
  while (field + 4 <= end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  field += 4;
  for (const key of ['size', 'packed', 'at'] as const) {
    if (found[key] !== 0xffffffff || field + 8 > end) continue;
    found[key] = Number(view.getBigUint64(field, true));
    field += 8;
  }
  return found;
}

async function* unpacked(
  bytes: Uint8Array,
  view: DataView,
  name: string,
  entry: Entry,
  budget: { left: number },
): AsyncIterable<Uint8Array> {
  const { at, packed, size, method, flags, crc } = entry;
  if (size > LIMITS.inflated) throw new Damaged(`\`${name}\` claims ${size} bytes`, 'too-large');
  if ((flags & 1) !== 0) throw new Damaged(`\`${name}\` has a password`);
  if (method !== 0 && method !== 8) throw new Damaged(`\`${name}\` is packed in a way that is not known`);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL)
    throw new Damaged(`\`${name}\` is not in its place`);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) throw new Damaged(`\`${name}\` is cut off`);
  const content = bytes.subarray(start, start + packed);
  let [length, sum] = [0, 0];
  for await (const chunk of method === 0 ? slices(content) : inflated(content, name)) {
    length += chunk.length;
    sum = crc32(chunk, sum);
    budget.left -= chunk.length;
    if (budget.left < 0) throw new Damaged(`\`${name}\` grows beyond all measure`, 'too-large');
    if (length > size) throw new Damaged(`\`${name}\` is larger than it says`);
    yield chunk;
  }
  if (length !== size || sum !== crc) throw new Damaged(`\`${name}\` is not what was packed`);
}

const PIECE = 64 * 1024;

async function* slices(content: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
}

async function* inflated(content: Uint8Array, name: string): AsyncIterable<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: PIECE });
  inflater.end(content);
  try {
    for await (const chunk of inflater) yield chunk as Uint8Array;
  } catch (cause) {
    // zlib names its faults: Z_DATA_ERROR, Z_BUF_ERROR.
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))) throw cause;
    throw new Damaged(`\`${name}\` cannot be unpacked`);
  }
}
