import { describe, expect, test } from 'vitest';
import { contactsInWords } from '../../src/content/contacts-in-words.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { contactsHash } from '../../src/data/contacts.ts';
import { detailsOf, isReachable } from '../../src/data/contacts.ts';
import { entriesOf, proofTable } from '../../src/data/proof.ts';
import type { Contact, Council, Day } from '../../src/data/record.ts';
import { press } from '../../src/pipeline.ts';
import { leaflet } from '../../templates/leaflet/leaflet.tsx';
import { proofSheet } from '../../templates/proof-sheet/proof-sheet.tsx';
import { walletCard } from '../../templates/wallet-card/wallet-card.tsx';
import { type Changes, DAY, example, exampleWith, noClock, setOf, type SetPages, silent } from '../sources.ts';
import { colourBoxes, drawings, type TextLine, textLines } from '../typeset/laid-text.ts';

const { council } = example().record;

const set = (changes: Changes = {}): Promise<SetPages> => {
  const sources = exampleWith(changes);
  const inWords = contactsInWords(sources.words);
  return setOf(proofSheet({ inWords, hash: contactsHash(sources.record, inWords) }), sources);
};

const words = (text: string) => {
  const file = { path: 'content/councils/anyshire.en.md', text: `:::local{slot=police}\n${text}\n:::\n` };
  return parseLocalWords(file, silent);
};

const longEmail = 'electoral.registration.and.elections.team@basingstoke-hartlepool-and-saffron-walden.example';

const deputies: readonly Contact[] = Array.from({ length: 14 }, (_, i) => ({
  title: 'Deputy Returning Officer',
  name: `Deputy Number ${i}`,
  phones: [`01632 960 1${String(i).padStart(2, '0')}`],
  email: `deputy${i}@anyshire.example`,
}));

const full: Changes['council'] = {
  returningOfficer: {
    ...council.returningOfficer,
    address: ['Market Hall', 'Anytown AN1 1AA'],
    website: 'https://www.anyshire.example/elections',
  },
  police: [{ name: 'Anyshire Police', website: 'https://www.police.uk/pu/your-area/anyshire' }],
};

const cases = {
  example: set(),
  full: set({ council: full, words: words('Ring 01632 960 555, see [us](https://anyshire.example/count).') }),
  least: set({
    council: {
      returningOfficer: { title: 'Returning Officer', phones: [], email: 'ro@anyshire.example' },
      electoralServices: undefined,
      feoa: undefined,
      alternativeFormats: undefined,
      issuedBy: undefined,
    },
    words: 'none',
  }),
  many: set({ council: { deputyReturningOfficers: deputies } }),
  long: set({
    council: {
      name: 'Basingstoke, Hartlepool and Saffron Waldens Councils',
      electoralServices: {
        ...council.electoralServices!,
        title: 'Electoral services '.repeat(9).trim(),
        email: longEmail,
      },
    },
  }),
} as const;

const all = ({ pages }: SetPages): string[] => textLines(pages).map(({ text }) => text);
const line = ({ pages }: SetPages, text: string): TextLine => textLines(pages).find((each) => each.text === text)!;

describe.each(Object.keys(cases) as (keyof typeof cases)[])('the proof sheet: %s', (name) => {
  test('is set without a fault', async () => {
    const { pages, diagnostics } = await cases[name];
    expect(diagnostics).toEqual([]);
    expect(pages.length).toBeLessThanOrEqual({ example: 1, least: 1, full: 2, long: 2, many: 4 }[name]);
  });

  test('keeps to the margins', async () => {
    for (const { left, right } of textLines((await cases[name]).pages)) {
      expect(left).toBeGreaterThanOrEqual(56);
      expect(right).toBeLessThanOrEqual(539.3);
    }
  });

  test('ends with room for name, day and signature, on one page', async () => {
    const laid = await cases[name];
    const fields = ['Name', 'Date', 'Signature'].map((field) => line(laid, field));
    expect(new Set(fields.map(({ page, top }) => `${page} ${top}`)).size).toBe(1);
    expect(fields[0]!.page).toBe(laid.pages.length);
    const rules = colourBoxes(laid.pages).filter(({ top }) => Math.abs(top - (fields[0]!.top - 4)) < 0.1);
    expect(rules.map(({ left }) => left)).toEqual(fields.map(({ left }) => left));
    // Room to write: nothing stands in the line above.
    const above = textLines(laid.pages).filter(
      ({ page, bottom }) => page === fields[0]!.page && bottom < rules[0]!.top,
    );
    expect(rules[0]!.top - Math.max(...above.map(({ bottom }) => bottom))).toBeGreaterThanOrEqual(32);
  });
});

describe('the entries', () => {
  test('have a box each, on the line of the value, and nothing else has one', async () => {
    const laid = await cases.full;
    const boxes = drawings(laid.pages);
    const sources = exampleWith({ council: full });
    // The number for other formats a second time through Relay UK, and two of the council's own words.
    expect(boxes).toHaveLength(detailsOf(sources.record).filter(isReachable).length + 1 + 2);
    const values = textLines(laid.pages).filter(({ left, bold }) => bold && Math.abs(left - 80) < 0.1);
    for (const box of boxes) {
      expect(box).toMatchObject({ left: 56, width: 12, height: 12 });
      expect(values.filter(({ top }) => Math.abs(top - (box.top - 2)) < 0.1)).toHaveLength(1);
    }
  });

  test('say what they are, where they stand in the file, and when they were checked', async () => {
    const laid = await cases.example;
    const phone = line(laid, '01632 960 001');
    const beside = textLines(laid.pages).filter(({ top }) => top === phone.top);
    expect(beside.map(({ text }) => text)).toEqual(['01632 960 001', 'anyshire.yaml:36', 'returningOfficer.phones.0']);
    const head = textLines(laid.pages).filter(({ top }) => Math.abs(top - (phone.top - 20)) < 0.1);
    expect(head.map(({ text }) => text)).toEqual(['Returning Officer, Helen Marsh', 'Checked on 20 March 2025']);
    expect(all(laid)).toContain('through Relay UK');
  });

  test('come from the council’s own words too, of which no day of checking is said', async () => {
    const laid = await cases.full;
    const head = line(laid, 'The council’s own words');
    expect(textLines(laid.pages).filter(({ top }) => top === head.top)).toHaveLength(1);
    const number = line(laid, '01632 960 555');
    const beside = textLines(laid.pages).filter(({ top }) => top === number.top);
    expect(beside.map(({ text }) => text)).toEqual(['01632 960 555', 'anyshire.en.md:2', 'police']);
  });

  test('of the guidance are named, and need no tick', async () => {
    const laid = await cases.example;
    expect(all(laid)).toContain('999, 101, police.uk, individualsupport@ncsc.gov.uk');
    expect(all(laid)).toContain('The same for every council, nothing to ring');
  });

  test('are never lost to their length: what is too wide goes on behind its @', async () => {
    const [mailbox, domain] = longEmail.split('@');
    expect(all(await cases.long)).toEqual(expect.arrayContaining([`${mailbox}@`, domain]));
  });

  test('stay with the head of their contact', async () => {
    const { pages } = await cases.many;
    const heads = textLines(pages).filter(({ text }) => text.startsWith('Deputy Returning Officer,'));
    expect(heads).toHaveLength(deputies.length);
    for (const head of heads) {
      const next = textLines(pages).find(({ page, top }) => page === head.page && Math.abs(top - head.top - 20) < 0.1);
      expect(next?.text).toMatch(/^01632 960 1/);
    }
  });

  test('are all the numbers and addresses that leaflet and card print', async () => {
    const sources = exampleWith({ council: full });
    const listed = entriesOf(sources.record, contactsInWords(sources.words), sources.furniture).flatMap(
      ({ entries }) => entries,
    );
    const known = [...listed.map(({ value }) => value), 'individualsupport@ncsc.gov.uk', '18001 101'].join('\n');
    const printed = [await setOf(leaflet, sources), await setOf(walletCard, sources)].flatMap(all).join('\n');
    const found = printed.match(/(?:1800\d )?\b0\d[\d ]{8,}\d|[\w.]+@[\w.]+\w/g) ?? [];
    expect(found.length).toBeGreaterThan(10);
    for (const value of found) expect(known).toContain(value);
  });
});

describe('the hash on the sheet', () => {
  const shown = (laid: SetPages): string[] =>
    all(laid).flatMap((text) => /contacts ([0-9a-f]{12})/.exec(text)?.slice(1) ?? []);

  test('stands on every page and beside the signature, and is that of the contacts', async () => {
    const hash = contactsHash(example().record, contactsInWords(example().words)).slice(0, 12);
    expect(shown(await cases.example)).toEqual([hash, hash]);
    expect(new Set(shown(await cases.many)).size).toBe(1);
    expect(shown(await cases.many)).toHaveLength((await cases.many).pages.length + 1);
  });

  test('is another when a contact is', async () => {
    const other = await set({ council: { contactsCheckedOn: '2025-03-21' as Day } satisfies Partial<Council> });
    expect(shown(other)[0]).not.toBe(shown(await cases.example)[0]);
  });
});

test('the same job makes the same bytes', async () => {
  const job = { product: 'proof-sheet', sources: example(), status: 'final', day: DAY } as const;
  const [one, two] = [await press(job, silent, noClock), await press(job, silent, noClock)];
  expect(one).toBeDefined();
  expect(two).toEqual(one);
});

test('the table says the same as the page, with paths that name no machine', () => {
  const { record, furniture } = example();
  const groups = entriesOf(record, [], furniture);
  const facts = {
    checkedOn: record.council.contactsCheckedOn,
    guidance: 'content/guidance/g.en.md',
    labels: furniture,
  };
  const rows = proofTable(groups, facts).slice(1).split('\r\n');
  expect(rows.slice(0, 2)).toEqual([
    'what,name,kind,value,source,key,checked on,rung',
    'Returning Officer,Helen Marsh,phone,01632 960 001,content/councils/anyshire.yaml:36,returningOfficer.phones.0,2025-03-20,',
  ]);
  expect(rows).toContain(
    'From the guidance,,phone,999,content/guidance/g.en.md,,,"The same for every council, nothing to ring"',
  );
  expect(rows.filter((row) => row !== '')).toHaveLength(1 + groups.flatMap(({ entries }) => entries).length + 4);
});
