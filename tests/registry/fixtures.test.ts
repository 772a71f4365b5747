import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { read } from './given.ts';

// Each JSON file of `tests/fixtures/registry` is named for a fault, which the table beside it has, and must raise
// exactly what it says. The other table is the one without fault.

type Fixture = {
  readonly expected: readonly { readonly rule: string; readonly row?: number; readonly column?: number }[];
};

const folder = 'tests/fixtures/registry';
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

const table = (name: string, kind: 'councils' | 'forces'): string => {
  const own = join(folder, `${name}.${kind}.csv`);
  return existsSync(own) ? own : join(folder, `no-fault.${kind}.csv`);
};

test.for(names.map((name) => basename(name, '.json')))('%s', (name) => {
  const { expected } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Fixture;
  const { registry, found } = read(table(name, 'councils'), table(name, 'forces'));
  expect(found.map(shown)).toEqual(expected.map(({ rule, row, column }) => (row ? `${rule} ${row}:${column}` : rule)));
  expect(registry === undefined).toBe(expected.length > 0);
  for (const { message, hints } of found) {
    expect(message).toMatch(/^[^A-Z].*[^.]$/);
    expect(hints.length).toBeGreaterThan(0);
    expect([message, ...hints].join('\n')).not.toMatch(/undefined|\[object|\.$/m);
  }
});

function shown({ rule, place }: Diagnostic): string {
  expect([rule, place === undefined]).toEqual([rule, false]);
  return place?.kind === 'cell' ? `${rule} ${place.row}:${place.column}` : rule;
}

test('a faulty table is not used, and every fault of it is told', () => {
  const { registry, found } = read(table('missing-column', 'councils'), table('duplicate-force', 'forces'));
  expect(registry).toBeUndefined();
  expect(found.map(({ rule, hints }) => [rule, hints[0]])).toEqual([
    ['registry/missing-column', 'add the column `formerGss`'],
  ]);
  expect(read(table('unknown-force', 'councils'), table('duplicate-force', 'forces')).found).toHaveLength(2);
});
