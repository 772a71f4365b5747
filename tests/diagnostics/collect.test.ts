import { expect, test } from 'vitest';
import { collect } from '../../src/diagnostics/collect.ts';
import { error, warning } from '../../src/diagnostics/diagnostic.ts';

test('keeps the order, counts errors and drops what is equal', () => {
  const { report, all, errors } = collect();
  report(warning('parse/a', 'one', { kind: 'text', path: 'a.md' }));
  report(error('parse/b', 'two', undefined, 'do this'));
  report({ ...error('parse/b', 'two', undefined, 'do this'), record: 'adur' });
  report(error('parse/b', 'two', undefined, 'do that'));
  report(error('parse/b', 'two', undefined, 'do this'));
  report(warning('parse/a', 'one', { path: 'a.md', kind: 'text' }));
  expect(all().map(({ message, hints, record }) => [message, ...hints, record].join(' '))).toEqual([
    'one ',
    'two do this ',
    'two do this adur',
    'two do that ',
  ]);
  expect(errors()).toBe(3);
});

test('collectors share nothing', () => {
  const [one, other] = [collect(), collect()];
  one.report(error('parse/a', 'one'));
  expect(other.all()).toEqual([]);
});
