import { describe, expect, test } from 'vitest';
import { bilingualCard } from '../../templates/bilingual-card/bilingual-card.tsx';
import { bilingualCardSheet } from '../../templates/bilingual-card/sheet.tsx';
import type { SetPages } from '../sources.ts';
import { colourBoxes, drawings, textLines } from '../typeset/laid-text.ts';
import { type InTwo, setInTwo } from './bilingual.ts';
import { at, deputy, EMERGENCY, find, INK, near, noneOptional, PAPER, place, QUIET } from './leaflets.ts';

const set = (changes: InTwo = {}): Promise<SetPages> => setInTwo(bilingualCard, changes);

const election = { name: 'Parish elections', kind: 'parish', date: '2025-05-01' } as const;
const longEmail = 'electoral.services@basingstoke-borough.example';

const cases = {
  example: set(),
  parish: set({ council: { election } as never }),
  'one phone alone': set({ council: noneOptional }),
  'three contacts': set({ council: { deputyReturningOfficers: [deputy] } }),
  'a long email': set({
    council: { electoralServices: { title: 'Electoral services', phones: ['01632 960 012'], email: longEmail } },
  }),
  'long names': set({
    cy: { name: 'Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot', police: [{ name: 'Heddlu Gogledd Cymru' }] },
    en: { name: 'Neath Port Talbot County Borough Council', police: [{ name: 'North Wales Police' }] },
  }),
  'a long month': set({ council: { contactsCheckedOn: '2025-02-28' } as never }),
} as const;
const names = Object.keys(cases) as (keyof typeof cases)[];

const texts = ({ pages }: SetPages, page: number): string[] =>
  textLines(pages).flatMap((line) => (line.page === page ? [line.text] : []));

describe('the example', () => {
  test.for([
    [1, 'Cyngor Sir Llanfair-y-Ŵyl', 36, 8.5, 15.7, '8/9 bold', PAPER],
    [1, 'Llanfair-y-Ŵyl County Council', 36, 17.5, 24.7, '8/9 bold', PAPER],
    [1, 'Mewn perygl nawr', 12, 36, 44.5, '9/11 bold', PAPER],
    [1, 'In danger now', 12, 47, 55.5, '9/11 bold', PAPER],
    [1, 'Ar ôl trosedd', 156, 36, 44.5, '9/11 bold', INK],
    [1, 'After a crime', 156, 47, 55.5, '9/11 bold', INK],
    [1, '999', 9.6, 64, 104, '60/40 bold', PAPER],
    [1, '101', 154.5, 64, 88, '36/24 bold', INK],
    [1, 'neu / or police.uk', 156, 95, 104, '9/12 bold', INK],
    [1, 'Dywedwch: digwyddiad Operation Ford', 12, 115, 122.7, '8/10', INK],
    [1, 'Say: Operation Ford incident', 12, 125, 132.7, '8/10', INK],
    [1, 'Heddlu Canolfro / Canolfro Police', 12, 135, 142.7, '8/10', QUIET],
    [2, 'Swyddog Canlyniadau', 12, 12, 19.7, '8/10 bold', INK],
    [2, 'Returning Officer', 12, 22, 29.7, '8/10 bold', INK],
    [2, '01632 960 011', 12, 32, 44, '12/16 bold', INK],
    [2, 'Gwasanaethau etholiadol', 12, 52, 59.7, '8/10 bold', INK],
    [2, 'Electoral services', 12, 62, 69.7, '8/10 bold', INK],
    [2, '01632 960 012', 12, 72, 84, '12/16 bold', INK],
    [2, 'etholiadau@llanfair.example', 12, 88, 96.7, '8/12', INK],
    [2, 'NCSC', 12, 104, 111.7, '8/10 bold', INK],
    [2, 'individualsupport@ncsc.gov.uk', 12, 116, 124.7, '8/12', INK],
    [2, 'Gwiriwyd ar 20 Mawrth 2025 / Checked on 20 March 2025', 12, 132, 140.7, '8/12', QUIET],
    [2, 'Canllawiau', 174.6, 72, 80.7, '8/12 bold', INK],
    [2, 'Guidance', 174.6, 84, 92.7, '8/12 bold', INK],
  ] as const)('face %d: %s', async ([page, text, left, top, baseline, type, colour]) => {
    const found = place(find((await cases.example).pages, page, text));
    // A label with a bold word begins with what is not.
    expect(found).toEqual(at(left, top, baseline, type, colour));
  });

  test('strip and fields, logo and code', async () => {
    const { pages } = await cases.example;
    expect(
      colourBoxes(pages).map(({ left, top, width, height, colour }) => [left, top, width, height, colour]),
    ).toEqual([
      [0, 0, near(242.65), 32, '#34215f'],
      [0, 32, 144, 80, EMERGENCY],
      [144, 32, near(98.65), 80, '#f3f2f5'],
    ]);
    expect(drawings(pages).map(({ page, left, top, width }) => [page, left, top, width])).toEqual([
      [1, 12, 9, 15],
      [2, near(174.65), 12, 56],
    ]);
  });
});

describe.each(names)('%s', (name) => {
  test('is two faces without a fault', async () => {
    const { pages, diagnostics } = await cases[name];
    expect([pages.length, diagnostics]).toEqual([2, []]);
  });

  test('no letter crosses the safe line, and no type is under 8 pt', async () => {
    const { pages } = await cases[name];
    for (const { left, right, baseline, size, text, page } of textLines(pages)) {
      const { width, height } = pages[page - 1]!;
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.22 * size);
      expect([text, room >= 8.49, size >= 8]).toEqual([text, true, true]);
    }
  });

  test('no words stand over other words, or over the QR code', async () => {
    const { pages } = await cases[name];
    const code = drawings(pages).at(-1)!;
    const blocks = [
      ...textLines(pages).map((line) => ({ ...line, name: line.text })),
      { ...code, name: 'QR code', right: code.left + code.width, bottom: code.top + code.height },
    ];
    const over = blocks.flatMap((a, i) =>
      blocks
        .slice(i + 1)
        .filter((b) => a.page === b.page && a.left < b.right && b.left < a.right)
        .filter((b) => a.top < b.bottom - 2 && b.top < a.bottom - 2)
        .map((b) => [a.name, b.name]),
    );
    expect(over).toEqual([]);
  });
});

describe('the back', () => {
  test('with three contacts gives up emails, and never a phone', async () => {
    const shown = texts(await cases['three contacts'], 2);
    expect(shown).toEqual(expect.arrayContaining(['01632 960 011', '01632 960 004', '01632 960 012']));
    expect(shown.filter((text) => text.includes('etholiadau@'))).toEqual([]);
  });

  test('says what is the same once', async () => {
    const shown = texts(await cases['a long email'], 2);
    expect(shown.filter((text) => text === 'Electoral services')).toHaveLength(1);
    expect(texts(await cases['one phone alone'], 2)).toEqual([
      'Returning Officer',
      '01632 960 001',
      'NCSC',
      'individualsupport@ncsc.gov.uk',
      'Gwiriwyd ar 20 Mawrth 2025 / Checked on 20 March 2025',
      'Canllawiau',
      'Guidance',
    ]);
  });
});

test('where Operation Ford does not apply, neither language speaks of it', async () => {
  const laid = await cases.parish;
  expect(texts(laid, 1).filter((text) => text.includes('Ford'))).toEqual([]);
  expect(find(laid.pages, 1, 'Heddlu Canolfro / Canolfro Police').top).toBe(116);
});

test('the sheet says in both languages what it is and how it is printed, between the marks', async () => {
  const { pages, diagnostics } = await setInTwo(bilingualCardSheet);
  expect(diagnostics).toEqual([]);
  expect(
    textLines(pages)
      .filter(({ page }) => page === 1)
      .map(({ text, left, top }) => [text, left, Math.round(top)]),
  ).toEqual([
    ['Cyngor Sir Llanfair-y-Ŵyl, blaen y cardiau, dalen 1 o 2', near(71), 12],
    ['Llanfair-y-Ŵyl County Council, card fronts, sheet 1 of 2', near(71), 806],
    ['Argraffwch ar 100%. Dwy ochr: trowch ar yr ymyl hir.', near(313.6), 12],
    ['Print at 100%. Both sides: flip on the long edge.', near(313.6), 806],
  ]);
});
