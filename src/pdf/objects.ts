import { unmarked } from '../content/marks.ts';

/**
 * PDF objects (ISO 32000-1, 7.3) as plain values, and how they are written. Names and text strings are marked, since
 * both are strings here.
 */

/** `/Name` */
export type Name = { readonly kind: 'name'; readonly name: string };

/** A text string: written as ASCII where that says it, else as UTF-16. */
export type Text = { readonly kind: 'text'; readonly text: string };

/** Bytes, written as hexadecimal digits. */
export type Bytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** An indirect object, by its place in the file's list. */
export type Ref = { readonly kind: 'ref'; readonly id: number };

export type Value =
  | number
  | boolean
  | null
  | Name
  | Text
  | Bytes
  | Ref
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

export type Dictionary = { readonly [key: string]: Value | undefined };

export const name = (of: string): Name => ({ kind: 'name', name: of });
/** No file has marks, whatever a template has done with them. */
export const text = (of: string): Text => ({ kind: 'text', text: unmarked(of) });
export const bytes = (of: Uint8Array): Bytes => ({ kind: 'bytes', bytes: of });

/** Numbers: four decimals at the most, never an exponent, never `-0`. */
export const number = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number of a PDF`);
  const rounded = Math.round(value * 10_000) / 10_000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

/** Names are UTF-8, and what is no regular character is written as `#xx`, byte by byte (ISO 32000-1, 7.3.5). */
const writeName = (of: string): string => {
  if (/^[\w.+:-]*$/.test(of)) return `/${of}`;
  const units = Buffer.from(of, 'utf8').toString('latin1');
  return `/${units.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${hex(c.charCodeAt(0)).toUpperCase()}`)}`;
};

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const writeText = (of: string): string => {
  // eslint-disable-next-line no-control-regex
  if (/^[ -~]*$/.test(of)) return `(${of.replace(/[\\()]/g, (c) => `\\${c}`)})`;
  let units = '';
  for (let i = 0; i < of.length; i += 1) {
    const unit = of.charCodeAt(i);
    units += hex(unit >> 8) + hex(unit & 0xff);
  }
  return `<feff${units}>`;
};

const isMarked = (value: object): value is Name | Text | Bytes | Ref => 'kind' in value;

/** Writes a value; `at` gives the number of an indirect object. */
export const write = (value: Value, at: (ref: Ref) => number): string => {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item: Value) => write(item, at)).join(' ')}]`;
  if (isMarked(value as object)) {
    const marked = value as Name | Text | Bytes | Ref;
    switch (marked.kind) {
      case 'name':
        return writeName(marked.name);
      case 'text':
        return writeText(marked.text);
      case 'bytes':
        return `<${Array.from(marked.bytes, hex).join('')}>`;
      case 'ref':
        return `${at(marked)} 0 R`;
    }
  }
  const entries = Object.entries(value as Dictionary).filter(([, item]) => item !== undefined);
  return `<<${entries.map(([key, item]) => `${writeName(key)} ${write(item as Value, at)}`).join(' ')}>>`;
};
