import { type PdfFile, readPdf as openPdf } from '../../src/pdf/read/file.ts';
import {
  isA,
  isArray,
  latin1,
  nameOf,
  type PdfDict,
  type PdfName,
  type PdfObject,
  type PdfRef,
  type PdfStream,
  type PdfString,
  textOfString,
} from '../../src/pdf/read/objects.ts';
import { contentOf as bytesOfContent, pagesOf, type PdfPage } from '../../src/pdf/read/pages.ts';
import { END, Parser } from '../../src/pdf/read/parser.ts';

type Of = {
  readonly name: PdfName;
  readonly string: PdfString;
  readonly ref: PdfRef;
  readonly dict: PdfDict;
  readonly stream: PdfStream;
};

/** A PDF of ours, as tests look into it: what is not there, or is of another kind, throws. */
export type Pdf = {
  readonly file: PdfFile;
  readonly pages: readonly PdfPage[];
  readonly info: PdfDict;
  /** All objects that say a name under a key; of a stream, its dictionary. */
  readonly all: (key: string, name: string) => PdfDict[];
  /** What a key holds or refers to. */
  readonly at: <Kind extends keyof Of>(from: PdfDict, key: string, kind: Kind) => Of[Kind];
  readonly list: (from: PdfDict, key: string) => readonly PdfObject[];
  readonly numbers: (from: PdfDict, key: string) => readonly number[];
  readonly name: (from: PdfDict, key: string) => string;
  readonly text: (from: PdfDict, key: string) => string;
  /** A stream without its filters, a character a byte. */
  readonly stream: (from: PdfDict, key: string) => string;
};

const fault = (key: string, kind: string): never => {
  throw new Error(`/${key} is no ${kind}`);
};

/** Reads a file that has no fault: our reader would put up with some, and must find none. */
export const readPdf = (bytes: Uint8Array): Pdf => {
  const file = openPdf(bytes);
  const objects = file.numbers.map((number) => file.resolve({ kind: 'ref', number, generation: 0 }));
  for (const object of objects) if (isA(object, 'stream')) file.decode(object);
  const pages = pagesOf(file);
  if (file.faults.length > 0) throw new Error(`the file has faults: ${JSON.stringify(file.faults)}`);
  const at = <Kind extends keyof Of>(from: PdfDict, key: string, kind: Kind): Of[Kind] => {
    const found = kind === 'ref' ? from.entries.get(key) : file.get(from, key);
    return isA(found, kind) ? (found as Of[Kind]) : fault(key, kind);
  };
  const list = (from: PdfDict, key: string): readonly PdfObject[] => {
    const found = file.get(from, key);
    return isArray(found) ? found : fault(key, 'array');
  };
  return {
    file,
    pages,
    info: at(file.trailer, 'Info', 'dict'),
    all: (key, name) =>
      objects.flatMap((object) => {
        const dict = file.dictOf(object);
        return dict && nameOf(file.get(dict, key)) === name ? [dict] : [];
      }),
    at,
    list,
    numbers: (from, key) =>
      list(from, key).map((item) => (typeof item === 'number' ? item : fault(key, 'array of numbers'))),
    name: (from, key) => at(from, key, 'name').name,
    text: (from, key) => textOfString(at(from, key, 'string')),
    stream: (from, key) => latin1(file.decode(at(from, key, 'stream'))),
  };
};

/** The number of the object that a reference leads to. */
export const numberOfRef = (object: PdfObject | undefined): number => {
  if (!isA(object, 'ref')) throw new Error('that is no reference');
  return object.number;
};

/** A page's content, a character a byte. */
export const contentOf = (page: PdfPage): string => latin1(bytesOfContent(page));

export type Operation = { readonly operator: string; readonly operands: readonly PdfObject[] };

/** The operators of a content stream, with what each works on; whatever is no operand counts as one. */
export const operationsOf = (content: string): Operation[] => {
  const parser = new Parser(Buffer.from(content, 'latin1'), 'none');
  const found: Operation[] = [];
  let operands: PdfObject[] = [];
  for (let item = parser.next(); item !== END; item = parser.next()) {
    if (!isA(item, 'keyword')) operands.push(item);
    else {
      found.push({ operator: item.word, operands });
      operands = [];
    }
  }
  if (operands.length > 0) throw new Error('the content ends before its last operator');
  return found;
};
