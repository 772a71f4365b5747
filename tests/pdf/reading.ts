import { inflateSync } from 'node:zlib';

/** A PDF of ours, read as far as tests look into it: every object in clear, no object streams. */
export type Pdf = {
  /** The objects' dictionaries as they are written, by number. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly pages: readonly PdfObject[];
  /** The first object whose dictionary fits. */
  readonly find: (pattern: RegExp) => PdfObject | undefined;
  readonly all: (pattern: RegExp) => PdfObject[];
  /** What a key refers to: `/Contents 5 0 R`. */
  readonly follow: (from: PdfObject, key: string) => PdfObject;
  /** All that a key refers to: `/Annots [5 0 R 6 0 R]`. */
  readonly followAll: (from: PdfObject, key: string) => PdfObject[];
};

export type PdfObject = {
  readonly number: number;
  readonly text: string;
  /** Of a stream, unpacked, a character a byte. */
  readonly stream?: string;
};

const OBJECT = /(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g;

const readObject = (number: number, body: string): PdfObject => {
  const start = /\nstream\r?\n/.exec(body);
  if (!start) return { number, text: body };
  const text = body.slice(0, start.index);
  const packed = body.slice(start.index + start[0].length, body.lastIndexOf('\nendstream'));
  const stream = text.includes('/FlateDecode') ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
  return { number, text, stream };
};

export const readPdf = (bytes: Uint8Array): Pdf => {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const [, number = '', body = ''] of text.matchAll(OBJECT)) {
    objects.set(Number(number), readObject(Number(number), body));
  }
  const at = (reference: string): PdfObject => {
    const found = objects.get(Number(reference));
    if (!found) throw new Error(`no object ${reference} in the file`);
    return found;
  };
  const followAll = (from: PdfObject, key: string): PdfObject[] => {
    const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(from.text)?.[1] ?? '';
    return [...list.matchAll(/(\d+) 0 R/g)].map(([, reference = '']) => at(reference));
  };
  const follow = (from: PdfObject, key: string): PdfObject =>
    at(new RegExp(`/${key} (\\d+) 0 R`).exec(from.text)?.[1] ?? `of /${key}`);
  const all = (pattern: RegExp): PdfObject[] => [...objects.values()].filter((object) => pattern.test(object.text));
  const find = (pattern: RegExp): PdfObject | undefined => all(pattern)[0];
  const pages = followAll(find(/\/Type \/Pages\b/)!, 'Kids');
  return { objects, pages, find, all, follow, followAll };
};

/** A text string as it is written, `(…)`: without its escapes, and out of UTF-16 where it is in that. */
export const textString = (written: string): string => {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = written.slice(1, -1).replace(/\\([^])/g, (_, escaped: string) => escapes[escaped] ?? escaped);
  if (!plain.startsWith('\u00fe\u00ff')) return plain;
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
};

/** The operators of a content stream, without what they work on. */
export const operatorsOf = (content: string): string[] =>
  content
    .replace(/<[0-9a-f]*>|\((?:\\[^]|[^\\)])*\)|\/\w+/gi, ' ')
    .split(/[\s[\]]+/)
    .filter((token) => /^[a-z*'"]+$/i.test(token));
