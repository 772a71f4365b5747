import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Brand } from '../../src/data/brand.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Pressed, press } from '../../src/pipeline.ts';
import { pagesOf } from '../../src/pdf/read/pages.ts';
import { paintedOf } from '../../src/pdf/read/painted.ts';
import { linesOf } from '../../src/pdf/read/text.ts';
import { checkOrder } from '../../src/print/plan.ts';
import { pressSheets, type SheetsJob } from '../../src/press-sheets.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import type { Profile } from '../../src/preflight/profiles.ts';
import { profileOf } from '../preflight/press/made.ts';
import { Subject } from '../../src/preflight/subject.ts';
import { mm as millimetres } from '../../src/units.ts';
import { readPdf } from '../pdf/reading.ts';
import { describeWith } from '../require.ts';
import { DAY, exampleWith, noClock } from '../sources.ts';
import { sheetNamed } from './letters.ts';
import { inks, mostInk, platesOf } from './plates.ts';
import { mm, pressed as pressedOf, profile, purposes, sourcesOf } from './pressed.ts';
import { jobWith, wards } from './sheets.ts';

const file = 'wallet-card.en.sheet.print.pdf';

const made = async (changes: Partial<SheetsJob>): Promise<{ readonly pressed: Pressed; readonly said: string[] }> => {
  const said: Diagnostic[] = [];
  const job = jobWith({ sheet: sheetNamed('a4-eight'), purpose: purposes.print, file, ...changes });
  const pressed = await pressSheets(job, (one) => said.push(one), noClock);
  if (!pressed) throw new Error(JSON.stringify(said));
  return { pressed, said: said.map(({ rule, message }) => `${rule}: ${message}`) };
};

const textsOf = (bytes: Uint8Array): string[][] =>
  readPdf(bytes).pages.map((page) => linesOf(page).map(({ text }) => text.trim()));

const council = profileOf('council-print');

const foundIn = (bytes: Uint8Array, profiles: readonly Profile[]): string[] => {
  const found: string[] = [];
  preflight({ bytes, path: 'sheet.pdf' }, profiles, ({ rule, message }) => found.push(`${rule}: ${message}`));
  return found;
};

const leaflet = { template: 'leaflet', file: 'leaflet.en.sheet.print.pdf' } as const;

describe('sheets for a print unit', () => {
  test('say the words of the screen’s, and beside them the file and its day', async () => {
    const [screen, print] = await Promise.all([made({ purpose: purposes.screen }), made({})]);
    const [shown, printed] = [textsOf(screen.pressed.bytes), textsOf(print.pressed.bytes)];
    const isSlug = (text: string): boolean => text.startsWith(file) || text.startsWith('Print at');
    expect(printed.map((side) => side.filter((text) => !isSlug(text)))).toEqual(
      shown.map((side) => side.filter((text) => !isSlug(text))),
    );
    for (const side of printed) {
      expect(side).toContain(`${file} · 20 March 2025`);
      expect(side).toContain('Print at 100%. Both sides: flip on the long edge.');
    }
    expect(print.said).toEqual([]);
  });

  test('have no links, and one form for each page and each side’s marks, however many there are', async () => {
    for (const copies of [8, 80]) {
      // oxlint-disable-next-line no-await-in-loop
      const pdf = readPdf((await made({ copies })).pressed.bytes);
      expect(pdf.pages.some((page) => page.dict.entries.has('Annots'))).toBe(false);
      const resources = pdf.at(pdf.pages[0]!.dict, 'Resources', 'dict');
      expect(pdf.at(resources, 'XObject', 'dict').entries.size).toBe(4);
    }
  });

  test.each(['a4-eight', 'avery-c32011', 'avery-c32015', 'a3-cards', 'sra3-cards', 'office'])(
    'of cards on %s pass both profiles',
    async (name) => {
      const { pressed } = await made({ sheet: sheetNamed(name) });
      expect(foundIn(pressed.bytes, [council, 'accessible'])).toEqual([]);
    },
  );

  test.each(['sra3-a4', 'sra3-booklet'])('of leaflets on %s pass both profiles', async (name) => {
    const { pressed } = await made({ ...leaflet, sheet: sheetNamed(name) });
    expect(foundIn(pressed.bytes, [council, 'accessible'])).toEqual([]);
  });

  test('without room for bleed are told of, and the press would send them back', async () => {
    const { said, pressed } = await made({ ...leaflet, sheet: sheetNamed('a3-booklet') });
    expect(said).toContain(
      'sheet/no-bleed: the sheet `a3-booklet` has 0 mm round its pages, expected 3 mm for the bleed',
    );
    const rules = foundIn(pressed.bytes, [council]).map((each) => each.split(':')[0]);
    expect([...new Set(rules)]).toEqual(['press/bleed-room']);
  });

  test('whose cards touch are told of too', async () => {
    expect((await made({ sheet: sheetNamed('office') })).said).toEqual([
      'sheet/no-bleed: the sheet `office` has 0 mm between its pages, expected 6 mm for the bleed',
    ]);
  });

  test('in more ink than dries are not made', async () => {
    const said: Diagnostic[] = [];
    const records = [{ name: 'far', sources: { ...exampleWith({}), brand: dark } }];
    const job = jobWith({ records, sheet: sheetNamed('a4-eight'), purpose: purposes.print });
    expect(await pressSheets(job, (one) => said.push(one), noClock)).toBeUndefined();
    expect(said.map(({ rule }) => rule)).toEqual(['print/ink-limit']);
  });
});

const { brand } = exampleWith({});

/** A brand in more ink than dries. */
const dark: Brand = { ...brand, given: { brand: { cmyk: [100, 90, 90, 60] } } };

describe('a ticket of sheets', () => {
  const ticket = async (changes: Partial<SheetsJob>): Promise<Record<string, unknown>> =>
    parse((await made(changes)).pressed.ticket!);

  test('says how cards stand, and how often the file is printed', async () => {
    const wanted = { ...purposes.print, copies: 500 };
    expect(await ticket({ purpose: wanted })).toMatchObject({
      job: 'Emergency card for candidates – Anyshire District Council',
      file,
      status: 'final',
      copies: 500,
      'in the file': '8 of each',
      'print the file': '63 times',
      sheet: 'a4-eight, 210 × 297 mm, printed at 100 %',
      sheets: 1,
      sides: 'both, the paper turned over its long edge',
      up: '8, 2 across and 4 down, each 85.6 × 53.98 mm, 6 mm apart across, 6 mm apart down',
      stack: 'place after place, row by row: what is repeated lies beside itself',
      'finished size': '85.6 × 53.98 mm',
      fold: 'none',
      bleed: '3 mm round the pages',
      'safe area': 'no words within 3 mm of the cut',
      marks: 'crop and fold marks in the margins, in every ink',
      colours: 'CMYK',
      profile: profile.description,
      paper: null,
    });
  });

  test('of a batch says that the file holds all copies, and how the piles lie', async () => {
    expect(await ticket({ records: wards(3), copies: 20, stack: 'cut' })).toMatchObject({
      copies: 20,
      'in the file': '20 of each',
      'print the file': 'once',
      sheets: 8,
      stack: 'cut and stack: the piles, put on one another row by row, are in order',
    });
  });

  test('of a booklet says how it is bound', async () => {
    const sheet = { ...sheetNamed('sra3-booklet'), turn: 'long-edge' } as const;
    const found = await ticket({ ...leaflet, sheet, thickness: millimetres(0.15) });
    expect(found).toMatchObject({
      copies: null,
      'in the file': '1 of each',
      'print the file': null,
      sheets: 2,
      sides: 'both, the paper turned over its long edge',
      binding: 'sheets within one another, folded in the middle and stitched there',
      pages: '6, and 2 blank before the last one: 2 sheets to a booklet',
      creep: expect.stringMatching(/^0\.15 mm for each sheet inwards/),
      bleed: '3 mm round the open booklet',
    });
    expect(found).not.toHaveProperty('stack');
  });

  test('stands beside sheets for print alone', async () => {
    expect((await made({ purpose: purposes.proof })).pressed.ticket).toBeUndefined();
    expect((await made({ purpose: purposes.screen })).pressed.ticket).toBeUndefined();
  });
});

describe('a proof of sheets', () => {
  test.each(['proof', 'soft proof'] as const)('%s: has guides, says what they mean, and can be read', async (name) => {
    const { pressed } = await made({ ...leaflet, sheet: sheetNamed('sra3-a4'), purpose: purposes[name] });
    for (const side of textsOf(pressed.bytes)) {
      expect(side.join(' ')).toContain('edge of the paper cut bleed 3 mm, where there is room safe area 5 mm');
    }
    expect(foundIn(pressed.bytes, ['accessible'])).toEqual([]);
  });

  test('shows marks in black, whatever the press', async () => {
    const { pressed } = await made({ purpose: purposes['soft proof'] });
    const pdf = readPdf(pressed.bytes);
    const black = paintedOf(pagesOf(pdf.file)[0]!).filter(
      ({ kind, colour }) => kind === 'fill' && colour.kind === 'flat' && Math.max(...colour.rgb) < 40,
    );
    // Two at each of eight cuts down and four across.
    expect(black.length).toBeGreaterThanOrEqual(24);
  });
});

describe('proofs of pages', () => {
  test.each(['leaflet', 'wallet-card'] as const)(
    '%s: its guides keep no contrast from being measured',
    async (product) => {
      for (const name of ['proof', 'soft proof'] as const) {
        // oxlint-disable-next-line no-await-in-loop
        const { bytes } = await pressedOf(product, 'anyshire', name);
        expect(foundIn(bytes, ['accessible'])).toEqual([]);
      }
    },
  );
});

/** Every text of a file, in the order in which it is read. */
const spokenIn = (bytes: Uint8Array): string[] => {
  const { file: read } = readPdf(bytes);
  const subject = new Subject(read, pagesOf(read));
  return subject.elements.flatMap((element) =>
    /^(?:P|H\d|TD|TH)$/.test(element.type) ? [subject.spoken(element)] : [],
  );
};

describe('a section that goes on from page to page', () => {
  test('is read in its order, in a booklet whose sheets show another', async () => {
    const [screen, sheet] = await Promise.all([
      pressedOf('leaflet', 'anyshire', 'screen'),
      made({ ...leaflet, sheet: sheetNamed('sra3-booklet') }),
    ]);
    const [once, again] = [spokenIn(screen.bytes), spokenIn(sheet.pressed.bytes)];
    expect(once.length).toBeGreaterThan(80);
    expect(again.filter((text) => once.includes(text))).toEqual(once.filter((text) => again.includes(text)));
  });
});

describe('an order', () => {
  test.each([
    ['a3-booklet', 'stack', false],
    ['a3-booklet', 'thickness', true],
    ['a4-eight', 'thickness', false],
    ['a4-eight', 'stack', true],
  ] as const)('for %s with a %s: %s', (name, asked, isSound) => {
    const said: string[] = [];
    const order = jobWith({ sheet: sheetNamed(name), asked: [asked] });
    expect(checkOrder(order, ({ rule }) => said.push(rule))).toBe(isSound);
    expect(said).toEqual(isSound ? [] : ['sheet/other-kind']);
  });
});

const spot = 'PANTONE 342 C';

describeWith('ghostscript', 'what a press gets of sheets', () => {
  test.each(['a4-eight', 'sra3-cards'])('%s: less than 300 %% of ink where pages are, on both sides', async (name) => {
    const { pressed } = await made({ sheet: { ...sheetNamed(name), marks: 'none' } });
    for (const page of [1, 2]) expect(mostInk(platesOf(pressed.bytes, inks, page))).toBeLessThanOrEqual(300);
    expect(mostInk(platesOf(pressed.bytes))).toBeGreaterThan(150);
  });

  test('words on white paper and in the margin are black alone', async () => {
    const { pressed } = await made({});
    const plates = platesOf(pressed.bytes);
    const { height } = plates.get('Black')!;
    const lines = linesOf(readPdf(pressed.bytes).pages[0]!).filter(({ text }) =>
      /This is an|Anyshire Police|fronts, sheet 1|20 March 2025/.test(text),
    );
    expect(lines.length).toBeGreaterThanOrEqual(18);
    for (const { x, y, size, pieces } of lines) {
      const found = inks.map((ink) => {
        let most = 0;
        for (let across = x; across < pieces.at(-1)!.end[0]; across += 1)
          for (let up = y; up < y + size * 0.7; up += 1)
            most = Math.max(most, plates.get(ink)!.at(across, height - up));
        return most;
      });
      expect(found.slice(0, 3)).toEqual([0, 0, 0]);
      expect(found[3]).toBeGreaterThan(30);
    }
  });

  test('marks are in every ink', async () => {
    const plates = platesOf((await made({})).pressed.bytes);
    // The cut at the left of the first column, above it: 3 to 8 mm off.
    const [x, y] = [16.4 * mm, (31.54 - 5.5) * mm];
    for (const ink of inks) {
      const near = [-1, 0, 1].map((by) => plates.get(ink)!.at(x + by, y));
      expect(Math.max(...near)).toBeGreaterThan(10);
    }
  });

  test('colours go on into the gutter, in the inks of their role', async () => {
    const plates = platesOf((await made({})).pressed.bytes);
    const beyond = [16.4 + 85.6 + 2, 16.4 - 2].map((x) => inks.map((ink) => plates.get(ink)!.at(x * mm, 36 * mm)));
    for (const shares of beyond) expect(shares.map(Math.round)).toEqual([63, 6, 56, 67]);
  });

  test('each council’s cards are in the inks of its own brand, though the shade is the same', async () => {
    const own = { ...brand, id: 'spotted', given: { brand: { spot, cmyk: [90, 40, 80, 40] as const } } };
    const sources = sourcesOf('anyshire');
    const records = [
      { name: 'one', sources },
      { name: 'two', sources: { ...sources, brand: own } },
    ];
    const { pressed } = await made({ records, sheet: sheetNamed('a4-eight') });
    const plates = platesOf(pressed.bytes, [...inks, spot]);
    const at = (x: number): number[] => [...inks, spot].map((ink) => Math.round(plates.get(ink)!.at(x * mm, 36 * mm)));
    expect(at(17)).toEqual([63, 6, 56, 67, 0]);
    expect(at(16.4 + 85.6 + 7)).toEqual([0, 0, 0, 0, 100]);
    // And in the gutter before the second card, which its colours go on into.
    expect(at(16.4 + 85.6 + 4.5)).toEqual([0, 0, 0, 0, 100]);
    expect(parse(pressed.ticket!)).toMatchObject({
      colours: `CMYK and ${spot}`,
      inks: { anyshire: { brand: expect.stringMatching(/converted/) }, spotted: { brand: spot } },
    });
  });
});

test('a sheet is made by name like any other product', async () => {
  const job = { product: 'leaflet.sheet', sources: exampleWith({}), status: 'final', day: DAY } as const;
  const pressed = await press({ ...job, sheet: sheetNamed('sra3-a4') }, () => {}, noClock);
  const pdf = readPdf(pressed!.bytes);
  expect(pdf.pages).toHaveLength(6);
});

test.each([
  ['a4-eight', 'choose a sheet with places of 210 × 297 mm, or write one into `content/sheets`'],
  ['sra3-a4-landscape', 'choose a sheet whose places lie the other way, 210 × 297 mm'],
])('a leaflet is not put on %s', async (name, hint) => {
  const said: Diagnostic[] = [];
  const sheet = sheetNamed(name);
  const job = { product: 'leaflet.sheet', sources: exampleWith({}), status: 'final', day: DAY, sheet } as const;
  expect(await press({ ...job, purpose: purposes.print }, (one) => said.push(one), noClock)).toBeUndefined();
  expect(said.map(({ rule, hints, place }) => [rule, hints, place])).toEqual([
    ['sheet/other-size', [hint], sheet.cellAt],
  ]);
});
