import { describe, expect, test } from 'vitest';
import { chooseEdition, editionsOf } from '../../src/commands/guidance-editions.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import type { Project } from '../../src/project.ts';

/** A project of nothing but guidance: the names of its files, and what the front matter of each says. */
const projectOf = (files: { readonly [name: string]: string }): Project => {
  const read = (name: string) => {
    const text = `---\nedition: ${files[name.replace('content/guidance/', '')]}\n---\n`;
    return { name, file: { path: name, text }, sha256: '' };
  };
  const guidance = () => Object.keys(files).map((name) => `content/guidance/${name}`);
  return { guidance, read } as unknown as Project;
};

const chosen = (project: Project, language: string, edition?: string) => {
  const { report, all } = collect();
  const found = chooseEdition(project, 'g', { language, ...(edition !== undefined && { edition }) }, report);
  const name = typeof found === 'object' ? found.name.replace('content/guidance/', '') : found;
  return { name, told: all().map(({ rule, hints }) => [rule, hints[0]].join(': ')) };
};

describe('the edition in use', () => {
  const project = projectOf({
    'g.en.md': 'May 2025',
    'g@2026-05.en.md': 'May 2026',
    'g@2025-11.en.md': 'November 2025',
    'g.cy.md': 'Mai 2025',
  });

  test('is the newest, whether its name or its front matter says so', () => {
    expect(chosen(project, 'en')).toEqual({ name: 'g@2026-05.en.md', told: [] });
    expect(chosen(projectOf({ 'g.en.md': 'May 2027', 'g@2026-05.en.md': 'May 2026' }), 'en').name).toBe('g.en.md');
  });

  test('is the one that is asked for, and told to be superseded', () => {
    expect(chosen(project, 'en', '2025-05')).toEqual({
      name: 'g.en.md',
      told: ['rules/superseded-guidance: leave out --edition, and the newest is used'],
    });
  });

  test('is superseded by one in another language too', () => {
    expect(chosen(project, 'cy')).toEqual({
      name: 'g.cy.md',
      told: [
        'rules/superseded-guidance: ask its issuer for the edition 2026-05 in `cy`, and put it into `content/guidance`',
      ],
    });
  });

  test('is none in a language without any, which is for others to tell', () => {
    expect(chosen(project, 'gd')).toEqual({ name: undefined, told: [] });
  });

  test('is not one that there is not', () => {
    expect(chosen(project, 'cy', '2026-05')).toEqual({
      name: 'faulty',
      told: ['project/no-edition: choose one of `2025-05`'],
    });
  });

  test('is not one of two', () => {
    const two = projectOf({ 'g.en.md': 'May 2025', 'g@2025-05.en.md': 'May 2025' });
    expect(chosen(two, 'en')).toEqual({
      name: 'faulty',
      told: ['project/two-editions: move one of them away, or name each for its month: `@2026-05`'],
    });
  });

  test('without a date is the oldest', () => {
    const dateless = projectOf({ 'g.en.md': 'First edition', 'g@2020-05.en.md': 'May 2020' });
    expect(editionsOf(dateless, 'g', () => {}).map(({ name }) => name)).toEqual([
      'content/guidance/g@2020-05.en.md',
      'content/guidance/g.en.md',
    ]);
  });
});
