import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and in what its headers lie. */
export type Packed = {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  /** Sizes and places in the wide form, as some programs write them always. */
  readonly isWide?: true;
};

/** A ZIP archive of deflated files. */
export function archive(files: readonly Packed[]): Buffer {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content, method = 8, flags = 0, crc, size, isWide } of files) {
    const all = Buffer.from(content);
    const data = method === 8 ? deflateRawSync(all) : all;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const wide = Buffer.alloc(isWide ? 32 : 0);
    if (isWide) {
      // A field of another kind comes first.
      wide.writeUInt16LE(0x9999, 0);
      wide.writeUInt16LE(0, 2);
      wide.writeUInt16LE(1, 4);
      wide.writeUInt16LE(24, 6);
      wide.writeBigUInt64LE(BigInt(size ?? all.length), 8);
      wide.writeBigUInt64LE(BigInt(data.length), 16);
      wide.writeBigUInt64LE(BigInt(at), 24);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc ?? crc32(all), 16);
    entry.writeUInt32LE(isWide ? 0xffffffff : data.length, 20);
    entry.writeUInt32LE(isWide ? 0xffffffff : (size ?? all.length), 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(wide.length, 30);
    entry.writeUInt32LE(isWide ? 0xffffffff : at, 42);
    pieces.push(local, Buffer.from(name), data);
    central.push(entry, Buffer.from(name), wide);
    at += 30 + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(0xffff, files.length), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}

/** A compound file with a directory of these names, whose second sector lies elsewhere in the file. */
export function compound(names: readonly string[], next = 3): Buffer {
  const file = Buffer.alloc(512 * 5);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  // The table of sectors is sector 0: after 1 comes `next`, after that nothing.
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(next, 512 + 4);
  file.writeUInt32LE(0xfffffffe, 512 + 12);
  for (const [index, name] of names.entries()) {
    const at = (index < 4 ? 1024 : 2048) + (index % 4) * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return file;
}
