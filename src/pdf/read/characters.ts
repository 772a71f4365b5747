/** Bytes and strings as they are written in PDF files (ISO 32000-2, 7.2.3 and 7.3.4). */

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;

/** White space, delimiters and regular characters (7.2.3). */
const classes = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = SPACE;
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = DELIMITER;

export const isSpace = (byte: number | undefined): boolean => byte !== undefined && classes[byte] === SPACE;

export const isRegular = (byte: number | undefined): boolean => byte !== undefined && classes[byte] === REGULAR;

export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** The value of a hexadecimal digit; -1 for anything else. */
export const hexValue = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** A string, one character a byte, and the offset behind it. */
export type Written = { readonly bytes: string; readonly end: number };

/** `\n`, `\r`, `\t`, `\b`, `\f`. */
const escapes = new Map([
  [0x6e, 10],
  [0x72, 13],
  [0x74, 9],
  [0x62, 8],
  [0x66, 12],
]);

const isOctal = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x37;

/** The literal string that begins at `(`: balanced parentheses, escapes, octal codes (7.3.4.2). */
export function readLiteral(bytes: Uint8Array, start: number): Written {
  let out = '';
  let open = 1;
  let at = start + 1;
  for (; at < bytes.length; at += 1) {
    let byte = bytes[at]!;
    if (byte === 0x28) open += 1;
    else if (byte === 0x29) {
      open -= 1;
      if (open === 0) break;
    } else if (byte === 0x5c) {
      at += 1;
      byte = bytes[at] ?? 0x5c;
      if (isOctal(byte)) {
        let code = byte - 0x30;
        for (let digits = 1; digits < 3 && isOctal(bytes[at + 1]); digits += 1) {
          at += 1;
          code = code * 8 + bytes[at]! - 0x30;
        }
        byte = code & 0xff;
      } else if (byte === 13 || byte === 10) {
        if (byte === 13 && bytes[at + 1] === 10) at += 1;
        continue;
      } else byte = escapes.get(byte) ?? byte;
    } else if (byte === 13) {
      // Every end of a line is a line feed.
      if (bytes[at + 1] === 10) at += 1;
      byte = 10;
    }
    out += String.fromCharCode(byte);
  }
  return { bytes: out, end: Math.min(at + 1, bytes.length) };
}

/** The hexadecimal string that begins at `<`; a last odd digit is followed by 0 (7.3.4.3). */
export function readHex(bytes: Uint8Array, start: number): Written {
  let out = '';
  let high = -1;
  let at = start + 1;
  for (; at < bytes.length && bytes[at] !== 0x3e; at += 1) {
    const value = hexValue(bytes[at]!);
    if (value < 0) continue;
    if (high < 0) high = value;
    else {
      out += String.fromCharCode((high << 4) | value);
      high = -1;
    }
  }
  if (high >= 0) out += String.fromCharCode(high << 4);
  return { bytes: out, end: Math.min(at + 1, bytes.length) };
}
