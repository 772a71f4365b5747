import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PdfFile } from '../../src/pdf/file.ts';
import { bytes, name, type Ref, text, type Value, write } from '../../src/pdf/objects.ts';
import { describeWith } from '../require.ts';
import { bytesOf, councilNames, productNames, products } from './products.ts';
import { type Dict, isDict, onFile, output, type Pdf, readPdf, textOf } from './qpdf.ts';

const at = ({ id }: Ref): number => id + 1;
const written = (value: Value): string => write(value, at);

describe('objects', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [-0.000_04, '0'],
    [1.5, '1.5'],
    [841.889_763_78, '841.8898'],
    [-12.000_04, '-12'],
    [0.000_05, '0.0001'],
    [1e-9, '0'],
    [123_456_789, '123456789'],
  ])('the number %d', (value, expected) => {
    expect(written(value)).toBe(expected);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of a PDF', (value) => {
    expect(() => written(value)).toThrow('is no number');
  });

  test.each([
    ['Type', '/Type'],
    ['A B', '/A#20B'],
    ['a/b#c(d)', '/a#2Fb#23c#28d#29'],
    ['<[{%}]>', '/#3C#5B#7B#25#7D#5D#3E'],
    ['Ŵ–', '/#C5#B4#E2#80#93'],
    ['é', '/#C3#A9'],
  ])('the name %s', (value, expected) => {
    expect(written(name(value))).toBe(expected);
  });

  test.each([
    ['', '()'],
    ['plain', '(plain)'],
    ['a (b) \\ c', String.raw`(a \(b\) \\ c)`],
    ['Ŵyl', '<feff01740079006c>'],
    ['\n', '<feff000a>'],
    ['😀', '<feffd83dde00>'],
    ['£', '<feff00a3>'],
  ])('the text %s', (value, expected) => {
    expect(written(text(value))).toBe(expected);
  });

  test('the others', () => {
    expect(written([true, null, { A: undefined, B: [name('C'), { kind: 'ref', id: 6 }] }])).toBe(
      '[true null <</B [/C 7 0 R]>>]',
    );
    expect(written(bytes(Uint8Array.from([0, 10, 255])))).toBe('<000aff>');
  });
});

const awkward = ['a (b) \\ c', '))((', '\\', 'line\r\nbreak', 'Ŵyl & <“q”>', '😀', '\u00a0', ''] as const;

/** A file of this many objects besides its own, every third of them of the record. */
const fileOf = (objects: number, record = 'x'): Uint8Array => {
  const file = new PdfFile();
  const pages = file.reserve();
  const page = file.add({ Type: name('Page'), Parent: pages, MediaBox: [0, 0, 100, 100], Resources: {} });
  file.set(pages, { Type: name('Pages'), Kids: [page], Count: 1 });
  const all = Array.from({ length: objects }, (_, i) =>
    i % 3 === 2
      ? file.add({ Index: i, Of: text(`${record} ${i}`) }, 'record')
      : file.add({ Index: i, Of: text(awkward[i % awkward.length]!) }),
  );
  file.stream(Buffer.from(`of the record: ${record}`), { Kind: name('record') }, 'record');
  file.stream(Buffer.from('in clear'), { Kind: name('A B#(Ŵ)') }, 'template', 'plain');
  const root = file.add({ Type: name('Catalog'), Pages: pages, All: all });
  const info = file.add({ Title: text(record) }, 'record');
  return file.write({ root, info });
};

type Packed = { readonly number: number; readonly ids: readonly number[]; readonly data: string };

/** The object streams as they stand in the file: which objects are in which. */
const packedOf = (file: Uint8Array): Packed[] =>
  [
    ...Buffer.from(file)
      .toString('latin1')
      .matchAll(/(\d+) 0 obj\n<<\/Type \/ObjStm \/N (\d+) \/First (\d+)[^\n]* \/Length (\d+)>>\nstream\n/g),
  ].map((found) => {
    const [number = 0, count, first, length = 0] = found.slice(1).map(Number);
    const from = found.index + found[0].length;
    const stored = file.subarray(from, from + length);
    // What is of the record is short, and stands as it is.
    const isPacked = found[0].includes('/Filter');
    const data = Buffer.from(isPacked ? inflateSync(stored) : stored).toString('latin1');
    const head = data.slice(0, first).trim().split(' ').map(Number);
    expect(head).toHaveLength(2 * count!);
    return { number, ids: head.filter((_, i) => i % 2 === 0), data };
  });

const idOf = (file: Uint8Array) => readPdf(file).trailer['/ID'];

const check = (file: Uint8Array): string => onFile(file, (path) => output('qpdf', ['--check', path]));

describeWith('qpdf', 'the file writer', () => {
  test.each([0, 1, 5, 199, 200, 201, 1000])('%d objects make a file without a fault', (count) => {
    const file = fileOf(count);
    expect(check(file)).toContain('No syntax or stream encoding errors found');
    const pdf = readPdf(file);
    const all = pdf.array(pdf.catalog['/All']).map((reference) => pdf.dict(reference));
    expect(all.map((object) => object['/Index'])).toEqual(Array.from({ length: count }, (_, i) => i));
  });

  test('strings and names come back as they were given', () => {
    const pdf = readPdf(fileOf(24));
    const strings = pdf.array(pdf.catalog['/All']).map((reference) => textOf(pdf.dict(reference)['/Of']));
    expect(strings).toEqual(
      Array.from({ length: 24 }, (_, i) => (i % 3 === 2 ? `x ${i}` : awkward[i % awkward.length])),
    );
    const streams = pdf.references.filter((reference) => pdf.isStream(reference));
    const kinds = new Map(streams.map((reference) => [pdf.dict(reference)['/Kind'], reference]));
    expect(pdf.data(kinds.get('/A B#(Ŵ)')).toString()).toBe('in clear');
    expect(pdf.dict(kinds.get('/A B#(Ŵ)'))).not.toHaveProperty('/Filter');
    expect(pdf.data(kinds.get('/record')).toString()).toBe('of the record: x');
  });

  test('objects are packed two hundred to a stream at the most', () => {
    const packed = packedOf(fileOf(1000));
    expect(packed.map(({ ids }) => ids.length)).toEqual([200, 200, 200, 70, 200, 134]);
    const all = packed.flatMap(({ ids }) => ids);
    expect(new Set(all).size).toBe(all.length);
  });

  test('no object of the record shares a stream with others', () => {
    const file = fileOf(1000, 'y');
    const pdf = readPdf(file);
    const isOfRecord = (id: number): boolean => {
      const object = pdf.dict(`${id} 0 R`);
      return (textOf(object['/Of']) ?? textOf(object['/Title']) ?? '').startsWith('y');
    };
    const mixed = packedOf(file).map(({ ids }) => new Set(ids.map(isOfRecord)));
    expect(mixed.map((kinds) => [...kinds])).toEqual([[false], [false], [false], [false], [true], [true]]);
  });

  test('what is not of the record is the same bytes for another', () => {
    const [one, other] = [packedOf(fileOf(700, 'one')), packedOf(fileOf(700, 'another record'))];
    const differ = one.flatMap(({ number, data }, i) => (other[i]!.data === data ? [] : [number]));
    expect(differ).toEqual(one.slice(-2).map(({ number }) => number));
  });

  test('the same objects make the same bytes, and so the same ID; others another', () => {
    expect(Buffer.compare(fileOf(300), fileOf(300))).toBe(0);
    expect(idOf(fileOf(300))).toEqual(idOf(fileOf(300)));
    expect(idOf(fileOf(300))).not.toEqual(idOf(fileOf(300, 'y')));
    expect(idOf(fileOf(300))).toEqual([expect.stringMatching(/^b:[0-9a-f]{32}$/), expect.anything()]);
  });

  test('an object that was never set is null', () => {
    const file = new PdfFile();
    const lost = file.reserve();
    const pages = file.add({ Type: name('Pages'), Kids: [], Count: 0 });
    const root = file.add({ Type: name('Catalog'), Pages: pages, Lost: lost });
    const info = file.add({ Title: text('x') });
    expect(readPdf(file.write({ root, info })).resolve('1 0 R')).toBeNull();
  });
});

describeWith('qpdf', 'the products', () => {
  test.each(productNames)('%s: qpdf finds no fault, in any council’s', async (product) => {
    for (const council of councilNames) {
      const said = check(await bytesOf(product, council));
      expect([council, said]).toEqual([council, expect.stringContaining('No syntax or stream encoding errors found')]);
    }
  });

  test.each(productNames)('%s: is small', async (product) => {
    const { mostBytes } = products[product];
    for (const council of councilNames) {
      const { length } = await bytesOf(product, council);
      expect([council, length <= mostBytes]).toEqual([council, true]);
    }
  });

  test.each(productNames)('%s: two areas differ in nothing but what is of the area', async (product) => {
    const { area } = products[product];
    const files = await Promise.all([bytesOf(product, 'area'), bytesOf(product, 'another area')]);
    const [one, other] = files.map(readPdf) as [Pdf, Pdf];
    expect(other.references).toEqual(one.references);
    const differ = one.references.filter(
      (reference) => !isOfTheFile(one, reference) && valueOf(one, reference) !== valueOf(other, reference),
    );
    expect(new Set(differ.map((reference) => kindOf(one, reference)))).toEqual(
      new Set(['metadata', 'info', ...(area === 'none' ? [] : ['content'])]),
    );
    // The name below the title, and the foot or the slug of each page.
    const changed = new Set(differ.filter((reference) => kindOf(one, reference) === 'content'));
    const contents = one.pages.flatMap((page) =>
      one.array(one.dict(page)['/Contents']).filter((reference) => changed.has(String(reference))),
    );
    const pages = one.pages.length;
    const many = { shown: 1 + pages, title: 1, inside: 1 + pages - 3, slug: pages, none: 0 };
    expect(contents).toHaveLength(many[area]);
    // What is alike on several pages is in the file once.
    const ofArea = [...changed].map((reference) => valueOf(one, reference).replace(/\/MCID \d+/g, ''));
    expect(new Set(ofArea).size).toBe(ofArea.length);
    const ofRecord = new Set(packedOf(files[0]!).at(-1)!.ids);
    const packed = differ.filter((reference) => !one.isStream(reference));
    expect(packed.map((reference) => ofRecord.has(Number.parseInt(reference, 10)))).toEqual(packed.map(() => true));
  });
});

const valueOf = (pdf: Pdf, reference: string): string =>
  JSON.stringify(pdf.resolve(reference)) + (pdf.isStream(reference) ? pdf.data(reference).toString('latin1') : '');

const dictOf = (pdf: Pdf, reference: string): Dict => {
  const value = pdf.resolve(reference);
  return isDict(value) ? value : {};
};

/** Object streams and cross-references: how the file is packed, not what it is. */
const isOfTheFile = (pdf: Pdf, reference: string): boolean =>
  /^\/(ObjStm|XRef)$/.test(String(dictOf(pdf, reference)['/Type']));

const kindOf = (pdf: Pdf, reference: string): string => {
  if (pdf.trailer['/Info'] === reference) return 'info';
  if (dictOf(pdf, reference)['/Type'] === '/Metadata') return 'metadata';
  const isContent = pdf.pages.some((page) => pdf.array(pdf.dict(page)['/Contents']).includes(reference));
  return isContent ? 'content' : `another: ${JSON.stringify(pdf.resolve(reference))}`;
};
