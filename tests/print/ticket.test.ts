import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Purpose } from '../../src/print/purpose.ts';
import { pressAnew, pressed, profile, purposes, sourcesOf } from './pressed.ts';

const ticketOf = async (
  product: Parameters<typeof pressed>[0],
  name: 'print' | 'marked',
): Promise<Record<string, unknown>> => parse((await pressed(product, 'anyshire', name)).ticket!);

test('a job ticket says what a print unit asks', async () => {
  expect(await ticketOf('wallet-card', 'marked')).toEqual({
    job: 'Emergency card for candidates – Anyshire District Council',
    file: 'wallet-card.en.print.pdf',
    status: 'final',
    date: '2025-03-20',
    copies: 500,
    pages: 2,
    'flat size': '85.6 × 53.98 mm',
    'finished size': '85.6 × 53.98 mm',
    sides: 'both, the sheet turned about its short edge',
    fold: 'none',
    bleed: '3 mm on each side, in the file',
    'safe area': 'no words within 3 mm of the cut',
    marks: 'crop, fold and registration marks, 15 mm round the page',
    colours: 'CMYK',
    inks: {
      brand: 'cyan 63, magenta 6, yellow 56, black 67, converted from #0b4f35',
      onBrand: 'cyan 0, magenta 0, yellow 0, black 0, converted from #ffffff',
      tint: expect.stringMatching(/^cyan \d+, magenta \d+, yellow \d+, black \d+, converted from #f0f4f3$/),
      'words and rules': 'black alone',
    },
    'most ink': expect.stringMatching(/^\d+ %$/),
    profile: profile.description,
    standard: expect.stringContaining('PDF/X-4'),
    paper: null,
  });
});

test.each([
  ['trifold', '100 × 210 mm', /^roll fold to DL: the left panel of the outside, 97 mm, is folded in first/],
  ['trifold-z', '99 × 210 mm', /^Z fold to DL: three panels of 99 mm/],
] as const)('%s: says how it is folded', async (product, size, fold) => {
  expect(await ticketOf(product, 'marked')).toMatchObject({
    pages: 2,
    'flat size': '297 × 210 mm',
    'finished size': size,
    sides: 'both, the sheet turned about its short edge',
    fold: expect.stringMatching(fold),
    'safe area': 'no words within 5 mm of the cut or of a fold',
  });
});

test('what is folded says where, and to which size', async () => {
  expect(await ticketOf('folded-card', 'marked')).toMatchObject({
    job: 'Folded emergency card for candidates – Anyshire District Council',
    'flat size': '171.2 × 53.98 mm',
    'finished size': '85.6 × 53.98 mm',
    sides: 'both, the sheet turned about its short edge',
    fold: 'once, 85.6 mm from the left edge, with 999 outside',
    'safe area': 'no words within 3 mm of the cut or of a fold',
  });
});

test('what is bound says how, and which page is meant to be blank', async () => {
  expect(await ticketOf('booklet', 'print')).toMatchObject({
    pages: 12,
    'flat size': '296 × 210 mm',
    'finished size': '148 × 210 mm',
    sides: 'both; the file has single pages in the order of reading, to be imposed by the print unit',
    fold: 'A5 booklet, folded in the middle and saddle-stitched, 12 pages with the covers, page 11 is blank',
  });
});

test('what nobody said is left open', async () => {
  const { ticket } = await pressed('leaflet', 'anyshire', 'print');
  expect(parse(ticket!)).toMatchObject({
    copies: null,
    pages: 6,
    sides: 'both, the sheet turned about its long edge',
    marks: 'none',
  });
  expect(ticket).toMatch(/^copies: ~ {2}# fill in$/m);
  expect(ticket!.split('\n')[0]).toMatch(/^# /);
});

test('stated inks are told as they are stated', async () => {
  const sources = sourcesOf('anyshire');
  const brand = { ...sources.brand, given: { brand: { cmyk: [90, 40, 80, 40] } } } as const;
  const { file } = await pressAnew('wallet-card', { ...sources, brand }, purposes.print);
  const { inks } = parse(file!.ticket!) as { inks: Record<string, string> };
  expect(inks.brand).toBe('cyan 90, magenta 40, yellow 80, black 40');
  expect(inks.tint).toBe('cyan 5.4, magenta 2.4, yellow 4.8, black 2.4, a tint of the brand');
});

test('too much ink stops the file, and tells where', async () => {
  const sources = sourcesOf('anyshire');
  const brand = { ...sources.brand, given: { brand: { cmyk: [100, 90, 90, 60] } } } as const;
  const { file, found } = await pressAnew('wallet-card', { ...sources, brand }, purposes.print);
  expect(file).toBeUndefined();
  expect(found.map(({ rule }) => rule)).toEqual(['print/ink-limit']);
  expect(found[0]!.place).toBeDefined();
});

test.each([purposes.screen, purposes.proof] as readonly Purpose[])('$kind: no ticket', async (purpose) => {
  const { file } = await pressAnew('wallet-card', sourcesOf('anyshire'), purpose);
  expect(file).toBeDefined();
  expect(file!.ticket).toBeUndefined();
});

test('colours that nobody stated are told to who wants to know', async () => {
  const { notes } = await pressed('wallet-card', 'anyshire', 'print');
  expect(notes![0]).toBe('inks     brand #0b4f35 is printed as 63 6 56 67: its brand states no cmyk');
  expect((await pressed('wallet-card', 'anyshire', 'screen')).notes).toEqual([]);
});
