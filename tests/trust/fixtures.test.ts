import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contactsInWords } from '../../src/content/contacts-in-words.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { parseCouncil } from '../../src/data/council.ts';
import type { Day } from '../../src/data/record.ts';
import { parseSignOff } from '../../src/data/sign-off.ts';
import { checkTrust, type Strictness } from '../../src/data/trust.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/diagnostics/source.ts';
import { silent } from '../sources.ts';

// Each council of `tests/fixtures/trust` is named for what is doubtful about it. With the words and the sign-off beside
// it, it must raise exactly what its JSON file says: as warnings, and with `--strict` as errors.

type Fixture = {
  readonly day: Day;
  /** `path`: the end of the file's name, where that is not the council's own. */
  readonly expected: readonly {
    readonly rule: string;
    readonly path?: string;
    readonly line: number;
    readonly column: number;
  }[];
};

const folder = 'tests/fixtures/trust';
const names = readdirSync(folder).filter((name) => /^[a-z0-9-]+\.yaml$/.test(name));
const read = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });

function doubts(name: string, day: Day, strictness: Strictness): Diagnostic[] {
  const found: Diagnostic[] = [];
  const [words, signOff] = [`${folder}/${name}.en.md`, `${folder}/${name}.signoff.yaml`];
  const record = parseCouncil(read(`${folder}/${name}.yaml`), name, silent)!;
  const inWords = contactsInWords(existsSync(words) ? parseLocalWords(read(words), silent) : undefined);
  const signed = existsSync(signOff) ? parseSignOff(read(signOff), silent)! : undefined;
  const trusted = { record, inWords, ...(signed && { signOff: signed }) };
  checkTrust(trusted, day, strictness, (diagnostic) => void found.push(diagnostic));
  return found;
}

describe.each(names.map((name) => basename(name, '.yaml')))('%s', (name) => {
  const { day, expected } = JSON.parse(read(`${folder}/${name}.json`).text) as Fixture;

  test('raises what is doubtful about it, each at its place', () => {
    const shown = doubts(name, day, 'usual').map(({ rule, place }) => {
      if (place?.kind !== 'text' || !place.range) throw new Error(`${rule} has no place`);
      const { line, column } = place.range.start;
      return `${rule} ${place.path}:${line}:${column}`;
    });
    const wanted = expected.map(
      ({ rule, path = 'yaml', line, column }) => `${rule} ${folder}/${name}.${path}:${line}:${column}`,
    );
    expect(shown).toEqual(wanted);
  });

  test('is an error with --strict, and says what to do', () => {
    expect(doubts(name, day, 'usual').filter(({ severity }) => severity !== 'warning')).toEqual([]);
    for (const { severity, message, hints } of doubts(name, day, 'strict')) {
      expect(severity).toBe('error');
      expect(message).toMatch(/^[^A-Z].*[^.]$/);
      expect(hints.length).toBeGreaterThan(0);
      for (const hint of hints) expect(hint).toMatch(/^[^A-Z].*[^.]$/);
    }
  });
});

test('every rule of trust has a fixture', () => {
  const source = readFileSync('src/data/trust.ts', 'utf8');
  const rules = [...source.matchAll(/'(trust\/[a-z-]+)'/g)].map(([, rule = '']) => rule);
  const raised = names.flatMap((name) =>
    (JSON.parse(read(`${folder}/${basename(name, '.yaml')}.json`).text) as Fixture).expected.map(({ rule }) => rule),
  );
  expect([...new Set(raised)].toSorted()).toEqual([...new Set(rules)].toSorted());
});

test('an outdated sign-off says who signed, what was taken away and what came', () => {
  const [outdated] = doubts('sign-off-outdated', '2025-03-20' as Day, 'usual');
  expect(outdated!.message).toBe(
    'the contacts have changed since Helen Marsh signed them off on 2025-03-18: ' +
      'removed `Returning Officer, email: old@northmoor-borough.gov.uk`, `Contacts, checked on: 2025-03-18`; ' +
      'added `Returning Officer, email: elections@northmoor-borough.gov.uk`, `Contacts, checked on: 2025-03-20`',
  );
});
