import { describe, expect, test } from 'vitest';
import { parseLocalWords } from '../../src/content/local-words.ts';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { fillOf } from '../../src/typeset/preflight.ts';
import { booklet } from '../../templates/booklet/booklet.tsx';
import { withFigures } from '../figures.ts';
import { type Changes, example, exampleWith, setOf, type SetPages, silent } from '../sources.ts';
import { colourBoxes, drawings, textBoxes, type TextLine, textLines } from '../typeset/laid-text.ts';
import {
  at,
  BRAND,
  council,
  deputy,
  EMERGENCY,
  find,
  INK,
  LONG_AREA,
  LONG_COUNCIL,
  longEmail,
  near,
  noneOptional,
  PAPER,
  parish,
  place,
  QUIET,
  TINT,
} from './leaflets.ts';

const set = (changes: Changes = {}): Promise<SetPages> => setOf(booklet, exampleWith(changes));

const HOURS = 'Monday to Friday, 9am to 5pm';
const deputies = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...deputy, phones: [`01632 960 01${i}`], hours: HOURS }));

const longForces = [
  { name: 'Devon, Cornwall and the Isles of Scilly Constabulary' },
  { name: 'Northmoor Constabulary' },
];

/** A council's own words of so many paragraphs, each of three lines. */
const wordsOf = (paragraphs: number) => {
  const paragraph =
    'We meet every candidate before nominations close, and show them how to report what they see. Bring your questions.';
  const text = Array.from({ length: paragraphs }, () => paragraph).join('\n\n');
  return parseLocalWords({ path: 'words.md', text: `:::local{slot=local-arrangements}\n${text}\n:::\n` }, silent);
};

const cases = {
  example: () => set(),
  area: () => set({ area: 'Abbey ward' }),
  'nothing optional': () => set({ council: noneOptional, words: 'none' }),
  parish: () => set({ council: { election: parish } }),
  'a parish and an area': () => set({ council: { election: parish }, area: 'Abbey ward' }),
  'six contacts': () => set({ council: { deputyReturningOfficers: deputies(3) } }),
  'ten contacts': () => set({ council: { deputyReturningOfficers: deputies(7) } }),
  'an email too long for a column': () =>
    set({
      council: { electoralServices: { ...council.electoralServices!, email: longEmail } },
    }),
  'long names': () => set({ council: { name: LONG_COUNCIL, issuedBy: undefined }, area: LONG_AREA }),
  'long names of everything': () => set({ council: { name: LONG_COUNCIL, police: longForces }, area: LONG_AREA }),
  'two words': () => set({ words: wordsOf(2) }),
  'eleven words': () => set({ words: wordsOf(11) }),
  'twenty words': () => set({ words: wordsOf(20) }),
  'tables and pictures': () => setOf(booklet, withFigures()),
} as const;
type Case = keyof typeof cases;
const names = Object.keys(cases) as Case[];

const made = new Map<Case, Promise<SetPages>>();

/** A case, set once. */
const laid = (name: Case): Promise<SetPages> => {
  const known = made.get(name) ?? cases[name]();
  made.set(name, known);
  return known;
};

const isBlank = ({ nodes }: LaidPage): boolean => nodes.length === 0;

/** Whether it stands in the text of a page inside, not in its foot. */
const inText = ({ top }: { readonly top: number }): boolean => top < 552;

const linesOn = (pages: readonly LaidPage[], page: number): TextLine[] =>
  textLines(pages).filter((line) => line.page === page);

const textsOn = (pages: readonly LaidPage[], page: number): string[] => linesOn(pages, page).map(({ text }) => text);

describe('the cover of the example', () => {
  test.for([
    ['Anyshire District Council', 104, 20, 37.3, '16/24 bold', PAPER],
    ['Candidate security', 48, 84, 112.7, '32/36 bold', INK],
    ['guidance for', 48, 120, 148.7, '32/36 bold', INK],
    ['local elections', 48, 156, 184.7, '32/36 bold', INK],
    ['Local elections, Thursday 1 May 2025', 48, 200, 212, '12/16', QUIET],
    ['In danger now, or a crime is happening', 48, 252, 267.3, '16/20 bold', PAPER],
    ['999', 41.5, 284, 392.1, '162/108 bold', PAPER],
    ['A crime has happened', 48, 428, 443.3, '16/20 bold', INK],
    ['101', 44.9, 460, 508, '72/48 bold', INK],
    ['Anyshire Police', 216, 472.7, 488, '16/20 bold', INK],
    ['or police.uk', 216, 492.7, 508, '16/20 bold', INK],
    ['Say that you are a candidate and that this is an', 48, 536, 550.7, '14/20', INK],
    ['Operation Ford incident.', 48, 556, 570.7, '14/20 bold', INK],
  ] as const)('%s', async ([text, left, top, baseline, type, colour]) => {
    const { pages } = await laid('example');
    expect(place(find(pages, 1, text))).toEqual(at(left, top, baseline, type, colour));
  });

  test('fields and band as wide as the paper', async () => {
    const { pages } = await laid('example');
    const boxes = colourBoxes(pages).filter(({ page }) => page === 1);
    const expected = [
      [0, 0, 419.5, 64, BRAND],
      [0, 236, 419.5, 176, EMERGENCY],
      [0, 412, 419.5, 112, TINT],
    ] as const;
    expect(boxes).toHaveLength(expected.length);
    for (const [left, top, width, height, colour] of expected) {
      expect(boxes).toContainEqual({
        page: 1,
        left: near(left),
        top: near(top),
        width: near(width),
        height: near(height),
        colour,
      });
    }
    expect(drawings(pages)[0]).toEqual({ page: 1, left: near(48), top: near(12), width: near(40), height: near(40) });
  });
});

describe('the cover', () => {
  test('names the area below the title, and the fields stay', async () => {
    const { pages } = await laid('area');
    expect(find(pages, 1, 'Abbey ward')).toMatchObject({ size: 14, bold: true, left: 48 });
    expect(find(pages, 1, '999').top).toBe(284);
  });

  test('says nothing of Operation Ford where it does not apply: the fields reach the foot of the page', async () => {
    const { pages } = await laid('parish');
    expect(textsOn(pages, 1).filter((text) => text.includes('Ford'))).toEqual([]);
    const field = colourBoxes(pages).find(({ page, colour }) => page === 1 && colour === TINT)!;
    expect(field.top + field.height).toBeCloseTo(pages[0]!.height, 1);
    expect(find(pages, 1, '999').size).toBe(162);
  });

  test('gives long names of forces the full measure, and 999 is still the largest thing', async () => {
    const { pages } = await laid('long names of everything');
    const number = find(pages, 1, '101');
    for (const { name } of longForces) {
      const line = find(pages, 1, name);
      expect([line.left, line.top >= number.bottom]).toEqual([48, true]);
    }
    expect(find(pages, 1, '999').size).toBe(144);
  });
});

describe('the second page', () => {
  test('names the sections with the pages on which they begin, and leads there', async () => {
    const { pages } = await laid('example');
    const contents = find(pages, 2, 'In this booklet');
    const entries = textBoxes(pages).filter(({ page, top }) => page === 2 && inText({ top }) && top > contents.top);
    const numbers = entries.filter(({ left, words }) => left === 36 && words.style.weight === 700);
    const sections = entries.filter(({ words }) => words.runs[0]!.link?.startsWith('#'));
    const headings = textBoxes(pages).filter(({ page, role }) => page > 2 && role === 'H2');
    expect(sections).toHaveLength(4);
    expect(sections.map(({ text }, i) => [text, Number(numbers[i]!.text)])).toEqual(
      headings.map(({ text, page }) => [text, page]),
    );
    expect(sections[0]!.words.runs[0]!.link).toBe('#five-ways-to-improve-your-personal-security-today');
  });

  test.for([
    ['six contacts', 2],
    ['ten contacts', 3],
  ] as const)('keeps every number of %s, and the contents find room', async ([name, contents]) => {
    const { pages } = await laid(name);
    const lines = textLines(pages).filter(({ page }) => page === 2 || page === 3);
    const phones = deputies(name === 'six contacts' ? 3 : 7).flatMap((each) => each.phones);
    for (const phone of ['01632 960 001', ...phones]) {
      expect([phone, lines.filter(({ text, size }) => text === phone && size === 18).length]).toEqual([phone, 1]);
    }
    expect(find(pages, contents, 'In this booklet').size).toBe(14);
  });

  test('has an email that is too long for its column on one line', async () => {
    const { pages } = await laid('an email too long for a column');
    expect(find(pages, 2, longEmail)).toMatchObject({ left: 36, size: 12 });
  });
});

describe('the back cover', () => {
  test('says the two numbers, where to read on, other formats, and where the words are from', async () => {
    const { pages } = await laid('example');
    const last = pages.length;
    expect(textsOn(pages, last)).toEqual(
      expect.arrayContaining([
        '999',
        '101',
        'All of this, kept up to date:',
        'Other formats',
        'The words',
        'Issued by',
      ]),
    );
    const boxes = colourBoxes(pages).filter(({ page }) => page === last);
    const field = { page: last, left: 0, width: near(419.5), height: near(80) };
    expect(boxes).toContainEqual({ ...field, top: 0, colour: EMERGENCY });
    expect(boxes).toContainEqual({ ...field, top: near(80), colour: TINT });
    expect(drawings(pages).at(-1)).toMatchObject({ page: last, left: near(36), width: near(72) });
  });
});

describe('the pages inside', () => {
  test('have more room at the spine: at the left of odd ones, at the right of even ones', async () => {
    const { pages } = await laid('example');
    for (const page of [3, 4, 5, 6, 7, 8, 9, 10]) {
      const boxes = textBoxes(pages).filter((box) => box.page === page && inText(box) && box.role === 'P');
      const lefts = boxes.map(({ left }) => Math.round(left));
      expect([page, Math.min(...lefts)]).toEqual([page, page % 2 === 1 ? 48 : 36]);
      const strip = colourBoxes(pages).find((box) => box.page === page && box.height === 8)!;
      expect([strip.left, strip.width, strip.colour]).toEqual([0, near(419.5), BRAND]);
    }
  });

  test('the emergency panel says whom to call beside the number, on its line', async () => {
    const { pages } = await laid('example');
    const call = textLines(pages).find(({ text }) => text === 'Call')!;
    const number = linesOn(pages, call.page).find(({ text }) => text === '999')!;
    expect([call.size, number.size, call.colour, number.colour]).toEqual([16, 42, EMERGENCY, EMERGENCY]);
    expect(call.baseline).toBeCloseTo(number.baseline, 1);
    expect(call.right).toBeLessThan(number.left);
  });

  test('the first section, what to do today, stands whole beside the second', async () => {
    const { pages } = await laid('example');
    const [first, second] = textBoxes(pages).filter(({ page, role }) => page > 2 && role === 'H2');
    expect([first!.page, second!.page, Math.round(second!.top)]).toEqual([3, 4, 52]);
    expect(textsOn(pages, 3).at(-1)).toMatch(/online disinformation\.$/);
  });
});

describe('blank pages', () => {
  test.for([
    ['example', 12, [11]],
    ['twenty words', 16, [14, 15]],
    ['tables and pictures', 12, [10, 11]],
  ] as const)('of “%s” stand before the back cover', async ([name, count, blank]) => {
    const { pages } = await laid(name);
    expect(pages).toHaveLength(count);
    expect(pages.flatMap((page, i) => (isBlank(page) ? [i + 1] : []))).toEqual(blank);
  });

  test('are no pages with three lines: spaces yield, so that sheets are saved', async () => {
    const { pages } = await laid('eleven words');
    expect([pages.length, pages.filter(isBlank).length]).toEqual([12, 0]);
    const patient = { ...booklet, improve: () => [] };
    const { pages: without } = await setOf(patient, exampleWith({ words: wordsOf(11) }));
    expect(without.length).toBeGreaterThan(12);
  });
});

describe.each(names)('%s', (name) => {
  test('is set without a fault, on pages that can be folded', async () => {
    const { pages, diagnostics } = await laid(name);
    expect(diagnostics).toEqual([]);
    expect(pages.length % 4).toBe(0);
    expect(pages.length).toBeGreaterThanOrEqual(booklet.pages.least);
    expect(pages.length).toBeLessThanOrEqual(20);
    const blanks = pages.flatMap((page, i) => (isBlank(page) ? [i] : []));
    expect(blanks).toEqual(blanks.map((_, i) => pages.length - 1 - blanks.length + i));
  });

  test('every page inside says which it is, the covers and blank pages do not', async () => {
    const { pages } = await laid(name);
    const folios = pages.map((_, i) => textsOn(pages, i + 1).filter((text) => /^Page \d+ of \d+$/.test(text)));
    expect(folios).toEqual(
      pages.map((page, i) =>
        i === 0 || i === pages.length - 1 || isBlank(page) ? [] : [`Page ${i + 1} of ${pages.length}`],
      ),
    );
  });

  test('999 is the largest text of every page that shows it, and text is 12', async () => {
    const boxes = textBoxes((await laid(name)).pages);
    for (const page of new Set(boxes.filter(({ words }) => words.runs[0]!.link === 'tel:999').map((box) => box.page))) {
      const sizes = boxes.filter((box) => box.page === page && box.role !== 'Span');
      const largest = Math.max(...sizes.map(({ words }) => words.style.size));
      expect(sizes.find(({ words }) => words.style.size === largest)!.text).toBe('999');
    }
    expect(Math.min(...boxes.map(({ words }) => words.style.size))).toBeGreaterThanOrEqual(10);
  });

  test('no page ends with a heading, and none is nearly empty', async () => {
    const { pages } = await laid(name);
    const boxes = textBoxes(pages).filter(inText);
    pages.forEach((page, i) => {
      if (isBlank(page)) return;
      const last = boxes.findLast((box) => box.page === i + 1)!;
      expect([i + 1, last.role.startsWith('H')]).toEqual([i + 1, false]);
      const text = { ...page, nodes: page.nodes.filter(({ props }) => props.role !== 'Footer') };
      expect(fillOf(text)).toBeGreaterThanOrEqual(name === 'tables and pictures' ? 0.2 : 1 / 3);
    });
  });

  test('no single line of a text stands at a page’s head or foot', async () => {
    const boxes = textBoxes((await laid(name)).pages).filter(inText);
    const lone = boxes.filter(
      (box) =>
        box.lines.length === 1 &&
        boxes.some((part) => part.serial === box.serial && part.page !== box.page && part.words === box.words),
    );
    expect(lone.map(({ text }) => text)).toEqual([]);
  });
});

test('without a logo the name begins at the margin', async () => {
  const { logo: _, ...brand } = example().brand;
  const { pages, diagnostics } = await setOf(booklet, { ...example(), brand });
  expect(diagnostics).toEqual([]);
  expect(find(pages, 1, 'Anyshire District Council').left).toBe(48);
});
