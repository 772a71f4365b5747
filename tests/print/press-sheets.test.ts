import { describe, expect, test } from 'vitest';
import { type Diagnostic, isError } from '../../src/diagnostics/diagnostic.ts';
import { paint } from '../../src/pdf/paint.ts';
import { linesOf } from '../../src/pdf/read/text.ts';
import { press } from '../../src/pipeline.ts';
import { mostSheets, planOf } from '../../src/print/plan.ts';
import { pressSheets } from '../../src/press-sheets.ts';
import type { Sheet } from '../../src/data/sheet.ts';
import { mm } from '../../src/units.ts';
import { changeLines, spelling } from '../pdf/planted.ts';
import { readPdf } from '../pdf/reading.ts';
import { DAY, exampleWith, noClock, silent } from '../sources.ts';
import { sourcesInTwo } from '../templates/bilingual.ts';
import { sheetNamed } from './letters.ts';
import { jobWith, sheetsOf, wards } from './sheets.ts';

const office = sheetNamed('office');

/** The lines of each side of the sheets up to the one that says which sheet it is. */
const slugs = (bytes: Uint8Array): string[] =>
  readPdf(bytes).pages.map((page) => {
    const lines = linesOf(page).map(({ text }) => text.trim());
    return lines.slice(0, lines.findIndex((text) => /sheet \d+ of \d+$/.test(text)) + 1).join(' ');
  });

/** How often a text stands on each side. */
const times = (bytes: Uint8Array, words: string): number[] =>
  readPdf(bytes).pages.map((page) => linesOf(page).filter(({ text }) => text.includes(words)).length);

const formsIn = (bytes: Uint8Array): number => {
  const pdf = readPdf(bytes);
  const resources = pdf.at(pdf.pages[0]!.dict, 'Resources', 'dict');
  return pdf.at(resources, 'XObject', 'dict').entries.size;
};

describe('a batch', () => {
  test('fills sheets in order, and each says whose cards it holds', async () => {
    const bytes = await sheetsOf({ records: wards(12), sheet: office });
    expect(slugs(bytes)).toEqual([
      'Anyshire District Council, Abbey ward – Jbbey ward, fronts, sheet 1 of 2',
      'Anyshire District Council, Abbey ward – Jbbey ward, backs, sheet 1 of 2',
      'Anyshire District Council, Kbbey ward – Lbbey ward, fronts, sheet 2 of 2',
      'Anyshire District Council, Kbbey ward – Lbbey ward, backs, sheet 2 of 2',
    ]);
    expect(times(bytes, 'In danger now,')).toEqual([10, 0, 2, 0]);
    expect(times(bytes, 'Checked on 20 March 2025')).toEqual([0, 10, 0, 2]);
  });

  test('of several councils names the first and the last', async () => {
    const names = ['Anyshire District Council', 'Borsetshire County Council'];
    const records = names.map((name) => ({ name, sources: exampleWith({ council: { name } }) }));
    expect(slugs(await sheetsOf({ records, copies: 5 }))[0]).toBe(
      'Anyshire District Council – Borsetshire County Council, fronts, sheet 1 of 1',
    );
  });

  test('in which one record is faulty makes no sheet, and the fault is told of that record', async () => {
    const council = {
      returningOfficer: { title: 'Returning Officer ✓', phones: ['01632 960 001'], email: 'a@b.example' },
    };
    const faulty = exampleWith({ council });
    const sources = { ...faulty, record: { ...faulty.record, slug: 'eastby' } };
    const found: Diagnostic[] = [];
    const records = [...wards(2), { name: 'eastby', sources }];
    const made = await pressSheets(jobWith({ records }), (one) => found.push(one), noClock);
    expect(made).toBeUndefined();
    const errors = found.filter(isError);
    expect([...new Set(errors.map(({ rule, record }) => `${rule} ${record}`))]).toEqual([
      'preflight/missing-glyph eastby',
    ]);
  });

  test('that is stopped makes no sheet', async () => {
    let asked = 0;
    const goesOn = async () => (asked += 1) < 2;
    expect(await pressSheets(jobWith({ records: wards(3) }), silent, noClock, { goesOn })).toBeUndefined();
    expect(asked).toBe(2);
  });
});

/** The words of a side, with those of one text together though it breaks. */
const wordsOf = (page: ReturnType<typeof readPdf>['pages'][number]): string =>
  linesOf(page)
    .map(({ text }) => text.trim())
    .join(' ');

const inTwo = (areas: readonly [cy: string, en: string]) => {
  const [sources, second] = sourcesInTwo({ areas });
  return { name: `llanfair-y-wyl/${areas[1]}`, sources, second };
};

describe('in two languages', () => {
  const records = [inTwo(['Ward y Castell', 'Castle ward']), inTwo(['Ward yr Abaty', 'Abbey ward'])];
  const [cy, en] = ['Cyngor Sir Llanfair-y-Ŵyl', 'Llanfair-y-Ŵyl County Council'];

  test.each(['office', 'a3-cards'])('slugs name the areas, each as its language has them: %s', async (name) => {
    const pages = readPdf(await sheetsOf({ records, sheet: sheetNamed(name) })).pages.map(wordsOf);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain(`${cy}, Ward y Castell – Ward yr Abaty, blaen, dalen 1 o 1`);
    expect(pages[0]).toContain(`${en}, Castle ward – Abbey ward, fronts, sheet 1 of 1`);
    expect(pages[1]).toContain(`${cy}, Ward y Castell – Ward yr Abaty, cefn, dalen 1 o 1`);
    expect(pages[1]).toContain(`${en}, Castle ward – Abbey ward, backs, sheet 1 of 1`);
  });

  test('paper with room at one end says both there', async () => {
    const { margins, ...sheet } = office;
    const high = { ...sheet, margins: { ...margins, top: mm(22.1), bottom: mm(5) }, marks: 'none' as const };
    const [front] = readPdf(await sheetsOf({ records: [inTwo(['Ward y De', 'South'])], sheet: high })).pages;
    expect(wordsOf(front!)).toMatch(
      new RegExp(
        `^${cy}, Ward y De, blaen, dalen 1 o 1 / ${en}, South, fronts, sheet 1 of 1 ` +
          'Argraffwch ar 100%. Dwy ochr: trowch ar yr ymyl hir. / Print at 100%. Both sides: flip on the long edge.',
      ),
    );
  });

  test('leaflets are put on sheets too', async () => {
    const leaflets = { records: [records[0]!], template: 'leaflet', sheet: sheetNamed('sra3-a4'), copies: 1 } as const;
    expect(readPdf(await sheetsOf(leaflets)).pages.length).toBeGreaterThan(4);
  });
});

describe('art', () => {
  test('is painted once a file: a hundred cards take hardly more than ten', async () => {
    const [ten, hundred] = [await sheetsOf({ copies: 10 }), await sheetsOf({ copies: 100 })];
    expect(readPdf(hundred).pages).toHaveLength(20);
    expect(times(hundred, 'In danger now,')).toEqual(Array.from({ length: 10 }, () => [10, 0]).flat());
    // The front and the back, and no marks on paper that is cut already.
    expect([formsIn(ten), formsIn(hundred)]).toEqual([2, 2]);
    expect(hundred.length - ten.length).toBeLessThan(15_000);
  });
});

const painter: typeof paint = (pages, metadata) =>
  paint(changeLines(pages, '01632 960 001', spelling('01632 960 001', '01632 960 007'), 1), metadata);

describe('read-back', () => {
  test('finds a wrong number in one copy among thirty', async () => {
    const found: Diagnostic[] = [];
    const made = await pressSheets(jobWith({ copies: 30 }), (one) => found.push(one), noClock, { painter });
    expect(made).toBeUndefined();
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['trust/read-back']));
    expect(found.some(({ message }) => message.includes('01632 960 007'))).toBe(true);
  });

  test('knows the numbers of many sheets', async () => {
    const bytes = await sheetsOf({ copies: 101, sheet: { ...office, columns: 1, rows: 1 } });
    expect(slugs(bytes).at(-1)).toBe('Anyshire District Council, backs, sheet 101 of 101');
  });
});

describe('a printer', () => {
  test.each(['long-edge', 'short-edge'] as const)(
    'is told to turn the paper over the %s, and not to scale',
    async (turn) => {
      const pdf = readPdf(await sheetsOf({ sheet: { ...sheetNamed('a4-eight'), turn } }));
      const preferences = pdf.at(pdf.all('Type', 'Catalog')[0]!, 'ViewerPreferences', 'dict');
      expect([pdf.name(preferences, 'PrintScaling'), pdf.name(preferences, 'Duplex')]).toEqual([
        'None',
        turn === 'long-edge' ? 'DuplexFlipLongEdge' : 'DuplexFlipShortEdge',
      ]);
    },
  );

  test('gets the office’s sheet by default, whichever way it is made', async () => {
    const job = { product: 'wallet-card.sheet', sources: exampleWith({}), status: 'final', day: DAY } as const;
    const [one, other] = [await press(job, silent, noClock), await sheetsOf({ sheet: office })];
    expect(Buffer.compare(one!.bytes, other)).toBe(0);
  });
});

/** The rectangles of links on the back, as seen from the card that is read. */
const links = async (turn: Sheet['turn']): Promise<number[][]> => {
  const sheet: Sheet = { ...sheetNamed('a4-eight'), turn };
  const pdf = readPdf(await sheetsOf({ sheet }));
  const [, back] = pdf.pages;
  const [wide, high] = [sheet.paper.width, sheet.paper.height].map((length) => (length / 25.4) * 72) as [
    number,
    number,
  ];
  return pdf
    .list(back!.dict, 'Annots')
    .map((reference) => pdf.numbers(pdf.file.dictOf(reference)!, 'Rect'))
    .map(([left = 0, bottom = 0, right = 0, top = 0]) =>
      // The first card's back is at the upper right, or at the lower left with its head at the foot.
      turn === 'long-edge' ? [left, bottom, right, top] : [wide - right, high - top, wide - left, high - bottom],
    )
    .map((rect) => rect.map((value) => Math.round(value)));
};

describe('links of a back that stands with its head at the foot', () => {
  test('lie on their words', async () => {
    const upright = await links('long-edge');
    expect(upright.length).toBeGreaterThan(2);
    expect(await links('short-edge')).toEqual(upright);
  });
});

const rules = (
  ...given: Parameters<typeof planOf> extends [infer Order, infer Documents, unknown] ? [Order, Documents] : never
) => {
  const found: Diagnostic[] = [];
  const plan = planOf(...given, (one) => found.push(one));
  return { sheets: plan?.length, said: found.map(({ rule, message, hints }) => [rule, message, ...hints]) };
};

describe('a plan', () => {
  const order = jobWith({ sheet: office });
  test('has no more sheets than are read back in a minute', () => {
    expect(mostSheets).toBe(1000);
    expect(rules({ ...order, copies: 10_000 }, [2])).toEqual({ sheets: 1000, said: [] });
    expect(rules({ ...order, copies: 5001 }, [2, 2])).toEqual({
      sheets: undefined,
      said: [
        [
          'sheet/too-many',
          '5001 copies take 1001 sheets, and a file has 1000 at most',
          'ask for --copies 2500, and print the file 2 times',
        ],
      ],
    });
  });

  test('of a booklet tells of blank pages, and refuses a single one', () => {
    const booklet = { ...order, sheet: sheetNamed('a4-booklet') };
    expect(rules({ ...booklet, thickness: mm(0.1) }, [8])).toEqual({ sheets: 2, said: [] });
    expect(rules(booklet, [6]).said.map(([rule, message]) => `${rule}: ${message}`)).toEqual([
      'sheet/blank-pages: the booklet has 6 pages, so 2 blank pages stand before the last one',
    ]);
    expect(rules(booklet, [1])).toMatchObject({
      sheets: undefined,
      said: [
        [
          'sheet/one-page',
          'there is one page, and the sheet `a4-booklet` makes a booklet, which needs two at least',
          'choose a sheet of the kind `cut`, or print the page by itself',
        ],
      ],
    });
  });
});
