import { describe, expect, test } from 'vitest';
import { email, website } from '../../src/data/text.ts';
import { cleanAddress } from '../../src/import/clean-address.ts';
import { cleanArea } from '../../src/import/clean-area.ts';
import { cleanCode, cleanElection, cleanNation, cleanSlug } from '../../src/import/clean-choice.ts';
import { cleanDay } from '../../src/import/clean-day.ts';
import { cleanEmail } from '../../src/import/clean-email.ts';
import { cleanField } from '../../src/import/clean-field.ts';
import { cleanPhone, cleanPhones } from '../../src/import/clean-phone.ts';
import { cleanPostcode } from '../../src/import/clean-postcode.ts';
import { cleanName, cleanText } from '../../src/import/clean-text.ts';
import { cleanWebsite } from '../../src/import/clean-website.ts';
import { FIELDS, kindOf } from '../../src/import/fields.ts';
import { chance, clean, type Cleaner, misworded } from './cells.ts';

const CLEANERS: { readonly [name: string]: Cleaner<string | readonly string[] | undefined> } = {
  cleanPhones,
  cleanPhone,
  cleanEmail,
  cleanWebsite,
  cleanPostcode,
  cleanAddress,
  cleanText,
  cleanName,
  cleanDay,
  cleanCode,
  cleanNation,
  cleanElection,
  cleanSlug,
  cleanArea: (at, report) => cleanArea(at, undefined, report),
};

/** Pieces of what stands in cells, some of them meant ill. */
const PIECES = [
  '01632 960001',
  '960002',
  '477161',
  '020 7946 0018',
  '+44 (0)',
  '0044',
  '18001 ',
  ' ext 12',
  '1.63E+09',
  '999',
  'Tel: ',
  'a@b.gov.uk',
  '@',
  'mailto:',
  'www.b.gov.uk',
  'https://',
  '<',
  '>',
  '</p>',
  '<br>',
  '&amp;',
  '&#39;',
  '&amp;lt;',
  ';',
  'LS1 1UR',
  'S015 2LY',
  ', ',
  '\n',
  ' / ',
  ' or ',
  ' and ',
  '|',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  'ï»¿',
  'Å·',
  'â€™',
  '2025-05-01',
  '1 May 2025',
  '45778',
  'N/A',
  'TBC',
  '-',
  '=',
  '+',
  "'",
  '"',
  '`',
  '\\',
  '../',
  '\0',
  '\ufffd',
  '\ud800',
  'Ŵen',
  'ò',
  'e\u0301',
  'ﬁ',
  '٣',
  '🗳️',
  'א',
  '中',
  '\u{e0041}',
  'England',
  'E08000035',
  'parish',
  'O',
  'l',
  '0',
  '_x000D_',
];

function* texts(seed: number, count: number): Generator<string> {
  const next = chance(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  for (let i = 0; i < count; i++) {
    const length = 1 + below(6);
    // Every third is of any characters.
    const piece = (): string =>
      i % 3 === 0 ? String.fromCodePoint(below(0x3000)) : (PIECES[below(PIECES.length)] ?? '');
    yield Array.from({ length }, piece).join('');
  }
}

describe.each(Object.entries(CLEANERS))('%s', (_, cleaner) => {
  test('never throws, says what is wrong where it is, and is done when it is done', () => {
    const wrong: string[] = [];
    let cleaned = 0;
    for (const text of texts(5, 1500)) {
      const first = clean(cleaner, text);
      if (first.cleaned === undefined && !first.rules.some((rule) => rule.startsWith('error')))
        wrong.push(`silent ${JSON.stringify(text)}`);
      wrong.push(...misworded(first.all));
      if (first.value === undefined) continue;
      cleaned++;
      const again = [first.value].flat().join('\n');
      const second = clean(cleaner, again);
      if (JSON.stringify(second.value) !== JSON.stringify(first.value)) {
        wrong.push(`${JSON.stringify(text)}: ${JSON.stringify(first.value)}, then ${JSON.stringify(second.value)}`);
      }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(cleaned).toBeGreaterThan(0);
  });

  test('takes its time from the length of a text, and not from what stands in it', () => {
    const started = performance.now();
    for (const piece of [...PIECES, 'a', '1 ', '((', '@a', 'a.', '0 0', '&amp;'])
      clean(cleaner, piece.repeat(Math.floor(2000 / piece.length)));
    clean(cleaner, '<a '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

test('what comes out is what the schemas of a council’s file take', () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const text of texts(11, 6000)) {
    const { value: address } = clean(cleanEmail, text);
    const { value: site } = clean(cleanWebsite, text);
    if (address !== undefined && email.safeParse(address).data !== address) wrong.push(address);
    if (site !== undefined && website.safeParse(site).data !== site) wrong.push(site);
    checked += address === undefined ? 0 : 1;
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(100);
});

test('every field has a cleaner', () => {
  for (const subject of ['areas', 'contacts', 'councils'] as const) {
    for (const field of FIELDS[subject]) {
      const outcome = clean((at, report) => cleanField({ field, subject }, at, report), '');
      expect([field, outcome.value ?? []]).toEqual([field, []]);
    }
  }
  expect(kindOf('returningOfficer.phones', 'contacts')).toBe('phones');
  expect(kindOf('police', 'contacts')).toBe('name');
  expect(kindOf('name', 'areas')).toBe('area');
});
