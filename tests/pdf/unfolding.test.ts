import { describe, expect, test } from 'vitest';
import { readPdf as openPdf } from '../../src/pdf/read/file.ts';
import { pagesOf } from '../../src/pdf/read/pages.ts';
import { standardType } from '../../src/pdf/read/structure.ts';
import { paint } from '../../src/pdf/paint.ts';
import { Subject } from '../../src/preflight/subject.ts';
import { type LaidPage, placedAt } from '../../src/typeset/laid.ts';
import { trifold } from '../../templates/trifold/trifold.tsx';
import { describeWith } from '../require.ts';
import { exampleWith, setOf } from '../sources.ts';
import { bytesOf, type CouncilName, councilNames } from './products.ts';
import { onFile, output } from './qpdf.ts';
import { readPdf } from './reading.ts';

/** What each panel is known by, in the order in which somebody meets it who unfolds the sheet. */
const unfolded = {
  trifold: [
    'Candidate security',
    'It is vital',
    'Report details to the platform',
    'If a crime',
    'Watch this',
    'Returning Officer',
  ],
  'trifold-z': [
    'Candidate security',
    'It is vital',
    'If a crime',
    'Returning Officer',
    'Watch this',
    'Report details to the platform',
  ],
} as const;
const products = Object.keys(unfolded) as (keyof typeof unfolded)[];

const headings = {
  cover: 'Candidate security guidance for local elections',
  danger: 'In danger now: when to call 999',
  crime: 'After a crime, and what to say',
  ways: 'Five ways to improve your personal security today:',
  advice: 'If you are affected by disinformation or generative AI content:',
  contacts: 'Your local contacts',
} as const;
const outlines = {
  trifold: [headings.cover, headings.danger, headings.advice, headings.crime, headings.ways, headings.contacts],
  'trifold-z': [headings.cover, headings.danger, headings.crime, headings.contacts, headings.ways, headings.advice],
} as const;

const metadata = {
  title: 'two',
  author: 'A',
  subject: 'S',
  language: 'en-GB',
  date: new Date('2025-03-20T00:00:00Z'),
} as const;

const subjectOf = (bytes: Uint8Array): Subject => {
  const file = openPdf(bytes);
  return new Subject(file, pagesOf(file));
};

/** The words of each panel, as our own reader finds them in the tree. */
const panelsOf = (subject: Subject): string[] =>
  subject.elements.filter((element) => standardType(element) === 'Sect').map((element) => subject.words(element));

const headingsOf = (subject: Subject): string[] =>
  subject.elements
    .filter((element) => /^H\d$/.test(standardType(element)))
    .map((element) => `${standardType(element)} ${subject.words(element)}`);

const bookmarksOf = (bytes: Uint8Array): string[] => {
  const pdf = readPdf(bytes);
  const root = pdf.at(pdf.file.trailer, 'Root', 'dict');
  const found: string[] = [];
  const walk = (from: typeof root, key: string): void => {
    if (!from.entries.has(key)) return;
    const item = pdf.at(from, key, 'dict');
    found.push(pdf.text(item, 'Title').replaceAll(/\s+/g, ' '));
    walk(item, 'First');
    walk(item, 'Next');
  };
  walk(pdf.at(root, 'Outlines', 'dict'), 'First');
  return found;
};

const placesIn = (text: string, words: readonly string[]): number[] => words.map((each) => text.indexOf(each));

describe.each(products)('%s', (product) => {
  test.each(councilNames)('of %s: its panels are read in the order of unfolding', async (council: CouncilName) => {
    const subject = subjectOf(await bytesOf(product, council));
    const panels = panelsOf(subject);
    expect(panels).toHaveLength(6);
    const known =
      council === 'parish'
        ? unfolded[product].map((words) => words.replace('If a crime', 'Primary'))
        : unfolded[product];
    known.forEach((words, i) => expect(panels[i]).toContain(words));
  });

  test('its headings are one title and five below it, in that order', async () => {
    const [title, ...others] = outlines[product];
    const found = headingsOf(subjectOf(await bytesOf(product)));
    expect(found).toEqual([`H1 ${title}`, ...others.map((heading) => `H2 ${heading}`)]);
  });

  test('its bookmarks are in that order too, though it has two pages', async () => {
    expect(bookmarksOf(await bytesOf(product))).toEqual(outlines[product]);
  });

  test('the number on a head is said before its heading, a picture of a number is not', async () => {
    const panels = panelsOf(subjectOf(await bytesOf(product)));
    expect(panels[1]).toMatch(/^999\s*In danger now: when to call 999\s*It is vital/);
    expect(panels.find((words) => words.includes('Watch this'))).toMatch(/^Five ways to improve/);
  });
});

describeWith('poppler', 'to a reader', () => {
  test.each(products)('%s is read in the order of unfolding', async (product) => {
    const text = onFile(await bytesOf(product), (path) => output('pdfinfo', ['-struct-text', path]));
    const places = placesIn(text.replaceAll(/\s+/g, ' '), unfolded[product]);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

test('two leaflets on one sheet are read one after the other, each as it is unfolded', async () => {
  const [one, other] = await Promise.all(
    ['Abbey ward', 'Mill ward'].map(async (area) => (await setOf(trifold, exampleWith({ area }))).pages),
  );
  const { width, height } = one![0]!;
  const sides = [0, 1].map((side): LaidPage => ({
    width,
    height: 2 * height,
    foot: 2 * height,
    nodes: [
      placedAt(0, 0, one![side]!, '0/', 'once'),
      placedAt(0, height, other![side]!, '1/', 'once'),
      // A picture of the first, which is read above.
      placedAt(0, 0, one![side]!, '0/', 'again'),
    ],
  }));
  const panels = panelsOf(subjectOf(await paint(sides, metadata)));
  expect(panels).toHaveLength(12);
  [...unfolded.trifold, ...unfolded.trifold].forEach((words, i) => expect(panels[i]).toContain(words));
  expect([panels[0]!.includes('Abbey ward'), panels[6]!.includes('Mill ward')]).toEqual([true, true]);
});
