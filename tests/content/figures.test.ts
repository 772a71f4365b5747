import { expect, test } from 'vitest';
import { contactsInWords } from '../../src/content/contacts-in-words.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { literalsOf } from '../../src/content/literals.ts';
import { parseLocalWords } from '../../src/content/local-words.ts';
import { merge } from '../../src/content/merge.ts';
import { Stop } from '../../src/diagnostics/diagnostic.ts';
import { shelf } from '../figures.ts';
import { fileOf, full, links, recordOf, silent } from './given.ts';

const words = parseLocalWords(
  {
    path: 'content/councils/anyshire.en.md',
    text: [
      ':::local{slot=home}',
      '| Whom | Number |',
      '|---|--:|',
      '| The desk | 01632 960 771 |',
      '',
      '![The desk by the door of 01632 960 772](front-door.svg "Ring 01632 960 773 first")',
      ':::',
    ].join('\n'),
  },
  silent,
  shelf,
);

test('numbers in tables, in captions and in words for pictures are contacts, each at its place', () => {
  const found = contactsInWords(words).map(({ value, place }) => [value, place.kind === 'text' && place.range?.start]);
  expect(found).toEqual([
    ['01632 960 771', { line: 4, column: 14 }],
    ['01632 960 772', { line: 6, column: 27 }],
    ['01632 960 773', { line: 6, column: 63 }],
  ]);
});

test('what an author writes into tables and at pictures is known to come from there', () => {
  expect(literalsOf(words).texts).toEqual([
    'Whom',
    'Number',
    'The desk',
    '01632 960 771',
    'The desk by the door of 01632 960 772',
    'Ring 01632 960 773 first',
  ]);
});

test('tables and figures of an edition say how they are read', () => {
  const guidance = parseGuidance(fileOf('tests/fixtures/figures/guidance.en.md'), silent, shelf);
  const { sections } = merge(guidance, { links: links(), record: recordOf(full), status: 'final' }, silent);
  const blocks = sections.flatMap((section) => section.blocks);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  expect(tables.map(({ heads }) => heads)).toEqual(['columns', 'both', 'columns']);
  expect(tables.map(({ aligned }) => aligned)).toEqual([
    ['left', 'left', 'left'],
    ['left', 'right', 'center'],
    ['left', 'left', 'left'],
  ]);
  const [figure] = blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
  expect(figure!.picture).toMatchObject({ viewBox: [0, 0, 400, 220], width: 400 });
  const colours = new Set(figure!.picture.shapes.flatMap(({ fill, stroke }) => [fill, stroke]));
  expect(colours).toContain('ink');
  expect(colours).toContain('paper');
});

test('a picture is read once, and its faults are told once', () => {
  const rules: string[] = [];
  const text = '![One way in](with-a-gradient.svg)\n\n![Another way in](with-a-gradient.svg)\n';
  const file = { path: 'words.md', text: `:::local{slot=home}\n${text}:::\n` };
  expect(() => parseLocalWords(file, ({ rule }) => void rules.push(rule), shelf)).toThrow(Stop);
  expect(rules).toEqual(['parse/unsupported-picture', 'parse/unsupported-picture']);
});
