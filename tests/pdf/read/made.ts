import { deflateSync } from 'node:zlib';
import { readPdf } from '../../../src/pdf/read/file.ts';
import { pagesOf } from '../../../src/pdf/read/pages.ts';
import { linesOf } from '../../../src/pdf/read/text.ts';

/** PDF files made by hand: objects by number, each as it is written, a character a byte. */
export type Objects = { readonly [number: number]: string };

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

export const deflated = (content: string, entries = ''): string =>
  stream(latin1(deflateSync(Buffer.from(content, 'latin1'))), `/Filter /FlateDecode ${entries}`);

const CONTENT = 'BT /F 12 Tf 72 700 Td (Ring 01632 960 001) Tj ET';

/** One page that says "Ring 01632 960 001". */
export const simple = (content = CONTENT, more: Objects = {}): Objects => ({
  1: '<< /Type /Catalog /Pages 2 0 R >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 800] /Resources << /Font << /F 5 0 R >> >> >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
  4: stream(content),
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ...more,
});

type Body = { readonly text: string; readonly offsets: ReadonlyMap<number, number> };

const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** Objects one after the other, after what stands before them. */
export function body(objects: Objects, before = HEADER): Body {
  let text = before;
  const offsets = new Map<number, number>();
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  return { text, offsets };
}

const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

/** A table with a subsection for each object, and its trailer. */
export function withTable({ text, offsets }: Body, trailer = '/Root 1 0 R'): string {
  const sections = [...offsets].map(([number, offset]) => `${number} 1\n${row(offset)}`).join('');
  return `${text}xref\n0 1\n0000000000 65535 f \n${sections}trailer\n<< /Size 100 ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
}

export const classic = (objects: Objects, trailer?: string): Uint8Array => bytesOf(withTable(body(objects), trailer));

const field = (value: number, width: number): string =>
  Array.from({ length: width }, (_, i) => String.fromCharCode(Math.floor(value / 256 ** (width - 1 - i)) % 256)).join(
    '',
  );

/** PNG's prediction "up" on rows of a width. */
const predictedUp = (rows: readonly string[]): string =>
  rows
    .map((line, r) => {
      const above = rows[r - 1];
      const differences = [...line].map((byte, i) => (byte.charCodeAt(0) - (above?.charCodeAt(i) ?? 0)) & 0xff);
      return `\x02${String.fromCharCode(...differences)}`;
    })
    .join('');

/** A file whose objects, but for streams, stand in an object stream, with a cross-reference stream. */
export function packed(objects: Objects, prediction: 'none' | 'up' = 'none'): Uint8Array {
  const entries = Object.entries(objects).map(([number, object]) => [Number(number), object] as const);
  const inside = entries.filter(([, object]) => !object.includes('stream'));
  const outside = entries.filter(([, object]) => object.includes('stream'));
  let head = '';
  let data = '';
  for (const [number, object] of inside) {
    head += `${number} ${data.length} `;
    data += `${object}\n`;
  }
  const container = 50;
  const all = {
    ...Object.fromEntries(outside),
    [container]: deflated(head + data, `/Type /ObjStm /N ${inside.length} /First ${head.length}`),
  };
  const { text, offsets } = body(all);
  const rows = [...offsets].map(([number, offset]) => [number, field(1, 1) + field(offset, 3) + field(0, 2)] as const);
  rows.push(...inside.map(([number], i) => [number, field(2, 1) + field(container, 3) + field(i, 2)] as const));
  const lines = rows.map(([, line]) => line);
  const index = rows.map(([number]) => `${number} 1`).join(' ');
  const parms = prediction === 'up' ? '/DecodeParms << /Predictor 12 /Columns 6 >>' : '';
  const table = deflated(
    prediction === 'up' ? predictedUp(lines) : lines.join(''),
    `/Type /XRef /W [1 3 2] /Index [${index}] /Size 100 /Root 1 0 R ${parms}`,
  );
  return bytesOf(`${text}60 0 obj\n${table}\nendobj\nstartxref\n${text.length}\n%%EOF\n`);
}

/** Every line of every page. */
export const linesIn = (bytes: Uint8Array): string[] =>
  pagesOf(readPdf(bytes)).flatMap((page) => linesOf(page).map(({ text }) => text.trim()));

/** Numbers that look like chance and are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
