import { crc32 } from 'node:zlib';

export type ZipFile = { readonly name: string; readonly text: string };

/** 1 January 1980, the first day that an archive can have: no clock is asked. */
const DAY = 0x21;
const UTF8 = 0x0800;

/**
 * Files as a ZIP archive (APPNOTE.TXT 6.3.10). They are stored, not deflated: versions of zlib deflate in different
 * ways, and the same files are to give the same bytes everywhere.
 */
export function zip(files: readonly ZipFile[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const [label, content] = [Buffer.from(name), Buffer.from(text)];
    // Version, flags, method, time, day, sum, two sizes, length of the name: the same in both headers.
    const common = Buffer.alloc(24);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DAY, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    local.push(Buffer.from('PK\x03\x04'), common, Buffer.alloc(2), label, content);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0'), common, Buffer.alloc(2), place, label);
    at += 30 + label.length + content.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}
