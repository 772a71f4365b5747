import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An object as qpdf's JSON (version 2) has it: names `/N`, references `5 0 R`, strings `u:…` or, in bytes, `b:…`. */
export type Json = null | boolean | number | string | readonly Json[] | Dict;
export type Dict = { readonly [key: string]: Json };

type QpdfObject = { readonly value: Json } | { readonly stream: { readonly dict: Dict; readonly data: string } };

export const isDict = (value: Json | undefined): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const REFERENCE = /^\d+ \d+ R$/;

export const isReference = (value: Json | undefined): value is string =>
  typeof value === 'string' && REFERENCE.test(value);

/** Runs a program on a file in a folder of its own; the folder is gone afterwards. */
export const onFile = <T>(bytes: Uint8Array, run: (path: string, folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    return run(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const output = (program: string, given: readonly string[]): string =>
  execFileSync(program, given, { encoding: 'utf8', maxBuffer: 256 << 20 });

/** A finished file as qpdf, which is not ours, reads it: every object in clear, wherever it is packed. */
export class Pdf {
  readonly #objects: { readonly [key: string]: QpdfObject };
  readonly trailer: Dict;

  constructor(objects: { readonly [key: string]: QpdfObject }) {
    this.#objects = objects;
    const { trailer } = objects;
    this.trailer = trailer && 'value' in trailer ? (trailer.value as Dict) : {};
  }

  /** References of all objects. */
  get references(): string[] {
    return Object.keys(this.#objects)
      .filter((key) => key.startsWith('obj:'))
      .map((key) => key.slice(4));
  }

  #object(reference: string): QpdfObject {
    const found = this.#objects[`obj:${reference}`];
    if (!found) throw new Error(`no object ${reference} in the file`);
    return found;
  }

  /** What a value is once its reference is followed; of a stream, its dictionary. */
  resolve(value: Json | undefined): Json {
    if (value === undefined) return null;
    if (!isReference(value)) return value;
    const object = this.#object(value);
    return 'stream' in object ? object.stream.dict : object.value;
  }

  dict(value: Json | undefined): Dict {
    const found = this.resolve(value);
    if (!isDict(found)) throw new Error(`no dictionary, but ${JSON.stringify(value)}`);
    return found;
  }

  array(value: Json | undefined): readonly Json[] {
    const found = this.resolve(value);
    return isArray(found) ? found : found === null ? [] : [found];
  }

  /** A stream's bytes, without its filters. */
  data(reference: Json | undefined): Buffer {
    const object = isReference(reference) ? this.#object(reference) : undefined;
    if (!object || !('stream' in object)) throw new Error(`no stream, but ${JSON.stringify(reference)}`);
    return Buffer.from(object.stream.data, 'base64');
  }

  isStream(reference: string): boolean {
    return 'stream' in this.#object(reference);
  }

  get catalog(): Dict {
    return this.dict(this.trailer['/Root']);
  }

  /** References of the pages, in order. */
  get pages(): string[] {
    return this.array(this.dict(this.catalog['/Pages'])['/Kids']) as string[];
  }

  /** The content of a page: its streams one after the other (ISO 32000-1, 7.8.2). */
  content(page: string): string {
    const contents = this.dict(page)['/Contents'];
    const streams = isReference(contents) && this.isStream(contents) ? [contents] : this.array(contents);
    return streams.map((stream) => this.data(stream).toString('latin1')).join('\n');
  }
}

/** A text string in clear. */
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.startsWith('u:') ? value.slice(2) : undefined;

export const readPdf = (bytes: Uint8Array): Pdf =>
  onFile(bytes, (path) => {
    const json = output('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path]);
    const { qpdf } = JSON.parse(json) as { qpdf: [object, { [key: string]: QpdfObject }] };
    return new Pdf(qpdf[1]);
  });
