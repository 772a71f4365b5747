import { describe, expect, test } from 'vitest';
import { type SetPages } from '../sources.ts';
import { colourBoxes, drawings, type TextLine, textBoxes, textLines } from '../typeset/laid-text.ts';
import {
  at,
  cases,
  council,
  EMERGENCY,
  find,
  INK,
  LONG_AREA,
  LONG_COUNCIL,
  longEmail,
  near,
  place,
  RULE,
  set,
} from './leaflets.ts';

/** The foot of a leaflet for the area. */
const foot = async (area: string): Promise<string> => {
  const { pages, diagnostics } = await set({ area });
  expect(diagnostics).toEqual([]);
  return textLines(pages).find(({ top, left }) => top === 804 && left === 56)!.text;
};

describe('an area', () => {
  test('stands below the title, which moves up by 4, and all that follows down by 8', async () => {
    const { pages } = await cases.area;
    const { pages: without } = await cases.example;
    expect(place(find(pages, 1, 'Candidate security guidance'))).toEqual(at(56, 76, 104.7, '32/36 bold', INK));
    expect(place(find(pages, 1, 'Abbey ward'))).toEqual(at(56, 148, 162.7, '14/20 bold', INK));
    const field = colourBoxes(pages).find(({ colour }) => colour === EMERGENCY);
    expect(field).toMatchObject({ top: near(176), height: near(172) });
    for (const text of ['999', 'Your local contacts', 'Five ways to improve your personal security today:']) {
      expect(find(pages, 1, text).top).toBeCloseTo(find(without, 1, text).top + 8, 1);
    }
  });

  test('stands in the foot of each page', async () => {
    const { pages } = await cases.area;
    const feet = textLines(pages).filter(({ top, left }) => top === 804 && left === 56);
    expect(feet.map(({ text }) => text)).toEqual(
      pages.map(() => 'Candidate security guidance, HM Government, May 2025, Abbey ward'),
    );
  });

  test('with a long name gives up the document’s details in the foot, never the name', async () => {
    expect(await foot('Bishop’s Castle and Clun ward')).toBe(
      'Candidate security guidance, Bishop’s Castle and Clun ward',
    );
    expect(await foot(LONG_AREA)).toBe(LONG_AREA);
  });

  test('without one its place closes up', async () => {
    const { pages } = await cases.example;
    expect(textBoxes(pages).filter(({ text }) => text === '')).toEqual([]);
    expect(find(pages, 1, '999').top).toBe(240);
  });
});

describe('what a council leaves out', () => {
  test('nothing optional: one contact on one line, and what follows moves up by 64', async () => {
    const { pages } = await cases['nothing optional'];
    expect(place(find(pages, 1, 'Returning Officer'))).toEqual(at(56, 428, 444, '12/24', INK));
    expect(place(find(pages, 1, '01632 960 001'))).toEqual(at(164, 428, 446, '18/24 bold', INK));
    const rules = colourBoxes(pages).filter(({ page, colour }) => page === 1 && colour === RULE);
    expect(rules.map(({ top }) => top).toSorted((a, b) => a - b)).toEqual([near(388), near(464), near(796)]);
    expect(find(pages, 1, 'Five ways to improve your personal security today:').top).toBeCloseTo(484, 1);
    expect(drawings(pages)[1]).toMatchObject({ top: near(520) });
  });

  test('nothing optional: the colophon holds only where the words are from', async () => {
    const { pages } = await cases['nothing optional'];
    const texts = textLines(pages).map(({ text }) => text);
    expect(texts).toContain('The words');
    expect(texts).not.toContain('Other formats');
    expect(texts).not.toContain('Issued by');
    expect(texts.join('\n')).not.toMatch(/undefined|null|\{\{|For advice/);
  });

  test('an advisor: two columns, and nothing of advice', async () => {
    const { pages } = await cases['no advisor'];
    expect([find(pages, 1, '01632 960 001').left, find(pages, 1, '01632 960 002').left]).toEqual([56, 304]);
    expect(textLines(pages).filter(({ text }) => /for advice/i.test(text))).toEqual([]);
  });

  test('a name: the phones of all contacts still stand at one height', async () => {
    const { name: _, ...nameless } = council.electoralServices!;
    const { pages } = await set({ council: { electoralServices: nameless } });
    const tops = ['01632 960 001', '01632 960 002', '01632 960 003'].map((phone) => find(pages, 1, phone).top);
    expect(tops).toEqual([460, 460, 460]);
  });

  test('Operation Ford, where it does not apply: the line is gone and its space closes up', async () => {
    const { pages } = await cases.parish;
    const { pages: district } = await cases.example;
    expect(
      textLines(pages).filter(({ page, text }) => page === 1 && text.includes('this is an Operation Ford')),
    ).toEqual([]);
    for (const text of ['999', '101', 'or police.uk']) {
      expect(find(pages, 1, text).top).toBe(find(district, 1, text).top);
    }
    for (const text of ['Your local contacts', '01632 960 001', 'Five ways to improve your personal security today:']) {
      expect(find(pages, 1, text).top).toBeCloseTo(find(district, 1, text).top - 32, 1);
    }
    const words = textBoxes(pages).map(({ text }) => text);
    expect(words.some((text) => text.startsWith('Operation Ford does not cover elections to parish'))).toBe(true);
  });
});

describe('contacts', () => {
  test('four stand in two rows of two', async () => {
    const { pages } = await cases['four contacts'];
    const places = ['01632 960 001', '01632 960 004', '01632 960 002', '01632 960 003'].map((phone) => {
      const { left, top } = find(pages, 1, phone);
      return [left, top];
    });
    const [[, first], , [, second]] = places as [[number, number], unknown, [number, number]];
    expect(places).toEqual([
      [56, first],
      [304, first],
      [56, second],
      [304, second],
    ]);
    expect(second).toBeGreaterThan(first + 24 + 16);
  });

  test('an email too long for a column makes rows, with titles beside the numbers', async () => {
    const { pages } = await cases['an email too long for a column'];
    const phones = ['01632 960 001', '01632 960 002', '01632 960 003'].map((phone) => find(pages, 1, phone));
    expect(phones.map(({ left }) => left)).toEqual([220, 220, 220]);
    expect(find(pages, 1, longEmail).left).toBe(220);
    expect(find(pages, 1, 'Electoral services')).toMatchObject({ left: 56, top: phones[1]!.top });
  });

  test('a name that wraps pushes the phones of all columns down', async () => {
    const long = { ...council.electoralServices!, name: 'Elections and electoral registration team' };
    const { pages } = await set({ council: { electoralServices: long } });
    const tops = ['01632 960 001', '01632 960 002', '01632 960 003'].map((phone) => find(pages, 1, phone).top);
    expect(tops).toEqual([476, 476, 476]);
  });

  test('an advisor is never shown without saying what it is not for', async () => {
    for (const { pages } of await Promise.all([cases.example, cases['four contacts'], cases.parish])) {
      const advice = textLines(pages).find(
        ({ page, text }) => page === 1 && text === 'For advice, not to report a crime',
      )!;
      const phone = find(pages, 1, '01632 960 003');
      expect([advice.left, advice.colour, advice.top > phone.top]).toEqual([phone.left, INK, true]);
    }
  });

  test('a second force stands in the field too', async () => {
    const { pages } = await cases['two forces'];
    const [first, second, last] = ['Anyshire Police', 'Northmoor Constabulary', 'or police.uk'].map(
      (text) => find(pages, 1, text).top,
    );
    expect([first! < second!, second! < last!]).toEqual([true, true]);
    expect(last! + 16).toBeLessThanOrEqual(340);
  });
});

const band = ({ pages }: SetPages): TextLine[] =>
  textLines(pages).filter(({ page, left, top }) => page === 1 && left === 112 && top < 64);

describe('names', () => {
  test('a long name takes two lines of a smaller size, in the middle of the band', async () => {
    expect([LONG_COUNCIL.length, LONG_AREA.length]).toEqual([52, 53]);
    const lines = band(await cases['long names']);
    expect(lines.map(({ text }) => text).join(' ')).toBe(LONG_COUNCIL);
    expect(lines.map(({ size, leading, top }) => [size, leading, top])).toEqual([
      [14, 20, 12],
      [14, 20, 32],
    ]);
    for (const { right } of lines) expect(right).toBeLessThanOrEqual(112 + 240);
  });

  const endless = 'The Royal Metropolitan Borough Council of Basingstoke, Hartlepool and Saffron Walden';

  test('one that is longer still gives way to the short name, with a warning', async () => {
    const laid = await set({ council: { name: endless, shortName: 'Anyshire', issuedBy: undefined } });
    expect(band(laid).map(({ text, size }) => [text, size])).toEqual([['Anyshire', 16]]);
    expect(laid.diagnostics.map(({ rule, severity, message }) => [rule, severity, message.includes(endless)])).toEqual([
      ['compose/short-name', 'warning', true],
    ]);
  });

  // Of the councils of the United Kingdom, those whose words are longer than the room beside the council's panels.
  test.each(['Newcastle-under-Lyme Borough Council', 'North Northamptonshire Council', 'Clackmannanshire Council'])(
    '%s stands above what it has added',
    async (name) => {
      const { pages, diagnostics } = await set({ council: { name, shortName: undefined } });
      expect(diagnostics).toEqual([]);
      const labels = textLines(pages).filter(({ text }) => text.startsWith('Added by'));
      expect(labels).toHaveLength(4);
      for (const label of labels) {
        const panel = colourBoxes(pages).find(
          ({ page, top, height }) => page === label.page && height > 40 && top < label.top && label.top < top + height,
        )!;
        expect([label.text, label.left, label.top]).toEqual([`Added by ${name}`, 164, panel.top + 16]);
      }
    },
  );

  test('and without a short name is an error, not a cut', async () => {
    const { pages, diagnostics } = await set({ council: { name: endless, shortName: undefined } });
    expect(pages).toEqual([]);
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(['preflight/overset']));
  });
});
