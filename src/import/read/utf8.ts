import { letterOf } from '../../data/windows-1252.ts';

type ByteAt = { readonly byte: number; readonly line: number; readonly column: number };

/** What was found out about bytes that may be UTF-8. */
export type Utf8Check = {
  /** Letters of more than one byte. */
  readonly letters: number;
  /** The first byte that is no UTF-8, and how many there are. */
  readonly wrong?: ByteAt & { readonly count: number };
  /** The first zero, which no text has. */
  readonly zero?: ByteAt;
  /** The first byte that stands for nothing in Windows-1252. */
  readonly nowhere?: ByteAt;
};

/** Looks through bytes that come in pieces. RFC 3629, section 4, says which bytes may follow which. */
export function checkUtf8(): { push(bytes: Uint8Array): void; end(): Utf8Check } {
  let letters = 0;
  let wrongs = 0;
  let wrong: ByteAt | undefined;
  let zero: ByteAt | undefined;
  let nowhere: ByteAt | undefined;
  // The letter that is being read: its first byte, how many bytes are missing, and within what the next must be.
  let lead = 0;
  let missing = 0;
  let least = 0x80;
  let most = 0xbf;
  let line = 1;
  let column = 0;

  const notUtf8 = (byte: number): void => {
    wrong ??= { byte, line, column: Math.max(1, column) };
    wrongs += 1;
  };

  const begin = (byte: number): void => {
    column += 1;
    if (byte < 0x80) return;
    if (byte < 0xc2 || byte > 0xf4) return notUtf8(byte);
    lead = byte;
    missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    least = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    most = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  };

  return {
    push(bytes) {
      for (const byte of bytes) {
        // Nearly all of a list, and nothing to find out about.
        if (byte < 0x80 && byte > 0x0a && missing === 0) {
          column += 1;
          continue;
        }
        if (byte >= 0x80 && letterOf(byte) === ' ') nowhere ??= { byte, line, column: column + 1 };
        if (missing > 0) {
          if (byte >= least && byte <= most) {
            [least, most] = [0x80, 0xbf];
            missing -= 1;
            if (missing === 0) letters += 1;
            continue;
          }
          missing = 0;
          notUtf8(lead);
        }
        if (byte === 0x0a) [line, column] = [line + 1, 0];
        else begin(byte);
        if (byte === 0) zero ??= { byte, line, column };
      }
    },
    end() {
      if (missing > 0) notUtf8(lead);
      return {
        letters,
        ...(wrong && { wrong: { ...wrong, count: wrongs } }),
        ...(zero && { zero }),
        ...(nowhere && { nowhere }),
      };
    },
  };
}
