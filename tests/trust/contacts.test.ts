import { describe, expect, test } from 'vitest';
import { contactsHash, detailsOf, inALine } from '../../src/data/contacts.ts';
import { whyExample } from '../../src/data/example-values.ts';
import type { Council, Day } from '../../src/data/record.ts';
import { linesOf } from '../../src/data/trust.ts';
import { example, silent } from '../sources.ts';
import { parseCouncil } from '../../src/data/council.ts';
import { inWords, recordWith } from './given.ts';

const hashOf = (text: string): string =>
  contactsHash(parseCouncil({ path: 'northmoor.yaml', text }, 'northmoor', silent)!, []);

const file = `name: Northmoor Borough Council
brand: northmoor
election: { name: Local elections, kind: district, date: 2025-05-01 }
contactsCheckedOn: 2025-03-20
returningOfficer:
  title: Returning Officer
  phones: ["01632 960 001"]
  email: ro@northmoor.example
police:
  - name: Northmoor Police
`;

const hashWith = (text: string): string => contactsHash(recordWith(), inWords(text));

describe('the hash of contacts', () => {
  test('minds neither comments, nor order, nor quotes, nor what is no contact', () => {
    const reordered = `# A note.
police: [{ name: 'Northmoor Police' }]
returningOfficer: { email: "ro@northmoor.example", phones: ['01632960001'], title: Returning Officer } # another
contactsCheckedOn: "2025-03-20"
election: { date: 2026-05-07, kind: parish, name: Parish elections }
brand: other
shortName: Northmoor
name: Northmoor Council
`;
    expect(hashOf(reordered)).toBe(hashOf(file));
    expect(hashOf(file)).toMatch(/^[0-9a-f]{64}$/);
  });

  const { council } = example().record;
  const full: Partial<Council> = {
    ...council,
    deputyReturningOfficers: [{ title: 'Deputy', phones: ['01632 960 009'] }],
  };
  const { returningOfficer, electoralServices, feoa, issuedBy } = council;

  test.each<[string, Partial<Council>]>([
    ['a phone', { returningOfficer: { ...returningOfficer, phones: ['01632 960 002'] } }],
    ['one phone more', { returningOfficer: { ...returningOfficer, phones: ['01632 960 001', '01632 960 002'] } }],
    ['an email', { electoralServices: { ...electoralServices!, email: 'other@anyshire.example' } }],
    ['a website', { electoralServices: { ...electoralServices!, website: 'https://anyshire.example/b' } }],
    ['an address', { returningOfficer: { ...returningOfficer, address: ['Market Hall'] } }],
    ['a name', { feoa: { ...feoa!, name: 'Sgt Ann Lee' } }],
    ['hours', { feoa: { ...feoa!, hours: 'Mondays' } }],
    ['a title', { returningOfficer: { ...returningOfficer, title: 'County Returning Officer' } }],
    ['a deputy', { deputyReturningOfficers: [] }],
    ['the force', { police: [{ name: 'Otherland Police' }] }],
    ['the force’s website', { police: [{ name: 'Anyshire Police', website: 'https://www.police.uk/a' }] }],
    ['other formats', { alternativeFormats: { phone: '01632 960 001' } }],
    ['the issuer’s address', { issuedBy: { ...issuedBy, address: ['Town Hall'] } }],
    ['the day of checking', { contactsCheckedOn: '2025-03-21' as Day }],
  ])('changes with %s', (_, change) => {
    const now = recordWith({ ...full, ...change });
    expect(contactsHash(now, [])).not.toBe(contactsHash(recordWith(full), []));
  });

  test.each<[string, Partial<Council>]>([
    ['the name of the council', { name: 'Anyshire' }],
    ['the election', { election: { name: 'Parish elections', kind: 'parish', date: '2026-05-07' as Day } }],
    ['the brand', { brand: 'other' }],
  ])('does not change with %s', (_, change) => {
    expect(contactsHash(recordWith({ ...full, ...change }), [])).toBe(contactsHash(recordWith(full), []));
  });

  test('changes with a number in the council’s own words, wherever it stands', () => {
    expect(hashWith('Ring 01632 960 001.')).not.toBe(contactsHash(recordWith(), []));
    expect(hashWith('Ring 01632 960 001.')).not.toBe(hashWith('Ring 01632 960 002.'));
    expect(hashWith('Ring 01632 960 001.')).toBe(hashWith('### A heading\n\nPlease ring **01632 960 001** now.'));
  });
});

/** Every text in a value. */
const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values((value ?? {}) as object).flatMap(leaves);

describe('the details of a record', () => {
  test('name every value that the hash is made of', () => {
    // A value that is hashed and not named would make a sign-off outdated without saying why.
    const { council } = example().record;
    const values = linesOf({ record: example().record, inWords: [] }).join('\n');
    const { returningOfficer, electoralServices, feoa, police, alternativeFormats, issuedBy } = council;
    const hashed = { returningOfficer, electoralServices, feoa, police, alternativeFormats, issuedBy };
    for (const leaf of leaves(hashed)) expect(values).toContain(leaf.replace(/^https:\/\//, ''));
  });

  test('are in the order of the leaflet, with their keys', () => {
    expect(detailsOf(recordWith()).map((detail) => [inALine(detail), detail.key])).toEqual([
      ['Returning Officer, name: Ann Lee', 'returningOfficer.name'],
      ['Returning Officer, phone: 01632 961 001', 'returningOfficer.phones.0'],
      ['Police, force: Northmoor Police', 'police.0.name'],
      ['Contacts, checked on: 2025-03-20', 'contactsCheckedOn'],
    ]);
  });
});

describe('an example value', () => {
  test.each(
    [
      '01632 960 000',
      '01632960999',
      '+44 1632 960 001',
      '18001 01632 960 001',
      '0113 496 0000',
      '020 7946 0999',
    ].concat(['028 9649 6000', '029 2018 0123', '07700 900 000', '08081 570 000', '0909 879 0000', '03069 990 000']),
  )('is the number %s', (value) => {
    expect(whyExample({ kind: 'phone', value })).toContain('drama');
  });

  test.each(['01632 961 001', '0113 497 0000', '020 7947 0000', '07700 901 000', '101'])('is not %s', (value) => {
    expect(whyExample({ kind: 'phone', value })).toBeUndefined();
  });

  test.each([
    'a@b.example',
    'b.test',
    'b.invalid/path',
    'example.com',
    'www.example.org?x',
    'a@example.net',
    'B.EXAMPLE',
  ])('is the domain of %s', (value) => {
    expect(whyExample({ kind: value.includes('@') ? 'email' : 'website', value })).toContain('domain');
  });

  test.each(['a@myexample.com', 'example.gov.uk', 'test.gov.uk/a.example', 'examples.com', 'a@b.gov.uk'])(
    'is not the domain of %s',
    (value) => {
      expect(whyExample({ kind: value.includes('@') ? 'email' : 'website', value })).toBeUndefined();
    },
  );

  test('is no name, however it looks', () => {
    expect(whyExample({ kind: 'name', value: 'ro@anyshire.example' })).toBeUndefined();
  });
});

const found = (text: string): string[] => inWords(text).map(({ kind, value }) => `${kind} ${value}`);

describe('a council’s own words', () => {
  test.each<[string, string[]]>([
    ['Ring 01632 960 001 or (01632) 960002.', ['phone 01632 960 001', 'phone (01632) 960002']],
    [
      'Ring **+44 1632 960 001**, **116 123** or 18001 01632 960 001.',
      ['phone +44 1632 960 001', 'phone 116 123', 'phone 18001 01632 960 001'],
    ],
    [
      'Write to a.b@anyshire.example, or see www.anyshire.example/safe.',
      ['email a.b@anyshire.example', 'website www.anyshire.example/safe'],
    ],
    ['See [our page](https://www.anyshire.example/).', ['website www.anyshire.example']],
    ['Mail [us](mailto:a@b.example), ring [us](tel:+441632960001).', ['email a@b.example', 'phone +441632960001']],
    // A link that shows where it leads is one.
    ['[www.a.example/b](https://www.a.example/b)', ['website www.a.example/b']],
    ['[a@b.example](mailto:a@b.example)', ['email a@b.example']],
    // What merge fields bring belongs to the record, and these numbers are everybody's.
    ['Ring {{returningOfficer.phone}} or [us](mailto:{{returningOfficer.email}}).', []],
    ['Text **register** to 999, **18000**, **18001 101**, 101, 55.', []],
    ['On 01 05 2025, at 9.30, 100 people, 2025-05-01, room 0123, £1,000,000, [that](#top), [it](link:collection).', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('name the place of each', () => {
    const [first, second] = inWords('Ring us:\n\n- by day\n  on **01632 960 001**\n- [here](https://a.example/x)');
    expect(first).toMatchObject({ slot: 'police', place: { range: { start: { line: 5, column: 8 } } } });
    expect(second).toMatchObject({ place: { range: { start: { line: 6, column: 3 } } } });
  });
});
