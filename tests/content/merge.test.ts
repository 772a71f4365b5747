import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/edition.ts';
import { fill } from '../../src/content/fields.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { type LocalWords, parseLocalWords } from '../../src/content/local-words.ts';
import { merge } from '../../src/content/merge.ts';
import { fieldsOf } from '../../src/content/names.ts';
import { viewOf } from '../../src/content/view.ts';
import type { Council } from '../../src/data/record.ts';
import {
  fileOf,
  full,
  guidanceOf,
  GUIDANCE,
  heard,
  linesOf,
  linesOfBlocks,
  links,
  minimal,
  recordOf,
  silent,
} from './given.ts';

const final = (council: Council) => ({ links: links(), record: recordOf(council), status: 'final' as const });

const lines = (text: string, council: Council = full): string[] =>
  linesOf(merge(guidanceOf(text), final(council), silent));

const local = (council: Council): { [slot: string]: string } => {
  const edition = merge(parseGuidance(fileOf(GUIDANCE), silent), final(council), silent);
  const all = [...edition.introduction, ...edition.sections.flatMap(({ blocks }) => blocks)];
  const panels = all.filter((block) => block.kind === 'local');
  return Object.fromEntries(panels.map((panel) => [panel.slot, linesOfBlocks(panel.blocks).join('\n')]));
};

describe('the lines of ours', () => {
  test('name everybody in a full record', () => {
    expect(local(full)).toEqual({
      'returning-officer':
        'To reach your Returning Officer, Helen Marsh: phone 01632 960 001 or 01632 960 009 ' +
        '(Monday to Friday, 9am to 5pm), or email ro@anyshire.example. See www.anyshire.example/elections.',
      police: 'Your local police force is Anyshire Police (anyshire.police.example) or Northmoor Police (police.uk).',
      feoa: 'For advice, not to report a crime: Operation Ford advisor, Sgt Dev Okafor, phone 01632 960 003.',
    });
  });

  test('read well with every optional value missing', () => {
    expect(local(minimal)).toEqual({
      'returning-officer': 'To reach your Returning Officer: email ro@smallham.example.',
      police: 'Your local police force is Anyshire Police (police.uk).',
      'operation-ford':
        'Operation Ford does not cover elections to parish and town councils. Call 999 or 101 in the same way.',
    });
  });
});

describe('an edition', () => {
  const words = parseLocalWords(fileOf('content/councils/anyshire.en.md'), silent);
  const edition = merge(parseGuidance(fileOf(GUIDANCE), silent), { ...final(full), words }, silent);

  test('has the sections of the guidance', () => {
    expect(edition.sections.map(({ id, number }) => [number, id])).toEqual([
      [1, 'five-ways-to-improve-your-personal-security-today'],
      [2, 'further-information-on-your-personal-security-and-policing-arrangements'],
      [3, 'further-information-on-your-cyber-security'],
      [4, 'further-information-on-your-online-security'],
    ]);
    expect(edition.introduction.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'local']);
    expect(edition.guidance.edition).toBe('May\u00A02025');
  });

  test('has its parts by name', () => {
    const outline = (id: string): string => JSON.stringify((edition.parts.get(id) ?? []).map(outlineOf));
    expect(outline('five-ways')).toBe('["list 5"]');
    expect(outline('when-to-call-999')).toBe('["emergency paragraph, list 4"]');
    expect(outline('disinformation-steps')).toBe('["paragraph","list 4"]');
    expect(outline('cyber-services-contact')).toBe('["paragraph"]');
    expect([...edition.parts.values()].every((blocks) => blocks.length > 0)).toBe(true);
  });

  test("holds the council's words in their slot, after the emergency panel", () => {
    const second = edition.sections[1]?.blocks ?? [];
    expect(second.map(outlineOf).slice(0, 3)).toEqual([
      'paragraph',
      'part emergency paragraph, list 4',
      'local heading, list 4',
    ]);
    expect(linesOfBlocks(second.slice(2, 3))).toEqual([
      'If you cannot speak or hear on the phone',
      'Text register to 999 now, to be able to text 999 later.',
      'Relay UK: 18000 in an emergency, 18001 101 after a crime.',
      'British Sign Language: use the 999 BSL app or website.',
      'If you must stay silent, call 999 from a mobile and press 55.',
    ]);
  });

  test('leads where the table of links says, and to its own section', () => {
    const urls = JSON.stringify(edition).match(/(?<="url":")[^"]+/g) ?? [];
    expect(new Set(urls)).toEqual(
      new Set([
        'https://www.anyshire.example/elections/',
        'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
        'https://www.gov.uk/government/collections/candidate-security-guidance-collection',
        'https://www.npsa.gov.uk/national-security-act/defending-democracy',
        'https://www.electoralcommission.org.uk/our-guidance/candidate-or-agent/guidance-about-harassment-and-intimidation',
        'https://www.police.uk/',
        'https://anyshire.police.example/',
        'mailto:ro@anyshire.example',
        'mailto:individualsupport@ncsc.gov.uk',
        '#further-information-on-your-personal-security-and-policing-arrangements',
      ]),
    );
  });
});

function outlineOf(block: Block): string {
  if ('items' in block) return `list ${block.items.length}`;
  return 'blocks' in block ? `${block.kind} ${block.blocks.map(outlineOf).join(', ')}` : block.kind;
}

describe('conditions and repetitions', () => {
  test('govern the words of a paragraph', () => {
    const text =
      'Ring {{#if feoa.phone}}**{{feoa.phone}}**{{else}}[us](link:police-uk){{/if}}{{#unless feoa}} now{{/unless}}.\n';
    expect(lines(text)).toEqual(['Ring 01632 960 003.']);
    expect(lines(text, minimal)).toEqual(['Ring us now.']);
  });

  test('govern the blocks between tags that stand alone', () => {
    const text =
      '{{#if feoa}}\n\nOne.\n\n- two\n\n{{#if area}}\n\nNever.\n\n{{/if}}\n\n{{else}}\n\n:::emergency\nThree.\n:::\n\n{{/if}}\n';
    expect(lines(text)).toEqual(['One.', 'two']);
    expect(lines(text, minimal)).toEqual(['Three.']);
  });

  test('govern whole sections', () => {
    const text = '{{#if operationFord}}\n\n## One\n\nWords.\n\n{{/if}}\n\n## Two\n\nWords.\n';
    expect(merge(guidanceOf(text), final(minimal), silent).sections.map(({ number, id }) => [number, id])).toEqual([
      [1, 'two'],
    ]);
  });

  test('repeat items, with @first, @last, this and the outer fields', () => {
    const text = '- {{#each police}}\n- {{name}}{{#if @last}} of {{../shortName}}{{/if}}\n- {{/each}}\n';
    expect(lines(text)).toEqual(['Anyshire Police', 'Northmoor Police of Anyshire']);
    const phones =
      '{{#each returningOfficer.phones}}{{#unless @first}}, {{/unless}}{{this}}{{else}}none{{/each}}, {{returningOfficer.email}}\n';
    expect(lines(phones)).toEqual(['01632 960 001, 01632 960 009, ro@anyshire.example']);
    expect(lines(phones, minimal)).toEqual(['none, ro@smallham.example']);
  });

  test('leave nothing empty behind', () => {
    const no = '{{#if area}}x{{/if}}';
    expect(
      merge(
        guidanceOf(`${no}\n\n- ${no}\n\n:::local{slot=a}\n${no}\n:::\n\n:::emergency\n- **${no}**\n:::\n`),
        final(full),
        silent,
      ).introduction,
    ).toEqual([]);
  });
});

describe('a missing value', () => {
  const text = 'Ring **{{returningOfficer.phone}}** or [write]({{returningOfficer.website}}) in {{area}}.\n';
  const merged = (status: 'final' | 'draft') =>
    heard((report) =>
      merge(guidanceOf(text), { ...final(minimal), record: recordOf(minimal, 'smallham'), status }, report),
    );

  test('is an error that names the record and what to fill in', () => {
    const { diagnostics } = merged('final');
    expect(diagnostics[0]).toEqual({
      rule: 'merge/missing-field',
      severity: 'error',
      message: 'no value for merge field `returningOfficer.phone`',
      place: {
        kind: 'text',
        path: 'content/guidance/example.en.md',
        range: { start: { line: 14, column: 8 }, end: { line: 14, column: 34 } },
      },
      hints: [
        'fill `returningOfficer.phones` in content/councils/smallham.yaml',
        'or make it optional: {{#if returningOfficer.phone}}…{{/if}}',
      ],
      record: 'smallham',
    });
    expect(diagnostics).toHaveLength(3);
  });

  test('is a warning in a draft, where its name is shown', () => {
    const { diagnostics, value } = merged('draft');
    expect(diagnostics.map(({ severity, rule }) => [severity, rule])).toEqual(
      Array.from({ length: 3 }, () => ['warning', 'merge/missing-field']),
    );
    expect(value && linesOf(value)).toEqual(['Ring [returningOfficer.phone] or write in [area].']);
  });

  test('names the element of a list', () => {
    const { diagnostics } = heard((report) =>
      merge(guidanceOf('{{#each police}}{{website}}{{/each}}\n'), final(full), report),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual(['no value for merge field `police.1.website`']);
  });
});

const words = (slot: string): LocalWords =>
  parseLocalWords(
    { path: 'content/councils/x.en.md', text: `:::local{slot=${slot}}\nTheirs, {{name}}.\n:::\n` },
    silent,
  );

describe("a council's own words", () => {
  const guidance =
    'Before.\n\n:::local{slot=one}\n{{#if feoa}}Ours.{{/if}}\n:::\n\n{{#if area}}\n\n:::local{slot=two}\n:::\n\n{{/if}}\n\nAfter.\n';
  const merged = (slot: string, council: Council) =>
    heard((report) => merge(guidanceOf(guidance), { ...final(council), words: words(slot) }, report));

  test('follow the lines of ours', () => {
    expect(merged('one', full).value?.introduction.map(outlineOf)).toEqual([
      'paragraph',
      'local paragraph, paragraph',
      'paragraph',
    ]);
    const { value } = merged('one', minimal);
    expect(value && linesOf(value)).toEqual(['Before.', 'Theirs, Smallham Parish Council.', 'After.']);
  });

  test('are missed when a condition leaves out their slot', () => {
    const { diagnostics } = merged('two', full);
    expect(diagnostics.map(({ rule, place }) => [rule, place])).toEqual([
      [
        'merge/unplaced-section',
        {
          kind: 'text',
          path: 'content/councils/x.en.md',
          range: { start: { line: 1, column: 1 }, end: { line: 3, column: 4 } },
        },
      ],
    ]);
  });
});

test('dates and websites are in the words of the page', () => {
  const text = '{{election.date}}, checked on {{contactsCheckedOn}}: {{returningOfficer.site}}\n';
  expect(lines(text)).toEqual(['Thursday 1 May 2025, checked on 20 March 2025: www.anyshire.example/elections']);
});

test('fieldsOf lists what guidance uses, in every branch', () => {
  const text =
    '{{#if area}}{{#each police}}{{site}}{{/each}}{{else}}{{returningOfficer.phone}}{{/if}} [x](mailto:{{feoa.email}})\n';
  expect([...fieldsOf(guidanceOf(text))].toSorted()).toEqual([
    'area',
    'feoa.email',
    'police',
    'police.website',
    'returningOfficer.phones',
  ]);
});

describe('fill', () => {
  const view = viewOf(recordOf(full), 'en', { page: '1', pages: '{{name}}' });
  const filled = (template: string, status: 'final' | 'draft' = 'final') =>
    heard((report) => fill(template, view, { status }, report));

  test('fills a string, and what fills it is never read again', () => {
    const template = 'Page {{page}} of {{pages}}{{#if area}}, {{area}}{{/if}} & {{shortName}}';
    expect(filled(template)).toEqual({ value: 'Page 1 of {{name}} & Anyshire', diagnostics: [] });
  });

  test('reports faults as guidance does', () => {
    expect(filled('{{pgae}}').diagnostics.map(({ rule, hints }) => [rule, hints])).toEqual([
      ['merge/unknown-field', ['did you mean `page`?']],
    ]);
    const { value, diagnostics } = filled('In {{area}}', 'draft');
    expect(value).toBe('In [area]');
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });
});
