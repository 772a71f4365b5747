import { describe, expect, test } from 'vitest';
import { bilingualPoster } from '../../templates/bilingual-poster/bilingual-poster.tsx';
import type { SetPages } from '../sources.ts';
import { colourBoxes, drawings, textBoxes, textLines } from '../typeset/laid-text.ts';
import { type InTwo, setInTwo } from './bilingual.ts';
import { deputy, EMERGENCY, find, INK, longEmail, noneOptional, PAPER, parish, QUIET } from './leaflets.ts';
import { headingsOf, inkOf, within } from './posters.ts';

const set = (changes: InTwo = {}): Promise<SetPages> => setInTwo(bilingualPoster, changes);

const deputies = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...deputy, name: `Deputy ${i + 1}`, phones: [`01632 960 00${i + 4}`] }));

const advisor = { phones: ['01632 960 003'] };

const cases = {
  example: set(),
  area: set({ areas: ['Ward yr Abaty', 'Abbey ward'] }),
  'long areas': set({
    areas: [
      'Ward Llanfair-ym-Muallt a Llanelwedd gyda Chwm Deuddwr',
      'Builth and Llanelwedd with Cwmdeuddwr and Rhayader ward',
    ],
  }),
  'one phone alone': set({ council: noneOptional }),
  parish: set({ council: { election: { ...parish, kind: 'town' } } }),
  'three contacts': set({ council: { deputyReturningOfficers: deputies(1) } }),
  'six contacts': set({ council: { deputyReturningOfficers: deputies(4) } }),
  'an adviser': set({
    cy: { feoa: { ...advisor, title: 'Cynghorydd Operation Ford' } },
    en: { feoa: { ...advisor, title: 'Operation Ford advisor' } },
  }),
  'a long email': set({
    council: { electoralServices: { title: 'Electoral services', phones: ['01632 960 012'], email: longEmail } },
  }),
  'long names': set({
    cy: { name: 'Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot', police: [{ name: 'Heddlu Gogledd Cymru' }] },
    en: { name: 'Neath Port Talbot County Borough Council', police: [{ name: 'North Wales Police' }] },
  }),
  'two forces': set({
    cy: { police: [{ name: 'Heddlu Gogledd Cymru' }, { name: 'Heddlu Dyfed-Powys' }] },
    en: { police: [{ name: 'North Wales Police' }, { name: 'Dyfed-Powys Police' }] },
  }),
} as const;
type Case = keyof typeof cases;
const names = Object.keys(cases) as Case[];

const texts = async (name: Case): Promise<string[]> => textLines((await cases[name]).pages).map(({ text }) => text);

describe('the example', () => {
  test.for([
    ['Cyngor Sir Llanfair-y-Ŵyl', 140, 24, 42.7, '20/24 bold', PAPER],
    ['Llanfair-y-Ŵyl County Council', 140, 48, 66.7, '20/24 bold', PAPER],
    ['Ymgeiswyr: pwy i’w ffonio', 64, 112, 144, '36/40 bold', INK],
    ['Candidates: whom to call', 64, 152, 184, '36/40 bold', INK],
    ['Mewn perygl nawr, neu drosedd yn digwydd', 64, 224, 249.4, '28/32 bold', PAPER],
    ['In danger now, or a crime is happening', 64, 256, 281.4, '28/32 bold', PAPER],
    ['999', 46.5, 304, 596.3, '438/292 bold', PAPER],
    ['Mae trosedd wedi digwydd', 64, 636, 661.4, '28/32 bold', INK],
    ['A crime has happened', 64, 668, 693.4, '28/32 bold', INK],
    ['101', 53.7, 720, 880.2, '240/160 bold', INK],
    ['Heddlu Canolfro', 484, 769.3, 800, '32/40 bold', INK],
    ['Canolfro Police', 484, 809.3, 840, '32/40 bold', INK],
    ['neu / or police.uk', 484, 849.3, 880, '32/40 bold', INK],
    ['Dywedwch eich bod yn ymgeisydd a bod hwn yn ddigwyddiad Operation Ford.', 64, 920, 942.7, '20/32', INK],
    ['Say that you are a candidate and that this is an Operation Ford incident.', 64, 952, 974.7, '20/32', INK],
    ['Swyddog Canlyniadau', 64, 1016, 1031.3, '16/20 bold', INK],
    ['Returning Officer', 64, 1036, 1051.3, '16/20 bold', INK],
    ['01632 960 011', 64, 1060, 1086, '30/32 bold', INK],
    ['canlyniadau@llanfair.example', 64, 1096, 1111.3, '16/20', INK],
    ['01632 960 012', 340, 1060, 1086, '30/32 bold', INK],
    ['Gwiriwyd ar 20 Mawrth 2025 / Checked on 20 March 2025', 64, 1128, 1142.7, '14/20', QUIET],
    ['Y cyfan, ar-lein', 673.9, 1132, 1144, '12/16 bold', INK],
    ['All of this, online', 673.9, 1148, 1160, '12/16 bold', INK],
  ] as const)('%s', async ([text, left, top, baseline, type, colour]) => {
    const line = find((await cases.example).pages, 1, text);
    const { size, leading, bold } = line;
    expect([`${size}/${leading}${bold ? ' bold' : ''}`, line.colour]).toEqual([type, colour]);
    expect([line.left, line.top, line.baseline]).toEqual([within(left), within(top), within(baseline)]);
  });

  test('the fields share out the room of those in one language, and 999 is as large', async () => {
    const { pages } = await cases.example;
    expect(colourBoxes(pages).map(({ top, height, colour }) => [top, height, colour])).toEqual([
      [0, 96, '#34215f'],
      [208, 416, EMERGENCY],
      [624, 280, '#f3f2f5'],
      [1000, 1, '#b1b4b6'],
    ]);
    expect(drawings(pages).map(({ left, top, width }) => [left, top, width])).toEqual([
      [64, 20, 56],
      [within(673.9), 1020, 104],
    ]);
    expect(inkOf(pages, '999').left).toEqual(within(64));
  });

  test('each heading is in both languages, each named', async () => {
    expect(headingsOf((await cases.example).pages)).toEqual([
      'H1 cy-GB Ymgeiswyr: pwy i’w ffonio',
      'H1 en-GB Candidates: whom to call',
      'H2 cy-GB Mewn perygl nawr, neu drosedd yn digwydd',
      'H2 en-GB In danger now, or a crime is happening',
      'H2 cy-GB Mae trosedd wedi digwydd',
      'H2 en-GB A crime has happened',
      'H2 cy-GB Swyddog Canlyniadau',
      'H2 en-GB Returning Officer',
      'H2 cy-GB Gwasanaethau etholiadol',
      'H2 en-GB Electoral services',
    ]);
  });
});

describe.each(names)('%s', (name) => {
  test('is one face without a fault', async () => {
    const { pages, diagnostics } = await cases[name];
    expect([pages.length, diagnostics]).toEqual([1, []]);
  });

  test('one 999, one 101, each number once, nothing under 12 pt, 5 mm from the cut', async () => {
    const { pages } = await cases[name];
    const all = textLines(pages);
    expect(all.filter(({ text }) => text === '999' || text === '101')).toHaveLength(2);
    const numbers = all.flatMap(({ text }) => text.match(/01632 960 \d{3}/g) ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    const { width, height } = pages[0]!;
    for (const { text, left, right, baseline, size } of all) {
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.22 * size);
      expect([text, room >= 14.17, size >= 12]).toEqual([text, true, true]);
    }
  });

  test('neither language is larger or bolder', async () => {
    const { pages } = await cases[name];
    const styleOf = (text: string) => {
      const { size, leading, bold } = find(pages, 1, text);
      return [size, leading, bold];
    };
    expect(styleOf('Ymgeiswyr: pwy i’w ffonio')).toEqual(styleOf('Candidates: whom to call'));
    expect(styleOf('Mae trosedd wedi digwydd')).toEqual(styleOf('A crime has happened'));
  });
});

test('areas stand below the titles on a line, smaller where they are long, and nothing below moves', async () => {
  const { pages } = await cases.area;
  const area = find(pages, 1, 'Ward yr Abaty / Abbey ward');
  expect([area.top, area.size]).toEqual([176, 18]);
  expect(find(pages, 1, '999').top).toBe(304);
  const long = textLines((await cases['long areas']).pages).filter(({ top }) => top >= 176 && top < 208);
  expect(long.map(({ size }) => size)).toEqual([12, 12]);
});

test('contacts become smaller, then each has a line', async () => {
  expect(find((await cases['three contacts']).pages, 1, '01632 960 004').size).toBe(24);
  const six = await texts('six contacts');
  expect(six).toContain('Swyddog Canlyniadau / Returning Officer');
  expect(six.filter((text) => text.startsWith('01632 960'))).toHaveLength(6);
});

test('an adviser never stands without what it is not for, in both languages', async () => {
  const boxes = textBoxes((await cases['an adviser']).pages).map(({ text }) => text);
  expect(boxes).toContain(
    'Cynghorydd Operation Ford / Operation Ford advisor, 01632 960 003. Am gyngor, nid i riportio trosedd / For advice, not to report a crime',
  );
});

test('where Operation Ford does not apply, neither language speaks of it, and what is below moves up', async () => {
  expect((await texts('parish')).filter((text) => /Ford/.test(text))).toEqual([]);
  expect(find((await cases.parish).pages, 1, 'Returning Officer').top).toBe(956);
});

test('a name that is the same in both languages stands once, and is as large as in one', async () => {
  const { pages } = await set({ council: { name: 'Cyngor Gwynedd' } });
  expect([find(pages, 1, 'Cyngor Gwynedd').size, find(pages, 1, 'Cyngor Gwynedd').top]).toEqual([24, 32]);
});
