import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/data/record.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ProductName } from '../../src/catalogue.ts';
import { type Job, press, type Pressed, type Sources, type Stage } from '../../src/pipeline.ts';
import { contentOf, readPdf } from '../pdf/reading.ts';
import { DAY, example, exampleWith, noClock, silent } from '../sources.ts';

const PRODUCTS = ['leaflet', 'wallet-card', 'wallet-card.sheet'] as const satisfies readonly ProductName[];

const job = (product: ProductName, change: Partial<Job> = {}): Job => ({
  product,
  sources: example(),
  status: 'final',
  day: DAY,
  ...change,
});

const pressed = async (one: Job): Promise<Pressed> => {
  const made = await press(one, silent, noClock);
  expect(made).toBeDefined();
  return made!;
};

const titleOf = async (product: ProductName, sources: Sources): Promise<string> => {
  const pdf = readPdf((await pressed(job(product, { sources }))).bytes);
  return pdf.text(pdf.info, 'Title');
};

describe.each(PRODUCTS)('%s', (product) => {
  test('the same job makes the same bytes, whatever is made between', async () => {
    const first = await pressed(job(product));
    const draft = await pressed(job(product, { status: 'draft' }));
    await pressed(job(product, { sources: exampleWith({ area: 'Abbey ward', words: 'none' }) }));
    const again = await pressed(job(product));
    const draftAgain = await pressed(job(product, { status: 'draft' }));
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(draft.bytes, draftAgain.bytes)).toBe(0);
    expect(Buffer.compare(first.bytes, draft.bytes)).not.toBe(0);
  });

  test('another day changes the file, for its date is in it', async () => {
    const first = await pressed(job(product));
    const later = await pressed(job(product, { day: '2025-03-21' as Day }));
    expect(Buffer.compare(first.bytes, later.bytes)).not.toBe(0);
    const pdf = readPdf(later.bytes);
    expect(['CreationDate', 'ModDate'].map((key) => pdf.text(pdf.info, key))).toEqual([
      'D:20250321000000Z',
      'D:20250321000000Z',
    ]);
    expect(Buffer.from(later.bytes).toString('latin1')).toContain('2025-03-21T00:00:00Z');
  });

  test('counts its pages', async () => {
    const { bytes, pages } = await pressed(job(product));
    expect(readPdf(bytes).pages).toHaveLength(pages);
    expect(pages).toBe(product === 'leaflet' ? 6 : 2);
  });

  test('tells the time of each stage, in their order', async () => {
    const told: Stage[] = [];
    await press(job(product), silent, (stage, milliseconds) => {
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      told.push(stage);
    });
    expect([...new Set(told)]).toEqual(['merge', 'compose', 'typeset', 'paint']);
  });
});

describe('titles', () => {
  test('say what it is and whose', async () => {
    expect(await titleOf('leaflet', example())).toBe(
      'Candidate security guidance for local elections – Anyshire District Council',
    );
    expect(await titleOf('wallet-card', example())).toBe('Emergency card for candidates – Anyshire District Council');
  });

  test('say the area, and take any letter of a name', async () => {
    const name = 'Cyngor Gŵyr & “Ŷ” <Môn>';
    const sources = exampleWith({ area: 'Ward Llŷn', council: { name } });
    expect(await titleOf('leaflet', sources)).toBe(
      `Candidate security guidance for local elections – Ward Llŷn, ${name}`,
    );
  });
});

const heard = async (one: Job) => {
  const diagnostics: Diagnostic[] = [];
  const made = await press(one, (diagnostic) => diagnostics.push(diagnostic), noClock);
  return { made, rules: diagnostics.map(({ rule, severity }) => `${severity} ${rule}`) };
};

describe('faults', () => {
  test('a warning makes the file all the same', async () => {
    const name = 'The Royal Metropolitan Borough Council of Basingstoke, Hartlepool and Saffron Walden and Portland';
    const { made, rules } = await heard(job('wallet-card', { sources: exampleWith({ council: { name } }) }));
    expect(rules).toEqual(['warning compose/short-name']);
    expect(made?.pages).toBe(2);
  });

  test('an error makes none, and every product says its own', async () => {
    const roles = { brand: '#ffee00', onBrand: '#ffffff', tint: '#fffef0' } as const;
    for (const product of PRODUCTS) {
      // oxlint-disable-next-line no-await-in-loop
      const { made, rules } = await heard(job(product, { sources: exampleWith({ brand: { roles } }) }));
      expect(made).toBeUndefined();
      expect(new Set(rules)).toEqual(new Set(['error preflight/contrast']));
    }
  });

  test('a draft of a faulty edition is no draft of other words', async () => {
    const sources = exampleWith({
      council: { returningOfficer: { title: 'Returning Officer ✓', phones: ['01632 960 001'] } },
    });
    const { made, rules } = await heard(job('leaflet', { sources, status: 'draft' }));
    expect([made, rules]).toEqual([undefined, ['error preflight/missing-glyph']]);
  });
});

const texts = (stream: string): number => stream.split(' TJ').length - 1;

describe('the sheet', () => {
  test('shows ten cards, each with the card’s own words', async () => {
    const content = async (product: ProductName, page: number): Promise<string> =>
      contentOf(readPdf((await pressed(job(product))).bytes).pages[page]!);
    for (const page of [0, 1]) {
      // oxlint-disable-next-line no-await-in-loop
      const [card, sheet] = [await content('wallet-card', page), await content('wallet-card.sheet', page)];
      const slugs = 2;
      expect(texts(sheet)).toBe(texts(card) + slugs);
      // The other nine are a picture of the first, and the marks are one of their own.
      const pictures = [...sheet.matchAll(/\/(X\d+) Do/g)].map(([, name]) => name);
      const counts = new Map(pictures.map((name) => [name, pictures.filter((each) => each === name).length]));
      expect([...counts.values()]).toEqual([1, 9]);
    }
  });
});
