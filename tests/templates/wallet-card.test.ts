import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/data/record.ts';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { type Changes, example, exampleWith, setOf, type SetPages } from '../sources.ts';
import { colourBoxes, drawings, type TextLine, textBoxes, textLines } from '../typeset/laid-text.ts';

const { council } = example().record;
const set = (changes: Changes['council'] = {}): Promise<SetPages> =>
  setOf(walletCard, exampleWith({ council: changes }));

const parish = { ...council.election, kind: 'parish' } as const;
const deputy = (number: number): Contact => ({
  title: 'Deputy Returning Officer',
  name: `Deputy ${number}`,
  phones: [`01632 960 01${number}`],
  email: `deputy${number}@anyshire.example`,
});
const longEmail = 'electoral.services@basingstoke-borough.example';

const LONG = 'Basingstoke and Hartlepool Borough Council';
const LONGER = 'Basingstoke, Hartlepool and Saffron Walden Council';
const TWO_LINES = 'The Borough of Basingstoke, Hartlepool and Saffron Walden Joint Councils';
const ENDLESS =
  'The Royal Metropolitan Borough Council of Basingstoke, Hartlepool and Saffron Walden and the Isle of Portland';

const cases = {
  example: set(),
  parish: set({ election: parish }),
  'a long email': set({ electoralServices: { ...council.electoralServices!, email: longEmail } }),
  'three contacts': set({ deputyReturningOfficers: [deputy(1)] }),
  'one phone alone': set({
    returningOfficer: { title: 'Returning Officer', phones: ['01632 960 001'] },
    electoralServices: undefined,
  }),
  'two forces': set({ police: [{ name: 'Anyshire Police' }, { name: 'Northmoor Constabulary' }] }),
  'a long name': set({ name: LONG }),
  'a longer name': set({ name: LONGER }),
  'a name of two lines': set({ name: TWO_LINES }),
} as const;
const names = Object.keys(cases) as (keyof typeof cases)[];

const texts = ({ pages }: SetPages, page: number): string[] =>
  textLines(pages)
    .filter((line) => line.page === page)
    .map(({ text }) => text);

const find = ({ pages }: SetPages, page: number, text: string): TextLine => {
  const found = textLines(pages).filter((line) => line.page === page && line.text === text);
  expect([text, found.length]).toEqual([text, 1]);
  return found[0]!;
};

/** Within half a point. */
const near = (value: number): unknown => expect.closeTo(value, 0);

const INK = '#1a1a1a';
const QUIET = '#484f53';
const PAPER = '#ffffff';

const box = (page: number, left: number, top: number, width: number, height: number) => ({
  page,
  left: expect.closeTo(left, 1),
  top: expect.closeTo(top, 1),
  width: expect.closeTo(width, 1),
  height: expect.closeTo(height, 1),
});

describe('the example', () => {
  test('is two faces of 85.6 by 53.98 mm', async () => {
    const { pages } = await cases.example;
    expect(pages.map(({ width, height }) => [width.toFixed(2), height.toFixed(2)])).toEqual([
      ['242.65', '153.01'],
      ['242.65', '153.01'],
    ]);
  });

  test.for([
    [1, 'Anyshire District Council', 36, 8.5, 19.5, '9/16 bold', PAPER],
    [1, 'In danger now,', 12, 36, 44.5, '9/11 bold', PAPER],
    [1, 'or a crime is happening', 12, 47, 55.5, '9/11 bold', PAPER],
    [1, 'A crime', 156, 36, 44.5, '9/11 bold', INK],
    [1, 'has happened', 156, 47, 55.5, '9/11 bold', INK],
    [1, '999', 9.6, 64, 104, '60/40 bold', PAPER],
    [1, '101', 154.5, 64, 88, '36/24 bold', INK],
    [1, 'or police.uk', 156, 95, 104, '9/12 bold', INK],
    [1, 'Say: “I am a candidate. This is an Operation Ford incident.”', 12, 115, 125.7, '8/16', INK],
    [1, 'Anyshire Police', 12, 132, 140.7, '8/12', QUIET],
    [2, 'Returning Officer, Helen Marsh', 12, 12, 20.7, '8/12 bold', INK],
    [2, '01632 960 001', 12, 24, 36, '12/16 bold', INK],
    [2, 'Electoral services, Elections team', 12, 48, 56.7, '8/12 bold', INK],
    [2, '01632 960 002', 12, 60, 72, '12/16 bold', INK],
    [2, 'elections@anyshire.example', 12, 76, 84.7, '8/12', INK],
    [2, 'NCSC, to protect your accounts', 12, 96, 104.7, '8/12 bold', INK],
    [2, 'individualsupport@ncsc.gov.uk', 12, 108, 116.7, '8/12', INK],
    [2, 'Checked on 20 March 2025', 12, 132, 140.7, '8/12', QUIET],
    [2, 'More guidance', 174.6, 72, 80.7, '8/12 bold', INK],
  ] as const)('face %d: %s', async ([page, text, left, top, baseline, type, colour]) => {
    const line = find(await cases.example, page, text);
    expect({ ...line, type: `${line.size}/${line.leading}${line.bold ? ' bold' : ''}` }).toMatchObject({
      left: near(left),
      top: near(top),
      baseline: near(baseline),
      type,
      colour,
    });
  });

  test('strip and fields, logo and code', async () => {
    const { pages } = await cases.example;
    expect(colourBoxes(pages)).toEqual([
      { ...box(1, 0, 0, 242.65, 32), colour: '#0b4f35' },
      { ...box(1, 0, 32, 144, 80), colour: '#b00020' },
      { ...box(1, 144, 32, 98.65, 80), colour: '#f0f4f3' },
    ]);
    expect(drawings(pages)).toEqual([box(1, 12, 9, 15, 15), box(2, 174.65, 12, 56, 56)]);
  });
});

describe.each(names)('%s', (name) => {
  test('is set without a fault', async () => {
    const { pages, diagnostics } = await cases[name];
    expect([pages.length, diagnostics]).toEqual([2, []]);
  });

  test('no letter crosses the safe line, 3 mm within the trim', async () => {
    const { pages } = await cases[name];
    for (const { left, right, baseline, size, text, page } of textLines(pages)) {
      const { width, height } = pages[page - 1]!;
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.25 * size);
      expect([text, room >= 8.49]).toEqual([text, true]);
    }
  });

  test('no type is under 8 pt, no phone under 10 pt, and 999 is the largest', async () => {
    const lines = textLines((await cases[name]).pages);
    expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThanOrEqual(8);
    const phones = lines.filter(({ text }) => /^(01632 |999$|101$)/.test(text));
    expect(phones.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...phones.map(({ size }) => size))).toBeGreaterThanOrEqual(10);
    const sizes = lines.filter(({ text }) => text !== '999').map(({ size }) => size);
    expect(Math.max(...sizes)).toBeLessThan(find(await cases[name], 1, '999').size);
  });

  test('no words stand over other words, or over the QR code', async () => {
    const { pages } = await cases[name];
    const lines = textLines(pages);
    const code = drawings(pages).at(-1)!;
    const blocks = [
      ...lines.map((line) => ({ ...line, name: line.text })),
      { ...code, name: 'QR code', right: code.left + code.width, bottom: code.top + code.height },
    ];
    const over = blocks.flatMap((a, i) =>
      blocks
        .slice(i + 1)
        .filter(
          (b) =>
            a.page === b.page && a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2,
        )
        .map((b) => [a.name, b.name]),
    );
    expect(over).toEqual([]);
  });

  test('four modules about the QR code are clear', async () => {
    const { pages } = await cases[name];
    const { left, top, width, height } = drawings(pages).at(-1)!;
    const clear = (4 / 37) * width;
    const close = textLines(pages).filter((line) => {
      const inkTop = line.baseline - 0.75 * line.size;
      const across = line.right > left - clear && line.left < left + width + clear;
      return line.page === 2 && across && inkTop < top + height + clear - 0.5 && line.baseline > top - clear;
    });
    // The caption stands nearer: black words beside a code do not hinder a reader, and the column is 56 wide.
    expect(close.map(({ text }) => text).filter((text) => text !== 'More guidance')).toEqual([]);
  });
});

describe('the back', () => {
  test('an email too long to stand beside the code goes below it', async () => {
    const laid = await cases['a long email'];
    const email = find(laid, 2, longEmail);
    expect(email.top).toBeGreaterThanOrEqual(88 - 0.1);
    expect(email.right).toBeGreaterThan(174);
    const shown = texts(laid, 2);
    expect(shown).toEqual(expect.arrayContaining(['01632 960 001', '01632 960 002', 'individualsupport@ncsc.gov.uk']));
  });

  test('with more contacts gives up emails, then the NCSC, and never a phone', async () => {
    const laid = await cases['three contacts'];
    const shown = texts(laid, 2);
    expect(shown).toEqual(expect.arrayContaining(['01632 960 001', '01632 960 011', '01632 960 002']));
    expect(shown.filter((text) => text.includes('@'))).toEqual([]);
    expect(shown).toContain('Checked on 20 March 2025');
  });

  test('with more numbers than it can hold is an error, not a shorter list', async () => {
    const { pages, diagnostics } = await set({ deputyReturningOfficers: [1, 2, 3].map(deputy) });
    expect(pages).toEqual([]);
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(['preflight/overset']));
    expect(diagnostics[0]!.place).toEqual({ kind: 'frame', template: 'wallet-card', frame: 'contacts', page: 2 });
  });

  test('shows the email of a contact that has no phone, whatever else yields', async () => {
    const returningOfficer = { title: 'Returning Officer', phones: [], email: 'ro@anyshire.example' };
    for (const deputies of [[], [deputy(1)]]) {
      // oxlint-disable-next-line no-await-in-loop
      const laid = await set({ returningOfficer, deputyReturningOfficers: deputies });
      expect(laid.diagnostics).toEqual([]);
      expect(texts(laid, 2)).toEqual(
        expect.arrayContaining(['Returning Officer', 'ro@anyshire.example', '01632 960 002']),
      );
    }
  });

  test('never shows an advisor, who is no one to report to', async () => {
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop
      const laid = await cases[name];
      expect(texts(laid, 2).join('\n')).not.toMatch(/960 003|Okafor|ford@/);
    }
  });

  test('shows what one contact has, and the rest is paper', async () => {
    expect(texts(await cases['one phone alone'], 2)).toEqual([
      'Returning Officer',
      '01632 960 001',
      'NCSC, to protect your accounts',
      'individualsupport@ncsc.gov.uk',
      'Checked on 20 March 2025',
      'More guidance',
    ]);
  });

  test('keeps a title without its name, where both are too long for a line', async () => {
    const named = { ...council.electoralServices!, name: 'Elections and electoral registration team' };
    const laid = await set({ electoralServices: named });
    expect(texts(laid, 2)).toContain('Electoral services');
  });
});

describe('the front', () => {
  test('says nothing of Operation Ford where it does not apply', async () => {
    const laid = await cases.parish;
    expect(texts(laid, 1).filter((text) => text.includes('Ford'))).toEqual([]);
    expect(find(laid, 1, 'Anyshire Police').top).toBe(116);
  });

  test('names both forces on one line', async () => {
    expect(texts(await cases['two forces'], 1)).toContain('Anyshire Police, Northmoor Constabulary');
  });
});

const nameIn = ({ pages }: SetPages) =>
  textBoxes(pages)
    .filter(({ page, top }) => page === 1 && top < 32)
    .flatMap(({ lines }) => lines.map(({ text, size, leading }) => [text, `${size}/${leading}`]));

describe('the council’s name', () => {
  test('is 9 pt on one line', async () => {
    expect(nameIn(await cases.example)).toEqual([['Anyshire District Council', '9/16']]);
  });

  test('that is long is 9 pt while it fits, then 8 pt', async () => {
    expect(nameIn(await cases['a long name'])).toEqual([[LONG, '9/16']]);
    expect(nameIn(await cases['a longer name'])).toEqual([[LONGER, '8/16']]);
  });

  test('that is longer takes two lines of 8 pt, both in the strip', async () => {
    const laid = await cases['a name of two lines'];
    const lines = nameIn(laid);
    expect(lines.map(([text]) => text).join(' ')).toBe(TWO_LINES);
    expect(lines.map(([, type]) => type)).toEqual(['8/9', '8/9']);
    const last = textLines(laid.pages).findLast(({ page, top }) => page === 1 && top < 32)!;
    expect(last.bottom).toBeLessThanOrEqual(32);
  });

  test('that is longer still gives way to the short name, with a warning', async () => {
    const laid = await set({ name: ENDLESS });
    expect(nameIn(laid)).toEqual([['Anyshire', '9/16']]);
    expect(laid.diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['compose/short-name', 'warning']]);
  });

  test('and without a short name is an error', async () => {
    const { pages, diagnostics } = await set({ name: ENDLESS, shortName: undefined });
    expect(pages).toEqual([]);
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['preflight/overset', 'error']]);
  });
});
