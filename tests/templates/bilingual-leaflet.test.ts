import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import type { LaidPage } from '../../src/typeset/laid.ts';
import type { Parts } from '../../src/typeset/template.ts';
import { bilingualLeaflet } from '../../templates/bilingual-leaflet/bilingual-leaflet.tsx';
import { typeset } from '../../src/typeset/typeset.ts';
import { noClock, type SetPages, silent } from '../sources.ts';
import { colourBoxes, drawings, textBoxes, textLines } from '../typeset/laid-text.ts';
import { type InTwo, pairOf, setInTwo } from './bilingual.ts';
import {
  at,
  deputy,
  EMERGENCY,
  find,
  INK,
  inText,
  lastRoles,
  loneLines,
  longEmail,
  near,
  noneOptional,
  PAPER,
  place,
  QUIET,
  RULE,
} from './leaflets.ts';

const BRAND = '#34215f';
const TINT = '#f3f2f5';

const set = (changes: InTwo = {}): Promise<SetPages> => setInTwo(bilingualLeaflet, changes);

/** Headings of one line, as in the picture that the page is made after. */
const headed = (parts: Parts, headings: readonly string[]): Parts => ({
  ...parts,
  edition: {
    ...parts.edition,
    sections: parts.edition.sections.map((section, i): Edition['sections'][number] => ({
      ...section,
      heading: [{ kind: 'text', value: headings[i]! }],
    })),
  },
});

const pictured = async (): Promise<readonly LaidPage[]> => {
  const [cy, en] = pairOf();
  const first = headed(cy, ['Pum ffordd i ddechrau', 'Diogelwch personol', 'Seiberddiogelwch', 'Diogelwch ar-lein']);
  const second = headed(en, ['First ways', 'Personal', 'Cyber security', 'Online security']);
  const pages = await typeset(bilingualLeaflet(second), first, silent, noClock);
  return pages!;
};

const election = { name: 'Parish elections', kind: 'parish', date: '2025-05-01' } as const;
const feoa = {
  title: 'Operation Ford advisor',
  name: 'Sgt Dev Okafor',
  phones: ['01632 960 003'],
  email: 'ford@police.example',
} as const;
const mailed = { title: 'Electoral services', phones: ['01632 960 012'], email: longEmail };

const cases = {
  example: set(),
  area: set({ areas: ['Ward yr Abaty', 'Abbey ward'] }),
  'one name of an area': set({ areas: ['Llŷn', 'Llŷn'] }),
  'nothing optional': set({ council: noneOptional }),
  parish: set({ council: { election } as never }),
  'four contacts': set({ council: { deputyReturningOfficers: [deputy], feoa } }),
  'an email too long for a column': set({ council: { electoralServices: mailed } }),
  'long names': set({
    cy: { name: 'Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot' },
    en: { name: 'Neath Port Talbot County Borough Council' },
    areas: [
      'Ward Esgob Castell, Clun, Chirbury a Dwyrain Worthen',
      'Bishop’s Castle, Clun, Chirbury and Worthen East ward',
    ],
  }),
} as const;

type Case = keyof typeof cases;
const names = Object.keys(cases) as Case[];

describe('the first page', () => {
  const pages = pictured();

  test.for([
    ['Cyngor Sir Llanfair-y-Ŵyl', 112, 12, 26.7, '14/20 bold', PAPER],
    ['Llanfair-y-Ŵyl County Council', 112, 32, 46.7, '14/20 bold', PAPER],
    ['Etholiadau lleol, 1 Mai 2025', 360, 16, 28, '12/16', PAPER],
    ['Local elections, 1 May 2025', 360, 32, 44, '12/16', PAPER],
    ['Canllawiau diogelwch', 56, 80, 98.7, '20/24 bold', INK],
    ['Candidate security', 304, 80, 98.7, '20/24 bold', INK],
    ['Mewn perygl nawr, neu drosedd yn digwydd', 72, 184, 198, '12/20 bold', PAPER],
    ['In danger now, or a crime is happening', 72, 204, 218, '12/20 bold', PAPER],
    ['Mae trosedd wedi digwydd', 360, 184, 198, '12/20 bold', INK],
    ['A crime has happened', 360, 204, 218, '12/20 bold', INK],
    ['999', 67, 240, 320.1, '120/80 bold', PAPER],
    ['101', 357, 240, 288, '72/48 bold', INK],
    // The force stands where one calls it: three lines that end the field.
    ['Heddlu Canolfro', 360, 294, 305, '12/14 bold', INK],
    ['Canolfro Police', 360, 308, 319, '12/14 bold', INK],
    ['neu / or police.uk', 360, 322, 333, '12/14 bold', INK],
    ['Dywedwch eich bod yn ymgeisydd a bod', 56, 352, 364, '12/16', INK],
    ['Say that you are a candidate and that this is', 304, 352, 364, '12/16', INK],
    ['Eich cysylltiadau lleol / Your local contacts', 56, 412, 426.7, '14/20 bold', INK],
    ['Swyddog Canlyniadau', 56, 440, 452, '12/16 bold', INK],
    ['Returning Officer', 56, 456, 468, '12/16 bold', INK],
    ['Gwasanaethau etholiadol', 304, 440, 452, '12/16 bold', INK],
    ['Rhian Prydderch', 56, 472, 484, '12/16', INK],
    ['Tîm etholiadau / Elections team', 304, 472, 484, '12/16', INK],
    ['01632 960 011', 56, 488, 506, '18/24 bold', INK],
    ['01632 960 012', 304, 488, 506, '18/24 bold', INK],
    ['canlyniadau@llanfair.example', 56, 512, 524, '12/16', INK],
    ['Gwiriwyd ar 20 Mawrth 2025 / Checked on 20 March 2025', 56, 564, 575.3, '10/16', QUIET],
    ['Yn Gymraeg', 56, 608, 622.7, '14/20 bold', INK],
    ['In English', 304, 608, 622.7, '14/20 bold', INK],
    ['Pum ffordd i ddechrau', 80, 636, 648, '12/16', INK],
    ['First ways', 328, 636, 648, '12/16', INK],
    ['Diogelwch personol', 80, 656, 668, '12/16', INK],
    ['Y cyfan, ar-lein', 455.3, 704, 715.3, '10/16 bold', INK],
    ['All of this, online', 455.3, 720, 731.3, '10/16 bold', INK],
    ['Canllawiau / Guidance: Llywodraeth EF / HM Government, Mai / May 2025', 56, 804, 815.3, '10/16', QUIET],
  ] as const)('%s', async ([text, left, top, baseline, type, colour]) => {
    expect(place(find(await pages, 1, text))).toEqual(at(left, top, baseline, type, colour));
  });

  test('hours stand under each contact, in both languages', async () => {
    const lines = textLines(await pages).filter(({ page, text }) => page === 1 && /9am/.test(text));
    expect(lines.map(place)).toEqual([
      at(56, 528, 539.3, '10/16', QUIET),
      at(56, 544, 555.3, '10/16', QUIET),
      at(304, 528, 539.3, '10/16', QUIET),
      at(304, 544, 555.3, '10/16', QUIET),
    ]);
  });

  test('fields, band and rules, logo and QR code', async () => {
    const boxes = colourBoxes(await pages).filter(({ page }) => page === 1);
    const wanted = [
      [56, 168, 288, 172, EMERGENCY],
      [344, 168, 195.28, 172, TINT],
      [0, 0, 595.3, 64, BRAND],
      [56, 400, 483.28, 0.75, RULE],
      [56, 592, 483.28, 0.75, RULE],
      [56, 796, 483.28, 0.75, RULE],
    ] as const;
    for (const [left, top, width, height, colour] of wanted) {
      const box = { page: 1, left: near(left), top: near(top), colour };
      expect(boxes).toContainEqual({ ...box, width: expect.closeTo(width, 1), height: expect.closeTo(height, 1) });
    }
    expect(boxes).toHaveLength(wanted.length);
    expect(drawings(await pages)).toEqual([
      { page: 1, left: near(56), top: near(12), width: near(40), height: near(40) },
      { page: 1, left: near(455.3), top: near(612), width: near(84), height: near(84) },
    ]);
  });

  test('the folio needs no words', async () => {
    const folio = find(await pages, 1, `1 / ${(await pages).length}`);
    expect([folio.top, folio.right]).toEqual([near(804), near(539.3)]);
  });

  test('pages of the contents are those on which the sections begin', async () => {
    const lines = textLines(await pages);
    for (const heading of ['Diogelwch personol', 'Seiberddiogelwch', 'Personal', 'Online security']) {
      const entry = find(await pages, 1, heading);
      const number = lines.find(({ page, top, right, bold }) => {
        return page === 1 && bold && top === entry.top && right < entry.left && entry.left - right < 25;
      });
      const begins = lines.find(({ page, text, size }) => page > 1 && text === heading && size === 20);
      expect([heading, number?.text]).toEqual([heading, String(begins!.page)]);
    }
  });
});

describe('what yields on the first page', () => {
  test('of the example is room: the contents of both languages stay, with long headings', async () => {
    const { pages } = await cases.example;
    const first = textBoxes(pages).filter(({ page }) => page === 1);
    const [cy, en] = pairOf();
    for (const { edition } of [cy, en]) {
      for (const { heading } of edition.sections) {
        const words = heading.map((inline) => (inline.kind === 'text' ? inline.value : '')).join('');
        expect(first.map(({ text }) => text)).toContain(words.replaceAll('\u00a0', ' '));
      }
    }
  });

  test('with four contacts is the code, and where each language begins is still said', async () => {
    const { pages } = await cases['four contacts'];
    const entry = find(pages, 1, 'Candidate security guidance');
    const begins = textLines(pages).find(({ page, text }) => page > 1 && text === 'In English')!;
    const number = textLines(pages).find(({ page, top, left, right }) => {
      return page === 1 && top === entry.top && left > 250 && right < entry.left;
    });
    expect(number?.text).toBe(String(begins.page));
    expect(drawings(pages).map(({ page }) => page)).toEqual([1, pages.length]);
    expect(find(pages, pages.length, 'All of this, online').left).toBe(56 + 84 + 16);
  });

  test('is never that an advisor is for advice, in both languages', async () => {
    const { pages } = await cases['four contacts'];
    const { top } = find(pages, 1, 'Am gyngor, nid i riportio trosedd');
    expect(find(pages, 1, 'For advice, not to report a crime').top).toBe(top + 16);
  });
});

describe('what both languages share', () => {
  test('is printed once: a name of an area, of a council, of a force', async () => {
    const { pages } = await cases['one name of an area'];
    expect(place(find(pages, 1, 'Llŷn'))).toEqual(at(56, 148, 162.7, '14/20 bold', INK));
    const same = await set({ council: { name: 'Cyngor Môn', police: [{ name: 'Heddlu' }] } });
    const shown = textLines(same.pages).filter(({ page }) => page === 1);
    for (const text of ['Cyngor Môn', 'Heddlu']) {
      expect([text, shown.filter((line) => line.text === text).length]).toEqual([text, 1]);
    }
  });

  test('area names stand side by side, and all below moves down by 8', async () => {
    const { pages } = await cases.area;
    expect(place(find(pages, 1, 'Ward yr Abaty'))).toEqual(at(56, 148, 162.7, '14/20 bold', INK));
    expect(place(find(pages, 1, 'Abbey ward'))).toEqual(at(304, 148, 162.7, '14/20 bold', INK));
    expect(find(pages, 1, '999').top).toBe(248);
    const foot = textLines(pages)
      .filter(({ top }) => top > 800)
      .map(({ text }) => text);
    expect(foot.filter((text) => text.endsWith('Ward yr Abaty / Abbey ward'))).toHaveLength(pages.length);
  });
});

describe('both languages', () => {
  test('the second begins on a page of its own, under its name', async () => {
    const { pages } = await cases.example;
    const heads = textLines(pages).filter(({ page, colour, size, bold, left }) => {
      return page > 1 && colour === BRAND && size === 12 && bold && left === 56;
    });
    expect(heads.map(({ text, top }) => [text, top])).toEqual([
      ['Yn Gymraeg', 44],
      ['In English', 44],
    ]);
    expect(heads[0]!.page).toBe(2);
  });

  test('end on a page that is at least a third full', async () => {
    const { pages } = await cases.example;
    for (const page of pages.map((_, i) => i + 1)) {
      const lines = textLines(pages).filter((line) => line.page === page && inText(line));
      expect(Math.max(...lines.map(({ bottom }) => bottom))).toBeGreaterThanOrEqual(pages[0]!.height / 3);
    }
  });

  test('the last page has the numbers once, and the colophon in both', async () => {
    const { pages } = await cases.example;
    const last = pages.length;
    const labels = ['Fformatau eraill', 'Other formats', 'Y geiriau', 'The words', 'Cyhoeddwyd gan', 'Issued by'];
    const tops = labels.map((label) => find(pages, last, label).top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    for (const words of ['Mewn perygl nawr', 'In danger now', 'Ar ôl trosedd', 'After a crime']) {
      expect(find(pages, last, words).size).toBe(12);
    }
    expect(find(pages, last, '999').size).toBe(48);
  });

  test('a text that neither places, and a value that neither prints, are found', async () => {
    const [first, second] = pairOf();
    const heard: string[] = [];
    const lost = { kind: 'paragraph', inlines: [{ kind: 'text', value: 'Lost' }], place: { kind: 'text', path: 'x' } };
    const { council } = second.edition.record;
    const odd = { ...council, returningOfficer: { ...council.returningOfficer, hours: 'Whenever you like' } };
    const record = { ...second.edition.record, council: odd };
    // The template sets what it was given first; preflight is told of more.
    const also = [{ ...second.edition, introduction: [lost as never], record }];
    await typeset(
      { ...bilingualLeaflet(second), also },
      first,
      (diagnostic) => heard.push(diagnostic.message),
      noClock,
    );
    expect(heard).toEqual([
      'the template does not place `Lost`',
      '`returningOfficer.hours` is printed nowhere: `Whenever you like`',
    ]);
  });
});

describe.each(names)('%s', (name) => {
  test('is set without a fault, on five to eighteen pages', async () => {
    const { pages, diagnostics } = await cases[name];
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(5);
    expect(pages.length).toBeLessThanOrEqual(18);
  });

  test('999 is the largest text of every page that shows it, and Operation Ford follows the election', async () => {
    const { pages } = await cases[name];
    const lines = textLines(pages);
    for (const number of lines.filter(({ text, size }) => text === '999' && size > 40)) {
      const others = lines.filter(({ page, text, size }) => page === number.page && text !== '999' && size !== 56);
      expect(Math.max(...others.map(({ size }) => size))).toBeLessThan(number.size);
    }
    const told = lines.filter(({ page, text }) => page === 1 && /Operation Ford\b(?! advisor)/.test(text));
    expect(told).toHaveLength(name === 'parish' ? 0 : 2);
  });

  test('no text comes within 5 mm of the trim, nor does any run into the foot', async () => {
    const { pages } = await cases[name];
    const { width, height } = pages[0]!;
    for (const { left, right, baseline, size, top, bottom, text } of textLines(pages)) {
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.25 * size);
      expect([text, room > 14.2]).toEqual([text, true]);
      expect([text, bottom <= 784.01 || top >= 804]).toEqual([text, true]);
    }
  });

  test('no drawing runs into the foot', async () => {
    for (const { top, height } of drawings((await cases[name]).pages)) expect(top + height).toBeLessThanOrEqual(784);
  });

  test('no heading is left at a page’s foot, and no line alone', async () => {
    const { pages } = await cases[name];
    expect(lastRoles(pages).filter((role) => role.startsWith('H'))).toEqual([]);
    expect(loneLines(pages)).toEqual([]);
  });

  test('every phone number and address is on one line, and on the first page once', async () => {
    const { pages } = await cases[name];
    const lines = textLines(pages);
    for (const { text } of lines) expect(text).not.toMatch(/@$|^@|\b01632$|\b01632 960$/);
    const numbers = lines.filter(({ page, text }) => page === 1 && text.startsWith('01632')).map(({ text }) => text);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBe(name === 'nothing optional' ? 1 : name === 'four contacts' ? 4 : 2);
  });
});
