import { z } from '../data/zod.ts';
import { EDITION } from '../data/day.ts';
import { parseYaml } from '../data/yaml.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { monthNames } from './dates.ts';

/**
 * Editions of the guidance stand side by side: `candidate-security@2026-05.en.md`. An edition is named for the month
 * that its issuer gives it, "May 2026", or for a day in that month, so that names sort as editions do. A file without one
 * in its name is of the edition that its front matter says.
 */
export type GuidanceFile = {
  /** `content/guidance/candidate-security@2026-05.en.md` */
  readonly name: string;
  readonly language: string;
  /** `2026-05`, where the name says it. */
  readonly named?: string;
};

/** What a path says of the guidance in it; undefined where it is not named as guidance is. */
export function guidanceFileOf(name: string): GuidanceFile | undefined {
  const [, named, language] = /^(?:.*\/)?[a-z0-9-]+(?:@([^.@/]+))?\.([a-z]{2,3})\.md$/.exec(name) ?? [];
  if (language === undefined || (named !== undefined && !EDITION.test(named))) return undefined;
  return { name, language, ...(named !== undefined && { named }) };
}

const front = z.looseObject({ edition: z.string().optional(), issued: z.string().optional() });

/**
 * The edition of a guidance document: by its file's name, else by its front matter; undefined where neither says.
 */
export function editionOf({ named, language }: GuidanceFile, file: SourceFile): string | undefined {
  if (named !== undefined) return named;
  const [, yaml] = /^\uFEFF?---[ \t]*\r?\n([^]*?\n)---[ \t]*(?:\r?\n|$)/.exec(file.text) ?? [];
  // What is wrong with it is reported where it is used.
  const parsed = yaml === undefined ? undefined : parseYaml({ path: file.path, text: yaml }, front, () => {});
  return parsed && monthOfFacts({ ...parsed.value, language });
}

/** The month of an edition: `edition` where that is a month in words ("May 2025"), else that of `issued`. */
export function monthOfFacts(facts: {
  readonly edition?: string | undefined;
  readonly issued?: string | undefined;
  readonly language: string;
}): string | undefined {
  const { edition = '', issued = '', language } = facts;
  return monthOf(edition, language) ?? (EDITION.test(issued) ? issued.slice(0, 7) : undefined);
}

/** "May 2025" as `2025-05`, in the language or in English. */
export function monthOf(words: string, language: string): string | undefined {
  const [, month = '', year = ''] = /(\p{L}+)\s+(\d{4})/u.exec(words) ?? [];
  const wanted = month.toLowerCase();
  for (const each of [language, 'en']) {
    const at = monthNames(each).findIndex((name) => name.toLowerCase() === wanted);
    if (at >= 0) return `${year}-${String(at + 1).padStart(2, '0')}`;
  }
  return undefined;
}
