import { describe, expect, test } from 'vitest';
import { align, likenessOfTexts, marked } from '../../src/content/alignment.ts';
import { type BlockChange, compareGuidance, type GuidanceChanges } from '../../src/content/guidance-diff.ts';
import { parseGuidance } from '../../src/content/guidance.ts';
import { sentencesOf } from '../../src/content/sentences.ts';
import { fileOf, GUIDANCE, guidanceOf, silent } from './given.ts';

const seed = fileOf(GUIDANCE);
const guidance = parseGuidance(seed, silent);

/** The guidance with a passage in the place of another. */
const changed = (from: string, to: string): GuidanceChanges => {
  expect(seed.text.split(from)).toHaveLength(2);
  return compareGuidance(guidance, parseGuidance({ path: 'new.md', text: seed.text.replace(from, () => to) }, silent));
};

const between = (before: string, after: string): GuidanceChanges =>
  compareGuidance(guidanceOf(before), guidanceOf(after));

const inShort = ({ blocks }: GuidanceChanges): string[] =>
  blocks.map(({ kind, block, oldLine, newLine }: BlockChange) => `${kind} ${block} ${oldLine ?? ''}→${newLine ?? ''}`);

test('the same guidance has no changes', () => {
  const changes = compareGuidance(guidance, guidance);
  expect(changes).toMatchObject({ facts: [], blocks: [], fixed: [], slotsGone: [] });
  expect(changes.unchanged).toBeGreaterThan(50);
});

test('a word that changed is marked in its sentence, and the other sentences are left out', () => {
  const changes = changed('The May 2025 local elections', 'The May 2026 local elections');
  expect(changes.blocks).toMatchObject([
    {
      kind: 'changed',
      block: 'paragraph',
      section: 'Further information on your personal security and policing arrangements',
      oldLine: 75,
      newLine: 75,
      sentences: [
        {
          kind: 'changed',
          marked:
            'The May [-2025-] {+2026+} local elections will be the first elections where Operation Ford will be up and running in police forces.',
        },
      ],
    },
  ]);
  expect(changes.fixed).toEqual([
    { what: 'number', text: '2025', kind: 'removed', count: 1 },
    { what: 'number', text: '2026', kind: 'added', count: 1 },
  ]);
});

test('a sentence that came and one that went are told as such', () => {
  const { blocks } = between('First one. Then two.', 'First one. Another stands here now.');
  expect(blocks).toMatchObject([
    {
      kind: 'changed',
      sentences: [
        { kind: 'removed', text: 'Then two.' },
        { kind: 'added', text: 'Another stands here now.' },
      ],
    },
  ]);
});

test('a link that leads elsewhere is told with its words, though no word has changed', () => {
  const changes = changed('link:government-video', 'link:npsa');
  expect(changes.blocks).toMatchObject([
    {
      kind: 'changed',
      sentences: [],
      links: [{ words: 'has issued a video', old: 'link:government-video', new: 'link:npsa' }],
    },
  ]);
  expect(changes.fixed).toContainEqual({ what: 'link', text: 'link:government-video', kind: 'removed', count: 1 });
});

test('numbers and merge fields are counted over the whole', () => {
  const changes = between('Call 999 or {{name}}.', 'Call 999, 999 or 101, and {{shortName}}.');
  expect(changes.fixed.map(({ what, text, kind, count }) => `${kind} ${what} ${text} ${count}`)).toEqual([
    'removed field {{name}} 1',
    'added number 999 1',
    'added field {{shortName}} 1',
    'added number 101 1',
  ]);
});

test('a slot that is gone is named', () => {
  const changes = changed(':::local{slot=online-support}\n:::\n', '');
  expect(changes.slotsGone).toEqual(['online-support']);
  expect(inShort(changes)).toEqual(['removed container 143→']);
});

describe('blocks', () => {
  test('that came and went', () => {
    const text = 'One stands here.\n\nTwo stands there.\n\nThree is last of all.';
    expect(inShort(between(text, text.replace('Two stands there.\n\n', '')))).toEqual(['removed paragraph 16→']);
    expect(inShort(between(text, `${text}\n\nAnd a fourth.`))).toEqual(['added paragraph →20']);
  });

  test('that stand elsewhere word for word are moved', () => {
    const changes = between(
      'A first paragraph.\n\nSomething quite different.',
      'Something quite different.\n\nA first paragraph.',
    );
    expect(inShort(changes)).toHaveLength(1);
    expect(inShort(changes)[0]).toMatch(/^moved paragraph /);
  });

  test('of a list are told one by one', () => {
    expect(
      inShort(between('- Call the police.\n- Tell your agent.', '- Call the police now.\n- Tell your agent.')),
    ).toEqual(['changed item 14→14']);
  });
});

describe('sections', () => {
  const text = '## On the street\n\nWalk in pairs.\n\n## At home\n\nLock the door.';

  test('that are called otherwise are the same by what stands in them', () => {
    const changes = between(text, text.replace('At home', 'In your house'));
    expect(inShort(changes)).toEqual(['changed section 18→18']);
  });

  test('that are new come with their blocks', () => {
    expect(inShort(between(text, `${text}\n\n## Online\n\nMute them.`))).toEqual([
      'added section →22',
      'added paragraph →24',
    ]);
  });
});

test('the front matter is compared too', () => {
  const changes = changed('issuer: HM Government', 'issuer: Electoral Commission\nissued: 2025-05-01');
  expect(changes.facts).toEqual([
    { key: 'issuer', old: 'HM Government', new: 'Electoral Commission' },
    { key: 'issued', new: '2025-05-01' },
  ]);
});

const same = (a: string, b: string): number => Number(a === b);

describe('alignment', () => {
  test('finds the order in which most is alike', () => {
    expect(align([...'abcd'], [...'bxd'], same)).toEqual([
      { old: 'a' },
      { old: 'b', new: 'b' },
      { old: 'c' },
      { new: 'x' },
      { old: 'd', new: 'd' },
    ]);
    expect(align([], ['a'], same)).toEqual([{ new: 'a' }]);
  });

  test('likeness is of words, not of letters', () => {
    expect(likenessOfTexts('Call 999.', 'call 999!')).toBe(1);
    expect(likenessOfTexts('Call 999', 'Call 101')).toBe(0.5);
    expect(likenessOfTexts('', 'x')).toBe(0);
  });

  test('marks say what went and what came, without colour', () => {
    expect(marked('Call the police on 999.', 'Ring the police on 999 now.')).toBe(
      '[-Call-] {+Ring+} the police on [-999.-] {+999 now.+}',
    );
    expect(marked('a b', 'a b c')).toBe('a b {+c+}');
  });
});

test('a sentence ends at a full stop that ends a word', () => {
  expect(sentencesOf('See police.uk. “Call 999.” (Or 101.) End').map(({ text, at }) => `${at} ${text}`)).toEqual([
    '0 See police.uk.',
    '15 “Call 999.”',
    '27 (Or 101.)',
    '37 End',
  ]);
});
