import { editionOf, guidanceFileOf } from '../content/guidance-edition.ts';
import { error, warning } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Project } from '../project.ts';

/** A guidance document that a project has, in one edition and one language. */
export type GuidanceEdition = {
  /** `content/guidance/candidate-security@2026-05.en.md` */
  readonly name: string;
  readonly language: string;
  /** `2026-05`; absent where neither its name nor its front matter says. */
  readonly edition?: string;
};

/** The editions of a guidance document in every language, the newest first. */
export function editionsOf(project: Project, guidance: string, report: Report): readonly GuidanceEdition[] {
  const found = project.guidance(guidance).flatMap((name): GuidanceEdition[] => {
    const file = guidanceFileOf(name);
    if (!file) {
      const message = `\`${name}\` is not read: expected \`${guidance}.<language>.md\` or \`${guidance}@<year>-<month>.<language>.md\``;
      const place = { kind: 'text', path: name } as const;
      report(warning('project/stray-file', message, place, 'rename it, or move it out of `content/guidance`'));
      return [];
    }
    // The file is read again where it is used: only there are its faults told.
    const input = file.named === undefined ? project.read(name, () => {}) : undefined;
    const edition = file.named ?? (input && editionOf(file, input.file));
    return [{ name, language: file.language, ...(edition !== undefined && { edition }) }];
  });
  return found.toSorted((a, b) => order(b, a) || (a.language < b.language ? -1 : 1));
}

const order = (a: GuidanceEdition, b: GuidanceEdition): number =>
  (a.edition ?? '') === (b.edition ?? '') ? 0 : (a.edition ?? '') < (b.edition ?? '') ? -1 : 1;

/** The edition that supersedes another: the newest in any language, if it is newer. */
export const newerThan = (edition: GuidanceEdition, all: readonly GuidanceEdition[]): GuidanceEdition | undefined => {
  const [newest] = all;
  return newest && order(newest, edition) > 0 ? newest : undefined;
};

/**
 * The edition in a language that was asked for, else the newest. A superseded one is warned of.
 *
 * @returns undefined when there is none in the language, which is not reported, or an error was reported
 */
export function chooseEdition(
  project: Project,
  guidance: string,
  { language, edition }: { readonly language: string; readonly edition?: string },
  report: Report,
): GuidanceEdition | 'faulty' | undefined {
  const all = editionsOf(project, guidance, report);
  const own = all.filter((each) => each.language === language);
  const fitting = edition === undefined ? own.slice(0, 1) : own.filter((each) => each.edition === edition);
  const [chosen] = fitting;
  if (!chosen) {
    if (own.length === 0 || edition === undefined) return undefined;
    const known = own.map((each) => `\`${each.edition ?? each.name}\``).join(', ');
    const message = `there is no edition \`${edition}\` of the guidance in \`${language}\``;
    const hint = `put it into \`content/guidance/${guidance}@${edition}.${language}.md\``;
    report(error('project/no-edition', message, undefined, `choose one of ${known}`, `or ${hint}`));
    return 'faulty';
  }
  const same = own.filter((each) => each !== chosen && each.edition === chosen.edition);
  for (const other of same) {
    const message = `\`${chosen.name}\` and \`${other.name}\` are both the edition ${chosen.edition ?? 'without a date'}`;
    const hint = 'move one of them away, or name each for its month: `@2026-05`';
    report(error('project/two-editions', message, { kind: 'text', path: other.name }, hint));
  }
  if (same.length > 0) return 'faulty';
  warnOfNewer(chosen, all, report);
  return chosen;
}

function warnOfNewer(chosen: GuidanceEdition, all: readonly GuidanceEdition[], report: Report): void {
  const newer = newerThan(chosen, all);
  if (newer?.edition === undefined) return;
  const { name, language, edition = 'without a date' } = chosen;
  const isThere = all.some((each) => each.language === language && each.edition === newer.edition);
  const message = `the guidance is the edition ${edition}, which the edition ${newer.edition} supersedes`;
  const remedy = isThere
    ? 'leave out --edition, and the newest is used'
    : `ask its issuer for the edition ${newer.edition} in \`${language}\`, and put it into \`content/guidance\``;
  const look = `see what is new with \`handbill guidance diff ${edition} ${newer.edition}\``;
  report(warning('rules/superseded-guidance', message, { kind: 'text', path: name }, remedy, look));
}
