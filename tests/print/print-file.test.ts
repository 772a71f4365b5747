import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/pdf/read/text.ts';
import { press } from '../../src/pipeline.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import type { Purpose } from '../../src/print/purpose.ts';
import { contentOf, numberOfRef, operationsOf, type Pdf, readPdf } from '../pdf/reading.ts';
import { DAY, noClock } from '../sources.ts';
import { loadWelsh, writeWelshProject } from '../welsh.ts';
import { profileOf } from '../preflight/press/made.ts';
import { around, everything, mm, pressAnew, pressed, printed, profile, purposes, sourcesOf } from './pressed.ts';

const councilPrint = profileOf('council-print');

const trims = {
  leaflet: [210, 297],
  'large-print': [210, 297],
  booklet: [148, 210],
  trifold: [297, 210],
  'trifold-z': [297, 210],
  'wallet-card': [85.6, 53.98],
  'folded-card': [171.2, 53.98],
  poster: [297, 420],
} as const;

const inMm = (box: readonly number[]): number[] => box.map((length) => Math.round((length / mm) * 100) / 100);

const boxesOf = (pdf: Pdf, key: string): number[][] => pdf.pages.map(({ dict }) => inMm(pdf.numbers(dict, key)));

/** The words of each page with their places on the trimmed page, in hundredths of a point. */
const placed = (pdf: Pdf, surround: number): string[][] =>
  pdf.pages.map((page) =>
    linesOf(page).map(({ text, x, y, size, pieces }) => {
      const end = pieces.at(-1)!.end;
      const places = [x, y, end[0]].map((at) => Math.round((at - surround * mm) * 100));
      return `${text} @ ${places.join(' ')} ${size.toFixed(2)}`;
    }),
  );

/** Where the bookmarks of the leaflet lead, on the trimmed page. */
const bookmarksOf = async (name: 'screen' | 'marked'): Promise<number[][]> => {
  const pdf = readPdf((await pressed('leaflet', 'anyshire', name)).bytes);
  const root = pdf.at(pdf.file.trailer, 'Root', 'dict');
  const found: number[][] = [];
  const walk = (from: typeof root, key: string): void => {
    if (!from.entries.has(key)) return;
    const item = pdf.at(from, key, 'dict');
    const [, , x, y] = pdf.list(item, 'Dest');
    found.push([x, y].map((place) => Math.round(Number(place) - around[name] * mm)));
    walk(item, 'First');
    walk(item, 'Next');
  };
  walk(pdf.at(root, 'Outlines', 'dict'), 'First');
  return found;
};

const linksOf = (pdf: Pdf, out: number): number[][] =>
  pdf.all('Subtype', 'Link').map((link) => pdf.numbers(link, 'Rect').map((at) => Math.round(at - out * mm)));

const coloursOf = async (name: 'proof' | 'soft proof'): Promise<Set<string>> => {
  const pdf = readPdf((await pressed('wallet-card', 'anyshire', name)).bytes);
  const fills = pdf.pages.flatMap((page) =>
    operationsOf(contentOf(page)).flatMap(({ operator, operands }) => (operator === 'rg' ? [operands.join(' ')] : [])),
  );
  return new Set(fills);
};

const rounded = (...box: number[]): number[] => box.map((length) => Math.round(length * 100) / 100);

describe('a file for a print unit', () => {
  test.each(everything)('%s of %s: says the same words in the same lines as the screen’s', async (product, council) => {
    const screen = placed(readPdf((await pressed(product, council, 'screen')).bytes), 0);
    const plain = placed(readPdf((await pressed(product, council, 'print')).bytes), around.print);
    expect(screen.flat().length).toBeGreaterThan(10);
    expect(plain).toEqual(screen);
    const marked = placed(readPdf((await pressed(product, council, 'marked')).bytes), around.marked);
    // With marks a line stands outside the page: file, day, page, council.
    const slugs = marked.map((page) => page.filter((line) => line.includes(`${product}.en.print.pdf`)));
    expect(slugs.map((found) => found.length)).toEqual(screen.map(() => 1));
    expect(marked.map((page, i) => page.filter((line) => !slugs[i]!.includes(line)))).toEqual(screen);
  });

  test.each(printed)('%s: has boxes for what is cut and what is bled', async (product) => {
    const [width, height] = trims[product];
    for (const name of ['print', 'marked'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const pdf = readPdf((await pressed(product, 'anyshire', name)).bytes);
      const out = around[name];
      const all = (box: readonly number[]): number[][] => pdf.pages.map(() => [...box]);
      expect(boxesOf(pdf, 'MediaBox')).toEqual(all(rounded(0, 0, width + 2 * out, height + 2 * out)));
      expect(boxesOf(pdf, 'TrimBox')).toEqual(all(rounded(out, out, out + width, out + height)));
      expect(boxesOf(pdf, 'BleedBox')).toEqual(all(rounded(out - 3, out - 3, out + width + 3, out + height + 3)));
    }
  });

  test.each(everything)('%s of %s: holds inks only, no links, no annotations', async (product, council) => {
    const pdf = readPdf((await pressed(product, council, 'marked')).bytes);
    const used = new Set(pdf.pages.flatMap((page) => operationsOf(contentOf(page)).map(({ operator }) => operator)));
    expect([...used].filter((operator) => /^(rg|RG|g|G|Do|sh|BI)$/.test(operator))).toEqual([]);
    expect(used).toContain('k');
    expect(pdf.pages.map(({ dict }) => dict.entries.has('Annots'))).toEqual(pdf.pages.map(() => false));
    expect(pdf.all('S', 'Link')).toEqual([]);
    expect(pdf.all('Subtype', 'Link')).toEqual([]);
  });

  test('claims PDF/X-4 and names its inks, for PDF/X and PDF/A by one profile', async () => {
    const { bytes } = await pressed('leaflet', 'anyshire', 'print');
    const pdf = readPdf(bytes);
    expect(Buffer.from(bytes).subarray(0, 8).toString('latin1')).toBe('%PDF-1.6');
    const root = pdf.at(pdf.file.trailer, 'Root', 'dict');
    const intents = pdf.list(root, 'OutputIntents').map((intent) => pdf.file.dictOf(intent)!);
    expect(intents.map((intent) => pdf.name(intent, 'S'))).toEqual(['GTS_PDFX', 'GTS_PDFA1']);
    expect(intents.map((intent) => pdf.text(intent, 'OutputConditionIdentifier'))).toEqual(['FOGRA39', 'FOGRA39']);
    const [one, other] = intents.map((intent) => numberOfRef(intent.entries.get('DestOutputProfile')));
    expect(one).toBe(other);
    expect(Buffer.from(pdf.stream(intents[0]!, 'DestOutputProfile'), 'latin1').equals(profile.bytes)).toBe(true);
    expect(pdf.name(pdf.info, 'Trapped')).toBe('False');
    const packet = Buffer.from(pdf.stream(root, 'Metadata'), 'latin1').toString('utf8');
    for (const claim of [
      '<pdfxid:GTS_PDFXVersion>PDF/X-4<',
      '<pdf:Trapped>False<',
      '<xmpMM:RenditionClass>default<',
      '<pdfuaid:part>1<',
      '<pdfaid:conformance>A<',
    ])
      expect(packet).toContain(claim);
    expect(packet).toMatch(
      /<xmpMM:DocumentID>uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</,
    );
  });

  test('keeps its bookmarks, which lead to the same places', async () => {
    const screen = await bookmarksOf('screen');
    expect(screen.length).toBeGreaterThan(5);
    expect(await bookmarksOf('marked')).toEqual(screen);
  });

  test.each(everything)(
    '%s of %s: preflight finds nothing in it, for readers or for a print unit',
    async (product, council) => {
      const { bytes } = await pressed(product, council, 'marked');
      const found: unknown[] = [];
      preflight({ bytes, path: 'file.pdf' }, ['accessible', councilPrint], (diagnostic) => found.push(diagnostic));
      expect(found).toEqual([]);
    },
  );

  test.each(printed)('%s: is the same bytes each time', async (product) => {
    const again = await pressAnew(product, sourcesOf('anyshire'), purposes.marked);
    const first = await pressed(product, 'anyshire', 'marked');
    expect(Buffer.from(again.file!.bytes).equals(first.bytes)).toBe(true);
    expect(again.file!.ticket).toBe(first.ticket);
  });
});

test('a leaflet and a card in two languages are made for print with the same words', async () => {
  const folder = writeWelshProject();
  const { sources, second } = loadWelsh(folder, () => {});
  rmSync(folder, { recursive: true });
  for (const product of ['leaflet', 'wallet-card'] as const) {
    const found: string[] = [];
    const make = (purpose: Purpose) =>
      press(
        { product, sources, second: second!, status: 'draft', day: DAY, purpose, file: 'a.pdf' },
        ({ severity, message }) => severity === 'error' && found.push(message),
        noClock,
      );
    // oxlint-disable-next-line no-await-in-loop
    const [screen, print] = [await make(purposes.screen), await make(purposes.print)];
    expect(found).toEqual([]);
    expect(placed(readPdf(print!.bytes), around.print)).toEqual(placed(readPdf(screen!.bytes), 0));
    expect(print!.ticket).toContain('a draft, not to be printed');
  }
});

describe('a proof', () => {
  test.each(['proof', 'soft proof'] as const)('%s: is the screen’s file with lines over it', async (name) => {
    const screen = readPdf((await pressed('leaflet', 'anyshire', 'screen')).bytes);
    const proof = readPdf((await pressed('leaflet', 'anyshire', name)).bytes);
    const words = placed(screen, 0);
    const proofWords = placed(proof, around.proof);
    words.forEach((page, i) => expect(proofWords[i]!.filter((line) => page.includes(line))).toEqual(page));
    expect(proof.all('Subtype', 'Link').length).toBe(screen.all('Subtype', 'Link').length);
    // Links stand over their words: as far from the corner of the page as on the screen.
    expect(linksOf(proof, around.proof)).toEqual(linksOf(screen, 0));
  });

  test('names the frames and what each line means', async () => {
    const proof = readPdf((await pressed('wallet-card', 'anyshire', 'proof')).bytes);
    const words = proof.pages.map((page) => linesOf(page).map(({ text }) => text.trim()));
    expect(words[0]).toEqual(expect.arrayContaining(['council name', 'what to say', 'safe area 3 mm', 'bleed 3 mm']));
    expect(words[1]).toEqual(expect.arrayContaining(['contacts', 'QR code', 'cut', 'frames']));
  });

  test('shows other colours where a press would', async () => {
    // #0b4f35, and what is left of it on paper.
    expect(await coloursOf('proof')).toContain('0.043 0.31 0.208');
    expect(await coloursOf('soft proof')).not.toContain('0.043 0.31 0.208');
  });
});
