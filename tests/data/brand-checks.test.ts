import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkBrand } from '../../src/data/brand-checks.ts';
import { parseBrand } from '../../src/data/brand-file.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';
import { paletteOf } from '../../src/typeset/scale.ts';

// Each brand of `tests/fixtures/brands` is named for what is to be doubted of it, and raises exactly what the JSON says.

type Expected = readonly { readonly rule: string; readonly line: number; readonly column: number }[];

const folder = 'tests/fixtures/brands';
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.yaml') ? [basename(name, '.yaml')] : []));
const read = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

test.for(names)('%s', (name) => {
  const expected = JSON.parse(read(`${folder}/${name}.json`).text) as Expected;
  const { report, all } = collect();
  const files = { brand: read(`${folder}/${name}.yaml`), logo: read(`${folder}/${name}.svg`) };
  const brand = parseBrand(name, files, report)!;
  checkBrand(brand, paletteOf(brand.roles), report);
  const found = all().map(({ rule, place }) => ({
    rule,
    ...(place?.kind === 'text' ? place.range?.start : undefined),
  }));
  expect(found).toEqual(expected);
  for (const { severity, message, hints } of all()) {
    // A doubt stops nothing.
    expect(severity).toBe('warning');
    expect(message).toMatch(/^[^A-Z]/);
    expect(message).not.toMatch(/\.$|undefined|NaN/);
    expect(hints.length).toBeGreaterThan(0);
  }
});

test('every rule about a brand has its fixture', () => {
  const rules = readFileSync('src/data/brand-checks.ts', 'utf8').matchAll(/'(brand\/[a-z-]+)'/g);
  const raised = names.flatMap((name) => JSON.parse(read(`${folder}/${name}.json`).text) as Expected);
  const known = new Set(raised.map(({ rule }) => rule));
  expect([...rules].map(([, rule]) => rule).filter((rule) => !known.has(rule!))).toEqual([]);
});
