import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEMPLATES, type TemplateName } from '../../src/catalogue.ts';
import { press } from '../../src/pipeline.ts';
import { onFile } from '../pdf/qpdf.ts';
import { describeWith } from '../require.ts';
import { DAY, noClock } from '../sources.ts';
import { sheetNamed } from './letters.ts';
import { around, mm, type PurposeName, purposes, sourcesOf } from './pressed.ts';
import { sheetsOf } from './sheets.ts';

// Where print files are cut, as another program reads it, against sizes that are written here and nowhere else.

type Size = readonly [width: number, height: number];

/** The trimmed page of everything that can be made, in millimetres. */
const trimmed: { readonly [name in TemplateName]: Size } = {
  leaflet: [210, 297],
  'large-print': [210, 297],
  'wallet-card': [85.6, 53.98],
  booklet: [148, 210],
  trifold: [297, 210],
  'trifold-z': [297, 210],
  'folded-card': [171.2, 53.98],
  poster: [297, 420],
};

type Corners = readonly [left: number, bottom: number, right: number, top: number];

/** Of each sheet, what is put on it, its paper, and what is cut out of it first, in millimetres. */
const sheets: {
  readonly [name: string]: { readonly of?: TemplateName; readonly paper: Size; readonly block: Corners };
} = {
  office: { of: 'wallet-card', paper: [210, 297], block: [19.4, 13.55, 190.6, 283.45] },
  'a4-eight': { of: 'wallet-card', paper: [210, 297], block: [16.4, 31.54, 193.6, 265.46] },
  'avery-c32011': { of: 'wallet-card', paper: [210, 297], block: [15, 13.5, 195, 283.5] },
  'avery-c32015': { of: 'wallet-card', paper: [210, 297], block: [17, 31.5, 193, 265.5] },
  'a3-cards': { of: 'wallet-card', paper: [297, 420], block: [14.1, 33.06, 282.9, 386.94] },
  'sra3-cards': { of: 'wallet-card', paper: [320, 450], block: [25.6, 18.07, 294.4, 431.93] },
  'a4-folded-cards': { of: 'folded-card', paper: [210, 297], block: [19.4, 13.55, 190.6, 283.45] },
  'sra3-folded-cards': { of: 'folded-card', paper: [320, 450], block: [74.4, 18.07, 245.6, 431.93] },
  'sra3-a4': { of: 'leaflet', paper: [450, 320], block: [12, 11.5, 438, 308.5] },
  'a3-booklet': { of: 'leaflet', paper: [420, 297], block: [0, 0, 420, 297] },
  'a3-a5-booklet': { of: 'booklet', paper: [420, 297], block: [62, 43.5, 358, 253.5] },
  'sra3-booklet': { of: 'leaflet', paper: [450, 320], block: [15, 11.5, 435, 308.5] },
  // What stands on these is no product of the package yet.
  'a4-booklet': { of: 'booklet', paper: [297, 210], block: [0, 0, 297, 210] },
  'sra3-a4-landscape': { of: 'trifold', paper: [320, 450], block: [11.5, 12, 308.5, 438] },
  'sra3-a3': { of: 'poster', paper: [320, 450], block: [11.5, 15, 308.5, 435] },
};

type Boxes = { readonly [box: string]: readonly number[] };

/** The boxes of every page, in points. */
const boxesOf = (bytes: Uint8Array): Boxes[] => {
  const text = onFile(bytes, (path) => execFileSync('pdfinfo', ['-box', '-l', '1000', path], { encoding: 'utf8' }));
  const pages: Record<string, number[]>[] = [];
  for (const [, page, name, places] of text.matchAll(/^Page\s+(\d+) (\w+Box):\s+(.*)$/gm)) {
    (pages[Number(page) - 1] ??= {})[name!] = places!.trim().split(/\s+/).map(Number);
  }
  return pages;
};

const points = (corners: readonly number[]): unknown[] => corners.map((each) => expect.closeTo(each * mm, 1));

describeWith('poppler', 'the boxes of print files', () => {
  test.each(TEMPLATES.flatMap((template) => (['print', 'marked'] as const).map((name) => [template, name] as const)))(
    '%s, %s: each page is cut to its size to a tenth of a point, with 3 mm of bleed',
    async (template, name: PurposeName) => {
      const [width, height] = trimmed[template];
      const job = { product: template, sources: sourcesOf('anyshire'), status: 'final', day: DAY } as const;
      const made = await press({ ...job, purpose: purposes[name] }, () => {}, noClock);
      const pages = boxesOf(made!.bytes);
      expect(pages).toHaveLength(made!.pages);
      const out = around[name];
      for (const { TrimBox, BleedBox, MediaBox } of pages) {
        expect(MediaBox).toEqual(points([0, 0, width + 2 * out, height + 2 * out]));
        expect(TrimBox).toEqual(points([out, out, out + width, out + height]));
        expect(BleedBox).toEqual(points([out - 3, out - 3, out + width + 3, out + height + 3]));
      }
    },
  );

  test('every sheet is measured here', () => {
    const names = readdirSync('content/sheets').map((name) => name.replace('.yaml', ''));
    expect(Object.keys(sheets).toSorted()).toEqual(names.toSorted());
  });

  test.each(Object.entries(sheets).filter(([, { of }]) => of))(
    '%s: the paper, and where the pages are cut out of it, on fronts and backs',
    async (name, { of: template, paper: [width, height], block: [left, bottom, right, top] }) => {
      const job = { template: template!, sheet: sheetNamed(name), purpose: purposes.print };
      const pages = boxesOf(await sheetsOf(job, () => {}));
      // A poster has one side.
      expect(pages.length % 2).toBe(template === 'poster' ? 1 : 0);
      for (const { TrimBox, BleedBox, MediaBox } of pages) {
        expect(MediaBox).toEqual(points([0, 0, width, height]));
        expect(TrimBox).toEqual(points([left, bottom, right, top]));
        const room = Math.min(3, left, bottom, width - right, height - top);
        expect(BleedBox).toEqual(points([left - room, bottom - room, right + room, top + room]));
      }
    },
  );

  test('paper with four margins has its block on the other side of its back', async () => {
    const margins = { left: 12, top: 20, right: 26.8, bottom: 7.1 } as never;
    const sheet = { ...sheetNamed('office'), margins, marks: 'none' } as const;
    const [front, back] = boxesOf(await sheetsOf({ sheet, purpose: purposes.print }, () => {}));
    expect(front!.TrimBox).toEqual(points([12, 7.1, 183.2, 277]));
    expect(back!.TrimBox).toEqual(points([26.8, 7.1, 198, 277]));
  });

  test('a sheet for a screen is paper alone', async () => {
    for (const { TrimBox, MediaBox } of boxesOf(await sheetsOf({}))) expect(TrimBox).toEqual(MediaBox);
  });
});
