import { describe, expect, test } from 'vitest';
import { parseBrand } from '../../src/data/brand-file.ts';
import { contrast } from '../../src/data/contrast.ts';
import { parseCouncil } from '../../src/data/council.ts';
import { brandStarter, councilStarter } from '../../src/data/council-starter.ts';
import type { Record } from '../../src/data/record.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import { registry } from './given.ts';

const textOf = (slug: string): string => councilStarter(registry().bySlug(slug)!, registry());

/** The file with what the council has to supply. */
const completed = (text: string): string =>
  text
    .replace(/date: ~.*/, 'date: 2027-05-06')
    .replace(/contactsCheckedOn: ~.*/, 'contactsCheckedOn: 2027-03-01')
    .replace(/phones: ~.*/, 'phones: ["01632 960 001"]');

const parse = (slug: string, text: string, status: 'final' | 'draft' = 'final') => {
  const { report, all } = collect();
  const record = parseCouncil({ path: `content/councils/${slug}.yaml`, text }, slug, report, status);
  return { record, found: all() };
};

const begun = (slug: string): Record => {
  const { record, found } = parse(slug, completed(textOf(slug)));
  expect(found).toEqual([]);
  return record!;
};

const all = registry().councils.map(({ slug }) => slug);

describe("a council's file, as it is begun", () => {
  test('is whole for every council, once three values are filled in', () => {
    for (const slug of all) {
      const { name, shortName, force, website, gss, nation } = registry().bySlug(slug)!;
      const { council } = begun(slug);
      expect({ slug, council }).toMatchObject({
        council: {
          name,
          shortName,
          brand: slug,
          nation,
          police: [{ name: force.name }],
          issuedBy: { name, ...(website !== undefined && { website }) },
        },
      });
      expect([council.gss, council.police[0]?.website]).toEqual([gss, force.website]);
    }
  });

  test('says of every council what is missing, and nothing else', () => {
    for (const slug of all) {
      const text = textOf(slug);
      const { record, found } = parse(slug, text);
      expect([slug, record]).toEqual([slug, undefined]);
      expect(found.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`)).toEqual([
        'error parse/missing-value `election.date` is missing: polling day, year-month-day',
        'error parse/missing-value `contactsCheckedOn` is missing: the day on which somebody last rang the numbers below, year-month-day',
        'error parse/missing-value `returningOfficer.phones` is missing: the number that candidates ring, as ["01632 960 001"]',
      ]);
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    }
  });

  test('is a draft as it stands', () => {
    const { record, found } = parse('leeds', textOf('leeds'), 'draft');
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(record?.council).toMatchObject({
      election: { name: 'Local elections', kind: 'metropolitan', date: '[election.date]' },
      contactsCheckedOn: '[contactsCheckedOn]',
      returningOfficer: { title: 'Returning Officer', phones: ['[returningOfficer.phones]'] },
    });
  });

  test.each([
    ['norfolk', 'county', 'County Returning Officer'],
    ['adur', 'district', 'Returning Officer'],
    ['cornwall', 'unitary', 'Returning Officer'],
    ['leeds', 'metropolitan', 'Returning Officer'],
    ['barnet', 'london-borough', 'Returning Officer'],
    ['city-of-london', 'london-borough', 'Returning Officer'],
    ['gwynedd', 'unitary', 'Returning Officer'],
    ['fife', 'unitary', 'Returning Officer'],
    ['belfast', 'district', 'Chief Electoral Officer'],
    ['east-surrey', 'unitary', 'Returning Officer'],
  ])('of %s is for a %s election, run by the %s', (slug, kind, title) => {
    const { election, returningOfficer } = begun(slug).council;
    expect([election.kind, returningOfficer.title]).toEqual([kind, title]);
  });

  test('knows to which county a district belongs, and what differs in the nations', () => {
    expect(textOf('adur')).toContain('a district in the area of West Sussex County Council');
    expect(textOf('adur')).toContain('handbill init west-sussex');
    expect(textOf('leeds')).not.toMatch(/County/);
    expect(textOf('isle-of-anglesey')).toContain('In Welsh: Cyngor Sir Ynys Môn');
    expect(textOf('belfast')).toContain('Ask the Electoral Office');
    expect(textOf('east-surrey')).not.toMatch(/^gss/m);
  });

  test('prints police.uk where the site of a force is not certain', () => {
    expect(begun('birmingham').council.police).toEqual([{ name: 'West Midlands Police' }]);
    expect(textOf('birmingham')).toContain('police.uk is printed');
  });

  test('can have every optional part that it offers', () => {
    const filled = completed(textOf('norfolk'))
      .replace(/^( *)# ((?: {2})*(?:- )?[a-zA-Z]+:.*)$/gm, '$1$2')
      .replace(/phones: \["…"\]/g, 'phones: ["01632 960 002"]')
      .replace(/phone: "…"/g, 'phone: "01632 960 003"')
      .replace(/email: …/g, 'email: office@norfolk.example')
      .replace(/website: …/g, 'website: norfolk.example')
      .replace(/…/g, 'Words');
    const { record, found } = parse('norfolk', filled);
    expect(found).toEqual([]);
    expect(Object.keys(record?.council ?? {}).toSorted()).toEqual(
      [
        'alternativeFormats',
        'brand',
        'contactsCheckedOn',
        'deputyReturningOfficers',
        'election',
        'electoralServices',
        'feoa',
        'gss',
        'issuedBy',
        'name',
        'nation',
        'police',
        'returningOfficer',
        'shortName',
      ].toSorted(),
    );
  });
});

test("a council's brand, as it is begun, is dark and needs no logo", () => {
  for (const slug of ['leeds', 'kings-lynn-and-west-norfolk', 'hammersmith-and-fulham']) {
    const { report, all: found } = collect();
    const text = brandStarter(registry().bySlug(slug)!);
    const brand = parseBrand(slug, { brand: { path: 'brand.yaml', text } }, report);
    expect(found()).toEqual([]);
    expect(brand).not.toHaveProperty('logo');
    const { roles } = brand!;
    expect(contrast(roles.brand, roles.onBrand)).toBeGreaterThan(7);
    expect(contrast(roles.brand, '#ffffff')).toBeGreaterThan(7);
  }
});
