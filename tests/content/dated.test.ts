import { describe, expect, test } from 'vitest';
import { checkDated } from '../../src/content/dated.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import type { Day } from '../../src/data/record.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fileOf, GUIDANCE, guidanceOf, silent } from './given.ts';

/** Sentences that were written for one election are told when the guidance is used for a later one. */

const guidance = parseGuidance(fileOf(GUIDANCE), silent);

function dated(election: string, of = guidance): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  checkDated(of, election as Day, (each) => void found.push(each));
  return found;
}

const said = (text: string, election = '2026-05-07', language = 'en'): string[] => {
  const given = guidanceOf(text);
  return dated(election, { ...given, facts: { ...given.facts, language } }).map(({ message }) => message);
};

test('the guidance of May 2025 is silent for an election in May 2025, and before', () => {
  expect([...dated('2025-05-01'), ...dated('2025-05-22'), ...dated('2025-03-13')]).toEqual([]);
});

test('for a later election its dated sentence is told, at its place, with where to look', () => {
  const [found, ...more] = dated('2026-05-07');
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: 'rules/dated-guidance',
    severity: 'warning',
    message: 'the guidance speaks of May 2025 as still to come, and the election is later',
    hints: [
      'look for a newer edition of the guidance at https://www.gov.uk/government/collections/candidate-security-guidance-collection',
    ],
  });
  const { place } = found!;
  const range = place?.kind === 'text' ? place.range : undefined;
  const line = guidance.file.text.split('\n')[range!.start.line - 1]!;
  expect(line.slice(range!.start.column - 1, range!.end.column - 1)).toBe(
    'The May 2025 local elections will be the first elections where Operation Ford will be up and running in police forces.',
  );
});

test('it is the same for every council, so that it is told once', () => {
  expect(dated('2026-05-07')).toEqual(dated('2027-05-06'));
});

test('in a draft without a polling day nothing is compared', () => {
  expect(dated('[election.date]')).toEqual([]);
});

describe('a sentence', () => {
  test.each([
    ['A second one. Briefings will be held in April 2026.', 1],
    ['Briefings will be held on 1 April 2026.', 1],
    ['Briefings will be held in june 2026.', 0],
    ['Briefings will be held in May 2026.', 0],
    ['The October 2025 elections are over.', 1],
    // It looks back, and will do so at every election.
    ['In May 2023, abuse of candidates was at its height, and there were elections.', 0],
    ['The service has been there since May 2023.', 0],
    ['This will not end in 2025.', 0],
  ])('%s', (text, count) => {
    expect(said(text)).toHaveLength(count);
  });

  test('in Welsh', () => {
    const text = 'Etholiadau lleol Mai 2025 fydd y cyntaf.';
    expect(said(text, '2026-05-07', 'cy')).toEqual([
      'the guidance speaks of Mai 2025 as still to come, and the election is later',
    ]);
    expect(said(text, '2025-05-01', 'cy')).toEqual([]);
  });
});
