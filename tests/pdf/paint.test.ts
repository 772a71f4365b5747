import { describe, expect, test } from 'vitest';
import type { Metadata } from '../../src/pdf/context.ts';
import { paint } from '../../src/pdf/paint.ts';
import { xmp } from '../../src/pdf/xmp.ts';
import type { LaidNode, LaidPage } from '../../src/typeset/laid.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { example, setOf } from '../sources.ts';
import { textBoxes, textLines } from '../typeset/laid-text.ts';
import { operatorsOf, type Pdf, readPdf, textString } from './reading.ts';

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
    const info = pdf.find(/\/Producer/)!;
    const entry = (key: string): string => textString(pdf.follow(info, key).text);
    expect(['Title', 'Author', 'Subject', 'Creator', 'Producer'].map(entry)).toEqual([
      AWKWARD,
      metadata.author,
      metadata.subject,
      'handbill',
      'handbill',
    ]);
    expect(['CreationDate', 'ModDate'].map(entry)).toEqual(['D:20250320000000Z', 'D:20250320000000Z']);
  });

  test('the metadata packet says the same, escaped', async () => {
    const pdf = await files.card;
    const packet = pdf.follow(pdf.find(/\/Type \/Catalog/)!, 'Metadata');
    expect(packet.text).toMatch(/\/Subtype \/XML/);
    const text = Buffer.from(packet.stream!, 'latin1').toString('utf8');
    expect(text).toBe(xmp(metadata));
    expect(text).toContain('A &amp; B &lt;“Ŵyl y Bont-faen”&gt; &quot;x&quot; \\ (y');
    expect(text).toContain('<rdf:li>Cyngor Sir Llanfair-y-Ŵyl</rdf:li>');
    expect(text).toContain('<xmp:CreateDate>2025-03-20T00:00:00Z</xmp:CreateDate>');
    expect(text.match(/&(?!(amp|lt|gt|quot|apos);)/g)).toBeNull();
    expect(pdf.all(/\/Subtype \/XML/)).toHaveLength(1);
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

  test('language, and that its title is shown', async () => {
    const pdf = await files.card;
    const catalog = pdf.find(/\/Type \/Catalog/)!;
    expect(catalog.text).toContain('/Lang (en-GB)');
    expect(pdf.follow(catalog, 'ViewerPreferences').text).toContain('/DisplayDocTitle true');
  });
});

describe.each(names)('the %s', (name) => {
  test('has a page for each that was laid out, of its size', async () => {
    const [pdf, pages] = [await files[name], await pagesOf[name]];
    const boxes = pdf.pages.map(({ text }) => /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)?.slice(1).map(Number));
    expect(boxes).toEqual(pages.map(({ width, height }) => [expect.closeTo(width, 3), expect.closeTo(height, 3)]));
    for (const { text } of pdf.pages) expect(text).not.toContain('UserUnit');
  });

  test('embeds each face once, as a subset, and no standard font', async () => {
    const pdf = await files[name];
    const fonts = pdf.all(/\/Type \/Font\b/);
    const bases = fonts.map(({ text }) => /\/BaseFont \/(\S+)/.exec(text)?.[1]);
    for (const base of bases) expect(base).toMatch(/^[A-Z]{6}\+AtkinsonHyperlegibleNext-(Regular|Bold)$/);
    expect(pdf.all(/\/Subtype \/Type0/)).toHaveLength(2);
    expect(pdf.all(/\/Subtype \/Type1\b/)).toHaveLength(0);
    for (const font of pdf.all(/\/Subtype \/CIDFontType2/)) {
      expect(pdf.follow(pdf.follow(font, 'FontDescriptor'), 'FontFile2').stream!.length).toBeGreaterThan(1000);
    }
  });

  test('says of every glyph what it reads as; a space that must not break is a space', async () => {
    const pdf = await files[name];
    for (const font of pdf.all(/\/Subtype \/Type0/)) {
      const map = pdf.follow(font, 'ToUnicode').stream!;
      const entries = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) => list.match(/<[0-9a-f]+>/g) ?? []);
      expect(entries.length).toBeGreaterThan(10);
      expect(entries).toContain('<0020>');
      expect(entries).not.toContain('<00a0>');
      // The first is the glyph for what is missing: nothing on a page uses it.
      expect(entries.slice(1)).not.toContain('<0000>');
    }
    const shown = pdf.pages.map((page) => /<(?:[0-9a-f]{4})*?0000/.test(pdf.follow(page, 'Contents').stream!));
    expect(shown).not.toContain(true);
  });

  test('uses the operators that we know, balanced, and no number that a reader cannot read', async () => {
    const pdf = await files[name];
    const known = 'q Q cm rg RG w m l c v y h re n S f f* B B* BT ET Tf Tm TJ'.split(' ');
    for (const page of pdf.pages) {
      const content = pdf.follow(page, 'Contents').stream!;
      const operators = operatorsOf(content);
      const count = (wanted: string): number => operators.filter((operator) => operator === wanted).length;
      expect([...new Set(operators)].filter((operator) => !known.includes(operator))).toEqual([]);
      expect([count('BT'), count('q')]).toEqual([count('ET'), count('Q')]);
      expect(count('TJ')).toBeGreaterThan(3);
      expect(/\de[-+]?\d|NaN|Infinity|undefined/.exec(content.replace(/<\w*>/g, ''))).toBeNull();
    }
  });
});

type LaidLine = NonNullable<LaidNode['lines']>[number];

/** The lines of every text, in the order of `textBoxes`. */
const linesOf = (pages: readonly LaidPage[]): (readonly LaidLine[])[] => {
  const found: (readonly LaidLine[])[] = [];
  const visit = (node: LaidNode): void => {
    if (node.lines && node.props.words) found.push(node.lines);
    node.children?.forEach(visit);
  };
  pages.forEach(({ nodes }) => nodes.forEach(visit));
  return found;
};

type Link = {
  readonly page: number;
  readonly rect: readonly number[];
  readonly target: string;
  readonly words: string;
};

/** The links as they should be: over the words that lead somewhere. */
const linksOf = (pages: readonly LaidPage[]): Link[] => {
  const lines = linesOf(pages);
  return textBoxes(pages).flatMap(({ page, left, top }, i) => {
    const { height } = pages[page - 1]!;
    const first = lines[i]![0]!;
    return lines[i]!.flatMap((line) => {
      const y = height - (top + line.box.y - first.box.y);
      let right = left + line.box.x;
      return line.runs.flatMap(({ attributes: { link }, xAdvance, start, end }) => {
        const x = right;
        right += xAdvance;
        if (link === undefined) return [];
        return [
          { page, rect: [x, y - line.height, right, y], target: link, words: line.string.slice(start, end).trim() },
        ];
      });
    });
  });
};

const annotationsOf = (pdf: Pdf) =>
  pdf.pages.flatMap((page, i) => pdf.followAll(page, 'Annots').map(({ text }) => ({ page: i + 1, text })));

const rectOf = (text: string): number[] => /\/Rect \[([^\]]*)\]/.exec(text)![1]!.split(' ').map(Number);

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

describe('links', () => {
  test('lie over their words, say them, and lead where they should', async () => {
    const [pdf, pages] = [await files.leaflet, await pagesOf.leaflet];
    const wanted = linksOf(pages);
    const found = annotationsOf(pdf);
    expect(wanted.length).toBeGreaterThan(25);
    expect(found).toHaveLength(wanted.length);
    wanted.forEach(({ page, rect, target, words }, i) => {
      const { page: foundPage, text } = found[i]!;
      expect([foundPage, rectOf(text)]).toEqual([page, rect.map((value) => expect.closeTo(value, 1))]);
      expect(textString(/\/Contents (\((?:\\[^]|[^\\)])*\))/.exec(text)![1]!)).toBe(words);
      const uri = /\/URI (\((?:\\[^]|[^\\)])*\))/.exec(text)?.[1];
      expect(uri === undefined ? 'inside' : textString(uri)).toBe(target.startsWith('#') ? 'inside' : target);
    });
  });

  test('ring, write and open: numbers, addresses and pages', async () => {
    const schemes = annotationsOf(await files.leaflet).flatMap(({ text }) => /\/URI \((\w+):/.exec(text)?.[1] ?? []);
    expect(new Set(schemes)).toEqual(new Set(['tel', 'mailto', 'https']));
    const uris = annotationsOf(await files.card).map(({ text }) => /\/URI \(([^)]*)\)/.exec(text)?.[1]);
    expect(uris).toEqual([
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
    const inside = annotationsOf(pdf).filter(({ text }) => text.includes('/Dest'));
    // The last link of the guidance, over three lines.
    expect(inside.length).toBeGreaterThan(0);
    const heading = textLines(pages).find(
      ({ text, size }) => size === 20 && text.startsWith('Further information on your personal'),
    )!;
    for (const { text } of inside) {
      const [, page, x, y] = /\/Dest \[(\d+) 0 R \/XYZ ([\d.]+) ([\d.]+) null\]/.exec(text)!.map(Number);
      expect(pdf.pages.findIndex(({ number }) => number === page) + 1).toBe(heading.page);
      expect([x, y]).toEqual([expect.closeTo(heading.left, 1), expect.closeTo(pages[0]!.height - heading.top, 1)]);
    }
  });

  test('that lead nowhere are a fault of ours, not a dead link', async () => {
    const [front] = await pagesOf.card;
    const lost = { ...front!, nodes: front!.nodes.map(leadingTo('#nowhere')) };
    await expect(paint([lost], metadata)).rejects.toThrow('no destination #nowhere');
  });
});

const pageWith = (node: object): LaidPage => ({ width: 100, height: 100, foot: 100, nodes: [node as LaidNode] });

describe('the painter', () => {
  const box = { left: 10, top: 20, width: 30, height: 40 };

  const contentOf = async (node: object): Promise<string> => {
    const pdf = readPdf(await paint([pageWith(node)], metadata));
    return pdf.follow(pdf.pages[0]!, 'Contents').stream!;
  };

  test('paints a block of colour where it lies, counted from below', async () => {
    const content = await contentOf({ type: 'VIEW', props: {}, style: { backgroundColor: '#ff0080' }, box });
    expect(content).toContain('q 1 0 0.502 rg 10 40 30 40 re f Q');
  });

  test('adds up the places of parents', async () => {
    const child = {
      type: 'VIEW',
      props: {},
      style: { backgroundColor: '#000000' },
      box: { left: 1, top: 2, width: 3, height: 4 },
    };
    const content = await contentOf({ type: 'VIEW', props: {}, style: {}, box, children: [child] });
    expect(content).toContain('11 74 3 4 re f');
  });

  test('paints the edge of a panel inside it, at the left', async () => {
    const style = { backgroundColor: '#ffffff', borderLeftColor: '#b00020' };
    const content = await contentOf({ type: 'VIEW', props: {}, style, box: { ...box, borderLeftWidth: 4 } });
    expect(content).toContain('q 0.69 0 0.125 rg 10 40 4 40 re f Q');
  });

  test('scales a drawing into its box', async () => {
    const path = { type: 'PATH', props: { d: 'M0 0 L10 0 L10 10 Z', fill: '#000000' }, style: {}, box };
    const props = { viewBox: { minX: 0, minY: 0, maxX: 10, maxY: 10 } };
    const content = await contentOf({ type: 'SVG', props, style: {}, box: { ...box, height: 30 }, children: [path] });
    expect(content).toContain('q 3 0 0 -3 10 80 cm');
  });

  test('refuses what it does not know, rather than leave it out', async () => {
    await expect(contentOf({ type: 'IMAGE', props: {}, style: {}, box })).rejects.toThrow('knows no IMAGE');
    const circle = { type: 'CIRCLE', props: {}, style: {}, box };
    const props = { viewBox: { minX: 0, minY: 0, maxX: 10, maxY: 10 } };
    await expect(contentOf({ type: 'SVG', props, style: {}, box, children: [circle] })).rejects.toThrow(
      'knows no CIRCLE',
    );
  });
});
