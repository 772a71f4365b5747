import { describe, expect, test } from 'vitest';
import { COMBINED_AUTHORITIES, combinedAuthorityOf, forcesOf } from '../../src/data/combined-authorities.ts';
import { ELECTION_RULES, operationFordApplies } from '../../src/data/election-rules.ts';
import { NATION_RULES, ruleOf } from '../../src/data/nation-rules.ts';
import type { Rule } from '../../src/data/rule.ts';
import { type ElectionKind, type Nation, NATIONS } from '../../src/data/record.ts';
import { registry } from '../registry/given.ts';

/** The rules of nations and elections are what their sources say. Each line names the source that it was read in. */

const officerOf = (nation: Nation, kind: ElectionKind): string | undefined =>
  ruleOf(nation, kind).officers.is.titles[0];

describe('who runs an election', () => {
  test.each<[Nation, ElectionKind, string]>([
    // Electoral Commission, Guidance for Returning Officers, "Returning Officer appointment": England's councils.
    ['england', 'county', 'County Returning Officer'],
    ['england', 'district', 'Returning Officer'],
    ['england', 'unitary', 'Returning Officer'],
    ['england', 'metropolitan', 'Returning Officer'],
    ['england', 'london-borough', 'Returning Officer'],
    ['england', 'parish', 'Returning Officer'],
    ['england', 'town', 'Returning Officer'],
    ['england', 'mayor', 'Returning Officer'],
    // Combined Authorities (Mayoral Elections) Order 2017, article 2: "combined authority returning officer".
    ['england', 'combined-authority-mayor', 'Combined Authority Returning Officer'],
    // Police Reform and Social Responsibility Act 2011, section 54(1): "the police area returning officer".
    ['england', 'police-and-crime-commissioner', 'Police Area Returning Officer'],
    ['wales', 'police-and-crime-commissioner', 'Police Area Returning Officer'],
    // Representation of the People Act 1983, sections 35(1A) and 41.
    ['wales', 'unitary', 'Returning Officer'],
    ['scotland', 'unitary', 'Returning Officer'],
    // Electoral Law (Northern Ireland) Order 1972, article 9(1): "shall be the returning officer for all elections to
    // district councils".
    ['northern-ireland', 'district', 'Chief Electoral Officer'],
  ])('in %s, %s: the %s', (nation, kind, title) => {
    expect(officerOf(nation, kind)).toBe(title);
    expect(ruleOf(nation, kind).nations.is).toContain(nation);
  });

  test('a second contact is expected where the law has one near the candidate', () => {
    const expected = NATIONS.flatMap((nation) =>
      (Object.keys(ELECTION_RULES) as ElectionKind[]).flatMap((kind) => {
        const { deputies, nations } = ruleOf(nation, kind);
        return nations.is.includes(nation) && deputies.is?.contact === 'expected' ? [`${nation} ${kind}`] : [];
      }),
    );
    // Electoral Commission: county Returning Officers designate a deputy at each district. Electoral Law (Northern
    // Ireland) Order 1972, article 9(2): the clerk of the district council.
    expect(expected).toEqual(['england county', 'northern-ireland district']);
    expect(ruleOf('england', 'county').deputies.is).toMatchObject({
      titles: ['Deputy Returning Officer'],
      at: 'each district',
    });
  });
});

test.each<[Nation, ElectionKind, readonly string[]]>([
  // Local Government Act 1972, section 6(2).
  ['england', 'county', ['division']],
  ['england', 'district', ['ward']],
  ['england', 'unitary', ['ward', 'division']],
  ['england', 'parish', ['ward']],
  ['england', 'combined-authority-mayor', []],
  ['wales', 'unitary', ['ward', 'division']],
  // Local Governance (Scotland) Act 2004, section 1.
  ['scotland', 'unitary', ['ward']],
  // District Electoral Areas (Northern Ireland) Order 2014.
  ['northern-ireland', 'district', ['district electoral area']],
])('in %s, areas of a %s election are called %j', (nation, kind, nouns) => {
  expect(ruleOf(nation, kind).nouns.is).toEqual(nouns);
});

test('Operation Ford does not extend to parish and town councils', () => {
  // Local Government Association, Must Know: Operation Ford: "Operation Ford does not extend to the local council level".
  const without = (Object.keys(ELECTION_RULES) as ElectionKind[]).filter((kind) => !operationFordApplies(kind));
  expect(without).toEqual(['parish', 'town']);
});

test('only a combined authority may have two forces', () => {
  // Police Act 1996, Schedule 1: police areas are made of whole counties and districts.
  const several = (Object.keys(ELECTION_RULES) as ElectionKind[]).filter(
    (kind) => ELECTION_RULES[kind].forces.is === 'one-or-more',
  );
  expect(several).toEqual(['combined-authority-mayor']);
});

test('candidates in Wales are spoken to in Welsh first', () => {
  // Welsh Language (Wales) Measure 2011, Part 4.
  expect(NATIONS.map((nation) => NATION_RULES[nation].languages.is.join('-'))).toEqual(['en', 'cy-en', 'en', 'en']);
});

test('every rule names its source', () => {
  const rules: Rule<unknown>[] = [
    ...Object.values(ELECTION_RULES).flatMap((rule): Rule<unknown>[] => Object.values(rule)),
    ...Object.values(NATION_RULES).flatMap(({ wording, ...rule }): Rule<unknown>[] => [
      ...Object.values(rule),
      ...wording,
    ]),
  ];
  expect(rules.length).toBeGreaterThan(60);
  expect(rules.filter(({ source }) => source.length < 15)).toEqual([]);
  expect(COMBINED_AUTHORITIES.filter(({ source }) => !/\b(?:Order|Regulations) 20\d\d$/.test(source))).toEqual([]);
});

describe('combined authorities', () => {
  test('are made of councils of the registry, each of which is in one', () => {
    const slugs = COMBINED_AUTHORITIES.flatMap(({ councils }) => councils);
    expect(slugs.filter((slug) => registry().bySlug(slug) === undefined)).toEqual([]);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test.each([
    ['Greater Lincolnshire Combined County Authority', ['Lincolnshire Police', 'Humberside Police']],
    ['Mayor of the Liverpool City Region', ['Cheshire Constabulary', 'Merseyside Police']],
    ['Tees Valley Combined Authority', ['Durham Constabulary', 'Cleveland Police']],
    ['North East Mayoral Combined Authority', ['Durham Constabulary', 'Northumbria Police']],
    ['East Midlands Combined County Authority', ['Derbyshire Constabulary', 'Nottinghamshire Police']],
    ['Cambridgeshire & Peterborough Combined Authority', ['Cambridgeshire Constabulary']],
    ['West Yorkshire', ['West Yorkshire Police']],
  ])('%s is served by %j', (name, forces) => {
    const authority = combinedAuthorityOf({ name });
    expect(authority && forcesOf(authority, registry()).map((force) => force.name)).toEqual(forces);
  });

  test('that are not known have no forces to compare', () => {
    expect(combinedAuthorityOf({ name: 'Northmoor Combined Authority' })).toBeUndefined();
    expect(combinedAuthorityOf({ name: 'York Council' })).toBeUndefined();
  });
});
