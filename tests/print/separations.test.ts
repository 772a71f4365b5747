import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { linesOf } from '../../src/pdf/read/text.ts';
import { onFile } from '../pdf/qpdf.ts';
import { readPdf } from '../pdf/reading.ts';
import { describeWith } from '../require.ts';
import { type Ink, inks, mostInk, platesOf } from './plates.ts';
import {
  around,
  councils,
  everything,
  mm,
  pressAnew,
  pressed,
  type Printed,
  printed,
  profile,
  sourcesOf,
} from './pressed.ts';

/** Of folded paper, the fold at which its band begins, in millimetres from the left cut. */
const bandFrom: { readonly [product in Printed]?: number } = {
  trifold: 197,
  'trifold-z': 198,
  'folded-card': 85.6,
};

describeWith('ghostscript', 'what a press gets', () => {
  test.each(everything)('%s of %s: less than 300 %% of ink everywhere', async (product, council) => {
    const plates = platesOf((await pressed(product, council, 'print')).bytes);
    const most = mostInk(plates);
    expect(most).toBeGreaterThan(150);
    expect(most).toBeLessThanOrEqual(300);
  });

  test.each(councils)('the leaflet of %s: words on white paper are black alone', async (council) => {
    const { bytes } = await pressed('leaflet', council, 'print');
    const plates = platesOf(bytes);
    const [page] = readPdf(bytes).pages;
    // Below the fields and the contacts there are words, rules and the QR code, and numerals in the brand's colour.
    const lines = linesOf(page!).filter(({ text }) => /Five ways|Page 1 of|to improve|kept up to date/.test(text));
    expect(lines.length).toBeGreaterThan(1);
    const { height } = plates.get('Black')!;
    for (const { x, y, size, pieces } of lines) {
      const found: Record<Ink, number> = { Cyan: 0, Magenta: 0, Yellow: 0, Black: 0 };
      for (let across = x; across < pieces.at(-1)!.end[0]; across += 1)
        for (let up = y; up < y + size * 0.7; up += 1)
          for (const ink of inks) found[ink] = Math.max(found[ink], plates.get(ink)!.at(across, height - up));
      expect(found.Black).toBeGreaterThan(40);
      expect([found.Cyan, found.Magenta, found.Yellow]).toEqual([0, 0, 0]);
    }
  });

  test.each(printed)('%s: the band goes on through the bleed, into its corners', async (product) => {
    const plates = platesOf((await pressed(product, 'anyshire', 'print')).bytes);
    const { width } = plates.get('Cyan')!;
    const at = bandFrom[product];
    const left = at === undefined ? 1 : (3 + at) * mm + 2;
    for (const [x, y] of [
      [left, 1],
      [width - 2, 1],
      [left, 3 * mm + 5],
      [width - 2, 3 * mm + 5],
    ] as const) {
      expect(inks.map((ink) => Math.round(plates.get(ink)!.at(x, y)))).toEqual([63, 6, 56, 67]);
    }
  });

  test('the card: both fields reach through the bleed at the sides', async () => {
    const plates = platesOf((await pressed('wallet-card', 'anyshire', 'print')).bytes);
    const { width } = plates.get('Cyan')!;
    const middle = 3 * mm + 70;
    expect(inks.map((ink) => Math.round(plates.get(ink)!.at(1, middle)))).toEqual([0, 100, 80, 25]);
    expect(plates.get('Black')!.at(width - 2, middle)).toBeGreaterThan(0);
  });

  test('marks are in every ink, beyond the bleed', async () => {
    const plates = platesOf((await pressed('wallet-card', 'anyshire', 'marked')).bytes);
    // The crop mark at the left of the upper corner: thin, so that a pixel has a part of it.
    const [from, to] = [(around.marked - 8) * mm, (around.marked - 3) * mm];
    const above = (ink: Ink, x: number): number =>
      Math.max(...[-1, 0, 1].map((by) => plates.get(ink)!.at(x, around.marked * mm + by)));
    for (const ink of inks) {
      expect(above(ink, (from + to) / 2)).toBeGreaterThan(20);
      expect(above(ink, from - 4)).toBe(0);
    }
  });

  test('a mixed ink has a plate of its own, and none of its colour is on the others', async () => {
    const spot = 'PANTONE 342 C';
    const { brand, ...sources } = sourcesOf('anyshire');
    const given = { brand: { spot, cmyk: [90, 40, 80, 40] } } as const;
    const purpose = { kind: 'print', profile, marks: 'none' } as const;
    const { file, found } = await pressAnew('wallet-card', { ...sources, brand: { ...brand, given } }, purpose);
    expect(found).toEqual([]);
    expect(file!.ticket).toContain(`CMYK and ${spot}`);
    const plates = platesOf(file!.bytes, [...inks, spot]);
    expect(plates.get(spot)!.at(4, 4)).toBe(100);
    expect(inks.map((ink) => plates.get(ink)!.at(4, 4))).toEqual([0, 0, 0, 0]);
  });
});

describeWith('poppler', 'the boxes, as pdfinfo reads them', () => {
  let boxes: Record<string, number[]> = {};
  beforeAll(async () => {
    const { bytes } = await pressed('wallet-card', 'anyshire', 'marked');
    const text = onFile(bytes, (path) => execFileSync('pdfinfo', ['-box', path], { encoding: 'utf8' }));
    boxes = Object.fromEntries(
      [...text.matchAll(/^(\w+Box):\s+(.*)$/gm)].map(([, name = '', places = '']) => [
        name,
        places.split(/\s+/).map((place) => Math.round((Number(place) / mm) * 10) / 10),
      ]),
    );
  });

  test('in millimetres: the card, its bleed, and room for marks', () => {
    expect(boxes.TrimBox).toEqual([15, 15, 100.6, 69]);
    expect(boxes.BleedBox).toEqual([12, 12, 103.6, 72]);
    expect(boxes.MediaBox).toEqual([0, 0, 115.6, 84]);
  });
});
