import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/edition.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { merge } from '../../src/content/merge.ts';
import { fileOf, full, GUIDANCE, linesOfBlocks, links, minimal, recordOf, silent } from './given.ts';

const SEED = 'tests/references/candidate-security-guidance-may-2025.md';

/** What of the seed is not in the guidance, in the order in which it stands there. */
const REMOVED: readonly (readonly [words: string, reason: string])[] = [
  ['HM Government', 'page head; the issuer is in the front matter'],
  ['May 2025', 'front matter'],
  ['Contents of this guidance', 'the contents are made from the headings'],
  ['1. Five ways to improve your personal, online and cyber security today', 'typed contents'],
  ['2. Further guidance on your personal security and policing arrangements', 'typed contents'],
  ['3. Further guidance on your cyber security', 'typed contents'],
  ['4. Further guidance on your online security', 'typed contents'],
  ['1.', 'the number of a section is furniture'],
  ['2.', 'the number of a section is furniture'],
  ['HM Government', 'page head'],
  ['3.', 'the number of a section is furniture'],
  ['HM Government', 'page head'],
  ['4.', 'the number of a section is furniture'],
  ['HM Government', 'page head'],
];

/** The seed's words without its markdown: rules, heading and list signs, bold, link targets. */
const seedLines = (): string[] =>
  fileOf(SEED)
    .text.split('\n')
    .map((line) =>
      line
        .replace(/^---$/, '')
        .replace(/^#+ /, '')
        .replace(/^ *- /, '')
        .replace(/\*\*/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim(),
    )
    .filter((line) => line !== '');

const fold = (text: string): string[] =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .split(/\s+/)
    .filter((word) => word !== '');

/** Numbers typed before the five ways are the numbers of a list. */
const withoutListNumbers = (line: string): string =>
  line.replace(/^[1-5]\. (?=Watch|Understand|Take|Read|Improve)/, '');

function removeListed(lines: readonly string[]): string[] {
  const rest: string[] = [];
  let next = 0;
  for (const line of lines) {
    const listed = REMOVED[next]?.[0];
    if (listed !== undefined && line === listed) next++;
    else if (listed !== undefined && /^\d\.$/.test(listed) && line.startsWith(`${listed} `)) {
      next++;
      rest.push(line.slice(3));
    } else rest.push(line);
  }
  expect(REMOVED.slice(next)).toEqual([]);
  return rest;
}

/** What is not the council's: panels of our lines and of its own words are additions. */
const quoted = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'local') return [];
    return 'blocks' in block ? quoted(block.blocks) : [block];
  });

describe.each([
  ['a full record', full],
  ['a minimal record', minimal],
])('with %s', (_name, council) => {
  test("the guidance's words are the seed's, in order", () => {
    const guidance = parseGuidance(fileOf(GUIDANCE), silent);
    const edition = merge(guidance, { links: links(), record: recordOf(council), status: 'final' }, silent);
    const sections = edition.sections.flatMap(({ heading, blocks }) => [
      ...linesOfBlocks([{ kind: 'paragraph', inlines: heading, place: { kind: 'text', path: '' } }]),
      ...linesOfBlocks(quoted(blocks)),
    ]);
    const ours = [edition.guidance.title, ...linesOfBlocks(quoted(edition.introduction)), ...sections];
    const seed = removeListed(seedLines().map(withoutListNumbers));
    expect(fold(ours.join('\n'))).toEqual(fold(seed.join('\n')));
  });
});

test('no word of the seed was changed in the source, not even a slip', () => {
  const { text } = fileOf(GUIDANCE);
  for (const slip of [
    'a serving locally elected representatives',
    'of email address to register',
    'his/her',
    'given as individuals',
  ]) {
    expect(text).toContain(slip);
  }
  expect(text).toContain("you're affected");
  expect(text).toContain("'Deepfakes' are");
  expect(text).toContain('GOV.UK - your');
});

const linked = (text: string): (string | undefined)[] =>
  [...text.matchAll(/\[([^\]]*)\]\(/g)].map(([, words]) => words);

test("the guidance's links are the seed's, in order", () => {
  const withoutOurs = fileOf(GUIDANCE).text.replace(/^:::local[^]*?^:::$/gm, '');
  expect(linked(withoutOurs)).toEqual(linked(fileOf(SEED).text));
});
