import { expect, test } from 'vitest';
import { longestOf } from '../../src/data/longest.ts';
import { exampleWith } from '../sources.ts';

const named = (name: string, area: string) => exampleWith({ council: { name }, area }).record;

const records = [
  named('The Council of the Vale of White Horse', 'Wantage and Grove Brook ward'),
  named('Newcastle-under-Lyme Council', 'Knutton ward'),
  named('Rutland Council', 'Lambrook-by-the-Sea'),
];

test('the longest of each value, by all that it says', () => {
  const { council, area } = longestOf(records);
  expect([council.name, area]).toEqual(['The Council of the Vale of White Horse', 'Wantage and Grove Brook ward']);
});

test('or by its longest word, for columns that are narrow', () => {
  const { council, area } = longestOf(records, 'word');
  expect([council.name, area]).toEqual(['Newcastle-under-Lyme Council', 'Lambrook-by-the-Sea']);
});
