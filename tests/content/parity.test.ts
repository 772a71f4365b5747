import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGuidance } from '../../src/content/guidance.ts';
import { checkParity } from '../../src/content/parity.ts';
import { standIn } from '../../src/content/stand-in.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { silent } from './given.ts';

/** Guidance in two languages says the same: sections, fields, numbers, links and places for the council's words. */

const PATH = 'content/guidance/candidate-security.en.md';
const guidance = parseGuidance({ path: PATH, text: readFileSync(PATH, 'utf8') }, silent);

const document = (path: string, ...body: readonly string[]) => {
  const text = `---
id: example
title: Teitl
shortTitle: Teitl
edition: Mai 2025
issuer: Llywodraeth EF
licence: { name: Open Government Licence v3.0, url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" }
language: cy
source: https://www.gov.uk/government/collections/candidate-security-guidance-collection
---

# Teitl

${body.join('\n\n')}
`;
  return parseGuidance({ path, text }, silent);
};

const compared = (welsh: readonly string[], english: readonly string[]): string[] => {
  const found: Diagnostic[] = [];
  checkParity(document('cy.md', ...welsh), document('en.md', ...english), 'final', (one) => void found.push(one));
  return found.map(({ rule, place, message, hints }) => {
    expect(hints.length).toBeGreaterThan(0);
    const at = place?.kind === 'text' ? `${place.path}:${place.range?.start.line}` : '';
    return `${rule} ${at} ${message}`;
  });
};

const english = [
  'Ring **999**, or [the police](link:police-uk).',
  '## One',
  '{{#if feoa}}Ask {{feoa.title}}, {{feoa.email}} or help@ncsc.example.{{/if}}',
  ':::local{slot=police}\n:::',
  '## Two',
  '- In 2025 there were 3 of them.\n- See [here it is](https://a.example/).',
];
const welsh = [
  'Ffoniwch [yr heddlu](link:police-uk) neu **999**.',
  '## Un',
  '{{#if feoa}}Gofynnwch: {{feoa.email}}, {{feoa.title}}, help@ncsc.example.{{/if}}',
  ':::local{slot=police}\n:::',
  '## Dau',
  '- Roedd 3 ohonynt yn 2025.\n- Gweler [hon yw hi](https://a.example/).',
];

test('words and their order may differ', () => {
  expect(compared(welsh, english)).toEqual([]);
});

const changed = (from: string, to: string): string[] => {
  const body = welsh.map((block) => block.replace(from, to));
  expect(body).not.toEqual(welsh);
  return body;
};

describe('a difference is an error, with both places', () => {
  test.each([
    [
      'a number',
      '**999**',
      '**101**',
      [
        'parity/number cy.md:14 the number `101` stands in the introduction, and not in the same part of `en.md`',
        'parity/number en.md:14 the number `999` stands in the introduction, and not in the same part of `cy.md`',
      ],
    ],
    [
      'a number that is not repeated',
      '3 ohonynt',
      'tri ohonynt',
      ['parity/number en.md:25 the number `3` stands in section 2, and not in the same part of `cy.md:23`'],
    ],
    [
      'a link',
      'https://a.example/',
      'https://b.example/',
      [
        'parity/link cy.md:26 the link `https://b.example/` stands in section 2, and not in the same part of `en.md:23`',
        'parity/link en.md:26 the link `https://a.example/` stands in section 2, and not in the same part of `cy.md:23`',
      ],
    ],
    [
      'a field',
      '{{feoa.title}}',
      '{{feoa.name}}',
      [
        'parity/field cy.md:18 the merge field `{{feoa.name}}` stands in section 1, and not in the same part of `en.md:16`',
        'parity/field en.md:18 the merge field `{{feoa.title}}` stands in section 1, and not in the same part of `cy.md:16`',
      ],
    ],
    [
      'an address',
      'help@ncsc.example',
      'helo@ncsc.example',
      [
        'parity/email cy.md:18 the address `helo@ncsc.example` stands in section 1, and not in the same part of `en.md:16`',
        'parity/email en.md:18 the address `help@ncsc.example` stands in section 1, and not in the same part of `cy.md:16`',
      ],
    ],
    [
      'a place for the council’s words',
      ':::local{slot=police}\n:::',
      'Dim.',
      [
        'parity/container en.md:20 the container `:::local police` stands in section 1, and not in the same part of `cy.md:16`',
      ],
    ],
    ['a section', '## Dau', '### Dau', ['parity/section en.md:23 the guidance has 2 sections, and `cy.md` has 1']],
  ] as const)('%s', (_, from, to, expected) => {
    expect(compared(changed(from, to), english)).toEqual(expected);
  });
});

const linked = (words: string, id: string): string[] => [`See [${words}](#${id}).`];

test('a link to a heading leads to the same one, by whatever words', () => {
  expect(compared([...welsh, ...linked('un', 'un')], [...english, ...linked('one', 'one')])).toEqual([]);
  expect(compared([...welsh, ...linked('dau', 'dau')], [...english, ...linked('one', 'one')])).toHaveLength(2);
});

test('in a draft a difference is a warning', () => {
  const found: Diagnostic[] = [];
  const body = changed('**999**', '**101**');
  checkParity(document('cy.md', ...body), document('en.md', ...english), 'draft', (one) => void found.push(one));
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

test('the guidance is in parity with itself', () => {
  const found: Diagnostic[] = [];
  checkParity(guidance, guidance, 'final', (one) => void found.push(one));
  expect(found).toEqual([]);
});

test('a draft without guidance has its sections and its gaps, and none of its words', () => {
  const { facts, root } = standIn(guidance, 'cy');
  expect(facts).toMatchObject({ language: 'cy', title: '[guidance.cy]', edition: guidance.facts.edition });
  const words = JSON.stringify(root.children.slice(1), (key, value: unknown) =>
    key === 'position' ? undefined : value,
  );
  expect(words).not.toContain('candidate');
  expect(words.match(/"type":"heading"/g)?.length).toBe(
    JSON.stringify(guidance.root).match(/"type":"heading"/g)?.length,
  );
});
