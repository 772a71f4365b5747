/** What a file is that is no table, and what to do about it. */
export type Refusal = { readonly name: string; readonly hint: string };

const TABLE = 'name the spreadsheet itself, saved as `Excel workbook (.xlsx)` or `CSV UTF-8`';
const COPY = 'copy the table into a spreadsheet, and save that as `Excel workbook (.xlsx)`';
const SAVE = 'open it in Excel, and save it as `Excel workbook (.xlsx)`';

const BINARY: readonly (Refusal & { readonly magic: string })[] = [
  { magic: '\x89PNG', name: 'a PNG picture', hint: COPY },
  { magic: '\xff\xd8\xff', name: 'a JPEG picture', hint: COPY },
  { magic: 'GIF8', name: 'a GIF picture', hint: COPY },
  { magic: 'RIFF', name: 'a WebP picture, or sound', hint: COPY },
  { magic: '%PDF', name: 'a PDF', hint: COPY },
  { magic: '{\\rtf', name: 'a document in rich text', hint: COPY },
  { magic: '\x1f\x8b', name: 'packed with gzip', hint: 'unpack it, and name the table that was in it' },
  { magic: 'Rar!', name: 'a RAR archive', hint: 'unpack it, and name the table that was in it' },
  { magic: '7z\xbc\xaf', name: 'a 7-Zip archive', hint: 'unpack it, and name the table that was in it' },
  { magic: 'SQLite format 3', name: 'a database', hint: 'export the list from it, as `CSV UTF-8`' },
  { magic: 'PAR1', name: 'a Parquet file', hint: 'export the list as `CSV UTF-8`' },
];

/** What a file is by its first bytes, if it is something that no table begins with. */
export function refusedBytes(head: Uint8Array): Refusal | undefined {
  const begin = Buffer.from(head.subarray(0, 16)).toString('latin1');
  return BINARY.find(({ magic }) => begin.startsWith(magic));
}

/** What a file is by its first letters: programs save web pages and XML under the names of workbooks. */
export function refusedText(head: string): Refusal | undefined {
  const text = head.trimStart().toLowerCase();
  if (/^(<!doctype html|<(html|head|body|table|meta|style|div)[\s>])/.test(text)) {
    return { name: 'a web page, whatever it is called', hint: SAVE };
  }
  if (text.startsWith('mime-version:')) return { name: 'a web page in an archive, whatever it is called', hint: SAVE };
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return { name: 'an XML spreadsheet of Excel 2003', hint: SAVE };
  }
  return text.startsWith('<?xml') ? { name: 'XML', hint: TABLE } : undefined;
}

export const isArchive = (head: Uint8Array): boolean =>
  begins(head, [0x50, 0x4b, 3, 4]) || begins(head, [0x50, 0x4b, 5, 6]);

/** The compound file of Microsoft: what Office wrote until 2003, and what an encrypted document is wrapped in. */
export const isCompound = (head: Uint8Array): boolean => begins(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** JSON begins with a brace, or with a bracket and a value: `[name],[code]` is the header of a table. */
export const isJson = (head: string): boolean => /^\s*(\{|\[\s*([[{"\]\d/-]|$))/.test(head);

const begins = (head: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => head[at] === byte);
