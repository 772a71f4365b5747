import { describe, expect, test } from 'vitest';
import { registry } from './given.ts';

const slugs = (query: string): string[] =>
  registry()
    .find(query)
    .map(({ council }) => council.slug);
const exact = (query: string): string[] =>
  registry()
    .find(query)
    .filter(({ isExact }) => isExact)
    .map(({ council }) => council.slug);

const near = (query: string): string[] =>
  registry()
    .near(query)
    .map(({ slug }) => slug);

describe('the registry', () => {
  test('has the principal councils, the two that are to come, and every force', () => {
    const { councils, forces } = registry();
    expect(councils).toHaveLength(384);
    expect(forces).toHaveLength(45);
    const count = (nation: string): number => councils.filter((council) => council.nation === nation).length;
    expect(['england', 'wales', 'scotland', 'northern-ireland'].map(count)).toEqual([319, 22, 32, 11]);
    expect(councils.filter(({ gss }) => gss === undefined).map(({ slug }) => slug)).toEqual([
      'east-surrey',
      'west-surrey',
    ]);
  });

  test('gives every force work, and every nation its own', () => {
    const { councils, forces } = registry();
    expect(forces.filter(({ id }) => !councils.some(({ force }) => force.id === id))).toEqual([]);
    const foreign = councils.filter(({ nation, force }) => force.nation !== nation);
    expect(foreign.map(({ slug }) => slug)).toEqual([]);
    expect(councils.filter(({ nation, nameWelsh }) => (nation === 'wales') !== (nameWelsh !== undefined))).toEqual([]);
  });

  test('knows each code by the letters of its nation and kind', () => {
    const wrong = registry().councils.filter(({ gss, nation, kind }) => {
      const prefix = { wales: 'W06', scotland: 'S12', 'northern-ireland': 'N09', england: 'E' }[nation];
      const english = {
        county: 'E10',
        district: 'E07',
        unitary: 'E06',
        metropolitan: 'E08',
        'london-borough': 'E09',
        'city-of-london': 'E09',
      }[kind];
      return gss !== undefined && !gss.startsWith(nation === 'england' ? english : prefix);
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });

  test('puts districts in counties, and nothing else', () => {
    const { councils, bySlug } = registry();
    const english = councils.filter(({ nation }) => nation === 'england');
    expect(english.filter(({ kind, county }) => (kind === 'district') !== (county !== undefined))).toEqual([]);
    // A force serves a county and all its districts.
    const split = english.filter(({ county, force }) => county !== undefined && bySlug(county)?.force !== force);
    expect(split.map(({ slug }) => slug)).toEqual([]);
  });

  test('leaves out what is not certain', () => {
    const { forces, bySlug } = registry();
    expect(forces.filter(({ website }) => website === undefined).map(({ id }) => id)).toEqual([
      'south-yorkshire',
      'west-midlands',
    ]);
    expect(bySlug('cambridge')).not.toHaveProperty('nameWelsh');
    expect(bySlug('somerset')).not.toHaveProperty('website');
  });
});

describe('a council is found', () => {
  test.each([
    ['leeds', 'leeds'],
    ['Leeds City Council', 'leeds'],
    ['LEEDS  city council ', 'leeds'],
    ['Cyngor Sir Ynys Môn', 'isle-of-anglesey'],
    ['cyngor sir ynys mon', 'isle-of-anglesey'],
    ['Cyngor Sir Ynys Mo\u0302n', 'isle-of-anglesey'],
    ['Ynys Môn', undefined],
    ['Brighton & Hove City Council', 'brighton-and-hove'],
    ['Brighton and Hove', 'brighton-and-hove'],
    ['St. Albans', 'st-albans'],
    ['Saint Albans', 'st-albans'],
    ["King's Lynn and West Norfolk", 'kings-lynn-and-west-norfolk'],
    ['Kings Lynn & West Norfolk', 'kings-lynn-and-west-norfolk'],
    ['King’s Lynn and West Norfolk', 'kings-lynn-and-west-norfolk'],
    ['Armagh City, Banbridge and Craigavon', 'armagh-banbridge-craigavon'],
    ['The Vale of Glamorgan', 'vale-of-glamorgan'],
    ['Herefordshire, County of', 'herefordshire'],
    ['Shepway', 'folkestone-and-hythe'],
    ['Hull', 'kingston-upon-hull'],
    ['stoke on trent', 'stoke-on-trent'],
    ['E08000035', 'leeds'],
    [' e08000035 ', 'leeds'],
    ['S12000043', 'glasgow'],
  ])('by %s', (query, slug) => {
    expect(exact(query)).toEqual(slug === undefined ? [] : [slug]);
  });

  test.each(['../../leeds', '/leeds', 'leeds 🎉', 'leeds;', '{{leeds}}'])('in %s, but not by it', (query) => {
    expect(registry().find(query)).toMatchObject([{ council: { slug: 'leeds' }, isExact: false }]);
  });

  test('by every slug, name and code that it has, and no other is', () => {
    const lost = registry().councils.flatMap(({ slug, name, shortName, nameWelsh, otherNames, gss, formerGss }) => {
      const all = [slug, name, shortName, nameWelsh, ...otherNames, gss, ...formerGss];
      const queries = all.filter((query) => query !== undefined);
      return queries.filter((query) => exact(query).join() !== slug);
    });
    expect(lost).toEqual([]);
  });

  test('by a code that it no longer has, which is said', () => {
    expect(registry().find('E07000097')).toMatchObject([
      { council: { slug: 'east-hertfordshire', gss: 'E07000242' }, isExact: true, formerCode: 'E07000097' },
    ]);
    expect(registry().find('E07000242')[0]).not.toHaveProperty('formerCode');
    expect(slugs('E08000016')).toEqual(['barnsley']);
  });

  test('by a part of its name, the likeliest first', () => {
    expect(slugs('norfolk')[0]).toBe('norfolk');
    expect(slugs('norfolk')).toEqual(
      expect.arrayContaining(['north-norfolk', 'south-norfolk', 'kings-lynn-and-west-norfolk']),
    );
    expect(slugs('durham')).toEqual(['county-durham']);
    expect(slugs('city of leeds')).toEqual(['leeds']);
    expect(slugs('kingston')).toEqual(['kingston-upon-hull', 'kingston-upon-thames']);
    expect(slugs('hull')).toEqual(['kingston-upon-hull']);
    expect(slugs('ynys')).toEqual(['isle-of-anglesey']);
  });

  test.each(['', ' ', 'council', 'the', '🎉', '../../etc/passwd', 'E99999999', '\u0000', 'x'.repeat(300)])(
    'not by %j',
    (query) => {
      expect(slugs(query)).toEqual([]);
    },
  );

  test('nearly, for a slip', () => {
    expect(near('Leads')[0]).toBe('leeds');
    expect(near('Leads City Council')[0]).toBe('leeds');
    expect(near('Hertsmeer')[0]).toBe('hertsmere');
    expect(near('cyngor caerdyd')[0]).toBe('cardiff');
    for (const query of ['E99999999', '🎉', '']) expect(near(query)).toEqual([]);
  });
});
