import { expect, test } from 'vitest';
import { eachInBoth, inBoth, slashed, slashedText, together } from '../../templates/pieces/languages.ts';
import { pairOf } from './bilingual.ts';

const [first, second] = pairOf();
const pair = { first, second };
const both = (one: string | undefined, other: string | undefined) =>
  inBoth(pair, (parts) => (parts === first ? one : other));

test('what is the same in both is said once, and what is missing is not said', () => {
  expect(both('Heddlu', 'Police')).toEqual([
    { text: 'Heddlu', language: 'cy-GB' },
    { text: 'Police', language: 'en-GB' },
  ]);
  expect(both('Llŷn', 'Llŷn')).toEqual([{ text: 'Llŷn' }]);
  expect(both(undefined, 'Police')).toEqual([{ text: 'Police', language: 'en-GB' }]);
  expect(both(undefined, undefined)).toEqual([]);
  const lists = { [first.furniture.tag]: ['a', 'b'], [second.furniture.tag]: ['c', 'b', 'd'] };
  expect(eachInBoth(pair, ({ furniture }) => lists[furniture.tag]!).map(({ text }) => text)).toEqual([
    'a',
    'c',
    'b',
    'd',
  ]);
});

test('words on one line keep their languages', () => {
  expect(slashed(both('neu', 'or'), 700)).toEqual([
    { text: 'neu', language: 'cy-GB', weight: 700 },
    { text: ' / ', weight: 700 },
    { text: 'or', language: 'en-GB', weight: 700 },
  ]);
});

test.each([
  ['Mai 2025', 'May 2025', 'Mai / May 2025'],
  ['20 Mawrth 2025', '20 March 2025', '20 Mawrth / March 2025'],
  [
    'Gwiriwyd ar 28\u00a0Chwefror\u00a02025',
    'Checked on 28\u00a0February\u00a02025',
    'Gwiriwyd ar 28 Chwefror / Checked on 28 February 2025',
  ],
  ['Canllawiau', 'Guidance', 'Canllawiau / Guidance'],
  ['a b', 'a b c', 'a b / b c'],
  ['a a', 'a', 'a a / a'],
])('%s and %s share what they end in', (one, other, shown) => {
  expect(slashedText(together(both(one, other))).replaceAll('\u00a0', ' ')).toBe(shown);
});
