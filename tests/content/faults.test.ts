import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/content/edition.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { parseLinks } from '../../src/content/links.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { merge } from '../../src/content/merge.ts';
import type { Council } from '../../src/data/record.ts';
import type { Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { shelf } from '../figures.ts';
import { fileOf, full, GUIDANCE, heard, linesOf, links, minimal, recordOf, silent } from './given.ts';

/** What stands beside a fixture: how it is used, and what must be reported, no more and no less. */
type Expected = {
  readonly as?: 'guidance' | 'words';
  readonly record?: 'full' | 'minimal';
  readonly council?: Partial<Council>;
  readonly expect: readonly { readonly rule: string; readonly line?: number; readonly column?: number }[];
  /** `error` if absent. */
  readonly severity?: 'warning';
  /** One of the hints. */
  readonly hint?: string;
  /** The words of the edition. */
  readonly text?: string;
};

const FOLDER = 'tests/fixtures/content';
const fixtures = readdirSync(FOLDER).filter((name) => /\.(?:md|yaml)$/.test(name));

describe.each(fixtures)('%s', (name) => {
  const path = `${FOLDER}/${name}`;
  const expected: Expected = JSON.parse(readFileSync(path.replace(/\.\w+$/, '.json'), 'utf8'));

  test('raises exactly its fault', () => {
    const { diagnostics, value } = heard((report) => use(path, expected, report));
    const found = diagnostics.map((diagnostic) => ({ rule: diagnostic.rule, ...startOf(diagnostic) }));
    expect(found).toEqual(expected.expect);
    for (const { severity, message, hints } of diagnostics) {
      expect(severity).toBe(expected.severity ?? 'error');
      expect(message).toMatch(/^(?!\p{Lu}\p{Ll}).*[^.]$/su);
      expect(hints.length).toBeGreaterThan(0);
    }
    const { hint, text } = expected;
    expect(diagnostics.flatMap(({ hints }) => hints)).toEqual(expect.arrayContaining(hint === undefined ? [] : [hint]));
    expect({ text: value && linesOf(value).join('\n') }).toMatchObject(text === undefined ? {} : { text });
  });
});

function use(
  path: string,
  { as, record, council, severity, expect: faults }: Expected,
  report: Report,
): Edition | undefined {
  const file = fileOf(path);
  if (path.endsWith('.yaml')) return void parseLinks(file, report);
  const base = record === 'minimal' ? recordOf(minimal, 'smallham') : recordOf(full);
  const given = { links: links(), record: { ...base, council: { ...base.council, ...council } } };
  if (as === 'words') {
    const words = parseLocalWords(file, report, shelf);
    return merge(parseGuidance(fileOf(GUIDANCE), silent), { ...given, words, status: 'final' }, report);
  }
  const edition = merge(parseGuidance(file, report, shelf), { ...given, status: 'final' }, report);
  expect(faults.length === 0 || severity === 'warning' || faults.some(({ rule }) => rule.startsWith('merge/'))).toBe(
    true,
  );
  return edition;
}

function startOf({ place }: Diagnostic): { readonly line?: number; readonly column?: number } {
  return place?.kind === 'text' && place.range ? place.range.start : {};
}
