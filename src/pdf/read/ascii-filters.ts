import { hexValue, isSpace } from './characters.ts';

/** Filters that turn text into bytes, and run lengths; each stops at its end mark or where it no longer makes sense. */

/** ASCIIHexDecode: to `>`; a last odd digit is followed by 0 (ISO 32000-2, 7.4.2). */
export function decodeAsciiHex(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array((bytes.length + 1) >> 1);
  let digits = 0;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    const value = hexValue(byte);
    if (value < 0) continue;
    out[digits >> 1]! |= digits % 2 === 0 ? value << 4 : value;
    digits += 1;
  }
  return out.subarray(0, (digits + 1) >> 1);
}

/** ASCII85Decode: to `~>`; `z` is four zero bytes (ISO 32000-2, 7.4.3). */
export function decodeAscii85(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 4 + 4);
  let to = 0;
  let group = 0;
  let digits = 0;
  // Five digits are four bytes; where there are fewer, one byte less than digits.
  const flush = (count: number): void => {
    for (let i = 0; i < count; i += 1, to += 1) out[to] = Math.floor(group / 256 ** (3 - i)) & 0xff;
    group = 0;
    digits = 0;
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) flush(4);
    if (isSpace(byte) || byte < 0x21 || byte > 0x75) continue;
    group = group * 85 + byte - 0x21;
    digits += 1;
    if (digits === 5) flush(4);
  }
  if (digits > 1) {
    const count = digits - 1;
    for (; digits < 5; digits += 1) group = group * 85 + 84;
    flush(count);
  }
  return out.subarray(0, to);
}

/** RunLengthDecode: to the byte 128 (ISO 32000-2, 7.4.5). */
export function decodeRunLength(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at]!;
    if (length < 128) {
      pieces.push(bytes.subarray(at + 1, at + length + 2));
      at += length + 2;
    } else {
      if (at + 1 < bytes.length) pieces.push(new Uint8Array(257 - length).fill(bytes[at + 1]!));
      at += 2;
    }
  }
  return Buffer.concat(pieces);
}
