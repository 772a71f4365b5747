import { expect, test } from 'vitest';
import { checkWording } from '../../src/content/check-wording.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import type { Nation } from '../../src/data/record.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fileOf, GUIDANCE, guidanceOf, silent } from './given.ts';

/** The guidance was written for England and Wales; its words stay, and a council elsewhere is told which do not hold. */

const guidance = parseGuidance(fileOf(GUIDANCE), silent);

function warned(nation: Nation, ...spoken: readonly string[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  checkWording(guidance, nation, new Set(spoken), (each) => void found.push(each));
  return found;
}

const placesOf = (found: readonly Diagnostic[]): string[] =>
  found.map(({ place }) => {
    if (place?.kind !== 'text' || !place.range) throw new Error('no place');
    const { start, end } = place.range;
    return guidance.file.text.split('\n')[start.line - 1]!.slice(start.column - 1, end.column - 1);
  });

test('in England and Wales the guidance holds', () => {
  expect([...warned('england'), ...warned('wales')]).toEqual([]);
});

test('in Scotland neither police.uk nor an advisor in every force', () => {
  const found = warned('scotland');
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'warning rules/wording',
    'warning rules/wording',
  ]);
  expect(placesOf(found)).toEqual(['police.uk', 'every police force has at least one Force Elected Official Advisor']);
  // COSLA, Guide to Operation Ford: "Scotland has two Force Elected Official Advisors", "a network of 13 local Liaison
  // Officers".
  expect(found[1]!.message).toMatch(/two advisors .* 13 liaison officers/);
  expect(found[1]!.hints).toEqual([
    'say so in your own words, in `:::local{slot=feoa}`',
    'see COSLA, Guide to Operation Ford and policing crime against elected members',
  ]);
});

test('in Northern Ireland roles that may not exist there', () => {
  const found = warned('northern-ireland');
  expect(placesOf(found)).toEqual(['Force Elected Official Advisor']);
  expect(found[0]!.message).toContain('in Northern Ireland there may be no such role');
});

test('a council that has said what holds in its own words is not warned', () => {
  expect(warned('northern-ireland', 'feoa')).toEqual([]);
  expect(warned('northern-ireland', 'operation-ford')).toEqual([]);
  expect(warned('scotland', 'police', 'feoa')).toEqual([]);
  expect(warned('scotland', 'police', 'cannot-speak')).toHaveLength(1);
});

test('words that the guidance does not have are not warned of', () => {
  const found: Diagnostic[] = [];
  checkWording(guidanceOf('Call 999.'), 'northern-ireland', new Set(), (each) => void found.push(each));
  expect(found).toEqual([]);
});
