import { describe, expect, test } from 'vitest';
import type { Metadata } from '../../src/pdf/document.ts';
import { paint } from '../../src/pdf/paint.ts';
import { isA, nameOf, numberOf, type PdfDict, type PdfObject } from '../../src/pdf/read/objects.ts';
import type { PdfPage } from '../../src/pdf/read/pages.ts';
import { linesOf as linesOfPage } from '../../src/pdf/read/text.ts';
import { xmp } from '../../src/pdf/xmp.ts';
import { type LaidNode, type LaidPage, placedAt } from '../../src/typeset/laid.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { example, setOf } from '../sources.ts';
import { textLines } from '../typeset/laid-text.ts';
import { contentOf, numberOfRef, type Operation, operationsOf, type Pdf, readPdf } from './reading.ts';

const AWKWARD = 'A & B <“Ŵyl y Bont-faen”> "x" \\ (y';

const metadata: Metadata = {
  title: AWKWARD,
  author: 'Cyngor Sir Llanfair-y-Ŵyl',
  subject: 'Guidance, HM Government, May 2025',
  language: 'en-GB',
  date: new Date('2025-03-20T00:00:00Z'),
};

const pagesOf = {
  leaflet: setOf(leaflet, example()).then(({ pages }) => pages),
  card: setOf(walletCard, example()).then(({ pages }) => pages),
} as const;

const read = async (pages: Promise<readonly LaidPage[]>): Promise<Pdf> => readPdf(await paint(await pages, metadata));
const files = { leaflet: read(pagesOf.leaflet), card: read(pagesOf.card) } as const;

const names = ['leaflet', 'card'] as const;

describe('what the file says of itself', () => {
  test('the Info dictionary', async () => {
    const pdf = await files.card;
    const entry = (key: string): string => pdf.text(pdf.info, key);
    expect(['Title', 'Author', 'Subject', 'Creator', 'Producer'].map(entry)).toEqual([
      AWKWARD,
      metadata.author,
      metadata.subject,
      'handbill',
      'handbill',
    ]);
    expect(['CreationDate', 'ModDate'].map(entry)).toEqual(['D:20250320000000Z', 'D:20250320000000Z']);
    expect(pdf.info.entries.size).toBe(7);
  });

  test('the metadata packet says the same, escaped', async () => {
    const pdf = await files.card;
    const packet = pdf.at(pdf.file.catalog, 'Metadata', 'stream');
    expect([pdf.name(packet.dict, 'Type'), pdf.name(packet.dict, 'Subtype')]).toEqual(['Metadata', 'XML']);
    // Whoever looks for a packet looks for it in clear.
    expect(packet.dict.entries.has('Filter')).toBe(false);
    const text = Buffer.from(packet.raw).toString('utf8');
    expect(text).toBe(xmp(metadata));
    expect(text).toContain('A &amp; B &lt;“Ŵyl y Bont-faen”&gt; &quot;x&quot; \\ (y');
    expect(text).toContain('<rdf:li>Cyngor Sir Llanfair-y-Ŵyl</rdf:li>');
    expect(text).toContain('<xmp:CreateDate>2025-03-20T00:00:00Z</xmp:CreateDate>');
    expect(text.match(/&(?!(amp|lt|gt|quot|apos);)/g)).toBeNull();
    expect(pdf.all('Subtype', 'XML')).toHaveLength(1);
  });

  test('the packet claims PDF/UA-1 and PDF/A-2a, and nothing else', () => {
    const claims = [...xmp(metadata).matchAll(/<(pdf\w+id:\w+)>([^<]*)</g)].map(([, key, value]) => [key, value]);
    expect(claims).toEqual([
      ['pdfuaid:part', '1'],
      ['pdfaid:part', '2'],
      ['pdfaid:conformance', 'A'],
    ]);
  });

  test('the packet is well formed: every element is closed, and nothing XML cannot hold is in it', () => {
    const text = xmp({ ...metadata, title: 'a\u0000b\u0007c]]>' });
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const unclosed: string[] = [];
    for (const [, close, name = '', empty] of text.matchAll(/<(\/)?([a-z][\w:]*)[^<>]*?(\/)?>/gi)) {
      if (close && unclosed.at(-1) === name) unclosed.pop();
      else if (!empty) unclosed.push(name);
    }
    expect(unclosed).toEqual([]);
  });

  test('language, that its title is shown, and that it is tagged', async () => {
    const pdf = await files.card;
    const { catalog } = pdf.file;
    expect(pdf.text(catalog, 'Lang')).toBe('en-GB');
    expect(pdf.file.get(pdf.at(catalog, 'ViewerPreferences', 'dict'), 'DisplayDocTitle')).toBe(true);
    expect(pdf.file.get(pdf.at(catalog, 'MarkInfo', 'dict'), 'Marked')).toBe(true);
  });
});

/** Operators that paint: text, and paths. */
const PAINTS = ['TJ', 'S', 'f', 'f*', 'B', 'B*'];

/** The strings that an operator shows, as codes of two bytes. */
const codesOf = ({ operands }: Operation): number[] =>
  [operands[0] ?? null].flat().flatMap((item) => {
    if (!isA(item as PdfObject, 'string')) return [];
    const { bytes } = item as { readonly bytes: string };
    expect(bytes.length % 2).toBe(0);
    return Array.from({ length: bytes.length / 2 }, (_, i) => Buffer.from(bytes, 'latin1').readUInt16BE(2 * i));
  });

/** The codes that a page shows, by the name of their font. */
const shownBy = (page: PdfPage): Map<string, Set<number>> => {
  const shown = new Map<string, Set<number>>();
  let font = '';
  for (const operation of operationsOf(contentOf(page))) {
    if (operation.operator === 'Tf') font = nameOf(operation.operands[0])!;
    if (operation.operator !== 'TJ') continue;
    if (!shown.has(font)) shown.set(font, new Set());
    for (const code of codesOf(operation)) shown.get(font)!.add(code);
  }
  return shown;
};

/** What each operator that closes something closes. */
const CLOSES: Readonly<Record<string, string>> = { Q: 'q', ET: 'BT', EMC: 'BDC' };
const OPENS = Object.values(CLOSES);

/** Operators that stand where they may not: painting outside marked content, or what is open crossing. */
const misplaced = (operations: readonly Operation[]): string[] => {
  const open: string[] = [];
  const found = operations.flatMap(({ operator }) => {
    const within = open.join(' ');
    const isMisplaced =
      (operator === 'BDC' && open.length > 0) ||
      (PAINTS.includes(operator) && open[0] !== 'BDC') ||
      (CLOSES[operator] !== undefined && open.pop() !== CLOSES[operator]);
    if (OPENS.includes(operator)) open.push(operator);
    return isMisplaced ? [`${operator} in [${within}]`] : [];
  });
  return [...found, ...open.map((operator) => `${operator} is never closed`)];
};

/** The elements of a page's marked contents, in the order of their MCIDs. */
const elementsOf = (pdf: Pdf, { dict }: PdfPage): PdfDict[] => {
  const tree = pdf.at(pdf.at(pdf.file.catalog, 'StructTreeRoot', 'dict'), 'ParentTree', 'dict');
  const numbers = pdf.list(tree, 'Nums');
  const at = numbers.findIndex((item, i) => i % 2 === 0 && item === pdf.file.get(dict, 'StructParents'));
  return (pdf.file.resolve(numbers[at + 1]) as readonly PdfObject[]).map((item) => pdf.file.dictOf(item)!);
};

describe.each(names)('the %s', (name) => {
  test('has a page for each that was laid out, of its size', async () => {
    const [pdf, pages] = [await files[name], await pagesOf[name]];
    const boxes = pdf.pages.map(({ dict }) => pdf.numbers(dict, 'MediaBox'));
    expect(boxes).toEqual(
      pages.map(({ width, height }) => [0, 0, expect.closeTo(width, 3), expect.closeTo(height, 3)]),
    );
    for (const { dict } of pdf.pages) {
      expect(dict.entries.has('UserUnit')).toBe(false);
      // The tabulator goes by the structure.
      expect(pdf.name(dict, 'Tabs')).toBe('S');
    }
  });

  test('embeds each face once, as a subset, and no standard font', async () => {
    const pdf = await files[name];
    const fonts = pdf.all('Type', 'Font');
    expect(fonts).toHaveLength(4);
    const bases = fonts.map((font) => pdf.name(font, 'BaseFont'));
    for (const base of bases) expect(base).toMatch(/^[A-Z]{6}\+AtkinsonHyperlegibleNext-(Regular|Bold)$/);
    expect(new Set(bases).size).toBe(2);
    expect(pdf.all('Subtype', 'Type0')).toHaveLength(2);
    expect(pdf.all('Subtype', 'Type1')).toHaveLength(0);
    const descendants = pdf.all('Subtype', 'CIDFontType2');
    expect(descendants).toHaveLength(2);
    for (const font of descendants) {
      const descriptor = pdf.at(font, 'FontDescriptor', 'dict');
      const { dict } = pdf.at(descriptor, 'FontFile2', 'stream');
      const file = pdf.stream(descriptor, 'FontFile2');
      expect(file.length).toBeGreaterThan(1000);
      expect(pdf.file.get(dict, 'Length1')).toBe(file.length);
      expect(pdf.name(descriptor, 'FontName')).toBe(pdf.name(font, 'BaseFont'));
    }
  });

  test('says of every glyph what it reads as; a space that must not break is a space', async () => {
    const pdf = await files[name];
    const maps = new Map<string, Map<number, string>>();
    const widths = new Map<string, number>();
    const fonts = pdf.at(pdf.pages[0]!.resources, 'Font', 'dict');
    for (const [resource, reference] of fonts.entries) {
      const font = pdf.file.dictOf(reference)!;
      const map = pdf.stream(font, 'ToUnicode');
      const blocks = [...map.matchAll(/^(\d+) beginbfchar\n([^]*?)\nendbfchar$/gm)];
      const entries = blocks.flatMap(([, count, block = '']) => {
        const lines = block.split('\n');
        expect([lines.length, lines.length <= 100]).toEqual([Number(count), true]);
        return lines.map((line) => {
          const [, code = '', text = ''] = /^<([0-9a-f]{4})> <((?:[0-9a-f]{4})+)>$/.exec(line)!;
          return [Number.parseInt(code, 16), text] as const;
        });
      });
      expect(entries.length).toBeGreaterThan(10);
      const said = new Map(entries);
      expect(said.size).toBe(entries.length);
      const texts = [...said.values()];
      expect(texts).toContain('0020');
      // Neither a space that must not break nor nothing, alone or in a ligature.
      expect(texts.filter((text) => /^(....)*(00a0|0000)/.test(text))).toEqual([]);
      // The first is the glyph for what is missing: nothing on a page uses it.
      expect(said.has(0)).toBe(false);
      maps.set(resource, said);
      const [descendant] = pdf.list(font, 'DescendantFonts');
      const [first, each] = pdf.list(pdf.file.dictOf(descendant)!, 'W');
      expect(first).toBe(0);
      widths.set(resource, (each as readonly PdfObject[]).length);
    }
    expect(maps.size).toBe(2);
    const nameless = pdf.pages.flatMap((page) =>
      [...shownBy(page)].flatMap(([font, codes]) =>
        [...codes].filter((code) => !maps.get(font)!.has(code) || code >= widths.get(font)!),
      ),
    );
    expect(pdf.pages.map((page) => shownBy(page).size)).not.toContain(0);
    expect(nameless).toEqual([]);
  });

  test('uses the operators that we know, balanced, and no number that a reader cannot read', async () => {
    const pdf = await files[name];
    const known = 'q Q cm rg RG w m l c v y h re n S f f* B B* BT ET Tf Tm TJ BDC EMC'.split(' ');
    for (const page of pdf.pages) {
      const content = contentOf(page);
      const operators = operationsOf(content).map(({ operator }) => operator);
      const count = (wanted: string): number => operators.filter((operator) => operator === wanted).length;
      expect([...new Set(operators)].filter((operator) => !known.includes(operator))).toEqual([]);
      expect([count('BT'), count('q'), count('BDC')]).toEqual([count('ET'), count('Q'), count('EMC')]);
      expect(count('TJ')).toBeGreaterThan(3);
      expect(/\de[-+]?\d|NaN|Infinity|undefined/.exec(content.replace(/<\w*>/g, ''))).toBeNull();
    }
  });

  test('paints nothing outside marked content, which never stands in another, nor in part within a `q` or a text', async () => {
    for (const page of (await files[name]).pages) {
      expect(misplaced(operationsOf(contentOf(page)))).toEqual([]);
    }
  });

  test('marks what is read as the element that it belongs to, and what is not as an artifact', async () => {
    const pdf = await files[name];
    for (const page of pdf.pages) {
      const marks = operationsOf(contentOf(page)).filter(({ operator }) => operator === 'BDC');
      const tagged = marks.flatMap(({ operands: [tag, properties] }) =>
        nameOf(tag) === 'Artifact' ? [] : [[nameOf(tag), (properties as PdfDict).entries.get('MCID')]],
      );
      const elements = elementsOf(pdf, page).map((element) => pdf.name(element, 'S'));
      expect(elements.length).toBeGreaterThan(3);
      expect(tagged).toEqual(elements.map((type, mcid) => [type, mcid]));
      const artifacts = marks.flatMap(({ operands: [tag, properties] }) =>
        nameOf(tag) === 'Artifact' ? [pdf.name(properties as PdfDict, 'Type')] : [],
      );
      expect(artifacts.filter((type) => type !== 'Layout' && type !== 'Pagination')).toEqual([]);
    }
  });
});

/** A text as it should be read: spaces are spaces, and none at its ends. */
const fold = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

type LaidLine = NonNullable<LaidNode['lines']>[number];

type LaidText = {
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly node: LaidNode;
  readonly lines: readonly LaidLine[];
};

/** Every text that is read, in reading order: none of an artifact, or of the head or foot of a page. */
const textsRead = (pages: readonly LaidPage[]): LaidText[] => {
  const found: LaidText[] = [];
  pages.forEach(({ height, nodes }, i) => {
    const visit = (node: LaidNode, x: number, y: number): void => {
      if (['Artifact', 'Header', 'Footer'].includes(node.props.role ?? '')) return;
      const [left, top] = [x + node.box.left, y + node.box.top];
      if (node.lines && node.props.words) found.push({ page: i + 1, left, top, height, node, lines: node.lines });
      for (const child of node.children ?? []) visit(child, left, top);
    };
    for (const node of nodes) visit(node, 0, 0);
  });
  return found;
};

type Link = {
  readonly page: number;
  /** Of each line that it stands on: left, bottom, right, top. */
  readonly rects: readonly (readonly number[])[];
  readonly target: string;
  readonly words: string;
};

/** The links as they should be: over the words that lead somewhere, one for all lines of a page. */
const linksOf = (pages: readonly LaidPage[]): Link[] =>
  textsRead(pages).flatMap(({ page, left, top, height, lines }) => {
    const links = new Map<number, Link>();
    for (const line of lines) {
      const y = height - (top + line.box.y - lines[0]!.box.y);
      let right = left + line.box.x;
      for (const { attributes, xAdvance, start, end } of line.runs) {
        const x = right;
        right += xAdvance;
        if (attributes.link === undefined) continue;
        const { rects, words } = links.get(attributes.run) ?? { rects: [], words: '' };
        links.set(attributes.run, {
          page,
          rects: [...rects, [x, y - line.height, right, y]],
          target: attributes.link,
          words: words + line.string.slice(start, end),
        });
      }
    }
    return [...links.values()].map((link) => ({ ...link, words: fold(link.words) }));
  });

type Annotation = { readonly page: number; readonly number: number; readonly dict: PdfDict };

const annotationsOf = (pdf: Pdf): Annotation[] =>
  pdf.pages.flatMap(({ dict: of }, i) =>
    (of.entries.has('Annots') ? pdf.list(of, 'Annots') : []).map((reference) => {
      const dict = pdf.file.dictOf(reference)!;
      expect(pdf.name(dict, 'Subtype')).toBe('Link');
      return { page: i + 1, number: numberOfRef(reference), dict };
    }),
  );

/** Where a link leads on the web; undefined for one that leads inside the document. */
const addressOf = (pdf: Pdf, { dict }: Annotation): string | undefined => {
  if (!dict.entries.has('A')) return undefined;
  const action = pdf.at(dict, 'A', 'dict');
  expect([pdf.name(action, 'S'), dict.entries.has('Dest')]).toEqual(['URI', false]);
  return pdf.text(action, 'URI');
};

const close = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 1));

const around = (rects: readonly (readonly number[])[]): number[] =>
  [Math.min, Math.min, Math.max, Math.max].map((outer, i) => outer(...rects.map((rect) => rect[i]!)));

/** The corners of rectangles as links have them: upper left, upper right, lower left, lower right. */
const corners = (rects: readonly (readonly number[])[]): number[] =>
  rects.flatMap(([left = 0, bottom = 0, right = 0, top = 0]) => [left, top, right, top, left, bottom, right, bottom]);

/** The node with all its links leading elsewhere. */
const leadingTo =
  (link: string) =>
  (node: LaidNode): LaidNode => ({
    ...node,
    ...(node.children && { children: node.children.map(leadingTo(link)) }),
    ...(node.lines && {
      lines: node.lines.map((line) => ({
        ...line,
        runs: line.runs.map((run) => ({ ...run, attributes: { ...run.attributes, link } })),
      })),
    }),
  });

const shown = (pdf: Pdf): string[] => pdf.pages.flatMap((page) => linesOfPage(page).map(({ text }) => fold(text)));

describe('links', () => {
  test.for(names)('lie over their words, say them, and lead where they should: the %s', async (name) => {
    const [pdf, pages] = [await files[name], await pagesOf[name]];
    const wanted = linksOf(pages);
    const found = annotationsOf(pdf);
    expect(wanted.length).toBeGreaterThan(name === 'leaflet' ? 25 : 5);
    expect(found).toHaveLength(wanted.length);
    wanted.forEach(({ page, rects, target, words }, i) => {
      const { page: foundPage, dict } = found[i]!;
      expect([foundPage, pdf.numbers(dict, 'Rect')]).toEqual([page, close(around(rects))]);
      const quads = dict.entries.has('QuadPoints') ? pdf.numbers(dict, 'QuadPoints') : [];
      expect(quads).toEqual(rects.length > 1 ? close(corners(rects)) : []);
      expect(pdf.text(dict, 'Contents')).toBe(words);
      expect(addressOf(pdf, found[i]!) ?? 'inside').toBe(target.startsWith('#') ? 'inside' : target);
    });
  });

  test('over several lines are one, with a part on each', async () => {
    const pdf = await files.leaflet;
    const parts = linksOf(await pagesOf.leaflet).map(({ rects }) => rects.length);
    expect(Math.max(...parts)).toBeGreaterThan(1);
    const quads = annotationsOf(pdf).flatMap(({ dict }) =>
      dict.entries.has('QuadPoints') ? [pdf.numbers(dict, 'QuadPoints').length / 8] : [],
    );
    expect(quads).toEqual(parts.filter((count) => count > 1));
  });

  test.for(names)('are printed, have no frame, and stand under an element of their own: the %s', async (name) => {
    const pdf = await files[name];
    const tree = pdf.at(pdf.at(pdf.file.catalog, 'StructTreeRoot', 'dict'), 'ParentTree', 'dict');
    const numbers = pdf.list(tree, 'Nums');
    const keys = numbers.filter((_, i) => i % 2 === 0);
    expect(keys).toEqual(keys.map((_, i) => i));
    const parents: number[] = [];
    for (const { page, number, dict } of annotationsOf(pdf)) {
      expect([pdf.file.get(dict, 'F'), pdf.numbers(dict, 'Border')]).toEqual([4, [0, 0, 0]]);
      expect(numberOfRef(dict.entries.get('P'))).toBe(pdf.pages[page - 1]!.number);
      const parent = numberOf(pdf.file.get(dict, 'StructParent'))!;
      parents.push(parent);
      const element = pdf.file.dictOf(numbers[2 * parent + 1])!;
      expect(pdf.name(element, 'S')).toBe('Link');
      const held = pdf.list(element, 'K').flatMap((kid) => {
        const dictionary = pdf.file.dictOf(kid);
        const isReference = dictionary && pdf.name(dictionary, 'Type') === 'OBJR';
        return isReference ? [numberOfRef(dictionary.entries.get('Obj'))] : [];
      });
      expect(held).toContain(number);
    }
    expect(parents).toEqual(parents.map((_, i) => pdf.pages.length + i));
  });

  test('ring, write and open: numbers, addresses and pages', async () => {
    const [leafletFile, card] = [await files.leaflet, await files.card];
    const schemes = annotationsOf(leafletFile).flatMap(
      (annotation) => /^(\w+):/.exec(addressOf(leafletFile, annotation) ?? '')?.[1] ?? [],
    );
    expect(new Set(schemes)).toEqual(new Set(['tel', 'mailto', 'https']));
    expect(annotationsOf(card).map((annotation) => addressOf(card, annotation))).toEqual([
      'tel:999',
      'tel:101',
      'tel:01632960001',
      'tel:01632960002',
      'mailto:elections@anyshire.example',
      'mailto:individualsupport@ncsc.gov.uk',
    ]);
  });

  test('inside the document go to the head of the section', async () => {
    const [pdf, pages] = [await files.leaflet, await pagesOf.leaflet];
    const inside = annotationsOf(pdf).filter(({ dict }) => dict.entries.has('Dest'));
    // The last link of the guidance, over three lines.
    expect(inside.length).toBeGreaterThan(0);
    const heading = textLines(pages).find(
      ({ text, size }) => size === 20 && text.startsWith('Further information on your personal'),
    )!;
    for (const { dict } of inside) {
      const [page, kind, x, y, zoom, ...more] = pdf.list(dict, 'Dest');
      expect(pdf.pages.findIndex(({ number }) => number === numberOfRef(page)) + 1).toBe(heading.page);
      expect([nameOf(kind), zoom, more]).toEqual(['XYZ', null, []]);
      expect([x, y]).toEqual(close([heading.left, pages[0]!.height - heading.top]));
    }
  });

  test('of what repeats words read elsewhere, or stands at the foot of a page, have no annotation', async () => {
    const [front] = await pagesOf.card;
    const below = 500;
    const again = placedAt(0, below, front!, 'again', 'again');
    const foot: LaidNode = { ...again, props: { scope: 'foot', role: 'Footer' } };
    const made = async (...nodes: LaidNode[]): Promise<Pdf> => readPdf(await paint([{ ...front!, nodes }], metadata));
    const once = placedAt(0, 0, front!, 'once', 'once');
    const [alone, ...others] = [await made(once), await made(once, again), await made(once, foot)];
    expect(annotationsOf(alone)).toHaveLength(linksOf([front!]).length);
    expect(annotationsOf(alone).length).toBeGreaterThan(0);
    for (const both of others) {
      expect(annotationsOf(both).map(({ dict }) => pdfText(both, dict))).toEqual(
        annotationsOf(alone).map(({ dict }) => pdfText(alone, dict)),
      );
      // Its words are painted all the same.
      expect(shown(both)).toEqual([...shown(alone), ...shown(alone)]);
    }
  });

  test('that lead nowhere are a fault of ours, not a dead link', async () => {
    const [front] = await pagesOf.card;
    const lost = { ...front!, nodes: front!.nodes.map(leadingTo('#nowhere')) };
    await expect(paint([lost], metadata)).rejects.toThrow('no place #nowhere in the document');
  });
});

const pdfText = (pdf: Pdf, dict: PdfDict): string => pdf.text(dict, 'Contents');

const pageWith = (node: object): LaidPage => ({ width: 100, height: 100, foot: 100, nodes: [node as LaidNode] });

const decoration = (...operators: string[]): string[] => ['/Artifact <</Type /Layout>> BDC', ...operators, 'EMC'];

describe('the painter', () => {
  const box = { left: 10, top: 20, width: 30, height: 40 };
  const viewBox = { minX: 0, minY: 0, maxX: 10, maxY: 10 };
  const figure = { role: 'Figure', alt: 'a mark', serial: 1, viewBox };
  const path = { type: 'PATH', props: { d: 'M0 0 L10 0 L10 10 Z', fill: '#000000' }, style: {}, box };

  const madeOf = async (node: object): Promise<Pdf> => readPdf(await paint([pageWith(node)], metadata));

  /** The lines of the page's content. */
  const contentFrom = async (node: object): Promise<string[]> =>
    contentOf((await madeOf(node)).pages[0]!)
      .trimEnd()
      .split('\n');

  test('paints a block of colour where it lies, counted from below', async () => {
    const content = await contentFrom({ type: 'VIEW', props: {}, style: { backgroundColor: '#ff0080' }, box });
    expect(content).toEqual(decoration('q 1 0 0.502 rg 10 40 30 40 re f Q'));
  });

  test('adds up the places of parents', async () => {
    const child = {
      type: 'VIEW',
      props: {},
      style: { backgroundColor: '#000000' },
      box: { left: 1, top: 2, width: 3, height: 4 },
    };
    const content = await contentFrom({ type: 'VIEW', props: {}, style: {}, box, children: [child] });
    expect(content).toEqual(decoration('q 0 0 0 rg 11 74 3 4 re f Q'));
  });

  test('paints the edge of a panel inside it, at the left', async () => {
    const style = { backgroundColor: '#ffffff', borderLeftColor: '#b00020' };
    const content = await contentFrom({ type: 'VIEW', props: {}, style, box: { ...box, borderLeftWidth: 4 } });
    expect(content).toEqual(decoration('q 1 1 1 rg 10 40 30 40 re f Q', 'q 0.69 0 0.125 rg 10 40 4 40 re f Q'));
  });

  test('scales a drawing into its box, and says what it shows and where', async () => {
    const pdf = await madeOf({ type: 'SVG', props: figure, style: {}, box: { ...box, height: 30 }, children: [path] });
    expect(contentOf(pdf.pages[0]!).trimEnd().split('\n')).toEqual([
      '/Figure <</MCID 0>> BDC',
      'q 3 0 0 -3 10 80 cm',
      '0 0 0 rg',
      '0 0 m',
      '10 0 l',
      '10 10 l',
      'h',
      'f',
      'Q',
      'EMC',
    ]);
    const [element, ...more] = elementsOf(pdf, pdf.pages[0]!);
    expect(more).toEqual([]);
    expect([pdf.name(element!, 'S'), pdf.text(element!, 'Alt')]).toEqual(['Figure', 'a mark']);
    expect(pdf.numbers(pdf.at(element!, 'A', 'dict'), 'BBox')).toEqual([10, 50, 40, 80]);
  });

  test.for([
    ['Artifact', '/Artifact <</Type /Layout>> BDC'],
    ['Header', '/Artifact <</Type /Pagination /Subtype /Header>> BDC'],
    ['Footer', '/Artifact <</Type /Pagination /Subtype /Footer>> BDC'],
  ] as const)('what stands in a node of the role %s is one artifact, and no element', async ([role, opening]) => {
    const drawing = { type: 'SVG', props: figure, style: {}, box, children: [path] };
    const style = { backgroundColor: '#000000' };
    const pdf = await madeOf({ type: 'VIEW', props: { role }, style, box, children: [drawing] });
    const content = contentOf(pdf.pages[0]!).trimEnd().split('\n');
    expect([content[0], content.at(-1)]).toEqual([opening, 'EMC']);
    expect(content.filter((line) => /BDC|BMC|EMC/.test(line))).toHaveLength(2);
    expect(content).toContain('q 0 0 0 rg 10 40 30 40 re f Q');
    expect(content).toContain('10 10 l');
    expect(elementsOf(pdf, pdf.pages[0]!)).toEqual([]);
    expect(pdf.all('Type', 'StructElem').map((element) => pdf.name(element, 'S'))).toEqual(['Document']);
  });

  test('refuses what it does not know, rather than leave it out', async () => {
    await expect(madeOf({ type: 'IMAGE', props: {}, style: {}, box })).rejects.toThrow('knows no IMAGE');
    const circle = { type: 'CIRCLE', props: {}, style: {}, box };
    await expect(madeOf({ type: 'SVG', props: figure, style: {}, box, children: [circle] })).rejects.toThrow(
      'knows no CIRCLE',
    );
  });

  test('refuses what cannot be read aloud: words and drawings without a role, a figure without words for it', async () => {
    await expect(madeOf({ type: 'TEXT', props: { serial: 1 }, style: {}, box, lines: [] })).rejects.toThrow(
      'knows no TEXT without a role',
    );
    await expect(madeOf({ type: 'SVG', props: { serial: 1, viewBox }, style: {}, box })).rejects.toThrow(
      'knows no SVG without a role',
    );
    await expect(madeOf({ type: 'SVG', props: { ...figure, alt: '' }, style: {}, box })).rejects.toThrow(
      'knows no figure without words for it',
    );
  });
});
