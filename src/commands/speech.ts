import type { Language } from '../content/edition.ts';
import { parseGuidance } from '../content/guidance.ts';
import { standIn } from '../content/stand-in.ts';
import { parseFurniture } from '../data/furniture.ts';
import type { Record as CouncilRecord, Status } from '../data/record.ts';
import { parseTranslation, warnOfRest } from '../data/translation.ts';
import { error, warning } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Sources } from '../job.ts';
import type { Project } from '../project.ts';
import { chooseEdition } from './guidance-editions.ts';
import { loadPart, type Part, sound } from './parts.ts';

/** The document that every edition is made of. */
export const GUIDANCE = 'candidate-security';

/** The language of what comes with handbill, and of a council's own file. */
export const FIRST: Language = 'en';

/** What all editions of one language share. */
export type Speech = Pick<Sources, 'guidance' | 'furniture'>;

/** How an edition of the guidance is asked for. */
export type Asked = { readonly language: Language; readonly status: Status; readonly edition?: string };

/** What speaks one language, and which edition of the guidance it is. */
export type Spoken = Part<Speech> & { readonly edition?: string };

/** Guidance that nobody has supplied is an error; a draft shows where it is missing. */
export function loadSpeech(project: Project, { language, status, edition }: Asked, report: Report): Spoken | undefined {
  const choose = (of: Language): ReturnType<typeof chooseEdition> =>
    chooseEdition(project, GUIDANCE, { language: of, ...(edition !== undefined && { edition }) }, report);
  const own = choose(language);
  if (own === undefined && language !== FIRST)
    reportMissing(`content/guidance/${GUIDANCE}.${language}.md`, status, report);
  const labels = `content/furniture/${language}.yaml`;
  const isSpoken = project.has(labels) || language === FIRST;
  if (!isSpoken) {
    const hint = `translate \`content/furniture/${FIRST}.yaml\` into \`${labels}\``;
    report(error('project/no-furniture', `handbill has no labels in the language \`${language}\``, undefined, hint));
  }
  const furniture = isSpoken ? loadPart(project, labels, parseFurniture, report) : undefined;
  if (own === 'faulty' || (own === undefined && language !== FIRST && status !== 'draft')) return undefined;
  // Where there is none in the first language either, its absence is reported as that of any file.
  const read = own ?? choose(FIRST) ?? { name: `content/guidance/${GUIDANCE}.${FIRST}.md` };
  if (read === 'faulty') return undefined;
  const guidance = loadPart(project, read.name, parseGuidance, report);
  if (!guidance || !furniture) return undefined;
  const value = own || language === FIRST ? guidance.value : standIn(guidance.value, language);
  return {
    value: { guidance: value, furniture: furniture.value },
    inputs: [...guidance.inputs, ...furniture.inputs],
    ...('edition' in read && { edition: read.edition }),
  };
}

function reportMissing(name: string, status: Status, report: Report): void {
  const message = `there is no guidance \`${name}\``;
  const hint = 'put the words there that its issuer supplies: handbill translates nothing';
  const make = status === 'draft' ? warning : error;
  const draft = status === 'draft' ? 'the draft shows the gap in its place' : 'or see the gap with --draft';
  report(make('project/no-guidance', message, undefined, hint, draft));
}

/** A council's own file is in the first language; another file says in another language what is said in words. */
export function loadTranslation(
  project: Project,
  council: Part<CouncilRecord>,
  language: Language,
  report: Report,
): Part<CouncilRecord> | undefined {
  if (language === FIRST) return { value: council.value, inputs: [] };
  const name = `content/councils/${council.value.slug}.${language}.yaml`;
  if (!project.has(name)) {
    warnOfRest(council.value, () => false, name, report);
    return { value: council.value, inputs: [] };
  }
  const input = project.read(name, report);
  const value = input && sound(report, (counted) => parseTranslation(input.file, council.value, counted));
  return input && value && { value, inputs: [input] };
}
