import { expect, test } from 'vitest';
import { Document } from '../../src/pdf/document.ts';
import { xmp } from '../../src/pdf/xmp.ts';
import { describeWith } from '../require.ts';
import { AWKWARD, bytesOf, councilNames, pdfOf, productNames } from './products.ts';
import { type Dict, type Json, onFile, output, type Pdf, readPdf, textOf } from './qpdf.ts';
import { ofType, reader, treeOf, unnumbered } from './tree.ts';

const everyFile = productNames.flatMap((product) => councilNames.map((council) => [product, council] as const));

const packetOf = (pdf: Pdf): string => pdf.data(pdf.catalog['/Metadata']).toString('utf8');

const plain = (xml: string): string => {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return xml.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
};

/** The value of a property in the packet, without what holds it. */
const property = (packet: string, name: string): string => {
  const found = new RegExp(`<${name}>([^]*?)</${name}>`).exec(packet)?.[1];
  return plain((found ?? `no ${name}`).replace(/<[^>]*>/g, ''));
};

describeWith('qpdf', 'what every file says of itself', () => {
  test.each(everyFile)('%s, %s: Info and metadata say the same', async (...file) => {
    const pdf = await pdfOf(...file);
    const info = pdf.dict(pdf.trailer['/Info']);
    const packet = packetOf(pdf);
    const entry = (key: string): string => textOf(info[key]) ?? `no ${key}`;
    expect(entry('/Title')).toContain(' – ');
    expect(property(packet, 'dc:title')).toBe(entry('/Title'));
    expect(property(packet, 'dc:creator')).toBe(entry('/Author'));
    expect(property(packet, 'dc:description')).toBe(entry('/Subject'));
    expect(property(packet, 'xmp:CreatorTool')).toBe(entry('/Creator'));
    expect(property(packet, 'pdf:Producer')).toBe(entry('/Producer'));
    for (const [key, name] of [
      ['/CreationDate', 'xmp:CreateDate'],
      ['/ModDate', 'xmp:ModifyDate'],
    ] as const) {
      const [, year, month, day, hour, minute, second] = /^D:(\d{4})(..)(..)(..)(..)(..)Z$/.exec(entry(key))!;
      expect(property(packet, name)).toBe(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      expect(property(packet, name)).toBe('2025-03-20T00:00:00Z');
    }
  });

  test.each(everyFile)('%s, %s: claims PDF/UA-1 and PDF/A-2a, once', async (...file) => {
    const packet = packetOf(await pdfOf(...file));
    for (const [name, value] of [
      ['pdfuaid:part', '1'],
      ['pdfaid:part', '2'],
      ['pdfaid:conformance', 'A'],
      ['dc:format', 'application/pdf'],
      ['dc:language', 'en-GB'],
    ] as const) {
      expect([name, packet.split(`<${name}>`).length, property(packet, name)]).toEqual([name, 2, value]);
    }
    expect(packet).toContain('xml:lang="x-default"');
  });

  test.each(everyFile)('%s, %s: language, title in the window’s bar, sRGB', async (...file) => {
    const pdf = await pdfOf(...file);
    const { catalog } = pdf;
    expect(textOf(catalog['/Lang'])).toBe('en-GB');
    expect(pdf.dict(catalog['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true);
    const intents = pdf.array(catalog['/OutputIntents']).map((intent) => pdf.dict(intent));
    expect(intents.map((intent) => [intent['/S'], textOf(intent['/OutputConditionIdentifier'])])).toEqual([
      ['/GTS_PDFA1', 'sRGB'],
    ]);
    expect(pdf.dict(intents[0]!['/DestOutputProfile'])['/N']).toBe(3);
    // What the metadata say must be found without unpacking (ISO 19005-2, 6.6.2.1).
    expect(pdf.dict(catalog['/Metadata'])).not.toHaveProperty('/Filter');
  });

  test('awkward names survive, in Info and in the packet', async () => {
    const pdf = await pdfOf('leaflet', 'awkward');
    const title = `Candidate security guidance for local elections – ${AWKWARD.area}, ${AWKWARD.council}`;
    expect(textOf(pdf.dict(pdf.trailer['/Info'])['/Title'])).toBe(title);
    expect(property(packetOf(pdf), 'dc:title')).toBe(title);
    expect(packetOf(pdf)).toContain('Llŷr &amp; Tŵr (De) &lt;C&gt; ward, Cyngor “Ŵyl” &amp; &lt;Ynys&gt; \\ (a)<');
    expect(packetOf(pdf).match(/&(?!(amp|lt|gt|quot|apos);)/g)).toBeNull();
  });
});

describeWith('poppler', 'to a reader', () => {
  test('title, author and standard are what they are', async () => {
    const printed = onFile(await bytesOf('leaflet', 'awkward'), (path) => output('pdfinfo', [path]));
    expect(printed).toContain(`Title:           Candidate security guidance for local elections – ${AWKWARD.area}`);
    expect(printed).toContain(`Author:          ${AWKWARD.council}`);
    expect(printed).toMatch(/Tagged: +yes/);
    expect(printed).toMatch(/PDF version: +1\.7/);
  });
});

test('characters that XML cannot hold are left out of the packet', () => {
  const packet = xmp({
    title: 'a\u0000b\u0007c\u001f]]>',
    author: '"A" & \'B\'',
    subject: 'y',
    language: 'cy',
    date: new Date('2025-03-20T00:00:00Z'),
  });
  // oxlint-disable-next-line no-control-regex
  expect(packet).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  expect(property(packet, 'dc:title')).toBe('abc]]>');
  expect(packet).toContain('<rdf:li>&quot;A&quot; &amp; &apos;B&apos;</rdf:li>');
});

type Item = { readonly title: string; readonly page: number; readonly y: number; readonly items: readonly Item[] };

/** The bookmarks below an entry, with the count that it must have: all below it, for all are open. */
const itemsOf = (pdf: Pdf, entry: Dict): Item[] => {
  const items: Item[] = [];
  let previous: Json | undefined;
  for (let at: Json | undefined = entry['/First']; at !== undefined; at = pdf.dict(at)['/Next']) {
    const item = pdf.dict(at);
    expect(item['/Prev']).toEqual(previous);
    const [page, fit, , y] = pdf.array(item['/Dest']);
    expect(fit).toBe('/XYZ');
    items.push({
      title: textOf(item['/Title'])!,
      page: pdf.pages.indexOf(String(page)),
      y: Number(y),
      items: itemsOf(pdf, item),
    });
    previous = at;
  }
  expect(entry['/Last']).toEqual(previous);
  expect(entry['/Count'] ?? 0).toBe(count(items));
  return items;
};

const count = (items: readonly Item[]): number => items.reduce((sum, item) => sum + 1 + count(item.items), 0);

const flat = (items: readonly Item[], level = 1): (Item & { readonly level: number })[] =>
  items.flatMap((item) => [{ ...item, level }, ...flat(item.items, level + 1)]);

describeWith('qpdf', 'bookmarks', () => {
  test.each(councilNames)('of the leaflet for %s are its headings, nested, and lead to them', async (council) => {
    const pdf = await pdfOf('leaflet', council);
    const read = reader(pdf);
    const headings = ofType(treeOf(pdf), /^H\d$/).map((element) => ({
      title: read(unnumbered(element)).replace(/\s+/g, ' ').trim(),
      level: Number(element.type.slice(1)),
      content: unnumbered(element).kids[0]!,
    }));
    const found = flat(itemsOf(pdf, pdf.dict(pdf.catalog['/Outlines'])));
    expect(found.map(({ title, level }) => [title, level])).toEqual(headings.map(({ title, level }) => [title, level]));
    found.forEach(({ page, y }, i) => {
      const { content } = headings[i]!;
      if (content.kind !== 'content') throw new Error('a heading without words');
      expect(pdf.pages[page]).toBe(content.page);
      const baseline = baselineOf(pdf, content.page, content.mcid);
      // The first line's baseline is less than a line below.
      expect([y > baseline, y - baseline < 32]).toEqual([true, true]);
    });
    expect(pdf.catalog['/PageMode']).toBe('/UseOutlines');
  });

  test('are not made for two pages', async () => {
    const { catalog } = await pdfOf('wallet-card');
    expect([catalog['/Outlines'], catalog['/PageMode']]).toEqual([undefined, undefined]);
  });

  test('of many levels count all that is below them', () => {
    const document = new Document({ title: 'x', author: 'x', subject: 'x', language: 'en', date: new Date(0) });
    const levels = [1, 2, 3, 4, 3, 2, 1, 3];
    levels.forEach((level, i) => {
      const page = document.addPage(100, 100);
      document.addBookmark({ level, title: `Heading ${i} (${level})`, page, x: 10, y: 90 - i });
    });
    const pdf = readPdf(document.finish().bytes);
    const items = itemsOf(pdf, pdf.dict(pdf.catalog['/Outlines']));
    expect(flat(items).map(({ level, page, y }) => [level, page, y])).toEqual(
      [1, 2, 3, 4, 3, 2, 1, 2].map((level, i) => [level, i, 90 - i]),
    );
  });
});

/** Where the first words of a marked content stand. */
const baselineOf = (pdf: Pdf, page: string, mcid: number): number => {
  const content = pdf.content(page);
  const from = content.indexOf(`/MCID ${mcid}>>`);
  return Number(/1 0 0 1 \S+ (\S+) Tm/.exec(content.slice(from))![1]);
};
