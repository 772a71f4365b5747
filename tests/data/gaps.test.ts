import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayInWords, weekdayInWords } from '../../src/content/dates.ts';
import { viewOf } from '../../src/content/view.ts';
import { parseCouncil } from '../../src/data/council.ts';
import { gapAt, isGap, withGaps } from '../../src/data/gaps.ts';
import type { Council, Day } from '../../src/data/record.ts';
import { collect } from '../../src/diagnostics/collect.ts';

const whole = readFileSync('tests/fixtures/data/no-fault.yaml', 'utf8');

/** The sound council with some lines changed, read as a draft and as a final edition. */
const read = (text: string, status: 'final' | 'draft' = 'draft') => {
  const { report, all, errors } = collect();
  const record = parseCouncil({ path: 'content/councils/northmoor.yaml', text }, 'northmoor', report, status);
  const found = all().map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  return { council: record?.council, record, found, errors: errors() };
};

/** What a draft of a council shows, and the warnings of it: errors there must be none. */
const drafted = (text: string): { readonly council: Council; readonly found: readonly string[] } => {
  const { council, found, errors } = read(text);
  expect([errors, council === undefined]).toEqual([0, false]);
  // What a draft can live with, a final edition cannot.
  const final = read(text, 'final');
  expect(final.council).toBeUndefined();
  expect(final.found).toEqual(found.map((each) => each.replace('warning', 'error')));
  return { council: council!, found };
};

test('a gap is the name of a key in brackets', () => {
  expect(gapAt('returningOfficer.phones.0')).toBe('[returningOfficer.phones]');
  for (const path of ['name', 'election.date', 'police.0.name', 'deputyReturningOfficers.12.phones.0']) {
    expect([path, isGap(gapAt(path))]).toEqual([path, true]);
  }
  for (const text of ['', '[]', '01632 960 001', '[x](y)', 'see [name]', '[name] or', '2025-05-01', '[a b]']) {
    expect([text, isGap(text)]).toEqual([text, false]);
  }
  expect(withGaps({ a: null, b: [null, 'x', { c: null }], d: undefined, e: 1 })).toEqual({
    a: '[a]',
    b: ['[b]', 'x', { c: '[b.2.c]' }],
    e: 1,
  });
});

describe('a draft shows a gap', () => {
  test('where a value is null', () => {
    const text = whole
      .replace('2025-05-01', '~  # missing: polling day')
      .replace('["01632 960 101"]', 'null')
      .replace('Northmoor Police', '~');
    const { council, found } = drafted(text);
    expect(council.election.date).toBe('[election.date]');
    expect(council.returningOfficer.phones).toEqual(['[returningOfficer.phones]']);
    expect(council.police).toEqual([{ name: '[police.0.name]' }]);
    expect(found).toEqual([
      'warning parse/missing-value: `election.date` is missing: polling day',
      'warning parse/missing-value: `returningOfficer.phones` has no value',
      'warning parse/missing-value: `police.0.name` has no value',
    ]);
  });

  test('where a required key is not there', () => {
    const { council, found } = drafted('brand: northmoor\nelection:\n  kind: parish\n');
    expect(council).toEqual({
      name: '[name]',
      brand: 'northmoor',
      election: { name: '[election.name]', kind: 'parish', date: '[election.date]' },
      contactsCheckedOn: '[contactsCheckedOn]',
      returningOfficer: { title: '[returningOfficer.title]', phones: ['[returningOfficer.phones]'] },
      deputyReturningOfficers: [],
      police: [{ name: '[police.0.name]' }],
    });
    expect(found).toHaveLength(6);
    for (const each of found) expect(each).toMatch(/^warning parse\/missing-key: missing key `/);
  });

  test('where a contact cannot be reached', () => {
    const { council, found } = drafted(
      `${whole.replace(/ {2}phones.*\n {2}email.*\n/, '')}alternativeFormats: {}\nfeoa:\n  title: Advisor\n`,
    );
    expect(council.returningOfficer).toEqual({ title: 'Returning Officer', phones: ['[returningOfficer.phones]'] });
    expect(council.feoa).toEqual({ title: 'Advisor', phones: ['[feoa.phones]'] });
    expect(council.alternativeFormats).toEqual({ phone: '[alternativeFormats.phone]' });
    expect(found.map((each) => each.split(':')[0])).toEqual(found.map(() => 'warning parse/unreachable-contact'));
  });

  test('where a part that may be left out is null', () => {
    const { council, found } = drafted(`${whole}
shortName: ~
gss:
nation: ~
deputyReturningOfficers: ~
electoralServices: ~
alternativeFormats: { phone: ~, email: ~ }
issuedBy: { website: ~, address: [~, Town] }
`);
    expect(council).toMatchObject({
      shortName: '[shortName]',
      deputyReturningOfficers: [{ title: '[deputyReturningOfficers.0.title]' }],
      electoralServices: { title: '[electoralServices.title]', phones: ['[electoralServices.phones]'] },
      alternativeFormats: { phone: '[alternativeFormats.phone]', email: '[alternativeFormats.email]' },
      issuedBy: { website: '[issuedBy.website]', address: ['[issuedBy.address]', 'Town'] },
    });
    // Nothing prints them: there is nowhere to show a gap.
    expect(Object.keys(council)).not.toContain('gss');
    expect(Object.keys(council)).not.toContain('nation');
    expect(found).toHaveLength(9);
  });
});

describe('a draft', () => {
  test('of a whole council is the council', () => {
    expect(read(whole)).toEqual({ ...read(whole, 'final'), record: expect.anything() });
    expect(read(whole).found).toEqual([]);
  });

  test('excuses what is missing, and nothing else', () => {
    const { council, found } = read(
      whole
        .replace('2025-05-01', '~')
        .replace('01632 960 101', '01632 96O 101')
        .replace('2025-03-20', '20 March')
        .replace('unitary', '~'),
    );
    expect(council).toBeUndefined();
    expect(found.map((each) => each.split(':')[0])).toEqual([
      'error parse/missing-value',
      'warning parse/missing-value',
      'error parse/invalid-date',
      'error parse/invalid-phone',
    ]);
  });

  test('needs its brand', () => {
    const { council, found } = read(whole.replace('brand: northmoor\n', ''));
    expect([council, found]).toEqual([undefined, ['error parse/missing-key: missing key `brand`']]);
  });

  test('has gaps as merge fields, and days are as they are', () => {
    const { record } = read(`brand: northmoor\nelection:\n  kind: parish\nissuedBy: { website: ~ }\n`);
    const { values } = viewOf(record!, 'en');
    expect(values).toMatchObject({
      election: { date: '[election.date]' },
      contactsCheckedOn: '[contactsCheckedOn]',
      returningOfficer: { phone: '[returningOfficer.phones]', site: undefined },
    });
    expect(dayInWords('[contactsCheckedOn]' as Day, 'cy')).toBe('[contactsCheckedOn]');
    expect(weekdayInWords('[election.date]' as Day, 'en')).toBe('[election.date]');
  });
});

test('a code and a nation are taken from a file, and checked', () => {
  const { council, found } = read(`${whole}gss: E06000999\nnation: northern-ireland\n`, 'final');
  expect([found, council]).toMatchObject([[], { gss: 'E06000999', nation: 'northern-ireland' }]);
  expect(read(`${whole}gss: e06\nnation: England\n`, 'final').found).toEqual([
    'error parse/invalid-value: `e06` is not a GSS code',
    'error parse/invalid-value: `nation` must be one of `england`, `wales`, `scotland`, `northern-ireland`, found `England`',
  ]);
});
