import { contactsInWords } from '../content/contacts-in-words.ts';
import type { Found } from '../content/contacts-in-words.ts';
import type { Language } from '../content/edition.ts';
import type { Guidance } from '../content/guidance.ts';
import { parseLinks } from '../content/links.ts';
import { parseLocalWords } from '../content/local-words.ts';
import { checkEditions, checkParity } from '../content/parity.ts';
import { parseBrand } from '../data/brand-file.ts';
import type { Brand } from '../data/brand.ts';
import { contactsHash } from '../data/contacts.ts';
import { parseCouncil, withArea } from '../data/council.ts';
import type { Record as CouncilRecord, Status } from '../data/record.ts';
import type { Registry } from '../data/registry.ts';
import { officeSheet, type Sheet } from '../data/sheet.ts';
import { parseSignOff, signOffName } from '../data/sign-off.ts';
import type { SignOff } from '../data/sign-off.ts';
import type { Parsed } from '../data/yaml.ts';
import { counting } from '../diagnostics/collect.ts';
import { error } from '../diagnostics/diagnostic.ts';
import type { Diagnostic, Place, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Sources } from '../job.ts';
import { loadPart, once, type Part, pictureShelf, sound } from './parts.ts';
import { loadSheet } from './sheets.ts';
import type { Languages } from './specs/spec.ts';
import { loadRegistry } from './registry.ts';
import { FIRST, GUIDANCE, loadSpeech, loadTranslation, type Spoken } from './speech.ts';
import { isLogoOfOtherKind } from '../project-logo.ts';
import { readFaces, SLUG } from '../project.ts';
import type { Input, Project } from '../project.ts';
import { openFaces } from '../typeset/faces.ts';
import type { Also } from '../typeset/template.ts';

/** The sources of an edition, of both languages where it has two, and the files that they were read from. */
export type Loaded = {
  readonly sources: Sources;
  /** Of an edition in two languages, what the second is made of. */
  readonly second?: Sources;
  readonly inputs: readonly Input[];
  /** As files are named: `en`, `cy-en`. */
  readonly language: string;
  readonly contacts: Contacts;
  /** What its cards are put on. */
  readonly sheet: Part<Sheet>;
  /** What was warned of, of the council and its files. */
  readonly warnings?: readonly Diagnostic[];
};

/** What a record's contacts are as a whole, and who has signed for them. */
export type Contacts = {
  /** The numbers and addresses in the council's own words. */
  readonly inWords: readonly Found[];
  readonly sha256: string;
  readonly signOff?: Parsed<SignOff>;
};

/** Stage 1, parse, for one council after another; what they share is parsed once. */
export type Shelf = {
  /** @returns undefined when an error was reported, for this council or for what all of them share */
  readonly load: (slug: string, area: string | undefined, report: Report, as?: Edited) => Loaded | undefined;
  /** The languages in which guidance has been supplied. */
  readonly languages: () => readonly Language[];
  /** Councils and police forces, read when they are first asked for; undefined when an error was reported. */
  readonly registry: () => Registry | undefined;
};

/** How an edition is to be made; without an edition of the guidance, the newest, and without a sheet the office's. */
export type Edited = {
  readonly status?: Status;
  readonly languages?: Languages;
  readonly edition?: string;
  readonly sheet?: string;
};

/** @param report takes what is found in the files that all councils share, once */
export function openShelf(project: Project, report: Report): Shelf {
  const shared = once(() => loadShared(project, report));
  const speech = new Map<string, Spoken | undefined>();
  const speechOf = (language: Language, status: Status, edition: string | undefined): Spoken | undefined => {
    const key = `${language} ${status} ${edition ?? ''}`;
    const asked = { language, status, ...(edition !== undefined && { edition }) };
    if (!speech.has(key)) speech.set(key, loadSpeech(project, asked, report));
    return speech.get(key);
  };
  const councils = once(() => project.councils('all'));
  const brands = new Map<string, Part<Brand> | undefined>();
  const sheets = new Map<string, Part<Sheet> | undefined>();
  const compared = new Map<string, boolean>();
  type Editions = readonly [string | undefined, string | undefined];
  const areAlike = (one: Guidance, other: Guidance, [ours, theirs]: Editions, status: Status): boolean => {
    const key = `${one.facts.path} ${other.facts.path} ${status}`;
    const { report: counted, errors } = counting(report);
    if (!compared.has(key)) {
      checkEditions(other, ours, theirs, counted);
      checkParity(one, other, status, counted);
      compared.set(key, errors() === 0);
    }
    return compared.get(key) === true;
  };
  return {
    languages: () => project.languages(GUIDANCE),
    registry: once(() => loadRegistry(project, report)),
    load(
      slug,
      area,
      reportCouncil,
      { status = 'final', languages = [FIRST], edition, sheet: paper = officeSheet.name } = {},
    ) {
      const common = shared();
      const spoken: readonly Language[] = languages;
      const speeches = spoken.map((language) => speechOf(language, status, edition));
      // What is no council is no record: it is reported for nobody.
      if (!isCouncil(councils(), slug, report)) return undefined;
      const council = loadCouncil(project, slug, status, reportCouncil);
      if (!council) return undefined;
      const { brand: id } = council.value.council;
      if (!brands.has(id)) brands.set(id, loadBrand(project, id, council.value.placeOf('brand'), report));
      const brand = brands.get(id);
      if (!sheets.has(paper)) sheets.set(paper, loadSheet(project, paper, report));
      const sheet = sheets.get(paper);
      const signOff = loadSignOff(project, slug, reportCouncil);
      const parts = spoken.map((language, i) => {
        const own = loadTranslation(project, council, language, reportCouncil);
        const words = loadWords(project, slug, language, reportCouncil);
        const said = speeches[i];
        if (!common || !brand || !said || !own || words === 'faulty') return undefined;
        const record = area === undefined ? own.value : withArea(own.value, area);
        const sources: Sources = {
          ...common.value,
          ...said.value,
          brand: brand.value,
          record,
          ...(words && { words: words.value }),
        };
        return { sources, inputs: [...said.inputs, ...own.inputs, ...(words?.inputs ?? [])] };
      });
      const [first, second] = parts;
      if (!common || !brand || !sheet || !first || signOff === 'faulty' || parts.includes(undefined)) return undefined;
      // Of what stands in for guidance that nobody has supplied there is nothing to compare.
      const isOneFile = first.sources.guidance.file.path === second?.sources.guidance.file.path;
      if (second && !isOneFile) {
        const [ours, theirs] = speeches.map((each) => each?.edition);
        const editions = [ours, theirs] as const;
        if (!areAlike(first.sources.guidance, second.sources.guidance, editions, status)) return undefined;
      }
      const others = second ? spoken : council.value.council.nation === 'wales' ? project.languages(GUIDANCE) : [];
      const alsoOf = (language: Language): readonly Also[] => {
        return others.flatMap((other) => {
          const furniture = other === language ? undefined : speechOf(other, status, edition)?.value.furniture;
          return furniture
            ? [{ language: furniture.tag, says: furniture.alsoHere, ...(second && { isBeside: true as const }) }]
            : [];
        });
      };
      const inWords = parts.flatMap((part) => contactsInWords(part?.sources.words));
      const sha256 = contactsHash(council.value, inWords);
      const inputs = [
        ...common.inputs,
        ...council.inputs,
        ...brand.inputs,
        ...parts.flatMap((part) => part?.inputs ?? []),
        // It is said in these that there is one in their language too.
        ...others.flatMap((other) => speechOf(other, status, edition)?.inputs.filter(isOfFurniture) ?? []),
      ];
      return {
        sources: { ...first.sources, also: alsoOf(spoken[0]!) },
        ...(second && { second: { ...second.sources, also: alsoOf(spoken[1]!) } }),
        inputs: [...new Map(inputs.map((input) => [input.name, input])).values()],
        language: spoken.join('-'),
        sheet,
        contacts: { inWords, sha256, ...(signOff && { signOff }) },
      };
    },
  };
}

const isOfFurniture = ({ name }: Input): boolean => name.startsWith('content/furniture/');

/** What all editions share. */
type Shared = Pick<Sources, 'links' | 'faces'>;

function loadShared(project: Project, report: Report): Part<Shared> | undefined {
  const links = loadPart(project, 'content/links.yaml', parseLinks, report);
  return links && { value: { links: links.value, faces: openFaces(readFaces()) }, inputs: links.inputs };
}

/** Whether the project has the council; reports it if not. */
function isCouncil(known: readonly string[], slug: string, report: Report): boolean {
  const name = `content/councils/${slug}.yaml`;
  if (!known.includes(slug)) {
    const near = nearest(slug, known);
    const hints = [
      ...(near === undefined ? [] : [`did you mean \`${near}\`?`]),
      known.length > 0 ? `known councils: ${listed(known)}` : 'the project has no councils yet',
      SLUG.test(slug) ? `or write \`${name}\`` : 'name a council by its file in `content/councils`, without the ending',
    ];
    report(error('project/unknown-council', `no council \`${slug}\``, undefined, ...hints));
    return false;
  }
  return true;
}

function loadCouncil(project: Project, slug: string, status: Status, report: Report): Part<CouncilRecord> | undefined {
  const input = project.read(`content/councils/${slug}.yaml`, report);
  const value = input && sound(report, (counted) => parseCouncil(input.file, slug, counted, status));
  return input && value && { value, inputs: [input] };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `\`${name}\``);
  return shown.join(', ') + (names.length > 20 ? ` and ${names.length - 20} more` : '');
}

/**
 * Loads a brand by its name.
 *
 * @param named where, if a file names it
 * @returns undefined when an error was reported
 */
export function loadBrand(
  project: Project,
  id: string,
  named: Place | undefined,
  report: Report,
): Part<Brand> | undefined {
  const [brandName, logoName] = [`content/brands/${id}/brand.yaml`, `content/brands/${id}/logo.svg`];
  if (!SLUG.test(id) || !project.has(brandName)) {
    const near = nearest(id, project.brands('all'));
    const hints = [
      ...(near === undefined ? [] : [`did you mean \`${near}\`?`]),
      SLUG.test(id) ? `or write \`${brandName}\`` : 'name a brand by its folder in `content/brands`',
    ];
    report(error('project/unknown-brand', `no brand \`${id}\``, named, ...hints));
    return undefined;
  }
  const brand = project.read(brandName, report);
  const logo = project.has(logoName) ? project.read(logoName, report) : undefined;
  if (!brand || (!logo && project.has(logoName))) return undefined;
  if (!logo && isLogoOfOtherKind(`content/brands/${id}`, project.has, report)) return undefined;
  const files = { brand: brand.file, ...(logo && { logo: logo.file }) };
  const value = sound(report, (counted) => parseBrand(id, files, counted));
  return value && { value, inputs: [brand, ...(logo ? [logo] : [])] };
}

/** A council's own words are its choice: none is no fault. */
function loadWords(
  project: Project,
  slug: string,
  language: Language,
  report: Report,
): Part<NonNullable<Sources['words']>> | 'faulty' | undefined {
  const name = `content/councils/${slug}.${language}.md`;
  if (!project.has(name)) return undefined;
  const input = project.read(name, report);
  const { shelf, inputs } = pictureShelf(project);
  const value = input && sound(report, (counted) => parseLocalWords(input.file, counted, shelf));
  return input && value ? { value, inputs: [input, ...inputs] } : 'faulty';
}

/** Nobody need sign; but what was signed must be legible. */
function loadSignOff(project: Project, slug: string, report: Report): Parsed<SignOff> | 'faulty' | undefined {
  const name = signOffName(slug);
  if (!project.has(name)) return undefined;
  const input = project.read(name, report);
  const remedy = 'move the file away, and sign again with `handbill sign-off`';
  const withRemedy: Report = (diagnostic) => report({ ...diagnostic, hints: [...diagnostic.hints, remedy] });
  return (input && sound(withRemedy, (counted) => parseSignOff(input.file, counted))) ?? 'faulty';
}
