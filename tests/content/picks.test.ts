import { describe, expect, test } from 'vitest';
import type { Block, Edition, Inline } from '../../src/content/edition.ts';
import { type Pick, picked, sectionOf, sentences, sentencesIn, whole } from '../../src/content/picks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { example, partsOf, silent } from '../sources.ts';

const { edition } = partsOf(example());
const place = { kind: 'text', path: 'guidance.md' } as const;

const text = (value: string): Inline => ({ kind: 'text', value });
const strong = (...children: Inline[]): Inline => ({ kind: 'strong', children });
const link = (url: string, ...children: Inline[]): Inline => ({ kind: 'link', url, children });
const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines, place });

/** An edition with one part. */
const withPart = (...blocks: Block[]): Edition => ({ ...edition, parts: new Map([['one', blocks]]) });

const inlinesOf = (blocks: readonly Block[]): readonly (readonly Inline[])[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.inlines : []));

const pick = (from: Edition, ...picks: Pick[]) => picked(from, picks, 'test', silent);

const faultsOf = (from: Edition, ...picks: Pick[]): Diagnostic[] => {
  const found: Diagnostic[] = [];
  picked(from, picks, 'trifold', (diagnostic) => found.push(diagnostic));
  return found;
};

describe('sentences of the guidance', () => {
  test('are those that stand there, by their numbers', () => {
    const words = (found: Pick): string =>
      JSON.stringify(pick(edition, found).flatMap((block) => (block.kind === 'paragraph' ? block.inlines : [])));
    expect(words(sentences('when-to-call-101', 3))).toMatch(
      /If a crime has been committed, contact .*101 or via .*police\.uk/,
    );
    expect(words(sentences('how-to-report', -1))).toMatch(
      /^\[\{"kind":"text","value":"Candidates should flag their role/,
    );
    expect(words(sentences('how-to-report', 1))).toMatch(/not on duty 24\/7\."\}\]$/);
    expect(words(sentences('operation-ford', 2))).toMatch(/Official Advisor \(FEOA\)\."\}\]$/);
  });

  test('keep bold and links, cut where the sentence ends', () => {
    const from = withPart(
      paragraph(
        text('One is '),
        strong(text('bold. Two is'), link('https://a.example', text(' led. Three')), text(' ends. ')),
        text('Four.'),
      ),
    );
    expect(inlinesOf(pick(from, sentences('one', 2)))).toEqual([
      [strong(text('Two is'), link('https://a.example', text(' led.')))],
    ]);
    expect(inlinesOf(pick(from, sentences('one', 1)))).toEqual([[text('One is '), strong(text('bold.'))]]);
    expect(inlinesOf(pick(from, sentences('one', 3)))).toEqual([
      [strong(link('https://a.example', text('Three')), text(' ends.'))],
    ]);
  });

  test('several make one paragraph, in the order in which they are asked for', () => {
    const from = withPart(paragraph(text('One. Two! Three?')));
    expect(inlinesOf(pick(from, sentences('one', 3, 1)))).toEqual([[text('Three?'), text(' '), text('One.')]]);
  });

  test('are counted through paragraphs and lists', () => {
    const list: Block = { kind: 'list', ordered: true, start: 1, items: [[paragraph(text('Two. Three.'))]], place };
    const from = withPart(paragraph(text('One.')), list, paragraph(text('Four, e.g. police.uk. “Five.” Six')));
    const all = sentencesIn(from.parts.get('one')!).map(({ inlines }) => inlines);
    expect(all).toEqual(
      ['One.', 'Two.', 'Three.', 'Four, e.g. police.uk.', '“Five.”', 'Six'].map((each) => [text(each)]),
    );
  });

  test('are those of the guidance alone, not those that a council has added', () => {
    const added: Block = { kind: 'local', slot: 'police', blocks: [paragraph(text('Ours.'))], place };
    const from = withPart(
      { kind: 'emergency', blocks: [paragraph(text('One.')), added], place },
      paragraph(text('Two.')),
    );
    expect(inlinesOf(pick(from, sentences('one', 2)))).toEqual([[text('Two.')]]);
    expect(inlinesOf(pick(from, whole('one')))).toEqual([[text('One.')], [text('Two.')]]);
  });

  test('lead nowhere within a document that does not hold the rest', () => {
    const from = withPart(paragraph(text('See '), link('#there', text('above')), text('.')));
    expect(inlinesOf(pick(from, whole('one')))).toEqual([[text('See '), text('above'), text('.')]]);
  });

  test('are a gap in a draft, where nobody has supplied the guidance', () => {
    const from = withPart(paragraph(text('[guidance.cy]')));
    expect(inlinesOf(pick(from, sentences('one', 3)))).toEqual([[text('[guidance.cy]')]]);
  });
});

describe('what the guidance does not have', () => {
  test('is an error at the guidance, with the name that was meant', () => {
    const parts = new Map([...edition.parts].map(([id, blocks]) => [id === 'five-ways' ? 'five-way' : id, blocks]));
    const [found, ...more] = faultsOf({ ...edition, parts }, whole('five-ways'));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      rule: 'compose/no-part',
      severity: 'error',
      message: 'the guidance has no part `five-ways`, of which the trifold takes words',
      place: { kind: 'text', path: edition.guidance.path },
    });
    expect(found!.hints[0]).toContain('did you mean `five-way`?');
  });

  test('is told of a part without words, and of one that nothing is like', () => {
    expect(faultsOf(withPart(), whole('one')).map(({ message }) => message)).toEqual([
      'the guidance has no words in the part `one`, of which the trifold takes words',
    ]);
    expect(faultsOf(withPart(), whole('something else'))[0]!.hints[0]).toContain(':::part{#something else}');
  });

  test('is told of a sentence, and the others stay', () => {
    const from = withPart(paragraph(text('One. Two.')));
    const found = faultsOf(from, sentences('one', 2, 3));
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['compose/no-sentence', 'the part `one` has 2 sentences, and the trifold takes sentence 3'],
    ]);
    expect(found[0]!.place).toEqual(place);
    const said: Diagnostic[] = [];
    expect(inlinesOf(picked(from, [sentences('one', 2, 3)], 'trifold', (each) => said.push(each)))).toEqual([
      [text('Two.')],
    ]);
  });
});

test('a part has the heading of the section in which it stands', () => {
  expect(sectionOf(edition, 'five-ways')?.number).toBe(1);
  expect(sectionOf(edition, 'when-to-call-999')?.number).toBe(2);
  expect(sectionOf(edition, 'nothing')).toBeUndefined();
});
