import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCouncil, withArea } from '../../src/data/council.ts';
import type { Record } from '../../src/data/record.ts';
import { collect } from '../../src/diagnostics/collect.ts';

const parse = (text: string, slug = 'northmoor') => {
  const { report, all } = collect();
  const record = parseCouncil({ path: `content/councils/${slug}.yaml`, text }, slug, report);
  return { record, found: all() };
};

const without = (text: string, ...lines: string[]): string =>
  text
    .split('\n')
    .filter((line) => !lines.includes(line))
    .join('\n');

const anyshire = readFileSync('content/councils/anyshire.yaml', 'utf8');
const northmoor = readFileSync('tests/fixtures/data/no-fault.yaml', 'utf8');

const sound = (text: string): Record => {
  const { record, found } = parse(text);
  expect(found).toEqual([]);
  return record!;
};

test('the example council is as pictured', () => {
  const { slug, area, council } = sound(anyshire);
  expect({ slug, area }).toEqual({ slug: 'northmoor', area: undefined });
  expect(council).toMatchObject({
    name: 'Anyshire District Council',
    brand: 'anyshire',
    election: { name: 'Local elections', kind: 'district', date: '2025-05-01' },
    contactsCheckedOn: '2025-03-20',
    returningOfficer: { title: 'Returning Officer', name: 'Helen Marsh', phones: ['01632 960 001'] },
    deputyReturningOfficers: [],
    electoralServices: { name: 'Elections team', email: 'elections@anyshire.example' },
    police: [{ name: 'Anyshire Police' }],
    feoa: { title: 'Operation Ford advisor', name: 'Sgt Dev Okafor', email: 'ford@police.example' },
    issuedBy: { address: ['Market Hall', 'Anytown AN1 1AA'], website: 'https://anyshire.example' },
  });
  expect(council.police[0]).not.toHaveProperty('website');
});

test('what is optional is absent, not empty', () => {
  expect(Object.keys(sound(northmoor).council)).toEqual([
    'name',
    'brand',
    'election',
    'contactsCheckedOn',
    'returningOfficer',
    'deputyReturningOfficers',
    'police',
  ]);
});

test('a contact with only an email or only a phone is enough', () => {
  expect(sound(without(northmoor, '  phones: ["01632 960 101"]')).council.returningOfficer.phones).toEqual([]);
  expect(sound(without(northmoor, '  email: ro@northmoor.example')).council.returningOfficer).not.toHaveProperty(
    'email',
  );
});

test('each value knows its place', () => {
  const { placeOf } = sound(anyshire);
  const lines = anyshire.split('\n');
  for (const [keyPath, typed] of [
    ['name', 'Anyshire District Council'],
    ['returningOfficer.phones.0', '"01632 960 001"'],
    ['police.0.name', 'Anyshire Police'],
    ['alternativeFormats.phone', '"01632 960 002"'],
    ['issuedBy.address.1', '"Anytown AN1 1AA"'],
    ['feoa', 'feoa'],
  ] as const) {
    const place = placeOf(keyPath);
    const range = place?.kind === 'text' ? place.range : undefined;
    expect([keyPath, lines[range!.start.line - 1]!.slice(range!.start.column - 1, range!.end.column - 1)]).toEqual([
      keyPath,
      typed,
    ]);
  }
  expect(placeOf('returningOfficer.website')).toBeUndefined();
});

test('text is trimmed and composed', () => {
  const decomposed = northmoor.replace('Northmoor Council', '"  Llanfair-y-W\u0302yl County Council "');
  expect(sound(decomposed).council.name).toBe('Llanfair-y-\u0174yl County Council');
});

test('names keep what markdown and HTML would read into them', () => {
  const odd = northmoor.replace('Northmoor Council', '"A & *B* [x](y) {{name}} <b>"');
  expect(sound(odd).council.name).toBe('A & *B* [x](y) {{name}} <b>');
});

test('an unquoted phone keeps its nought', () => {
  expect(sound(northmoor.replace('"01632 960 101"', '01632960101')).council.returningOfficer.phones).toEqual([
    '01632 960 101',
  ]);
});

test('a phone that is not in use is a warning, and the record is there', () => {
  const { record, found } = parse(northmoor.replace('01632 960', '01632 961'));
  expect(record?.council.returningOfficer.phones).toEqual(['01632 961 101']);
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning parse/unassigned-phone']);
});

test('a file whose name cannot be a folder’s is refused', () => {
  for (const slug of ['North Moor', '..', 'con', 'a_b', '']) {
    const { record, found } = parse(northmoor, slug);
    expect(record).toBeUndefined();
    expect(found.map(({ rule }) => rule)).toEqual(['parse/unsafe-name']);
  }
});

test('an area is added to a record, and an empty one is none', () => {
  const record = sound(northmoor);
  expect(withArea(record, ' Abbey\n ward ')).toMatchObject({ slug: 'northmoor', area: 'Abbey ward' });
  expect(withArea(withArea(record, 'Abbey ward'), ' ')).not.toHaveProperty('area');
  expect(withArea(record, 'Abbey ward').placeOf('name')).toEqual(record.placeOf('name'));
});
