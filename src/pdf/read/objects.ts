/**
 * The objects of a PDF file (ISO 32000-2, 7.3). Null, booleans, numbers and arrays are JavaScript's own; the others say
 * their kind.
 */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfObject[];

export type PdfName = { readonly kind: 'name'; readonly name: string };
/** Its bytes, one character each: content holds thousands of short strings, which arrays would make slow. */
export type PdfString = { readonly kind: 'string'; readonly bytes: string };
export type PdfRef = { readonly kind: 'ref'; readonly number: number; readonly generation: number };
/** An entry whose value is null is not there (7.3.7). */
export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfObject> };
/** The bytes as they stand in the file; `PdfFile.decode` takes the filters off. */
export type PdfStream = { readonly kind: 'stream'; readonly dict: PdfDict; readonly raw: Uint8Array };

/** A word that is no object: an operator of a content stream, or `obj`, `endobj`, `stream` … */
export type Keyword = { readonly kind: 'keyword'; readonly word: string };

type Kinds = PdfName | PdfString | PdfRef | PdfDict | PdfStream | Keyword;
type Kind = Kinds['kind'];

/** Whether an object is of a kind. */
export const isA = <K extends Kind>(
  object: PdfObject | Keyword | undefined,
  kind: K,
): object is Extract<Kinds, { kind: K }> =>
  typeof object === 'object' && object !== null && 'kind' in object && object.kind === kind;

export const isArray = (object: PdfObject | Keyword | undefined): object is readonly PdfObject[] =>
  Array.isArray(object);

/** The name, or undefined for anything else. */
export const nameOf = (object: PdfObject | undefined): string | undefined =>
  isA(object, 'name') ? object.name : undefined;

export const numberOf = (object: PdfObject | undefined): number | undefined =>
  typeof object === 'number' ? object : undefined;

/** A whole number that is not negative: a count, an offset, a number of an object. */
export const countOf = (object: PdfObject | undefined): number | undefined =>
  typeof object === 'number' && Number.isSafeInteger(object) && object >= 0 ? object : undefined;

export const emptyDict: PdfDict = { kind: 'dict', entries: new Map() };

/** Bytes as a text of one character a byte. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** PDFDocEncoding where it differs from Latin-1 (ISO 32000-2, annex D.2), from 0x18 and from 0x80. */
const docEncodingLow = '˘ˇˆ˙˝˛˚˜';
const docEncodingHigh = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€';

/** A text string: UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding (ISO 32000-2, 7.9.2.2). */
export function textOfString({ bytes }: PdfString): string {
  if (bytes.startsWith('\xfe\xff')) return utf16be(bytes.slice(2));
  if (bytes.startsWith('\xff\xfe')) return Buffer.from(bytes.slice(2), 'latin1').toString('utf16le');
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return [...bytes].map(characterOf).join('');
}

function characterOf(byte: string): string {
  const code = byte.charCodeAt(0);
  if (code >= 0x18 && code < 0x20) return docEncodingLow.charAt(code - 0x18);
  return code >= 0x80 && code <= 0xa0 ? docEncodingHigh.charAt(code - 0x80) : byte;
}

/** UTF-16, big-endian, without a byte order mark; a last odd byte is left out. */
export function utf16be(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1));
  }
  return text;
}
