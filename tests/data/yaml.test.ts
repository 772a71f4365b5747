import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../../src/data/yaml.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Place } from '../../src/diagnostics/diagnostic.ts';

const schema = z.strictObject({
  title: z.string(),
  count: z.number().exactOptional(),
  people: z.array(z.strictObject({ name: z.string(), phones: z.array(z.string()).default([]) })).default([]),
  'a.b': z.string().exactOptional(),
  either: z.union([z.string(), z.strictObject({ url: z.string() })]).exactOptional(),
});

const parse = (text: string, offset?: { line: number }) => {
  const { report, all } = collect();
  const parsed = parseYaml({ path: 'people.yaml', text }, schema, report, offset);
  return { parsed, found: all().map(({ rule, message, place }) => `${at(place)} ${rule}: ${message}`) };
};

const at = (place: Place | undefined): string => {
  if (place?.kind !== 'text' || !place.range) return place ? 'file' : 'nowhere';
  const { start, end } = place.range;
  return `${start.line}:${start.column}-${end.line === start.line ? '' : `${end.line}:`}${end.column}`;
};

test('only plain numbers become numbers', () => {
  const { parsed, found } = parse(
    'title: 2025-05-01\ncount: 12\npeople:\n  - name: no\n    phones: [01632960001, +441632960001, 1e3]\n',
  );
  expect(found).toEqual([]);
  expect(parsed?.value).toEqual({
    title: '2025-05-01',
    count: 12,
    people: [{ name: 'no', phones: ['01632960001', '+441632960001', '1e3'] }],
  });
});

test('each value has a place, and a group stands at its key', () => {
  const { parsed } = parse('title: A\npeople:\n  - name: B\n    phones: ["1", "22"]\na.b: C\n');
  const place = (keyPath: string) => at(parsed?.placeOf(keyPath));
  expect(place('title')).toBe('1:8-9');
  expect(place('people')).toBe('2:1-7');
  expect(place('people.0')).toBe('3:5-12');
  expect(place('people.0.name')).toBe('3:11-12');
  expect(place('people.0.phones.1')).toBe('4:19-23');
  expect(place('a.b')).toBe('5:6-7');
  expect(place('')).toBe('file');
  expect(place('people.1')).toBe('nowhere');
  expect(place('title.0')).toBe('nowhere');
});

test('lines before the text shift every place', () => {
  expect(at(parse('title: A\n', { line: 1 }).parsed?.placeOf('title'))).toBe('2:8-9');
  expect(parse('titel: A\n', { line: 4 }).found).toEqual(['5:1-6 parse/unknown-key: unknown key `titel`']);
});

test('every fault is reported at once, in the order of the lines', () => {
  const { parsed, found } = parse('count: many\npeople:\n  - nmae: B\n  - phones: 12\ntitle: [x]\n');
  expect(parsed).toBeUndefined();
  expect(found).toEqual([
    '1:8-12 parse/invalid-value: `count` must be a number, found text',
    '3:5-9 parse/unknown-key: unknown key `nmae`',
    '4:5-15 parse/missing-key: missing key `name` in `people.1`',
    '4:13-15 parse/invalid-value: `people.1.phones` must be a list, found `12`',
    '5:8-11 parse/invalid-value: `title` must be text, found a list',
  ]);
});

test('a key given twice does not hide other faults', () => {
  expect(parse('title: A\ntitle: B\ncount: many\n').found).toEqual([
    '2:1-6 parse/yaml: the key `title` is given twice',
    '3:8-12 parse/invalid-value: `count` must be a number, found text',
  ]);
});

test('of alternatives, the one that was begun is explained', () => {
  expect(parse('title: A\neither: { url: [1] }\n').found).toEqual([
    '2:16-19 parse/invalid-value: `either.url` must be text, found a list',
  ]);
  expect(parse('title: A\neither: { ulr: x }\n').found).toEqual(['2:11-14 parse/unknown-key: unknown key `ulr`']);
});

test('`__proto__` is an unknown key and touches nothing', () => {
  expect(parse('title: A\n__proto__:\n  polluted: yes\n').found).toEqual([
    '2:1-10 parse/unknown-key: unknown key `__proto__`',
  ]);
  expect('polluted' in {}).toBe(false);
});

test('a byte order mark and Windows line ends move no place', () => {
  expect(parse('\uFEFFtitel: A\r\ncount: x\r\n').found).toEqual([
    '1:1-6 parse/unknown-key: unknown key `titel`',
    '2:8-9 parse/invalid-value: `count` must be a number, found text',
  ]);
});
