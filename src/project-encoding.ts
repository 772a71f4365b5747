import { error } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { TableFile } from './data/cells.ts';
import { decodeWindows1252, letterOf } from './data/windows-1252.ts';

/** What a file's bytes say. The text is there also when it is not sound, to show where the fault stands. */
export type Decoded = { readonly text: string; readonly sound: boolean };

/**
 * The text of a content file: UTF-8, with or without a byte order mark, its lines ended in any way. Anything else is
 * reported, since guessing would print wrong letters in names.
 *
 * @returns text whose lines end in `\n`
 */
export function decode(bytes: Uint8Array, path: string, report: Report): Decoded {
  const refuse = (message: string, hint: string, text: string): Decoded => {
    report(error('project/encoding', message, { kind: 'text', path }, hint));
    return { text, sound: false };
  };
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = unixLines(new TextDecoder(utf16).decode(bytes));
    return refuse(
      'the file is in UTF-16, expected UTF-8',
      'save it as UTF-8: editors ask when saving under a new name',
      text,
    );
  }
  const picture = formatOf(bytes);
  if (picture) {
    const [expected, hint] = path.endsWith('.svg')
      ? ['an SVG drawing', 'export it as plain SVG']
      : ['text', 'replace it with a text file'];
    return refuse(`the file is ${picture.name}, expected ${expected}`, hint, '');
  }

  const strict = strictly(bytes);
  if (strict !== undefined) return { text: unixLines(strict), sound: true };
  const lenient = unixLines(new TextDecoder('utf-8').decode(bytes));
  const wrong = firstWrongByte(bytes);
  if (!wrong) return { text: lenient, sound: true };
  const { line, column, byte } = wrong;
  const letter = letterOf(byte);
  const range = { start: { line, column }, end: { line, column: column + 1 } };
  const hex = byte.toString(16).toUpperCase();
  const message = `the byte 0x${hex} is not UTF-8${letter === ' ' ? '' : `; in Windows-1252 it is \`${letter}\``}`;
  report(error('project/encoding', message, { kind: 'text', path, range }, 'save the file as UTF-8'));
  return { text: lenient, sound: false };
}

/**
 * The text of a table, which spreadsheet programs save in several encodings: UTF-8, UTF-16 or, where it is neither,
 * Windows-1252. Who reads the table says so where letters may be wrong.
 *
 * @returns undefined when an error was reported
 */
export function decodeTable(bytes: Uint8Array, path: string, report: Report): TableFile | undefined {
  const read = (encoding: TableFile['encoding'], text: string): TableFile => ({
    path,
    text: unixLines(text),
    encoding,
  });
  const utf16 = utf16Of(bytes);
  if (utf16) return read('utf-16', new TextDecoder(utf16).decode(bytes));
  const format = formatOf(bytes);
  const binary = format?.name ?? (bytes.includes(0) ? 'no text' : undefined);
  if (binary === undefined && readableLength(bytes) === bytes.length) {
    return read('utf-8', new TextDecoder('utf-8').decode(bytes));
  }
  const guessed = binary === undefined ? decodeWindows1252(bytes) : undefined;
  if (guessed !== undefined) return read('windows-1252', guessed);
  const message = `the file is ${binary ?? 'in an encoding that is not known'}, expected CSV`;
  report(error('areas/not-a-table', message, { kind: 'text', path }, 'save the list as `CSV UTF-8`'));
  return undefined;
}

const formatOf = (bytes: Uint8Array): (typeof FORMATS)[number] | undefined =>
  FORMATS.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));

const unixLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** By its byte order mark, or by the zeros that every other byte of English text then is. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length >= 4 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be';
  return undefined;
}

/** What is put in place of text by mistake, by its first bytes. */
const FORMATS: readonly { readonly name: string; readonly magic: readonly number[] }[] = [
  { name: 'a PNG picture', magic: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG picture', magic: [0xff, 0xd8, 0xff] },
  { name: 'a GIF picture', magic: [0x47, 0x49, 0x46, 0x38] },
  { name: 'a WebP picture', magic: [0x52, 0x49, 0x46, 0x46] },
  { name: 'a PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { name: 'a Word or Excel document, or a ZIP archive', magic: [0x50, 0x4b, 0x03, 0x04] },
];

/** The first byte that begins no letter of UTF-8, and where an editor shows it. */
function firstWrongByte(bytes: Uint8Array): { line: number; column: number; byte: number } | undefined {
  const readable = readableLength(bytes);
  if (readable === bytes.length) return undefined;
  const lines = unixLines(new TextDecoder('utf-8').decode(bytes.subarray(0, readable))).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, byte: bytes[readable] ?? 0 };
}

/** Text whose every byte is UTF-8; undefined for any other. */
function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** So many bytes from the first on are UTF-8, found byte by byte unless all are. */
function readableLength(bytes: Uint8Array): number {
  if (strictly(bytes) !== undefined) return bytes.length;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let readable = 0;
  try {
    for (let at = 0; at < bytes.length; at++) {
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== '') readable = at + 1;
    }
  } catch {
    // What came before is whole letters.
  }
  return readable;
}
