import { describe, expect, test } from 'vitest';
import { editionOf, guidanceFileOf, monthOf } from '../../src/content/guidance-edition.ts';
import { checkEditions } from '../../src/content/parity.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fileOf, GUIDANCE, guidanceOf } from './given.ts';

const edition = (name: string, frontMatter: string): string | undefined =>
  editionOf(guidanceFileOf(name)!, { path: name, text: `---\n${frontMatter}\n---\n\n# Title\n` });

describe('the edition of a file', () => {
  test('stands in its name', () => {
    expect(edition('content/guidance/candidate-security@2026-05.en.md', 'edition: May 2025')).toBe('2026-05');
    expect(edition('candidate-security@2026-05-20.cy.md', 'edition: May 2025')).toBe('2026-05-20');
  });

  test('else in its front matter: a month in words, or the day of issue', () => {
    // Guidance for May is issued in March.
    expect(edition('candidate-security.en.md', 'edition: May 2026\nissued: 2026-03-20')).toBe('2026-05');
    expect(edition('candidate-security.en.md', 'edition: Spring\nissued: 2026-03-31')).toBe('2026-03');
    expect(edition('candidate-security.en.md', 'edition: May 2026')).toBe('2026-05');
    expect(edition('candidate-security.cy.md', 'edition: Mai 2026')).toBe('2026-05');
    expect(edition('candidate-security.en.md', 'edition: Second edition')).toBeUndefined();
    expect(edition('candidate-security.en.md', 'edition: [')).toBeUndefined();
  });

  test('of the guidance that handbill brings along is May 2025', () => {
    expect(editionOf(guidanceFileOf(GUIDANCE)!, fileOf(GUIDANCE))).toBe('2025-05');
  });

  test.each([
    'candidate-security@may.en.md',
    'candidate-security@2025-13.en.md',
    'candidate-security@2025.en.md',
    'notes.md',
  ])('%s is no name of guidance', (name) => {
    expect(guidanceFileOf(name)).toBeUndefined();
  });

  test('a month is read in the language and in English', () => {
    expect([monthOf('Mai 2025', 'cy'), monthOf('May 2025', 'cy'), monthOf('Mai 2025', 'en')]).toEqual([
      '2025-05',
      '2025-05',
      undefined,
    ]);
  });
});

const told = (ours: string | undefined, theirs: string | undefined): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  checkEditions(guidanceOf('Words.'), ours, theirs, (each) => void found.push(each));
  return found;
};

test('two languages must be of one edition', () => {
  expect(told('2026-05', '2025-05')).toMatchObject([
    {
      rule: 'parity/edition',
      severity: 'error',
      message: 'the guidance is the edition 2026-05 in one language, and 2025-05 in the other',
      hints: ['make both of the older one with `--edition 2025-05`, or supply the newer one in both'],
    },
  ]);
  expect([...told('2026-05', '2026-05'), ...told(undefined, '2026-05')]).toEqual([]);
});
