import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/content/edition.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { markDraft } from '../../src/typeset/draft.tsx';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { runsOf } from '../../src/typeset/words.tsx';
import { largePrint } from '../../templates/large-print/large-print.tsx';
import { type Changes, example, exampleWith, partsOf, setOf, type SetPages, silent } from '../sources.ts';
import { colourBoxes, drawings, type TextLine, textBoxes, textLines } from '../typeset/laid-text.ts';
import {
  at,
  BRAND,
  council,
  deputy,
  EMERGENCY,
  find,
  INK,
  inText,
  lastRoles,
  LONG_AREA,
  LONG_COUNCIL,
  longEmail,
  loneLines,
  near,
  noneOptional,
  PAPER,
  parish,
  place,
  RULE,
  TINT,
} from './leaflets.ts';

const set = (changes: Changes = {}): Promise<SetPages> => setOf(largePrint, exampleWith(changes));

const HOURS = 'Monday to Friday, 9am to 5pm';
const deputies = Array.from({ length: 6 }, (_, i) => ({
  ...deputy,
  name: `Deputy ${i + 1}`,
  phones: [`01632 960 01${i}`],
  hours: HOURS,
}));

const longForces = [
  { name: 'Devon, Cornwall and the Isles of Scilly Constabulary' },
  { name: 'Northmoor Constabulary' },
];

const cases = {
  example: set(),
  area: set({ area: 'Abbey ward' }),
  'nothing optional': set({ council: noneOptional, words: 'none' }),
  parish: set({ council: { election: parish } }),
  'no advisor': set({ council: { feoa: undefined } }),
  'many contacts': set({ council: { deputyReturningOfficers: deputies } }),
  'an email too long for a column': set({
    council: { electoralServices: { ...council.electoralServices!, email: longEmail } },
  }),
  'long names': set({ council: { name: LONG_COUNCIL, issuedBy: undefined }, area: LONG_AREA }),
  'long names of everything': set({ council: { name: LONG_COUNCIL, police: longForces }, area: LONG_AREA }),
  'two forces': set({ council: { police: [{ name: 'Anyshire Police' }, { name: 'Northmoor Constabulary' }] } }),
} as const;
type Case = keyof typeof cases;
const names = Object.keys(cases) as Case[];

/** The lines of a page that has been set, without its foot. */
const linesOn = (pages: readonly LaidPage[], page: number): TextLine[] =>
  textLines(pages).filter((line) => line.page === page && inText(line));

const wordsOf = (inlines: readonly Inline[]): string =>
  runsOf(inlines)
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');

const textsOn = (pages: readonly LaidPage[], page: number): string[] => linesOn(pages, page).map(({ text }) => text);

describe('the first page of the example', () => {
  test.for([
    ['Anyshire District Council', 112, 20, 42.7, '20/32 bold', PAPER],
    ['Candidate security guidance', 48, 84, 118, '36/44 bold', INK],
    ['for local elections', 48, 128, 162, '36/44 bold', INK],
    ['Thursday 1 May 2025. Large print', 48, 176, 194, '18/24', INK],
    ['In danger now, or a crime is happening', 48, 232, 256, '24/32 bold', PAPER],
    ['999', 41.5, 276, 384.1, '162/108 bold', PAPER],
    ['A crime has happened', 48, 424, 448, '24/32 bold', INK],
    ['101', 44.1, 468, 528.1, '90/60 bold', INK],
    // The force stands where one calls it, above police.uk, which ends on the baseline of 101.
    ['Anyshire Police', 216, 472, 496, '24/32 bold', INK],
    ['or police.uk', 216, 504, 528, '24/32 bold', INK],
    ['Say that you are a candidate and that this is', 48, 560, 578, '18/24', INK],
    ['Returning Officer', 48, 632, 650, '18/24 bold', INK],
    ['Helen Marsh', 48, 656, 674, '18/24', INK],
    ['01632 960 001', 311.3, 632, 653, '27/24 bold', INK],
    ['ro@anyshire.example', 311.3, 656, 674, '18/24', INK],
    ['Electoral services', 48, 692, 710, '18/24 bold', INK],
    ['01632 960 002', 311.3, 692, 713, '27/24 bold', INK],
    ['elections@anyshire.example', 311.3, 716, 734, '18/24', INK],
    ['Checked on 20 March 2025', 48, 752, 770, '18/24', INK],
    ['More on page 2', 311.3, 752, 770, '18/24', INK],
    ['Guidance: HM Government, May 2025', 48, 800, 817.3, '16/24', INK],
  ] as const)('%s', async ([text, left, top, baseline, type, colour]) => {
    const { pages } = await cases.example;
    expect(place(find(pages, 1, text))).toEqual(at(left, top, baseline, type, colour));
  });

  test('fields as wide as the paper, band and rules', async () => {
    const { pages } = await cases.example;
    const boxes = colourBoxes(pages).filter(({ page }) => page === 1);
    const expected = [
      [0, 0, 595.3, 72, BRAND],
      [0, 216, 595.3, 192, EMERGENCY],
      [0, 408, 595.3, 136, TINT],
      [48, 620, 499.3, 1, RULE],
      [48, 792, 499.3, 1, RULE],
    ] as const;
    expect(boxes).toHaveLength(expected.length);
    for (const [left, top, width, height, colour] of expected) {
      const box = { left: near(left), top: near(top), width: near(width), height: near(height), colour };
      expect(boxes).toContainEqual({ page: 1, ...box });
    }
    expect(drawings(pages)[0]).toEqual({ page: 1, left: near(48), top: near(12), width: near(48), height: near(48) });
  });

  test('the folio ends at the margin', async () => {
    const { pages } = await cases.example;
    const folio = find(pages, 1, `Page 1 of ${pages.length}`);
    expect([folio.top, folio.baseline, folio.right, folio.size]).toEqual([near(800), near(817.3), near(547.3), 16]);
  });
});

describe('the contacts', () => {
  test('that find no room on page 1 open page 2, and so do the hours', async () => {
    const { pages } = await cases.example;
    expect(textsOn(pages, 2).slice(0, 11)).toEqual([
      'Your local contacts',
      'Returning Officer',
      'Helen Marsh',
      HOURS,
      'Electoral services',
      'Elections team',
      HOURS,
      'Operation Ford advisor',
      'Sgt Dev Okafor',
      '01632 960 003',
      'ford@police.example',
    ]);
    expect(textsOn(pages, 2)[11]).toBe('For advice, not to report a crime');
  });

  test('each stand once with their phones, however many they are', async () => {
    const { pages } = await cases['many contacts'];
    const phones = ['01632 960 001', '01632 960 002', '01632 960 003', ...deputies.flatMap((each) => each.phones)];
    const lines = [1, 2, 3].flatMap((page) => textsOn(pages, page));
    for (const phone of phones) expect([phone, lines.filter((text) => text === phone).length]).toEqual([phone, 1]);
  });

  test('with room for hours have them beside, and nothing is left for page 2', async () => {
    const electoralServices = { title: 'Electoral services', phones: ['01632 960 002'], hours: HOURS };
    const { pages } = await set({ council: { ...noneOptional, electoralServices } });
    expect(textsOn(pages, 1)).toContain(HOURS);
    expect(textsOn(pages, 1)).not.toContain('More on page 2');
    expect(textsOn(pages, 2)).not.toContain('Your local contacts');
  });

  test('with an email too long for its column have it below, on one line', async () => {
    const { pages } = await cases['an email too long for a column'];
    const email = textLines(pages).find(({ text }) => text === longEmail)!;
    const phone = find(pages, email.page, '01632 960 002');
    expect([email.left, email.top > phone.top]).toEqual([48, true]);
  });

  test('with a number too long for its column stack', async () => {
    const returningOfficer = { ...noneOptional.returningOfficer, phones: ['+44 (0) 1632 960 001 option 2'] };
    const { pages, diagnostics } = await set({ council: { ...noneOptional, returningOfficer }, words: 'none' });
    expect(diagnostics).toEqual([]);
    expect(find(pages, 1, returningOfficer.phones[0]!)).toMatchObject({ left: 48, size: 27 });
  });
});

describe('the area', () => {
  test('stands before the day, and nothing moves', async () => {
    const { pages } = await cases.area;
    expect(find(pages, 1, 'Abbey ward, Thursday 1 May 2025. Large print').top).toBe(176);
    expect(find(pages, 1, '999').top).toBe(276);
    const feet = textLines(pages).filter(({ top, left }) => top === 800 && left === 48);
    expect(feet.map(({ text }) => text)).toEqual(pages.map(() => 'Guidance: HM Government, May 2025, Abbey ward'));
  });

  test('that is long has a line of its own, and in the foot too', async () => {
    const { pages } = await cases['long names'];
    expect(place(find(pages, 1, 'Thursday 1 May 2025. Large print'))).toEqual(at(48, 196, 214, '18/24', INK));
    const shown = textLines(pages).filter(({ page, text }) => page === 1 && text === LONG_AREA);
    expect(shown.map(({ size, bold, top }) => [size, bold, top])).toEqual([
      [16, false, 800],
      [18, true, 172],
    ]);
    expect(find(pages, 1, '999').top).toBe(276 + 20);
  });

  test('that is too long for the foot is on the first page alone', async () => {
    const area = `${LONG_AREA} and the parishes on the border`;
    const { pages, diagnostics } = await set({ area });
    expect(diagnostics).toEqual([]);
    expect(textBoxes(pages).filter(({ text }) => text === area)).toHaveLength(1);
    expect(find(pages, 1, 'Guidance: HM Government, May 2025').top).toBe(800);
  });
});

describe('the fields', () => {
  test('say nothing of Operation Ford where it does not apply, and its space closes up', async () => {
    const { pages } = await cases.parish;
    expect(textsOn(pages, 1).filter((text) => text.includes('Ford'))).toEqual([]);
    expect(colourBoxes(pages)).toContainEqual(expect.objectContaining({ page: 1, top: 560, height: 1 }));
    expect(find(pages, 1, 'Parish elections, Thursday 1 May 2025. Large print').top).toBe(176);
  });

  test('name two forces beside 101, above police.uk', async () => {
    const { pages } = await cases['two forces'];
    const lines = ['Anyshire Police', 'Northmoor Constabulary', 'or police.uk'].map((text) => find(pages, 1, text));
    expect(lines.map(({ left, size }) => [left, size])).toEqual([
      [216, 18],
      [216, 18],
      [216, 18],
    ]);
    expect(lines[2]!.baseline).toBeCloseTo(find(pages, 1, '101').baseline, 0);
  });

  test('name forces below 101 if they are too long to stand beside it', async () => {
    const { pages } = await cases['long names of everything'];
    const number = find(pages, 1, '101');
    for (const { name } of longForces) {
      const line = find(pages, 1, name);
      expect([line.left, line.top >= number.bottom]).toEqual([48, true]);
    }
  });

  test('name a council with a long name on two lines of the band', async () => {
    const { pages } = await cases['long names'];
    const box = textBoxes(pages).find(({ page, text }) => page === 1 && text === LONG_COUNCIL)!;
    expect(box.lines.map(({ size }) => size)).toEqual([18, 18]);
    expect(box.top).toBe(12);
  });

  test('without a logo the name begins at the margin', async () => {
    const { logo: _, ...brand } = example().brand;
    const { pages, diagnostics } = await setOf(largePrint, { ...example(), brand });
    expect(diagnostics).toEqual([]);
    expect(find(pages, 1, 'Anyshire District Council').left).toBe(48);
  });
});

describe('the pages that follow', () => {
  test('begin a section with rule, number and heading, one below the other', async () => {
    const { pages } = await cases.example;
    for (const number of ['1', '2', '3', '4']) {
      const figure = textLines(pages).find(({ text, size }) => text === number && size === 54)!;
      const heading = textLines(pages).find(({ page, top, size }) => {
        return page === figure.page && top > figure.top && size === 30;
      })!;
      expect(place(heading)).toEqual(at(48, figure.top + 48, figure.top + 76, '30/36 bold', INK));
      const rule = colourBoxes(pages).find(
        ({ page, top }) => page === figure.page && Math.abs(top - (figure.top - 16)) < 0.1,
      );
      expect(rule).toMatchObject({ left: near(48), width: near(499.3), height: near(3), colour: BRAND });
    }
  });

  test('the emergency panel is grey with a red edge, and says whom to call', async () => {
    const { pages } = await cases.example;
    const panel = colourBoxes(pages).find(({ colour }) => colour === '#f4f4f2')!;
    const call = find(pages, panel.page, 'Call');
    expect(place(call)).toEqual(at(72, panel.top + 16, panel.top + 40, '24/32 bold', EMERGENCY));
    const [number] = linesOn(pages, panel.page).filter(({ text }) => text === '999');
    expect([number!.size, number!.colour, number!.top]).toEqual([72, EMERGENCY, near(panel.top + 56)]);
    const lead = find(pages, panel.page, 'It is vital that you call 999 when harassment or');
    expect([lead.bold, lead.colour, lead.top]).toEqual([true, INK, near(panel.top + 120)]);
  });

  test('the council’s words are on its tint and say above whose they are', async () => {
    const { pages } = await cases.example;
    const panels = colourBoxes(pages).filter(({ page, colour }) => page > 1 && page < pages.length && colour === TINT);
    const labels = textLines(pages).filter(({ text }) => text === 'Added by Anyshire District Council');
    expect(labels.map(({ page, top }) => [page, top])).toEqual(panels.map(({ page, top }) => [page, top + 16]));
    expect(panels.length).toBeGreaterThan(2);
    for (const label of labels) expect([label.size, label.bold, label.colour]).toEqual([16, true, BRAND]);
  });

  test('a QR code with the words by which one finds the page without it', async () => {
    const { pages } = await cases.example;
    const code = drawings(pages).at(-1)!;
    expect(code).toMatchObject({ page: 2, left: near(48), width: near(84), height: near(84) });
    expect(textsOn(pages, 2)).toEqual(expect.arrayContaining(['All of this, kept up to date:']));
    expect(textBoxes(pages).map(({ text }) => text)).toContain('GOV.UK: search for “candidate security guidance”');
  });

  test('the last says the two numbers again, and where the words are from', async () => {
    const { pages } = await cases.example;
    const last = pages.length;
    expect(textsOn(pages, last)).toEqual(expect.arrayContaining(['999', '101', 'The words', 'Issued by']));
    const formats = textBoxes(pages).find(({ text }) => text.startsWith('For easy read'))!;
    expect([formats.page, formats.text]).toEqual([last, expect.stringContaining('Relay UK 18001 01632 960 002')]);
  });
});

describe.each(names)('%s', (name) => {
  test('is set without a fault, on eight to fourteen pages', async () => {
    const { pages, diagnostics } = await cases[name];
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(largePrint.pages.least);
    expect(pages.length).toBeLessThanOrEqual(14);
  });

  test('nothing is under 16 pt, and text is 18', async () => {
    const boxes = textBoxes((await cases[name]).pages);
    expect(Math.min(...boxes.map(({ words }) => words.style.size))).toBe(16);
    const small = boxes.filter(({ words, top }) => words.style.size === 16 && inText({ top }));
    for (const { text } of small) expect(text).toMatch(/^(Added by |Monday to Friday)/);
  });

  test('999 is the largest text of every page that shows it', async () => {
    const lines = textLines((await cases[name]).pages);
    const numbers = lines.filter(({ text, size }) => text === '999' && size > 40);
    expect(new Set(numbers.map(({ page }) => page)).size).toBeGreaterThanOrEqual(3);
    for (const number of numbers) {
      const others = lines.filter(({ page, text }) => page === number.page && text !== '999');
      expect(Math.max(...others.map(({ size }) => size))).toBeLessThan(number.size);
    }
  });

  test('the guidance is whole and in its order', async () => {
    const { pages } = await cases[name];
    const sections = partsOf(example()).edition.sections.map(({ heading }) => wordsOf(heading));
    const boxes = textBoxes(pages);
    const headings = boxes.filter(({ role, text }) => role === 'H2' && text !== 'Your local contacts');
    expect(headings.map(({ text }) => text)).toEqual(sections);
    const introduction = boxes.findIndex(({ text }) => text.startsWith('All of this and further information'));
    expect(introduction).toBeLessThan(boxes.indexOf(headings[0]!));
  });

  test('no text comes within 5 mm of the trim, nor does any run into the foot', async () => {
    const { pages } = await cases[name];
    const { width, height } = pages[0]!;
    for (const { left, right, baseline, size, top, bottom, text } of textLines(pages)) {
      // Of the letters, with their ascenders and descenders.
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.25 * size);
      expect([text, room > 14.2]).toEqual([text, true]);
      expect([text, bottom <= 780.01 || top >= 800]).toEqual([text, true]);
    }
  });

  test('every phone number and address is on one line', async () => {
    const lines = textLines((await cases[name]).pages).map(({ text }) => text);
    for (const line of lines) expect(line).not.toMatch(/@$|^@|\b01632$|\b01632 960$/);
  });

  test('no heading is left at the foot of a page, nor a single line of a text at its head or foot', async () => {
    const { pages } = await cases[name];
    expect(lastRoles(pages).filter((role) => role.startsWith('H'))).toEqual([]);
    expect(loneLines(pages)).toEqual([]);
  });

  test('no line begins with a dash, and no item or heading ends in a lone short word', async () => {
    const { pages } = await cases[name];
    for (const { text } of textLines(pages)) expect(text).not.toMatch(/^[–-] /);
    const short = textBoxes(pages).filter(({ role, lines }) => {
      return /^(H\d|P)$/.test(role) && lines.length > 1 && inText(lines[0]!) && /^\S{1,5}$/.test(lines.at(-1)!.text);
    });
    expect(short.map(({ page, text }) => [page, text])).toEqual([]);
  });

  test('every page but the first is at least a third full', async () => {
    const { pages } = await cases[name];
    pages.slice(1).forEach(({ height }, i) => {
      const lowest = Math.max(...linesOn(pages, i + 2).map(({ bottom }) => bottom));
      expect([i + 2, lowest >= height / 3]).toEqual([i + 2, true]);
    });
  });
});

/** A council's own words, so many short paragraphs, move all that follows down. */
const long = (paragraphs: number): Promise<SetPages> => {
  const text = Array.from({ length: paragraphs }, (_, i) => `Paragraph ${i + 1}.`).join('\n\n');
  const words = parseLocalWords({ path: 'words.md', text: `:::local{slot=police}\n${text}\n:::\n` }, silent);
  const patient = { ...largePrint, pages: { least: 1, most: 30 }, improve: () => [] };
  return setOf(patient, exampleWith({ words }));
};

describe('wherever pages break', () => {
  test.for([3, 7, 11, 16, 22, 31])('headings keep their text: %d paragraphs more', async (paragraphs) => {
    const { pages, diagnostics } = await long(paragraphs);
    expect(diagnostics).toEqual([]);
    expect(lastRoles(pages).filter((role) => role.startsWith('H'))).toEqual([]);
    expect(loneLines(pages)).toEqual([]);
    // What leads to a list is not parted from it.
    const feet = pages.map((_, i) => linesOn(pages, i + 1).at(-1)!.text);
    expect(feet.filter((text) => text.endsWith(':'))).toEqual([]);
    // A panel of more than half a page becomes several, and each says whose it is.
    const panels = colourBoxes(pages).filter(({ page, colour }) => page > 1 && page < pages.length && colour === TINT);
    const labels = textLines(pages).filter(({ text }) => text.startsWith('Added by'));
    expect(labels.map(({ page, top }) => [page, top])).toEqual(panels.map(({ page, top }) => [page, top + 16]));
  });
});

describe('a draft', () => {
  test('is marked on each page, and no word is added or moved', async () => {
    const { pages } = await cases.example;
    const { palette, faces, furniture } = partsOf(example());
    const marked = await markDraft(pages, furniture.draft, faces, palette);
    expect(textLines(marked)).toEqual(textLines(pages));
    expect(drawings(marked)).toHaveLength(drawings(pages).length + pages.length);
  });
});
