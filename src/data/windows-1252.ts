/** Its letters from 0x80 to 0x9f, which node 20 does not know; a space where there is none. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The letter that a byte stands for in Windows-1252, or a space if for none. */
export const letterOf = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? ' ') : String.fromCharCode(byte);

/** The text of bytes in Windows-1252; undefined where one of them stands for nothing. */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte >= 0x80 && letterOf(byte) === ' ')) return undefined;
  return Array.from(bytes, letterOf).join('');
}

/**
 * What was meant by a text that was UTF-8 and read as Windows-1252 on its way here: `Llŷn` by `LlÅ·n`. Undefined if
 * it is not of that kind.
 */
export function misread(text: string): string | undefined {
  if (!/[^\0-\x7f]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const high = letter === ' ' ? -1 : HIGH.indexOf(letter);
    if (high < 0 && code > 0xff) return undefined;
    bytes.push(high < 0 ? code : 0x80 + high);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
