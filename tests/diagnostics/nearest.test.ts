import { expect, test } from 'vitest';
import { nearest } from '../../src/diagnostics/nearest.ts';

const keys = ['name', 'phones', 'email', 'electoralServices', 'deputyReturningOfficers'];

test.for([
  ['nmae', 'name'],
  ['phone', 'phones'],
  ['Email', 'email'],
  ['e-mail', 'email'],
  ['electoral_services', 'electoralServices'],
  ['electoralService', 'electoralServices'],
  ['deputyReturningOfficer', 'deputyReturningOfficers'],
] as const)('%s was meant to be %s', ([typed, meant]) => {
  expect(nearest(typed, keys)).toBe(meant);
});

test('what is near to nothing has no suggestion', () => {
  for (const typed of ['colour', '__proto__', 'x', ''])
    expect([typed, nearest(typed, keys)]).toEqual([typed, undefined]);
  expect(nearest('name', [])).toBeUndefined();
});

test('of several, the nearest is taken, and of equals the first', () => {
  expect(nearest('nam', ['nae', 'name', 'nam'])).toBe('nam');
  expect(nearest('abcd', ['abce', 'abcf'])).toBe('abce');
});
