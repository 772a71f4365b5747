import { describe, expect, test } from 'vitest';
import { poster } from '../../templates/poster/poster.tsx';
import { type Changes, exampleWith, setOf, type SetPages } from '../sources.ts';
import { colourBoxes, drawings, type TextLine, textBoxes, textLines } from '../typeset/laid-text.ts';
import {
  BRAND,
  council,
  deputy,
  EMERGENCY,
  find,
  INK,
  LONG_AREA,
  LONG_COUNCIL,
  longEmail,
  noneOptional,
  PAPER,
  parish,
  QUIET,
  RULE,
  TINT,
} from './leaflets.ts';
import { inkOf, within } from './posters.ts';

const set = (changes: Changes = {}): Promise<SetPages> => setOf(poster, exampleWith(changes));

const deputies = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...deputy,
    name: `Deputy ${i + 1}`,
    phones: [`01632 960 01${i}`],
    email: `deputy${i}@anyshire.example`,
  }));

const longForces = [
  { name: 'Devon, Cornwall and the Isles of Scilly Constabulary' },
  { name: 'Northmoor Constabulary' },
];

const cases = {
  example: set(),
  'no advisor': set({ council: { feoa: undefined } }),
  area: set({ area: 'Abbey ward' }),
  'one contact': set({ council: noneOptional }),
  parish: set({ council: { election: parish } }),
  'three contacts': set({ council: { deputyReturningOfficers: deputies(1) } }),
  'four contacts': set({ council: { deputyReturningOfficers: deputies(2) } }),
  'six contacts': set({ council: { deputyReturningOfficers: deputies(4) } }),
  'seven contacts': set({ council: { deputyReturningOfficers: deputies(5) } }),
  'an email too long for a column': set({
    council: { electoralServices: { ...council.electoralServices!, email: longEmail } },
  }),
  'a contact without a phone': set({
    council: { electoralServices: { title: 'Electoral services', phones: [], email: longEmail } },
  }),
  'many contacts, one without a phone': set({
    council: {
      deputyReturningOfficers: deputies(3),
      electoralServices: { title: 'Electoral services', phones: [], email: longEmail },
    },
  }),
  'long names': set({ council: { name: LONG_COUNCIL }, area: LONG_AREA }),
  'two forces': set({ council: { police: [{ name: 'Anyshire Police' }, { name: 'Northmoor Constabulary' }] } }),
  'long forces': set({ council: { police: longForces } }),
  'no logo': setOf(poster, withoutLogo()),
} as const;
type Case = keyof typeof cases;
const names = Object.keys(cases) as Case[];

function withoutLogo() {
  const sources = exampleWith({});
  const { logo: _logo, ...brand } = sources.brand;
  return { ...sources, brand };
}

const lines = async (name: Case): Promise<TextLine[]> => textLines((await cases[name]).pages);
const texts = async (name: Case): Promise<string[]> => (await lines(name)).map(({ text }) => text);
const lineOf = async (name: Case, text: string): Promise<TextLine> => find((await cases[name]).pages, 1, text);

describe('the example', () => {
  test.for([
    ['Anyshire District Council', 140, 32, 56, '24/32 bold', PAPER],
    ['Candidates: whom to call', 64, 128, 170, '48/52 bold', INK],
    ['In danger now, or a crime is happening', 64, 236, 266.7, '32/40 bold', PAPER],
    ['999', 46.5, 304, 596.3, '438/292 bold', PAPER],
    ['A crime has happened', 64, 652, 682.7, '32/40 bold', INK],
    ['101', 52.9, 708, 880.2, '258/172 bold', INK],
    // The force stands where one calls it, above police.uk, which stands on the line of 101.
    ['Anyshire Police', 484, 794.6, 832, '40/48 bold', INK],
    ['or police.uk', 484, 842.6, 880, '40/48 bold', INK],
    ['Say that you are a candidate', 64, 920, 944, '24/32', INK],
    ['and that this is an Operation Ford incident.', 64, 952, 976, '24/32', INK],
    ['Returning Officer', 64, 1016, 1034, '18/24 bold', INK],
    ['01632 960 001', 64, 1044, 1070, '30/32 bold', INK],
    ['ro@anyshire.example', 64, 1080, 1095.3, '16/20', INK],
    ['Electoral services', 340, 1016, 1034, '18/24 bold', INK],
    ['01632 960 002', 340, 1044, 1070, '30/32 bold', INK],
    ['elections@anyshire.example', 340, 1080, 1095.3, '16/20', INK],
    ['All of this, online', 673.9, 1132, 1144, '12/16 bold', INK],
  ] as const)('%s', async ([text, left, top, baseline, type, colour]) => {
    const line = await lineOf('example', text);
    const { size, leading, bold } = line;
    expect([`${size}/${leading}${bold ? ' bold' : ''}`, line.colour]).toEqual([type, colour]);
    expect([line.left, line.top, line.baseline]).toEqual([within(left), within(top), within(baseline)]);
  });

  test('the day of checking stands last, a line lower where an adviser stands above it', async () => {
    const day = 'Checked on 20 March 2025';
    const alone = await lineOf('no advisor', day);
    expect([alone.top, alone.baseline, alone.size, alone.colour]).toEqual([within(1128), within(1142.7), 14, QUIET]);
    const advice = await lineOf('example', 'Operation Ford advisor, 01632 960 003. For advice, not to report a crime');
    expect([advice.top, (await lineOf('example', day)).top]).toEqual([within(1128), within(1148)]);
  });

  test('band and fields as wide as the paper, logo and code', async () => {
    const { pages } = await cases.example;
    const boxes = colourBoxes(pages).map((box) => [box.left, box.top, box.width, box.height, box.colour]);
    expect(boxes).toEqual([
      [0, 0, within(841.9), within(96), BRAND],
      [0, within(208), within(841.9), within(428), EMERGENCY],
      [0, within(636), within(841.9), within(268), TINT],
      [within(64), within(1000), within(713.9), 1, RULE],
    ]);
    expect(drawings(pages).map(({ left, top, width }) => [left, top, width])).toEqual([
      [within(64), within(20), within(56)],
      [within(673.9), within(1020), within(104)],
    ]);
  });

  test('999 is inked from margin to margin, and 101 from the margin', async () => {
    const { pages } = await cases.example;
    const { left, right } = inkOf(pages, '999');
    expect(left).toEqual(within(64));
    // The next size in steps of 6 pt would go over the measure, which ends at 777.9.
    expect(right).toBeGreaterThan(776);
    expect(right).toBeLessThanOrEqual(777.9);
    expect(inkOf(pages, '101').left).toEqual(within(64));
  });
});

describe.each(names)('%s', (name) => {
  test('is one face without a fault', async () => {
    const { pages, diagnostics } = await cases[name];
    expect([pages.length, diagnostics]).toEqual([1, []]);
  });

  test('999 is the largest, nothing is under 12 pt, and words keep 5 mm from the cut', async () => {
    const { pages } = await cases[name];
    const { width, height } = pages[0]!;
    const all = await lines(name);
    expect(all.toSorted((a, b) => b.size - a.size)[0]!.text).toBe('999');
    for (const { text, left, right, baseline, size } of all) {
      const room = Math.min(left, baseline - 0.75 * size, width - right, height - baseline - 0.22 * size);
      expect([text, room >= 14.17, size >= 12]).toEqual([text, true, true]);
    }
  });

  test('every number stands on it once', async () => {
    const all = (await texts(name)).join('\n');
    const wanted = new Set(all.match(/01632 960 \d{3}/g));
    for (const number of wanted) expect([number, all.split(number).length]).toEqual([number, 2]);
    const { length } = [...wanted];
    const given = { 'one contact': 1, 'a contact without a phone': 2, 'no advisor': 2 } as Partial<
      Record<Case, number>
    >;
    const deputiesIn = { 'three contacts': 1, 'four contacts': 2, 'six contacts': 4, 'seven contacts': 5 } as Partial<
      Record<Case, number>
    >;
    const most = name === 'many contacts, one without a phone' ? 5 : (given[name] ?? 3 + (deputiesIn[name] ?? 0));
    expect(length).toBe(most);
  });

  test('is read in the order of what to do', async () => {
    const boxes = textBoxes((await cases[name]).pages);
    const headings = boxes.filter(({ role }) => role.startsWith('H')).map(({ role, text }) => `${role} ${text}`);
    expect(headings.slice(0, 4)).toEqual([
      'H1 Candidates: whom to call',
      'H2 In danger now, or a crime is happening',
      'H2 A crime has happened',
      expect.stringMatching(/^H2 Returning Officer/),
    ]);
    expect(boxes.at(-1)!.text).toBe('On GOV.UK');
  });
});

describe('the contacts', () => {
  const sizeOf = async (name: Case, text: string) => (await lineOf(name, text)).size;

  test('become smaller before addresses are left out', async () => {
    expect(await sizeOf('three contacts', '01632 960 001')).toBe(24);
    expect(await texts('three contacts')).toContain('elections@anyshire.example');
    expect(await sizeOf('six contacts', '01632 960 013')).toBe(18);
    expect((await texts('six contacts')).filter((text) => text.includes('@'))).toEqual([]);
    expect(await sizeOf('seven contacts', '01632 960 014')).toBe(14);
  });

  test('of the same title have their names', async () => {
    const six = await texts('six contacts');
    expect(six.filter((text) => text === 'Deputy Returning Officer')).toHaveLength(4);
    expect(six).toEqual(expect.arrayContaining(['Deputy 1', 'Deputy 4']));
    expect(six).not.toContain('Helen Marsh');
    expect(await texts('seven contacts')).toContain('Deputy Returning Officer, Deputy 5');
  });

  test('stand below one another where an address is too long for a column', async () => {
    const [one, other, email] = await Promise.all(
      ['01632 960 001', '01632 960 002', longEmail].map((text) => lineOf('an email too long for a column', text)),
    );
    expect([one!.left, other!.left, email!.left]).toEqual([within(268), within(268), within(268)]);
    expect(email!.right).toBeLessThanOrEqual(658);
  });

  test('keep the address of who has no phone', async () => {
    expect(await texts('a contact without a phone')).toContain(longEmail);
    const many = await texts('many contacts, one without a phone');
    expect(many.filter((text) => text.includes('@'))).toEqual([longEmail]);
  });

  test('an adviser never stands without what it is not for', async () => {
    const { pages } = await setOf(
      poster,
      exampleWith({ council: { feoa: { title: 'Operation Ford advisor', phones: [], email: 'ford@police.example' } } }),
    );
    expect(textBoxes(pages).map(({ text }) => text)).toContain(
      'Operation Ford advisor, ford@police.example. For advice, not to report a crime',
    );
  });

  test('that are too many are told of, with their frame', async () => {
    const { pages, diagnostics } = await set({ council: { deputyReturningOfficers: deputies(9) } });
    expect(pages).toEqual([]);
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      rule: 'preflight/overset',
      message: 'the text is 64.0 pt too high for its frame',
      place: { kind: 'frame', template: 'poster', frame: 'contacts', page: 1 },
    });
  });

  test('an address that fits nowhere is left out, or told of where it is all there is', async () => {
    const email = `${'electoral.services.and.registration.'.repeat(4)}@anyshire.example`;
    const services = { title: 'Electoral services', email };
    const reached = await set({ council: { electoralServices: { ...services, phones: ['01632 960 002'] } } });
    expect(reached.diagnostics).toEqual([]);
    expect(textLines(reached.pages).filter(({ text }) => text.includes('services.and'))).toEqual([]);
    const alone = await set({ council: { electoralServices: { ...services, phones: [] } } });
    expect(alone.diagnostics[0]?.message).toMatch(/^`electoral\.services.*is \d+\.\d pt too wide for its column/);
  });
});

describe('the force', () => {
  const beside = async (name: Case) =>
    (await lines(name)).filter(({ left, top }) => Math.round(left) === 484 && top > 636 && top < 904);

  test('stands beside 101 and ends on its line, however long it is', async () => {
    for (const name of ['two forces', 'long forces'] as const) {
      const found = await beside(name);
      expect([name, found.at(-1)!.text, found.at(-1)!.baseline]).toEqual([name, 'or police.uk', within(880)]);
      expect(found[0]!.top).toBeGreaterThan(700);
    }
    expect((await beside('two forces')).map(({ text, size }) => [text, size])).toEqual([
      ['Anyshire Police', 24],
      ['Northmoor Constabulary', 24],
      ['or police.uk', 24],
    ]);
  });

  test('on one line is smaller rather than on two', async () => {
    const { pages } = await set({ council: { police: [{ name: 'Northmoor Police' }] } });
    expect(find(pages, 1, 'Northmoor Police').size).toBe(32);
  });

  test('whose name is no words is told of, with its frame', async () => {
    const { diagnostics } = await set({ council: { police: [{ name: 'Anyshireandnorthmoorandlongerconstabulary' }] } });
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('error preflight/overset');
    expect(diagnostics[0]?.message).toContain('frame `police force`');
  });
});

describe('names', () => {
  test('an area stands below the title, and nothing else moves', async () => {
    const [plain, named] = await Promise.all([lines('example'), lines('area')]);
    const area = named.find(({ text }) => text === 'Abbey ward')!;
    expect([area.left, area.top, area.size]).toEqual([64, 160, 24]);
    const title = 'Candidates: whom to call';
    const placesOf = (all: readonly TextLine[]) =>
      all.filter(({ text }) => text !== title && text !== 'Abbey ward').map(({ text, left, top }) => [text, left, top]);
    expect(placesOf(named)).toEqual(placesOf(plain));
    expect(named.find(({ text }) => text === title)!.top).toBe(108);
  });

  test('a long area becomes smaller, and then takes two lines', async () => {
    expect((await lineOf('long names', LONG_AREA)).size).toBe(24);
    const longer = `${LONG_AREA.replace(' ward', '')}, Ludlow and Church Stretton ward`;
    expect(find((await set({ area: longer })).pages, 1, longer).size).toBe(18);
    const { pages, diagnostics } = await set({ area: `${longer} and ${longer}` });
    expect([diagnostics, textLines(pages).filter(({ size, top }) => size === 14 && top < 208).length]).toEqual([[], 2]);
  });

  test('a long council takes two lines, then its short name with a warning', async () => {
    const two = await set({ council: { name: `${LONG_COUNCIL} and Bishop’s Castle` } });
    expect(
      textLines(two.pages)
        .slice(0, 2)
        .map(({ size, colour }) => [size, colour]),
    ).toEqual([
      [20, PAPER],
      [20, PAPER],
    ]);
    const name = `${LONG_COUNCIL}, ${LONG_COUNCIL} and ${LONG_COUNCIL}`;
    const short = await set({ council: { name, shortName: 'Anyshire' } });
    expect(short.diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['compose/short-name', `\`${name}\` does not fit the band of the poster, where \`Anyshire\` stands instead`],
    ]);
    const long = await set({ council: { name, shortName: undefined } });
    expect(long.diagnostics[0]).toMatchObject({ rule: 'preflight/overset', place: { frame: 'council name' } });
  });

  test('begins where a logo would', async () => {
    expect((await lineOf('no logo', 'Anyshire District Council')).left).toBe(64);
  });
});

test('where Operation Ford does not apply, what stands below moves up', async () => {
  const [plain, without] = await Promise.all([lines('example'), lines('parish')]);
  expect(without.filter(({ text }) => text.includes('this is an'))).toEqual([]);
  const from = plain.filter(({ top }) => top >= 1000);
  expect(from.length).toBeGreaterThan(8);
  const below = without.filter(({ top }) => top >= 904);
  expect(below.map(({ text, top }) => [text, top])).toEqual(from.map(({ text, top }) => [text, top - 80]));
  expect(colourBoxes((await cases.parish).pages).at(-1)!.top).toBe(920);
});
