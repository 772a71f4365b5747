import { CATALOGUE, TEMPLATES } from '../catalogue.ts';
import { editionTexts, textsInTwo } from '../content/edition-texts.ts';
import type { EditionTexts } from '../content/edition-texts.ts';
import { merge } from '../content/merge.ts';
import { counting } from '../diagnostics/collect.ts';
import { Stop } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../manifest.ts';
import type { Sources } from '../job.ts';
import { version } from '../project.ts';
import type { Project } from '../project.ts';
import { openShelf } from './sources.ts';
import type { Languages } from './specs/spec.ts';

/** The texts that a file should say; that it has none of the edition's own; or why they cannot be known any more. */
export type Comparison =
  | { readonly kind: 'texts'; readonly texts: EditionTexts }
  | { readonly kind: 'nothing-to-compare' }
  | { readonly kind: 'not-compared'; readonly why: string; readonly hint: string };

const languagesIn = (language: string): Languages => {
  const [first = '', second] = language.split('-');
  return second === undefined ? [first] : [first, second];
};

const again = 'build the file again, and check that one';

const not = (why: string, hint = again): Comparison => ({ kind: 'not-compared', why, hint });

/** Makes the edition of a file anew, if everything that it was made of is still as it was. */
export function comparisonOf(entry: Entry, project: Project): Comparison {
  if (!TEMPLATES.some((name) => name === entry.template && CATALOGUE[name].says === 'whole'))
    return { kind: 'nothing-to-compare' };
  if (entry.handbill !== version()) {
    return not(
      `it was made by ${entry.handbill === undefined ? 'an earlier version' : `version ${entry.handbill}`} of handbill`,
    );
  }
  const { report, errors } = counting(() => {});
  const changed = Object.keys(entry.inputs)
    .toSorted()
    .find((name) => !project.has(name) || project.read(name, report)?.sha256 !== entry.inputs[name]);
  if (changed !== undefined) {
    const gone = !project.has(changed);
    const hint = gone ? 'name the project that it was made from with --project' : again;
    return not(`\`${changed}\` ${gone ? 'is not in the project' : 'has changed since'}`, hint);
  }
  const loaded = openShelf(project, report).load(entry.council, entry.area, report, {
    status: entry.status,
    languages: languagesIn(entry.language),
  });
  if (!loaded || errors() > 0)
    return not(`the files of \`${entry.council}\` have faults`, 'mend what `handbill check` finds');
  const added = loaded.inputs.find(({ name }) => entry.inputs[name] === undefined);
  if (added) return not(`\`${added.name}\` was added since`);
  if (loaded.language !== entry.language) return not(`it is in another language (\`${entry.language}\`)`);
  const textsOf = ({ guidance, links, record, words }: Sources): EditionTexts =>
    editionTexts(merge(guidance, { links, record, status: entry.status, ...(words && { words }) }, report));
  try {
    const texts = textsOf(loaded.sources);
    const both = loaded.second ? textsInTwo(texts, textsOf(loaded.second)) : texts;
    if (errors() === 0) return { kind: 'texts', texts: both };
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
  }
  return not(`the files of \`${entry.council}\` have faults`, 'mend what `handbill check` finds');
}
