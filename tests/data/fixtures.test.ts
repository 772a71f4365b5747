import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parseBrand } from '../../src/data/brand-file.ts';
import { checkContrast } from '../../src/data/contrast.ts';
import { parseCouncil } from '../../src/data/council.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';

// Each file of `tests/fixtures/data` is named for its fault and must raise exactly what the JSON file beside it says.

type Fixture = {
  readonly kind: 'council' | 'brand';
  readonly expected: readonly { readonly rule: string; readonly line?: number; readonly column?: number | null }[];
};

const folder = 'tests/fixtures/data';
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

test.for(names.map((name) => basename(name, '.yaml')))('%s', (name) => {
  const { kind, expected } = JSON.parse(read(`${folder}/${name}.json`).text) as Fixture;
  const { report, all, errors } = collect();
  const file = read(`${folder}/${name}.yaml`);
  const value = kind === 'council' ? parseCouncil(file, 'northmoor', report) : readBrand(name, file, report);

  const shown = expected.map(({ rule, line, column }) => (line ? `${rule} ${line}:${column ?? '*'}` : rule));
  expect(all().map((found, i) => show(found, expected[i]?.column === null))).toEqual(shown);
  for (const found of all()) checkWords(found);
  expect(value === undefined).toBe(errors() > 0 && name !== 'low-contrast');
});

function readBrand(name: string, brand: SourceFile, report: (found: Diagnostic) => void) {
  const logo = `${folder}/${name}.svg`;
  const value = parseBrand('northmoor', { brand, ...(existsSync(logo) && { logo: read(logo) }) }, report);
  if (value) {
    const { roles, placeOf } = value;
    const place = placeOf('colours.brand')!;
    checkContrast(
      [{ what: 'words on the band', foreground: roles.onBrand, background: roles.brand, least: 4.5, place }],
      report,
    );
  }
  return value;
}

function show({ rule, place }: Diagnostic, anyColumn: boolean): string {
  expect([rule, place === undefined]).toEqual([rule, false]);
  const start = place?.kind === 'text' ? place.range?.start : undefined;
  return start ? `${rule} ${start.line}:${anyColumn ? '*' : start.column}` : rule;
}

/** Lower case, no full stop; an error says what to do, unless there is nothing to say but what was found. */
function checkWords({ message, hints, place }: Diagnostic): void {
  expect(message).toMatch(/^[^A-Z]/);
  expect(message).not.toMatch(/\.$|undefined|\[object/);
  for (const hint of hints) expect(hint).not.toMatch(/\.$|undefined|\[object/);
  const { start, end } = (place?.kind === 'text' && place.range) || {
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
  };
  expect(end.line > start.line || end.column > start.column).toBe(true);
}
