import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Areas, parseAreas } from '../../src/data/areas.ts';
import type { Owner } from '../../src/data/area-rows.ts';
import { foldCouncil } from '../../src/data/same-council.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { folderName } from '../../src/output-names.ts';
import { decodeTable } from '../../src/project-encoding.ts';

// Each table of `tests/fixtures/areas` is named for its fault, and gives what the JSON file beside it says.

type Fixture = {
  readonly council?: Owner;
  readonly expected: readonly { readonly rule: string; readonly row?: number; readonly column?: number }[];
  /** The names that are read; null if the file as a whole is faulty. */
  readonly areas: readonly string[] | null;
};

const folder = 'tests/fixtures/areas';
const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));

const read = (path: string, owner: Owner, report: Report): Areas | undefined => {
  const file = decodeTable(readFileSync(path), path, report);
  return file && parseAreas(file, owner, report);
};

const namesOf = (areas: Areas | undefined): readonly string[] | undefined => areas?.areas.map(({ name }) => name);

const silent: Report = (diagnostic) => {
  throw new Error(`unexpected diagnostic: ${JSON.stringify(diagnostic)}`);
};

describe('a table of areas', () => {
  test.for(tables)('%s', (name) => {
    const fixture = JSON.parse(readFileSync(`${folder}/${name.replace('.csv', '.json')}`, 'utf8')) as Fixture;
    const { report, all, errors } = collect();
    const found = read(`${folder}/${name}`, fixture.council ?? { name: 'Anyshire District Council' }, report);
    expect(all().map(show)).toEqual(fixture.expected.map(({ rule, row, column }) => say(rule, row, column)));
    expect(namesOf(found) ?? null).toEqual(fixture.areas);
    expect(found?.faulty ?? errors()).toBe(errors());
    for (const { message, hints } of all()) {
      expect(message).toMatch(/^[^A-Z]/);
      expect([message, ...hints].filter((text) => /\.$|undefined|\[object/.test(text))).toEqual([]);
      expect(hints.length).toBeGreaterThan(0);
    }
  });

  test('says what was probably meant', () => {
    const hintsOf = (name: string): readonly string[] => {
      const { report, all } = collect();
      const { council } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Fixture;
      read(`${folder}/${name}.csv`, council ?? { name: 'Anyshire District Council' }, report);
      return all()[0]?.hints ?? [];
    };
    expect(hintsOf('header-misspelt')[0]).toBe('did you mean `name` by `nmae`?');
    expect(hintsOf('title-above-the-header')).toEqual(['row 3 is a header: remove what stands above it']);
    expect(hintsOf('only-codes-of-councils')[0]).toContain('`gss: …`');
  });

  test('of the column `name` is taken before all others', () => {
    const file = { path: 'a.csv', text: 'ward,name\nx,Abbey ward\n', encoding: 'utf-8' } as const;
    expect(namesOf(parseAreas(file, { name: 'A' }, silent))).toEqual(['Abbey ward']);
  });

  test('gives the cell of each name', () => {
    const file = { path: 'a.csv', text: '\nid,name\n1,"a\nb"\n2,Abbey ward\n', encoding: 'utf-8' } as const;
    const areas = parseAreas(file, { name: 'A' }, () => {});
    expect(areas?.areas).toEqual([{ name: 'Abbey ward', place: { kind: 'cell', path: 'a.csv', row: 4, column: 2 } }]);
  });
});

describe('real lists', () => {
  test('of Leeds: 33 wards', () => {
    const path = 'tests/references/areas-leeds.csv';
    const byCode = read(path, { name: 'any name', gss: 'E08000035' }, silent);
    const byName = read(path, { name: 'Leeds City Council' }, silent);
    expect(byName).toEqual(byCode);
    const names = namesOf(byCode) ?? [];
    expect(names).toHaveLength(33);
    expect(names.slice(0, 2)).toEqual(['Ardsley & Robin Hood ward', 'Armley ward']);
    expect(new Set(names.map(folderName)).size).toBe(33);
  });

  test('of Wales: 22 wards of eight councils, each by its name', () => {
    const path = 'tests/references/areas-welsh.csv';
    const councils = {
      'Cyngor Sir Ynys Môn': undefined,
      'Isle of Anglesey County Council': ['Canolbarth Môn ward'],
      'Cyngor Gwynedd': ['Pen draw Llŷn ward', 'Tre-garth a Mynydd Llandygái ward'],
      'Denbighshire County Council': ['Rhyl Tŷ Newydd ward'],
      'City and County of Swansea': ['Bôn-y-maen', 'Dunvant and Killay', 'Gower', 'Gowerton', 'Landore'].map(
        (name) => `${name} ward`,
      ),
      'Newport City Council': ['East', 'North', 'West'].map((side) => `Rogerstone ${side} ward`),
    };
    for (const [name, expected] of Object.entries(councils)) {
      const found: Diagnostic[] = [];
      expect([name, namesOf(read(path, { name }, (diagnostic) => found.push(diagnostic)))]).toEqual([name, expected]);
      expect(found.map(({ rule }) => rule)).toEqual(expected ? [] : ['areas/no-council']);
    }
    const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(22);
    expect(rows.filter((row) => !/[^\0-\x7f]/.test(row))).toEqual([]);
  });
});

test('a council is one under the names that lists give it', () => {
  const same = [
    ['Leeds City Council', 'Leeds'],
    ['Bristol City Council', 'Bristol, City of', 'City of Bristol'],
    ['Brighton & Hove City Council', 'Brighton and Hove'],
    ['London Borough of Barking and Dagenham', 'Barking and Dagenham'],
    ['Royal Borough of Kensington & Chelsea', 'Kensington and Chelsea'],
    ['St Albans City and District Council', 'St Albans'],
    ["Borough Council of King's Lynn & West Norfolk", 'King’s Lynn and West Norfolk'],
    ['Cyngor Gwynedd', 'Gwynedd Council'],
    ['Durham County Council', 'County Durham'],
  ];
  for (const names of same) expect([names, new Set(names.map(foldCouncil)).size]).toEqual([names, 1]);
  const apart = [
    'Derby City Council',
    'Derbyshire County Council',
    'South Derbyshire District Council',
    'City of London',
  ];
  expect(new Set(apart.map(foldCouncil)).size).toBe(apart.length);
});

const say = (rule: string, row: number | undefined, column: number | undefined): string =>
  row === undefined ? rule : `${rule} ${row}:${column}`;

function show({ rule, place }: Diagnostic): string {
  expect([rule, place === undefined]).toEqual([rule, false]);
  return place?.kind === 'cell' ? say(rule, place.row, place.column) : rule;
}
