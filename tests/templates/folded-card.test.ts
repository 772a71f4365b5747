import { describe, expect, test } from 'vitest';
import { editionTexts } from '../../src/content/edition-texts.ts';
import { picked, whole } from '../../src/content/picks.ts';
import type { Contact } from '../../src/data/record.ts';
import { mm, mmToPt } from '../../src/units.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { foldedCard } from '../../templates/folded-card/folded-card.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { type Changes, example, exampleWith, noClock, partsOf, setOf, type SetPages, silent } from '../sources.ts';
import { colourBoxes, drawings, type TextLine, textLines } from '../typeset/laid-text.ts';

const { council } = example().record;
const set = (changes: Changes['council'] = {}): Promise<SetPages> =>
  setOf(foldedCard, exampleWith({ council: changes }));

const hours = 'Monday to Friday, 9am to 5pm';
const deputy = (number: number): Contact => ({
  title: 'Deputy Returning Officer',
  name: `Deputy ${number}`,
  phones: [`01632 960 01${number}`],
  email: `deputy${number}@anyshire.example`,
  hours,
});
const deputies = (count: number): Changes['council'] => ({
  deputyReturningOfficers: Array.from({ length: count }, (_, i) => deputy(i + 1)),
});
const longEmail = 'electoral.services@basingstoke-borough.example';
const TWO_LINES = 'The Borough of Basingstoke, Hartlepool and Saffron Walden Joint Councils';
const ENDLESS =
  'The Royal Metropolitan Borough Council of Basingstoke, Hartlepool and Saffron Walden and the Isle of Portland';

const cases = {
  example: set(),
  parish: set({ election: { ...council.election, kind: 'parish' } }),
  'one phone alone': set({
    returningOfficer: { title: 'Returning Officer', phones: ['01632 960 001'] },
    electoralServices: undefined,
  }),
  'three contacts': set(deputies(1)),
  'four contacts': set(deputies(2)),
  'six contacts': set(deputies(4)),
  'six contacts, and a long email': set({
    ...deputies(4),
    electoralServices: { ...council.electoralServices!, email: longEmail },
  }),
  'a long email': set({ electoralServices: { ...council.electoralServices!, email: longEmail } }),
  'a name of two lines': set({ name: TWO_LINES }),
  'a long month': set({ contactsCheckedOn: '2025-09-28' } as never),
  'two forces': set({ police: [{ name: 'Anyshire Police' }, { name: 'Northmoor Constabulary' }] }),
} as const;
const names = Object.keys(cases) as (keyof typeof cases)[];

const fold = mmToPt(mm(85.6));

/** The faces, as whoever unfolds the card sees them. */
const faces = { cover: [1, 'right'], danger: [2, 'left'], contacts: [2, 'right'], back: [1, 'left'] } as const;
type Face = keyof typeof faces;

const isOn = (face: Face, { page, left }: Pick<TextLine, 'page' | 'left'>): boolean =>
  page === faces[face][0] && left < fold === (faces[face][1] === 'left');

const linesOn = ({ pages }: SetPages, face: Face): TextLine[] => textLines(pages).filter((line) => isOn(face, line));
const texts = (laid: SetPages, face: Face): string[] => linesOn(laid, face).map(({ text }) => text);

const at = ({ left, top }: Pick<TextLine, 'left' | 'top'>): string[] => [left.toFixed(2), top.toFixed(2)];
const moved = ({ left, top }: Pick<TextLine, 'left' | 'top'>): string[] => at({ left: left + fold, top });

const rules = ({ diagnostics }: SetPages): string[] => diagnostics.map(({ rule, severity }) => `${severity} ${rule}`);

describe('the example', () => {
  test('is two pages of 171.2 by 53.98 mm, folded in the middle to the size of a bank card', async () => {
    const { pages } = await cases.example;
    expect(pages.map(({ width, height }) => [width.toFixed(2), height.toFixed(2)])).toEqual([
      ['485.29', '153.01'],
      ['485.29', '153.01'],
    ]);
    expect(foldedCard.finish).toMatchObject({
      safe: 3,
      folds: [[{ axis: 'upright', at: 85.6 }], [{ axis: 'upright', at: 85.6 }]],
      finished: { width: 85.6, height: 53.98 },
    });
  });

  test('has the wallet card’s front for a cover, line by line and colour by colour', async () => {
    const { pages: cards } = await setOf(walletCard, exampleWith({}));
    const front = textLines(cards).filter(({ page }) => page === 1);
    const cover = linesOn(await cases.example, 'cover');
    expect(cover.map((line) => [line.text, line.size, line.colour, ...at(line)])).toEqual(
      front.map((line) => [line.text, line.size, line.colour, ...moved(line)]),
    );
    const fields = colourBoxes((await cases.example).pages).filter((box) =>
      isOn('cover', { ...box, left: box.left + 1 }),
    );
    expect(fields.map((box) => [box.colour, ...at(box)])).toEqual(
      colourBoxes(cards)
        .filter(({ page }) => page === 1)
        .map((box) => [box.colour, ...moved(box)]),
    );
  });

  test('says inside when to call 999, all of it and word for word', async () => {
    const { edition } = partsOf(example());
    const [heading, ...said] = texts(await cases.example, 'danger');
    expect(heading).toBe('When to call 999');
    const blocks = picked(edition, [whole('when-to-call-999')], 'card', silent);
    const wanted = editionTexts({ ...edition, introduction: blocks, sections: [] }).introduction;
    expect(wanted).toHaveLength(5);
    expect(said.filter((text) => text !== '•').join(' ')).toBe(wanted.join(' ').replaceAll('\u00a0', ' '));
  });

  test('says whom to reach, and on the back what to say and where more is', async () => {
    const laid = await cases.example;
    expect(texts(laid, 'contacts')).toEqual([
      'Your local contacts',
      'Checked on 20 March 2025',
      'Returning Officer, Helen Marsh',
      '01632 960 001',
      'ro@anyshire.example',
      hours,
      'Electoral services, Elections team',
      '01632 960 002',
      'elections@anyshire.example',
      hours,
    ]);
    expect(texts(laid, 'back')).toEqual([
      'A crime has happened',
      '101',
      'or police.uk',
      'Say that you are a candidate and that this',
      'is an Operation Ford incident.',
      'NCSC, to protect your accounts',
      'individualsupport@ncsc.gov.uk',
      'More guidance',
      'GOV.UK: search for',
      '“candidate',
      'security guidance”',
      'Anyshire District Council',
    ]);
  });
});

describe.each(names)('%s', (name) => {
  test('is set without a fault', async () => {
    const { pages, diagnostics } = await cases[name];
    expect([pages.length, diagnostics]).toEqual([2, []]);
  });

  test('keeps its words 3 mm from the cut and from the fold', async () => {
    const { pages } = await cases[name];
    for (const line of textLines(pages)) {
      const [from, to] = line.left < fold ? [0, fold] : [fold, 2 * fold];
      const room = Math.min(
        line.left - from,
        to - line.right,
        line.baseline - 0.75 * line.size,
        pages[0]!.height - line.baseline - 0.25 * line.size,
      );
      expect([line.text, room >= 8.49]).toEqual([line.text, true]);
    }
  });

  test('has no type under 8 pt, no phone under 12 pt, and 999 is the largest', async () => {
    const laid = await cases[name];
    const lines = textLines(laid.pages);
    expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThanOrEqual(8);
    const phones = lines.filter(({ text }) => /^(01632 |999$|101$)/.test(text));
    expect(Math.min(...phones.map(({ size }) => size))).toBeGreaterThanOrEqual(12);
    for (const face of ['cover', 'danger'] as const) {
      const on = linesOn(laid, face);
      const [largest, ...others] = on.toSorted((a, b) => b.size - a.size);
      expect(largest!.text).toContain('999');
      expect(Math.max(...others.map(({ size }) => size))).toBeLessThan(largest!.size);
    }
  });

  test('leaves four modules about the QR code clear, but for the words below it', async () => {
    const { pages } = await cases[name];
    const code = drawings(pages).find(({ width }) => width === 56)!;
    const clear = (4 / 37) * code.width;
    const close = textLines(pages).filter(
      ({ page, left, right, baseline, size }) =>
        page === code.page &&
        right > code.left - clear &&
        left < code.left + code.width + clear &&
        baseline > code.top - clear &&
        baseline - 0.75 * size < code.top + code.height,
    );
    expect(close.map(({ text }) => text)).toEqual([]);
  });

  test('never shows an advisor, who is no one to report to', async () => {
    const { pages } = await cases[name];
    expect(
      textLines(pages)
        .map(({ text }) => text)
        .join('\n'),
    ).not.toMatch(/960 003|Okafor|ford@/);
  });
});

describe('with more contacts', () => {
  const shown = async (name: keyof typeof cases) => {
    const lines = texts(await cases[name], 'contacts');
    return {
      phones: lines.filter((text) => text.startsWith('01632')).length,
      emails: lines.filter((text) => text.includes('@')).length,
      names: lines.filter((text) => text.includes(', ') && text !== hours).length,
      hours: lines.filter((text) => text === hours).length,
    };
  };

  test('hours yield first, then names, then emails, and never a phone', async () => {
    expect(await shown('three contacts')).toEqual({ phones: 3, emails: 3, names: 3, hours: 3 });
    expect(await shown('four contacts')).toEqual({ phones: 4, emails: 4, names: 4, hours: 0 });
    expect(await shown('six contacts')).toEqual({ phones: 6, emails: 6, names: 0, hours: 0 });
    expect(await shown('six contacts, and a long email')).toEqual({ phones: 6, emails: 0, names: 0, hours: 0 });
  });

  test('who has no phone keeps the email, whatever else yields', async () => {
    const returningOfficer = { title: 'Returning Officer', phones: [], email: longEmail };
    const laid = await set({ ...deputies(4), returningOfficer });
    expect(laid.diagnostics).toEqual([]);
    const emails = texts(laid, 'contacts').filter((text) => text.includes('@'));
    expect(emails).toEqual([longEmail]);
  });

  test('than have room is an error, not a shorter list', async () => {
    const laid = await set(deputies(5));
    expect(laid.pages).toEqual([]);
    expect(new Set(rules(laid))).toEqual(new Set(['error preflight/overset']));
    const place = { kind: 'frame', template: 'folded-card', frame: 'contacts', page: 2 };
    expect(laid.diagnostics[0]!.place).toEqual(place);
  });

  test('an email too long to stand beside its number goes below it', async () => {
    const lines = linesOn(await cases['a long email'], 'contacts');
    const [phone, email] = ['01632 960 002', longEmail].map((text) => lines.find((line) => line.text === text)!);
    expect(email!.left).toBe(phone!.left);
    expect(email!.top).toBeGreaterThanOrEqual(phone!.bottom);
  });
});

test('where Operation Ford does not apply, its words are gone and the space closes up', async () => {
  const laid = await cases.parish;
  expect(textLines(laid.pages).filter(({ text }) => text.includes('Ford'))).toEqual([]);
  const topOf = async (name: keyof typeof cases): Promise<number> =>
    linesOn(await cases[name], 'back').find(({ text }) => text.startsWith('NCSC'))!.top;
  expect((await topOf('example')) - (await topOf('parish'))).toBeCloseTo(28, 5);
});

describe('the council’s name', () => {
  test('that takes two lines on the cover takes two at the foot of the back', async () => {
    const laid = await cases['a name of two lines'];
    expect(texts(laid, 'cover').slice(0, 2).join(' ')).toBe(TWO_LINES);
    expect(texts(laid, 'back').slice(-2).join(' ')).toBe(TWO_LINES);
  });

  test('that is longer gives way to the short name on both, with a warning', async () => {
    const laid = await set({ name: ENDLESS });
    expect(rules(laid)).toEqual(['warning compose/short-name']);
    expect([texts(laid, 'cover')[0], texts(laid, 'back').at(-1)]).toEqual(['Anyshire', 'Anyshire']);
  });

  test.each([
    ['folded-card', foldedCard],
    ['wallet-card', walletCard],
  ] as const)('without a short name is an error that names it, on the %s', async (name, template) => {
    const sources = exampleWith({ council: { name: ENDLESS, shortName: undefined } });
    const { pages, diagnostics } = await setOf(template as typeof foldedCard, sources);
    expect(pages).toEqual([]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        rule: 'preflight/overset',
        severity: 'error',
        message: `\`${ENDLESS}\` is 9.0 pt too high for its frame`,
        place: { kind: 'frame', template: name, frame: 'council name', page: 1 },
        hints: ['give the council a `shortName` that fits'],
      }),
    ]);
  });
});

test('guidance that lacks the passage makes no card', async () => {
  const parts = partsOf(example());
  const edition = { ...parts.edition, parts: new Map() };
  const said: string[] = [];
  const pages = await typeset(
    foldedCard,
    { ...parts, edition },
    ({ rule, message }) => said.push(`${rule}: ${message}`),
    noClock,
  );
  expect(pages).toBeUndefined();
  expect(said).toEqual([
    'compose/no-part: the guidance has no part `when-to-call-999`, of which the folded card takes words',
  ]);
});
