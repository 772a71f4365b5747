import { contactsInWords } from '../content/contacts-in-words.ts';
import type { Found } from '../content/contacts-in-words.ts';
import type { Language } from '../content/edition.ts';
import type { PictureShelf } from '../content/figures.ts';
import { parseGuidance } from '../content/guidance.ts';
import { parseLinks } from '../content/links.ts';
import { parseLocalWords } from '../content/local-words.ts';
import { parseBrand } from '../data/brand-file.ts';
import type { Brand } from '../data/brand.ts';
import { contactsHash } from '../data/contacts.ts';
import { parseCouncil, withArea } from '../data/council.ts';
import { parseFurniture } from '../data/furniture.ts';
import type { Record as CouncilRecord, Status } from '../data/record.ts';
import { parseSignOff, signOffName } from '../data/sign-off.ts';
import type { SignOff } from '../data/sign-off.ts';
import type { Parsed } from '../data/yaml.ts';
import { error, isError, Stop } from '../diagnostics/diagnostic.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Sources } from '../pipeline.ts';
import { readFaces, SLUG } from '../project.ts';
import type { Input, Project } from '../project.ts';
import { openFaces } from '../typeset/faces.ts';

/** The sources of one edition, and the files that they were read from. */
export type Loaded = {
  readonly sources: Sources;
  readonly inputs: readonly Input[];
  readonly language: Language;
  readonly contacts: Contacts;
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
  readonly load: (slug: string, area: string | undefined, report: Report, status?: Status) => Loaded | undefined;
};

const GUIDANCE = 'candidate-security';
const LANGUAGE: Language = 'en';

/** @param report takes what is found in the files that all councils share, once */
export function openShelf(project: Project, report: Report): Shelf {
  const shared = once(() => loadShared(project, report));
  const brands = new Map<string, Part<Brand> | undefined>();
  return {
    load(slug, area, reportCouncil, status = 'final') {
      const common = shared();
      // What is no council is no record: it is reported for nobody.
      if (!isCouncil(project, slug, report)) return undefined;
      const council = loadCouncil(project, slug, status, reportCouncil);
      if (!council) return undefined;
      const { brand: id } = council.value.council;
      if (!brands.has(id)) brands.set(id, loadBrand(project, id, council.value.placeOf('brand'), report));
      const brand = brands.get(id);
      const words = loadWords(project, slug, reportCouncil);
      const signOff = loadSignOff(project, slug, reportCouncil);
      if (!common || !brand || words === 'faulty' || signOff === 'faulty') return undefined;
      const inWords = contactsInWords(words?.value);
      const sha256 = contactsHash(council.value, inWords);
      const record = area === undefined ? council.value : withArea(council.value, area);
      return {
        sources: { ...common.value, brand: brand.value, record, ...(words && { words: words.value }) },
        inputs: [...common.inputs, ...council.inputs, ...brand.inputs, ...(words?.inputs ?? [])],
        language: LANGUAGE,
        contacts: { inWords, sha256, ...(signOff && { signOff }) },
      };
    },
  };
}

/** Something parsed, and the files it came from. */
type Part<T> = { readonly value: T; readonly inputs: readonly Input[] };

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/**
 * Parses a file, and makes sure that what is faulty is not used: a parser may go on after an error, to find more of
 * them, or stop.
 */
function sound<T>(report: Report, parse: (report: Report) => T | undefined): T | undefined {
  let faults = 0;
  try {
    const value = parse((diagnostic) => {
      if (isError(diagnostic)) faults++;
      report(diagnostic);
    });
    return faults > 0 ? undefined : value;
  } catch (cause) {
    if (cause instanceof Stop) return undefined;
    throw cause;
  }
}

/** The pictures of a project, and those of them that were read. */
function pictureShelf(project: Project): { readonly shelf: PictureShelf; readonly inputs: readonly Input[] } {
  const inputs: Input[] = [];
  const read: PictureShelf['read'] = (name, report) => {
    const input = project.read(`content/pictures/${name}`, report);
    if (input) inputs.push(input);
    return input?.file;
  };
  return { shelf: { names: project.pictures, read }, inputs };
}

type Shared = Pick<Sources, 'guidance' | 'links' | 'furniture' | 'faces'>;

function loadShared(project: Project, report: Report): Part<Shared> | undefined {
  const hint = "leave the project's own out, so that handbill's is used, or install handbill again";
  const load = <T>(
    name: string,
    parse: (file: Input['file'], report: Report, shelf: PictureShelf) => T,
  ): Part<T> | undefined => {
    const input = project.read(name, report, hint);
    const { shelf, inputs } = pictureShelf(project);
    const value = input && sound(report, (counted) => parse(input.file, counted, shelf));
    return input && value !== undefined ? { value, inputs: [input, ...inputs] } : undefined;
  };
  const guidance = load(`content/guidance/${GUIDANCE}.${LANGUAGE}.md`, parseGuidance);
  const links = load('content/links.yaml', parseLinks);
  const furniture = load(`content/furniture/${LANGUAGE}.yaml`, parseFurniture);
  if (!guidance || !links || !furniture) return undefined;
  const faces = openFaces(readFaces());
  const value = { guidance: guidance.value, links: links.value, furniture: furniture.value, faces };
  return { value, inputs: [...guidance.inputs, ...links.inputs, ...furniture.inputs] };
}

/** Whether the project has the council; reports it if not. */
function isCouncil(project: Project, slug: string, report: Report): boolean {
  const known = project.councils('all');
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
  const files = { brand: brand.file, ...(logo && { logo: logo.file }) };
  const value = sound(report, (counted) => parseBrand(id, files, counted));
  return value && { value, inputs: [brand, ...(logo ? [logo] : [])] };
}

/** A council's own words are its choice: none is no fault. */
function loadWords(
  project: Project,
  slug: string,
  report: Report,
): Part<NonNullable<Sources['words']>> | 'faulty' | undefined {
  const name = `content/councils/${slug}.${LANGUAGE}.md`;
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
