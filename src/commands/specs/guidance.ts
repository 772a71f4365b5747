import type { Common, Spec } from './spec.ts';
import { shared } from './spec.ts';

export type GuidanceCommand =
  | { readonly kind: 'guidance'; readonly action: 'list'; readonly common: Common }
  | {
      readonly kind: 'guidance';
      readonly action: 'diff';
      /** Two editions (`2025-05`), or the files that hold them: the older and the newer. */
      readonly before: string;
      readonly after: string;
      readonly language: string;
      readonly common: Common;
    };

export const guidance: Spec<GuidanceCommand> = {
  name: 'guidance',
  positionals: '<action> [before] [after]',
  summary: 'List the editions of the guidance, or tell what is new in one',
  define: (command) =>
    command
      .usage(
        'handbill guidance list [options]\nhandbill guidance diff <before> <after> [options]\n\nLists the editions of the guidance that there are, or compares two of them: sentences that were\nadded, removed or changed, links, merge fields and numbers, and the councils whose own words\nstand in a place that is no more. In a sentence, [-what went-] and {+what came+}.',
      )
      .positional('action', { choices: ['list', 'diff'], describe: 'list or diff' })
      .positional('before', { type: 'string', describe: 'diff: the older edition, as 2025-05, or its file' })
      .positional('after', { type: 'string', describe: 'diff: the newer one' })
      .option('language', { ...shared.language, describe: 'Language of editions that are named: en, cy (default: en)' })
      .example('handbill guidance diff 2025-05 2026-05', 'what the edition of May 2026 says otherwise')
      .example('handbill guidance diff 2025-05 new.md', 'the same of a file that is not in the project yet'),
  read(given, common) {
    const [action, before, after] = ['action', 'before', 'after'].map((name) => given.one(name));
    const language = given.one('language') ?? 'en';
    if (!/^[a-z]{2,3}$/.test(language)) given.wrong.push(`--language is \`${language}\`, expected one such as \`cy\``);
    if (action === 'list' && before !== undefined) given.wrong.push(`unknown argument: ${before}`);
    if (action === 'diff' && after === undefined) given.wrong.push('missing: <before> <after>');
    if (action !== 'diff') return { kind: 'guidance', action: 'list', common };
    return { kind: 'guidance', action, before: before ?? '', after: after ?? '', language, common };
  },
  needs: 'desk',
  load: async () => (await import('../guidance.ts')).guidance,
};
