import { expect, test } from 'vitest';
import type { EditionTexts } from '../../src/content/edition-texts.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { content, type Damage, damaged, firstContent, written } from './tagged.ts';

const INTRODUCTION = 'Read the guidance on the website of the council';

/** What the hand-made file says; its table and its notes stand for the template's own words. */
const texts: EditionTexts = {
  title: 'Keep safe',
  introduction: [INTRODUCTION],
  sections: [['The town hall of Anytown'], ['At the count']],
};

function found(given: EditionTexts, damage: Damage = {}): (string | undefined)[][] {
  const all: Diagnostic[] = [];
  const bytes = written(damaged(damage));
  preflight({ bytes, path: 'file.pdf', texts: given }, ['accessible'], (each) => void all.push(each));
  return all.map(({ rule, message }) => [rule, /`([^`]+)`/.exec(message)?.[1]]);
}

test('a file that says the edition, in its order', () => {
  expect(found(texts)).toEqual([]);
});

test('the first section may be read before the introduction', () => {
  const moved = { 20: ['21 0 R 22 0 R 24 0 R 40 0 R 50 0 R', '21 0 R 50 0 R 24 0 R 40 0 R 22 0 R'] } as const;
  expect(found(texts, moved).filter(([rule]) => rule !== 'accessible/reading-order')).toEqual([]);
});

test('words that are not read', () => {
  expect(found({ ...texts, introduction: [INTRODUCTION, 'Lock the door'] })).toEqual([
    ['accessible/missing-words', 'Lock the door'],
  ]);
});

test('words that are read at another place', () => {
  expect(found({ ...texts, sections: [['At the count'], ['The town hall of Anytown']] })).toEqual([
    ['accessible/moved-words', 'The town hall of Anytown'],
  ]);
});

test('words that are read twice', () => {
  const again: Damage = {
    20: ['60 0 R', '60 0 R 62 0 R'],
    62: `<< /S /P /Pg 3 0 R /ActualText (${INTRODUCTION}) /K [] >>`,
  };
  expect(found(texts, again)).toEqual([['accessible/repeated-words', INTRODUCTION]]);
});

test('lines of one content are apart, though no space was written', () => {
  const lines = { 4: content(firstContent, '(Read the guidance on ) Tj', '(Read the guidance) Tj 0 -10 Td (on ) Tj') };
  expect(found(texts, lines)).toEqual([]);
});
