import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRules } from '../../src/data/check-rules.ts';
import { parseCouncil } from '../../src/data/council.ts';
import type { Strictness } from '../../src/data/trust.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { registry } from '../registry/given.ts';
import { silent } from '../sources.ts';

// Each council of `tests/fixtures/rules` is named for the rule of its nation or its election that it breaks, or `sound-`
// and what is odd about it. It must raise exactly what its JSON file says.

type Fixture = {
  /** The languages in which it is made, and those in which there is guidance. */
  readonly made?: readonly string[];
  readonly supplied?: readonly string[];
  /** One of the hints. */
  readonly hint?: string;
  /** What `--strict` makes an error. */
  readonly strict?: readonly string[];
  readonly expected: readonly { readonly rule: string; readonly line: number; readonly column: number }[];
};

const folder = 'tests/fixtures/rules';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => basename(name, '.yaml'));
const fixtureOf = (name: string): Fixture => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Fixture;

function found(name: string, strictness: Strictness): readonly Diagnostic[] {
  const { made = ['en'], supplied = ['en'] } = fixtureOf(name);
  const path = `${folder}/${name}.yaml`;
  const record = parseCouncil({ path, text: readFileSync(path, 'utf8') }, name, silent)!;
  const diagnostics: Diagnostic[] = [];
  checkRules({ record, registry, made, supplied }, strictness, (each) => void diagnostics.push(each));
  return diagnostics;
}

describe.each(names)('%s', (name) => {
  const { expected, hint, strict = [] } = fixtureOf(name);

  test('raises what is unusual about it, at its place, with a remedy and a source', () => {
    const diagnostics = found(name, 'usual');
    const shown = diagnostics.map(({ rule, place }) => {
      if (place?.kind !== 'text' || !place.range) throw new Error(`${rule} has no place`);
      return { rule, ...place.range.start };
    });
    expect(shown).toEqual(expected);
    for (const { severity, message, hints, rule } of diagnostics) {
      expect(severity).toBe('warning');
      expect(message).toMatch(/^[^A-Z].*[^.]$/);
      for (const each of hints) expect(each).toMatch(/^[^A-Z].*[^.]$/);
      expect(hints.length).toBeGreaterThan(0);
      // That a nation is not known is no rule of anybody's.
      expect(hints.at(-1)).toMatch(rule === 'rules/no-nation' ? /^add / : /^see /);
    }
    const hints = diagnostics.flatMap((each) => each.hints);
    expect(hints).toEqual(expect.arrayContaining(hint === undefined ? [] : [hint]));
  });

  test('is an error with --strict only where people may be sent to the wrong place', () => {
    const errors = found(name, 'strict').filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(strict);
  });
});

test('every rule has a fixture', () => {
  const rules = [...readFileSync('src/data/check-rules.ts', 'utf8').matchAll(/'(rules\/[a-z-]+)'/g)].map(
    ([, rule]) => rule,
  );
  const raised = names.flatMap((name) => fixtureOf(name).expected.map(({ rule }) => rule));
  expect([...new Set(raised)].toSorted()).toEqual([...new Set(rules)].toSorted());
});
