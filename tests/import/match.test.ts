import { describe, expect, test } from 'vitest';
import { matcherOf } from '../../src/import/match.ts';
import { registry } from '../registry/given.ts';

const owners = [
  { slug: 'leeds', name: 'Leeds City Council', gss: 'E08000035' },
  { slug: 'sheffield', name: 'Sheffield City Council', gss: 'E08000039' },
  { slug: 'derbyshire', name: 'Derbyshire County Council' },
  { slug: 'isle-of-anglesey', name: 'Cyngor Sir Ynys Môn' },
  { slug: 'sandy', name: 'Sandy Town Council' },
];

const match = matcherOf(owners, registry());
const named = (...names: readonly string[]) => match({ codes: [], names });
const coded = (code: string, ...names: readonly string[]) => match({ codes: [code], names });

describe('the council of a row', () => {
  test.each([
    ['leeds', 'leeds'],
    ['Leeds', 'leeds'],
    ['LEEDS CITY COUNCIL', 'leeds'],
    ['City of Leeds', 'leeds'],
    ['Derbyshire', 'derbyshire'],
    ['Cyngor Sir Ynys Mon', 'isle-of-anglesey'],
    ['Isle of Anglesey County Council', 'isle-of-anglesey'],
    ['Sandy Town Council', 'sandy'],
  ])('is found by `%s`', (name, slug) => {
    expect(named(name)).toMatchObject([{ kind: 'own', slug }]);
  });

  test.each(['Leedss', 'Lee', 'West Leeds', '../leeds', 'Derby', '', 'Sandy'])('is never guessed of `%s`', (name) => {
    expect(named(name).filter(({ kind }) => kind === 'own')).toEqual([]);
  });

  test('is found by its code before its name, and by a code that it had before', () => {
    expect(coded('E08000035', 'Sheffield')).toMatchObject([{ kind: 'own', slug: 'leeds' }]);
    expect(coded('E08000019')).toMatchObject([{ kind: 'own', slug: 'sheffield', formerCode: 'E08000019' }]);
    expect(coded('E08000098', 'Leeds')).toMatchObject([{ kind: 'own', slug: 'leeds', otherCode: 'E08000098' }]);
  });

  test('is told if it has no file here, is no more, or is nearly another', () => {
    expect(named('York')).toMatchObject([{ kind: 'registered', slug: 'york' }]);
    expect(coded('E07000030', 'Eden')).toMatchObject([{ kind: 'gone', code: 'E07000030', name: 'Eden' }]);
    expect(named('Leedss City')).toMatchObject([{ kind: 'unknown', likely: ['Leeds City Council'] }]);
  });

  test('may be several: a county, and the district in it', () => {
    const both = match({ codes: ['E10000007', 'E08000035'], names: [] });
    expect(both.map((one) => 'slug' in one && one.slug)).toEqual(['derbyshire', 'leeds']);
  });
});
