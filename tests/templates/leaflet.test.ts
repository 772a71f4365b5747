import { describe, expect, test } from 'vitest';
import { colourBoxes, drawings, textBoxes, textLines } from '../typeset/laid-text.ts';
import {
  at,
  BRAND,
  type Case,
  cases,
  deputy,
  EMERGENCY,
  find,
  INK,
  inText,
  lastRoles,
  longEmail,
  loneLines,
  names,
  near,
  PAPER,
  place,
  QUIET,
  RULE,
  TINT,
} from './leaflets.ts';

describe('the first page of the example', () => {
  test.for([
    ['Anyshire District Council', 112, 20, 37.3, '16/24 bold', PAPER],
    ['Local elections', 360, 16, 28, '12/16', PAPER],
    ['Thursday 1 May 2025', 360, 32, 44, '12/16', PAPER],
    ['Candidate security guidance', 56, 80, 108.7, '32/36 bold', INK],
    ['for local elections', 56, 116, 144.7, '32/36 bold', INK],
    ['In danger now,', 72, 184, 199.3, '16/20 bold', PAPER],
    ['or a crime is happening', 72, 204, 219.3, '16/20 bold', PAPER],
    ['A crime', 360, 184, 199.3, '16/20 bold', INK],
    ['999', 67, 240, 320.1, '120/80 bold', PAPER],
    ['101', 357, 240, 288, '72/48 bold', INK],
    // The force stands where one calls it: two lines that end the field.
    ['Anyshire Police', 360, 296, 308, '12/16 bold', INK],
    ['or police.uk', 360, 312, 324, '12/16 bold', INK],
    ['Say that you are a candidate and that this is an Operation Ford incident.', 56, 352, 366.7, '14/20', INK],
    ['Your local contacts', 56, 400, 414.7, '14/20 bold', INK],
    ['Returning Officer', 56, 428, 440, '12/16 bold', INK],
    ['Helen Marsh', 56, 444, 456, '12/16', INK],
    ['01632 960 001', 56, 460, 478, '18/24 bold', INK],
    ['ro@anyshire.example', 56, 484, 496, '12/16', INK],
    ['01632 960 002', 220, 460, 478, '18/24 bold', INK],
    ['01632 960 003', 384, 460, 478, '18/24 bold', INK],
    ['For advice, not to report a crime', 384, 500, 511.3, '10/16', INK],
    ['Five ways to improve your personal security today:', 56, 548, 566.7, '20/24 bold', INK],
    ['1', 56, 578.7, 592.1, '16/16 bold', BRAND],
    ['All of this,', 455.3, 676, 687.3, '10/16 bold', INK],
    ['GOV.UK: search for', 455.3, 708, 719.3, '10/16', INK],
    ['Candidate security guidance, HM Government, May 2025', 56, 804, 815.3, '10/16', QUIET],
  ] as const)('%s', async ([text, left, top, baseline, type, colour]) => {
    const { pages } = await cases.example;
    expect(place(find(pages, 1, text))).toEqual(at(left, top, baseline, type, colour));
  });

  test('the day of checking and the folio end at the margin', async () => {
    const { pages } = await cases.example;
    const checked = find(pages, 1, 'Checked on 20 March 2025');
    expect([checked.top, checked.baseline, checked.right]).toEqual([near(400), near(413.3), near(539.3)]);
    const folio = find(pages, 1, `Page 1 of ${pages.length}`);
    expect([folio.top, folio.baseline, folio.right]).toEqual([near(804), near(815.3), near(539.3)]);
  });

  test('hours stand under each contact in quiet ink', async () => {
    const { pages } = await cases.example;
    const hours = textLines(pages).filter(({ page, text }) => page === 1 && text === 'Monday to Friday, 9am to 5pm');
    expect(hours.map(place)).toEqual([at(56, 500, 511.3, '10/16', QUIET), at(220, 500, 511.3, '10/16', QUIET)]);
  });

  test('fields, band and rules', async () => {
    const { pages } = await cases.example;
    const found = colourBoxes(pages).filter(({ page }) => page === 1);
    const boxes = [
      [0, 0, 595.3, 64, BRAND],
      [56, 168, 288, 172, EMERGENCY],
      [344, 168, 195.28, 172, TINT],
      [56, 388, 483.28, 0.75, RULE],
      [56, 528, 483.28, 0.75, RULE],
      [56, 796, 483.28, 0.75, RULE],
    ] as const;
    for (const [left, top, width, height, colour] of boxes) {
      expect(found).toContainEqual({
        page: 1,
        left: near(left),
        top: near(top),
        width: expect.closeTo(width, 1),
        height: expect.closeTo(height, 1),
        colour,
      });
    }
    expect(found).toHaveLength(boxes.length);
  });

  test('logo and QR code', async () => {
    const { pages } = await cases.example;
    expect(drawings(pages)).toEqual([
      { page: 1, left: near(56), top: near(12), width: near(40), height: near(40) },
      { page: 1, left: near(455.3), top: near(584), width: near(84), height: near(84) },
    ]);
  });

  test('the five ways do not run under the QR code', async () => {
    const { pages } = await cases.example;
    const list = textLines(pages).filter(
      ({ page, top, left }) => page === 1 && inText({ top }) && top > 570 && left < 455,
    );
    expect(list.length).toBeGreaterThan(8);
    for (const { right } of list) expect(right).toBeLessThan(455.3 - 16);
  });
});

describe('the pages that follow', () => {
  test('have a strip at the head, and a section begins with rule, number and heading', async () => {
    const { pages } = await cases.example;
    const strips = colourBoxes(pages).filter(
      ({ top, height, left }) => top === 0 && left === 0 && Math.round(height) === 8,
    );
    expect(strips.map(({ page, colour }) => [page, colour])).toEqual([2, 3, 4, 5, 6].map((page) => [page, BRAND]));
    for (const number of ['2', '3', '4']) {
      const [figure] = textLines(pages).filter(({ text, size }) => text === number && size === 56);
      const heading = textLines(pages).find(
        ({ page, top, size }) => page === figure!.page && top === figure!.top && size === 20,
      );
      expect(place(figure!)).toEqual(at(54.3, figure!.top, figure!.top + 42.7, '56/48 bold', BRAND));
      expect(place(heading!)).toEqual(at(164, figure!.top, figure!.top + 18.7, '20/24 bold', INK));
      const rule = colourBoxes(pages).find(
        ({ page, top }) => page === figure!.page && Math.abs(top - (figure!.top - 12)) < 0.1,
      );
      expect(rule).toMatchObject({ left: near(56), width: near(483.3), height: near(2), colour: BRAND });
      // The text begins 16 below the heading's last line.
      const text = textLines(pages).find(
        ({ page, top, size }) => page === figure!.page && top > heading!.top && size === 12,
      );
      expect(text!.top).toBeCloseTo(figure!.top + 48 + 16, 1);
    }
  });

  test('set text in its column, 132 mm wide', async () => {
    const { pages } = await cases.example;
    for (const { left, right } of textLines(pages).filter(
      ({ page, size, box }) => page > 1 && size === 12 && box.role === 'P',
    )) {
      expect(left).toBeGreaterThanOrEqual(56);
      expect(right).toBeLessThanOrEqual(539.3);
    }
    const columns = new Set(
      textBoxes(pages)
        .filter(({ page, role, left }) => page > 1 && role === 'P' && left === 164)
        .map(({ width }) => Math.round(width)),
    );
    expect([...columns]).toEqual(expect.arrayContaining([375]));
  });

  test('the emergency panel is grey with a red edge, and says whom to call', async () => {
    const { pages } = await cases.example;
    const panel = colourBoxes(pages).find(({ colour }) => colour === '#f4f4f2')!;
    expect(panel).toMatchObject({ page: 2, left: near(56), width: near(483.3) });
    const call = find(pages, 2, 'Call');
    const number = find(pages, 2, '999');
    expect(place(call)).toEqual(at(76, panel.top + 16, panel.top + 28, '12/16 bold', EMERGENCY));
    expect(place(number)).toEqual(at(74, panel.top + 40, panel.top + 68, '42/28 bold', EMERGENCY));
    const lead = find(pages, 2, 'It is vital that you call 999 when harassment or abuse');
    expect(place(lead)).toEqual(at(164, panel.top + 16, panel.top + 28, '12/16 bold', INK));
  });

  test('the council’s words are on its tint and say whose they are', async () => {
    const { pages } = await cases.example;
    const panels = colourBoxes(pages).filter(({ page, colour, height }) => page > 1 && colour === TINT && height > 64);
    const labels = textLines(pages).filter(({ text }) => text === 'Added by');
    expect(panels).toHaveLength(4);
    expect(labels.map(({ page, top }) => [page, top])).toEqual(panels.map(({ page, top }) => [page, top + 16]));
    for (const label of labels) expect(place(label)).toEqual(at(72, label.top, label.top + 11.3, '10/16 bold', BRAND));
    for (const { text } of textBoxes(pages).filter(({ text: words }) => words.startsWith('Added by')))
      expect(text).toBe('Added by Anyshire District Council');
  });

  test('the last page says the two numbers again, and where the words are from', async () => {
    const { pages } = await cases.example;
    const last = pages.length;
    const strip = colourBoxes(pages).find(({ page, colour }) => page === last && colour === EMERGENCY)!;
    expect(strip).toMatchObject({ left: near(56), width: near(288), height: near(64) });
    expect(place(find(pages, last, '999'))).toEqual(at(70, strip.top + 16, strip.top + 48, '48/32 bold', PAPER));
    expect(place(find(pages, last, '101'))).toEqual(at(358.5, strip.top + 20, strip.top + 44, '36/24 bold', INK));
    for (const label of ['Other formats', 'The words', 'Issued by']) {
      const { left, size, bold } = find(pages, last, label);
      expect([left, size, bold]).toEqual([56, 12, true]);
    }
  });
});

describe.each(names)('%s', (name) => {
  test('is set without a fault, on four to six pages', async () => {
    const { pages, diagnostics } = await cases[name];
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages.length).toBeLessThanOrEqual(6);
  });

  test('999 is the largest text of every page that shows it', async () => {
    const { pages } = await cases[name];
    const lines = textLines(pages);
    const numbers = lines.filter(({ text, size }) => text === '999' && size > 40);
    expect(new Set(numbers.map(({ page }) => page)).size).toBeGreaterThanOrEqual(3);
    for (const number of numbers) {
      // The large numbers of sections are signposts in the side column.
      const others = lines.filter(({ page, text, size }) => page === number.page && text !== '999' && size !== 56);
      expect(Math.max(...others.map(({ size }) => size))).toBeLessThan(number.size);
    }
  });

  test('no text comes within 5 mm of the trim, nor does any run into the foot', async () => {
    const { pages } = await cases[name];
    const { width, height } = pages[0]!;
    for (const { left, right, baseline, size, top, bottom, text } of textLines(pages)) {
      // Of the letters, with their ascenders and descenders.
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.25 * size);
      expect([text, room > 14.2]).toEqual([text, true]);
      expect([text, bottom <= 784.01 || top >= 804]).toEqual([text, true]);
    }
  });

  test('text stands on the grid of 4 pt', async () => {
    const { pages } = await cases[name];
    // Exempt are the numerals of the five ways, which stand on the baseline of their text.
    const off = textLines(pages).filter(({ top, size, box }) => {
      return !(box.role === 'Lbl' && size === 16) && Math.abs(top / 4 - Math.round(top / 4)) > 0.01;
    });
    expect(off.map(({ page, top, text }) => [page, top, text])).toEqual([]);
  });

  test('no words stand over other words', async () => {
    const { pages } = await cases[name];
    const lines = textLines(pages);
    const over = lines.flatMap((a, i) =>
      lines
        .slice(i + 1)
        .filter((b) => a.page === b.page && a.left < b.right - 0.1 && b.left < a.right - 0.1)
        .filter((b) => a.top < b.bottom - 2 && b.top < a.bottom - 2)
        .map((b) => [a.page, a.text, b.text]),
    );
    expect(over).toEqual([]);
  });

  test('every phone number and address of a contact is on one line', async () => {
    const { pages } = await cases[name];
    const lines = textLines(pages).map(({ text }) => text);
    const values = contactValues(name);
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect([value, lines.some((line) => line.includes(value))]).toEqual([value, true]);
    for (const line of lines) expect(line).not.toMatch(/@$|^@|\b01632$|\b01632 960$/);
  });

  test('no heading is left at the foot of a page', async () => {
    const { pages } = await cases[name];
    expect(lastRoles(pages).filter((role) => role.startsWith('H'))).toEqual([]);
  });

  test('no page begins or ends with a single line of a paragraph', async () => {
    const { pages } = await cases[name];
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

  test('the last page is at least a third full', async () => {
    const { pages } = await cases[name];
    const last = textLines(pages).filter((line) => line.page === pages.length && inText(line));
    expect(Math.max(...last.map(({ bottom }) => bottom))).toBeGreaterThanOrEqual(pages[0]!.height / 3);
  });
});

/** Phones and emails that the case's council gives. */
const contactValues = (name: Case): string[] => {
  const optional = name === 'nothing optional';
  const feoa = ['01632 960 003', 'ford@police.example'];
  return [
    '01632 960 001',
    ...(optional ? [] : ['01632 960 002', 'ro@anyshire.example']),
    ...(optional || name === 'no advisor' ? [] : feoa),
    ...(name === 'four contacts' ? deputy.phones : []),
    ...(name === 'an email too long for a column' ? [longEmail] : []),
    'individualsupport@ncsc.gov.uk',
  ];
};
