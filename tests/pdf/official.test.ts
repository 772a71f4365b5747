import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Metadata } from '../../src/pdf/document.ts';
import { paint } from '../../src/pdf/paint.ts';
import { officeSheet } from '../../src/data/sheet.ts';
import { laySheets } from '../../src/lay-sheets.ts';
import { imposeLeaves, leavesOf, repeated } from '../../src/print/imposition.ts';
import { markDraft } from '../../src/typeset/draft.tsx';
import type { LaidPage } from '../../src/typeset/laid.ts';
import type { Template } from '../../src/typeset/template.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { withFigures } from '../figures.ts';
import { describeWith } from '../require.ts';
import { exampleWith, noClock, partsOf, setOf, silent } from '../sources.ts';
import { paintOfficially } from './official.ts';
import { type CouncilName, councils } from './products.ts';
import { onFile, output } from './qpdf.ts';

/** Our painter against react-pdf's own, on the same laid-out pages: pixel by pixel, at 100 dots an inch. */

const metadata: Metadata = { title: 'A', author: 'B', subject: 'C', language: 'en-GB', date: new Date(0) };

type Picture = { readonly size: string; readonly pixels: Buffer };

const picturesOf = (pdf: Uint8Array): Picture[] =>
  onFile(pdf, (path, folder) => {
    output('pdftoppm', ['-r', '100', path, join(folder, 'page')]);
    const names = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
    return names.toSorted().map((name) => {
      const file = readFileSync(join(folder, name));
      const [head = '', size = ''] = /^P6\n(\d+ \d+)\n255\n/.exec(file.toString('latin1', 0, 40)) ?? [];
      return { size, pixels: file.subarray(head.length) };
    });
  });

type Difference = { readonly pixels: number; readonly most: number };

/** How many pixels differ, and the greatest difference of a colour in one of them. */
const differenceOf = (ours: Picture, theirs: Picture): Difference => {
  expect(ours.size).toBe(theirs.size);
  if (ours.pixels.equals(theirs.pixels)) return { pixels: 0, most: 0 };
  const differing = new Set<number>();
  let most = 0;
  ours.pixels.forEach((value, i) => {
    const difference = Math.abs(value - theirs.pixels[i]!);
    if (difference > 0) differing.add(Math.floor(i / 3));
    most = Math.max(most, difference);
  });
  return { pixels: differing.size, most };
};

const differencesOf = async (pages: readonly LaidPage[]): Promise<Difference[]> => {
  const [ours, theirs] = [await paint(pages, metadata), await paintOfficially(pages)].map(picturesOf) as [
    Picture[],
    Picture[],
  ];
  expect([ours.length, theirs.length]).toEqual([pages.length, pages.length]);
  return ours.map((picture, i) => differenceOf(picture, theirs[i]!));
};

const pagesOf = async <Fit>(template: Template<Fit>, council: CouncilName): Promise<readonly LaidPage[]> =>
  (await setOf(template, exampleWith(councils[council]))).pages;

const none = { pixels: 0, most: 0 };

/** The curves of an outline, and of a logo that is placed ten times: we write their points to three decimals. */
const few = ({ pixels, most }: Difference): boolean => pixels <= 10 && most <= 32;

/** What a picture shows is rounded in the picture, not on the sheet: the rims of its letters are a shade lighter or darker. */
const rims = ({ pixels, most }: Difference): boolean => pixels <= 1000 && most <= 64;

describeWith('poppler', 'beside the official painter', () => {
  test.each(['example', 'minimal', 'a long email', 'awkward'] as const)(
    'no pixel of a leaflet differs: %s',
    async (council) => {
      const differences = await differencesOf(await pagesOf(leaflet, council));
      expect(differences).toEqual(differences.map(() => none));
    },
  );

  test('no pixel of tables and pictures differs', async () => {
    const { pages } = await setOf(leaflet, withFigures());
    const differences = await differencesOf(pages);
    expect(differences.length).toBeGreaterThan(4);
    // On page 2 a picture is cut off at its edges, which the canvas of this test does not do.
    expect(differences.filter((difference, i) => i !== 1 && !few(difference))).toEqual([]);
  });

  test.each(['example', 'minimal', 'long names'] as const)('no pixel of a card differs: %s', async (council) => {
    expect(await differencesOf(await pagesOf(walletCard, council))).toEqual([none, none]);
  });

  test('a draft’s outlines differ in a few pixels of their rims', async () => {
    const { palette, faces, furniture } = partsOf(exampleWith({}));
    const marked = await markDraft(await pagesOf(walletCard, 'example'), furniture.draft, faces, palette);
    for (const difference of await differencesOf(marked)) expect(difference).toSatisfy(few);
  });

  test('a sheet differs in a few pixels of its rims', async () => {
    const pages = await pagesOf(walletCard, 'example');
    const sheets = imposeLeaves(officeSheet, repeated(leavesOf(0, 2), 10), 'step');
    const document = { spoken: [partsOf(exampleWith({})), undefined] as const, pages };
    const sides = await laySheets(officeSheet, sheets, [document], silent, noClock);
    for (const difference of await differencesOf(sides!)) expect(difference).toSatisfy(rims);
  });

  test('what is not there is seen: pages were really compared', async () => {
    const pages = await pagesOf(walletCard, 'example');
    const without = pages.map((page) => ({ ...page, nodes: page.nodes.slice(0, -1) }));
    const [ours, theirs] = [await paint(without, metadata), await paintOfficially(pages)].map(picturesOf);
    expect(ours!.map((picture, i) => differenceOf(picture, theirs![i]!).pixels > 100)).toEqual([true, true]);
  });
});
