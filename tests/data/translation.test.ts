import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCouncil } from '../../src/data/council.ts';
import { parseTranslation } from '../../src/data/translation.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { silent } from '../sources.ts';

/** A council's titles, names and hours in another language: words only, never a number. */

const fileOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const record = parseCouncil(fileOf('content/councils/llanfair-y-wyl.yaml'), 'llanfair-y-wyl', silent)!;

const translated = (text: string) => {
  const found: Diagnostic[] = [];
  const value = parseTranslation({ path: 'council.cy.yaml', text }, record, (one) => void found.push(one));
  const shown = found.map(({ severity, rule, place, message }) => {
    const at = place?.kind === 'text' ? `${place.path.split('/').at(-1)}:${place.range?.start.line}` : '';
    return `${severity} ${rule} ${at} ${message}`;
  });
  return { value, shown };
};

test('the example is whole', () => {
  const { value, shown } = translated(readFileSync('content/councils/llanfair-y-wyl.cy.yaml', 'utf8'));
  expect(shown).toEqual([]);
  expect(value?.council).toMatchObject({
    name: 'Cyngor Sir Llanfair-y-Ŵyl',
    returningOfficer: { title: 'Swyddog Canlyniadau', name: 'Rhian Prydderch', phones: ['01632 960 011'] },
    police: [{ name: 'Heddlu Canolfro' }],
    alternativeFormats: { phone: '01632 960 012' },
  });
  // A value is found in the file that says it.
  const places = ['name', 'returningOfficer.phones.0'].map((keyPath) => value?.placeOf(keyPath));
  expect(places).toMatchObject([{ path: 'council.cy.yaml' }, { path: 'content/councils/llanfair-y-wyl.yaml' }]);
});

const TITLES = `election: { name: Etholiadau lleol }
returningOfficer: { title: Swyddog Canlyniadau, hours: 9–5 }
electoralServices: { title: Gwasanaethau etholiadol, hours: 9–5 }
`;

describe('faults', () => {
  test.each([
    ['a number', `${TITLES}feoa: ~\n`, /^error parse\/invalid-type|^error parse\//],
    [
      'a phone',
      'returningOfficer: { title: A, hours: B, phones: ["01632 960 099"] }\n',
      /^error parse\/unknown-key council\.cy\.yaml:1 unknown key `phones`/,
    ],
    [
      'a contact that the council has not',
      `${TITLES}feoa: { title: Cynghorydd }\n`,
      /^error parse\/translation council\.cy\.yaml:4 `feoa` is translated, and the council's file has none/,
    ],
    [
      'a list of another length',
      `${TITLES}police: [{ name: A }, { name: B }]\n`,
      /^error parse\/translation council\.cy\.yaml:4 `police` has 2 entries, and the council's file has 1/,
    ],
    ['no YAML', 'name: "\n', /^error parse\/yaml/],
  ])('%s', (_, text, expected) => {
    const { value, shown } = translated(text);
    expect(value).toBeUndefined();
    expect(shown[0]).toMatch(expected);
  });

  test('what is left out is told', () => {
    const { value, shown } = translated('name: Cyngor\n');
    expect(value?.council.name).toBe('Cyngor');
    expect(shown).toEqual([
      'warning parse/untranslated llanfair-y-wyl.yaml:9 `election.name` is not translated, and stands as `Local elections` in every language',
      'warning parse/untranslated llanfair-y-wyl.yaml:16 `returningOfficer.title` is not translated, and stands as `Returning Officer` in every language',
      'warning parse/untranslated llanfair-y-wyl.yaml:20 `returningOfficer.hours` is not translated, and stands as `Monday to Friday, 9am to 5pm` in every language',
      'warning parse/untranslated llanfair-y-wyl.yaml:23 `electoralServices.title` is not translated, and stands as `Electoral services` in every language',
      'warning parse/untranslated llanfair-y-wyl.yaml:27 `electoralServices.hours` is not translated, and stands as `Monday to Friday, 9am to 5pm` in every language',
    ]);
  });
});
