import { parseRegistry } from '../data/registry.ts';
import type { RegisteredCouncil, Registry } from '../data/registry.ts';
import type { Match } from '../data/registry-find.ts';
import { error, warning } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Project } from '../project.ts';

/** Reads the registry that is in the project, or the one that handbill brings along. */
export function loadRegistry(project: Project, report: Report): Registry | undefined {
  const hint = "leave the project's own out, so that handbill's is used, or install handbill again";
  const councils = project.read('content/registry/councils.csv', report, hint);
  const forces = project.read('content/registry/police-forces.csv', report, hint);
  return councils && forces && parseRegistry({ councils: councils.file, forces: forces.file }, report);
}

/** Warns when a council was found by a code that it no longer has. */
export function warnOfFormerCode({ council, formerCode }: Match, report: Report): void {
  if (formerCode === undefined) return;
  const message = `\`${formerCode}\` is a former code: ${council.name} has \`${council.gss ?? 'none'}\` now`;
  report(warning('registry/former-code', message, undefined, 'use the new code, and see that lists you work with do'));
}

/** @param likely the councils that may have been meant */
export function reportNoMatch(query: string, likely: readonly RegisteredCouncil[], report: Report): void {
  const rule = 'registry/no-match';
  if (/^[a-z]\d{8}$/i.test(query)) {
    const hint =
      'look for its name: a council that is no more has no code here, and the one that took its place has another';
    report(error(rule, `no council has the code \`${query}\``, undefined, hint));
    return;
  }
  const more = likely.length - SHOWN;
  const meant = likely.slice(0, SHOWN).map(({ slug, name }) => `did you mean \`${slug}\`, ${name}?`);
  const list =
    more > 0 ? `\`handbill councils ${query}\` lists ${more} more` : '`handbill councils` lists all that there are';
  report(error(rule, `no council \`${query}\` in the registry`, undefined, ...meant, list));
}

const SHOWN = 5;
