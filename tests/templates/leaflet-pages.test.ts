import { describe, expect, test } from 'vitest';
import { parseGuidance } from '../../src/content/guidance.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { markDraft } from '../../src/typeset/draft.tsx';
import type { LaidPage } from '../../src/typeset/laid.ts';
import { textFoot } from '../../templates/leaflet/grid.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { example, exampleWith, partsOf, setOf, type SetPages, silent } from '../sources.ts';
import { colourBoxes, drawings, textLines } from '../typeset/laid-text.ts';
import { cases, deputy, find, inText, lastRoles, loneLines, parish, set, TINT } from './leaflets.ts';

/** A council's own words, so many short paragraphs, move all that follows down. */
const long = (paragraphs: number): Promise<SetPages> => {
  const text = Array.from({ length: paragraphs }, (_, i) => `Paragraph ${i + 1}.`).join('\n\n');
  const words = parseLocalWords({ path: 'words.md', text: `:::local{slot=police}\n${text}\n:::\n` }, silent);
  const patient = { ...leaflet, pages: { least: 1, most: 20 }, improve: () => [] };
  return setOf(patient, exampleWith({ words }));
};

describe('wherever pages break', () => {
  test.for([5, 16, 20, 31, 35])('headings keep their text: %d paragraphs more', async (paragraphs) => {
    const { pages, diagnostics } = await long(paragraphs);
    expect(diagnostics).toEqual([]);
    expect(lastRoles(pages).filter((role) => role.startsWith('H'))).toEqual([]);
    expect(loneLines(pages)).toEqual([]);
    // A panel of more than half a page becomes several, and each says whose it is.
    const labels = textLines(pages).filter(({ text }) => text === 'Added by');
    const panels = colourBoxes(pages).filter(({ page, colour, height }) => page > 1 && colour === TINT && height > 64);
    expect(labels.map(({ page, top }) => [page, top])).toEqual(panels.map(({ page, top }) => [page, top + 16]));
    for (const { height } of panels) expect(height).toBeLessThanOrEqual(740 / 2 + 32);
  });
});

/** Guidance of a few lines; section 2 is longer than a page. */
const guidanceWith = (introduction: string, ways: number) => {
  const text = `---
id: short
title: Short guidance
shortTitle: Short guidance
edition: May 2025
issuer: HM Government
licence: { name: OGL, url: https://a.example/ }
language: en
source: https://a.example/
---

# Short guidance

${introduction}

## First things

${Array.from({ length: ways }, (_, i) => `${i + 1}. Way number ${i + 1}`).join('\n')}

## Second things

${Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1} of the second things.`).join('\n\n')}

## Third things

${Array.from({ length: 20 }, (_, i) => `Paragraph ${i + 1} of the third things.`).join('\n\n')}
`;
  return parseGuidance({ path: 'short.en.md', text }, silent);
};

const setShort = async (introduction: string, ways: number): Promise<SetPages> =>
  setOf(leaflet, {
    ...exampleWith({ words: 'none', council: { feoa: undefined } }),
    guidance: guidanceWith(introduction, ways),
  });

const headings = (pages: readonly LaidPage[]) =>
  textLines(pages)
    .filter(({ box, text }) => box.role === 'H2' && text !== 'Your local contacts')
    .map(({ text, page }) => [text, page]);

describe('when there is room', () => {
  test('the contents stand on the first page, with the pages on which sections begin', async () => {
    const { pages, diagnostics } = await setShort('An introduction.', 2);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const contents = find(pages, 1, 'In this leaflet');
    expect(contents).toMatchObject({ size: 14, bold: true, left: 56 });
    const entries = textLines(pages).filter(({ page, top }) => page === 1 && inText({ top }) && top > contents.top);
    const numbers = entries.filter(({ left }) => left === 56);
    const sections = entries.filter(({ left }) => left === 80);
    expect(sections.map(({ text }, i) => [text, Number(numbers[i]!.text)])).toEqual(headings(pages));
    expect(new Set(headings(pages).map(([, page]) => page)).size).toBe(3);
    expect(sections.map(({ box }) => box.words.runs[0]!.link)).toEqual([
      '#first-things',
      '#second-things',
      '#third-things',
    ]);
  });

  test('the introduction stands on the first page, before the first section', async () => {
    const { pages } = await setShort('An introduction.', 2);
    const introduction = find(pages, 1, 'An introduction.');
    const heading = textLines(pages).find(({ box, text }) => box.role === 'H2' && text === 'First things')!;
    expect([heading.page, introduction.top < heading.top]).toEqual([1, true]);
  });

  test.each([1, 2, 3])(
    'beside %d ways too, the words below the QR code end above the foot, and nothing runs into them',
    async (ways) => {
      const paragraph = 'An introduction of some length, which takes a line of its own on the page. ';
      for (const repeated of [1, 2, 3]) {
        // oxlint-disable-next-line no-await-in-loop
        const { pages } = await setShort(paragraph.repeat(repeated), ways);
        const lines = textLines(pages).filter(({ page }) => page === 1);
        const last = lines.findLast(({ text }) => text.startsWith('security guidance”'))!;
        expect(last.bottom).toBeLessThanOrEqual(textFoot);
        const below = lines.filter(({ top }) => inText({ top }) && top >= last.top && top < last.bottom);
        expect(below.every(({ left, right }) => left >= last.left || right < last.left)).toBe(true);
      }
    },
  );

  test('contents yield before the introduction, and the introduction before the first section', async () => {
    const paragraph = 'An introduction of some length, which takes a line of its own on the page. ';
    const shown = async (introduction: string, ways: number) => {
      const { pages } = await setShort(introduction, ways);
      const page = (start: string) => textLines(pages).find(({ text }) => text.startsWith(start))?.page;
      return { contents: page('In this leaflet'), introduction: page('An introduction'), first: page('First things') };
    };
    expect(await shown('An introduction.', 2)).toEqual({ contents: 1, introduction: 1, first: 1 });
    expect(await shown(paragraph.repeat(2), 6)).toEqual({ contents: undefined, introduction: 1, first: 1 });
    expect(await shown(paragraph.repeat(3), 8)).toEqual({ contents: undefined, introduction: 2, first: 1 });
    // Where the first section has to go, the introduction finds room again.
    expect(await shown(paragraph, 14)).toEqual({ contents: undefined, introduction: 1, first: 2 });
  });
});

describe('when there is none', () => {
  test('the introduction opens page 2, before section 2', async () => {
    const { pages } = await cases.example;
    const [first] = textLines(pages).filter((line) => line.page === 2 && inText(line));
    expect(first).toMatchObject({
      text: expect.stringMatching(/^All of this and further information/),
      top: 44,
      left: 164,
    });
    const [section] = textLines(pages).filter(({ text, size }) => text === '2' && size === 56);
    expect(section!.page).toBe(2);
  });

  test('the five ways move to page 2 as section 1, and the page still says where the guidance is', async () => {
    const { pages } = await cases['four contacts'];
    const heading = textLines(pages).find(({ text }) => text.startsWith('Five ways'))!;
    const number = textLines(pages).find(({ text, size }) => text === '1' && size === 56)!;
    expect([heading.page, number.page, number.top]).toEqual([2, 2, heading.top]);
    const first = textLines(pages).filter(({ page }) => page === 1);
    expect(first.map(({ text }) => text)).toContain('GOV.UK: search for “candidate security guidance”');
    expect(drawings(pages).filter(({ page }) => page === 1)).toHaveLength(2);
  });

  test('hours yield, and never a phone or what an advisor is not for', async () => {
    const hours = 'Monday to Friday, 9am to 5pm';
    const deputies = Array.from({ length: 6 }, (_, i) => ({
      ...deputy,
      name: `Deputy ${i + 1}`,
      phones: [`01632 960 01${i}`],
      hours,
    }));
    const { pages, diagnostics } = await set({
      council: { election: parish, deputyReturningOfficers: deputies },
      words: 'none',
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const first = textLines(pages)
      .filter(({ page }) => page === 1)
      .map(({ text }) => text);
    for (const { phones } of deputies) expect(first).toContain(phones[0]);
    expect(first).not.toContain(hours);
    expect(first).toContain('For advice, not to report a crime');
  });
});

describe('a draft', () => {
  test('is marked on each page, and no word is added or moved', async () => {
    const { pages } = await cases.example;
    const { palette, faces, furniture } = partsOf(example());
    const marked = await markDraft(pages, furniture.draft, faces, palette);
    expect(textLines(marked)).toEqual(textLines(pages));
    const marks = drawings(marked).filter(({ width }) => width > 500);
    expect(marks.map(({ page }) => page)).toEqual(pages.map((_, i) => i + 1));
    expect(drawings(marked)).toHaveLength(drawings(pages).length + pages.length);
  });
});
