import type { Area } from '../data/areas.ts';
import { parseSignOff, signOffName } from '../data/sign-off.ts';
import { type Entry, sha256 } from '../manifest.ts';
import type { Output } from '../output.ts';
import type { Project } from '../project.ts';
import type { Wanted } from './editions.ts';
import { namesIn, signedOff } from './entries.ts';
import type { Loaded } from './sources.ts';
import { FIRST } from './speech.ts';

/** What is known of the files of an output folder, and whether they are still what would be made. */
export type Ledger = {
  /** What is known of the file at a path, if it would be made just so again, of the area that is named or of none. */
  readonly sound: (
    path: string,
    language: string,
    wanted: Wanted,
    area?: Pick<Area, 'name' | 'names'>,
  ) => Entry | undefined;
  /** Whether what all councils share has been seen to be what an entry was made from. */
  readonly isShared: (entry: Entry) => boolean;
  /** Takes what a council is made of now. */
  readonly see: (loaded: Loaded) => void;
};

/** What is known of the files of an output folder, from its manifest and from the journals of runs that ended. */
export type Known = {
  readonly entries: readonly Entry[];
  readonly recipe: string;
  /** When the manifest was written, in milliseconds since 1970. */
  readonly written: number;
};

/**
 * Decides whether files are unchanged without parsing anything: by the hashes of the files that they were made from, and
 * by what else decides their bytes. That a file stands is known by its size; if it was written after the manifest, by
 * its hash.
 */
export function openLedger(project: Project, output: Output, { entries, recipe, written }: Known): Ledger {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const holding = new Map<Entry['inputs'], boolean>();
  const signings = new Map<string, Entry['contacts'] | 'faulty'>();
  const shared = new Set<string>();
  const seen = new Set<Entry['inputs']>();

  const holds = ({ council, inputs }: Entry, languages: readonly string[]): boolean => {
    const known = holding.get(inputs) ?? isAsItWas(council, inputs, languages, project);
    holding.set(inputs, known);
    return known;
  };
  /** The contacts of an entry with who has signed for them by now. */
  const signedNow = ({ council, contacts }: Entry): Entry['contacts'] | 'faulty' => {
    if (!contacts) return 'faulty';
    const key = `${council} ${contacts.sha256}`;
    const known = signings.get(key) ?? signingOf(council, contacts.sha256, project);
    signings.set(key, known);
    return known;
  };
  const stands = (entry: Entry): boolean => {
    const found = output.measure(entry.path);
    if (found?.size !== entry.size) return false;
    return found.written <= written || hashOf(entry.path, output) === entry.sha256;
  };
  return {
    sound(path, language, wanted, area) {
      const { status, day, purpose = { kind: 'screen' }, languages = [FIRST], strictness } = wanted;
      const entry = byPath.get(path);
      if (!entry || entry.recipe !== recipe || entry.area !== area?.name || entry.council !== wanted.council)
        return undefined;
      if (entry.date !== day || entry.status !== status || entry.language !== language) return undefined;
      if ((entry.purpose ?? 'screen') !== purpose.kind || !areSame(entry.names, namesIn(language, area?.names)))
        return undefined;
      if (strictness === 'strict' && entry.warnings) return undefined;
      if (!holds(entry, languages)) return undefined;
      const contacts = signedNow(entry);
      if (contacts === 'faulty' || !contacts || !stands(entry)) return undefined;
      const same = contacts.signedOff?.name === entry.contacts?.signedOff?.name;
      return same && contacts.signedOff?.date === entry.contacts?.signedOff?.date ? entry : { ...entry, contacts };
    },
    isShared({ inputs }) {
      if (seen.has(inputs)) return true;
      if (!shared.has(sharedIn(Object.entries(inputs)))) return false;
      seen.add(inputs);
      return true;
    },
    see({ inputs }) {
      const named = inputs.map((input) => [input.name, input.sha256] as const);
      shared.add(sharedIn(named.toSorted(([a], [b]) => (a < b ? -1 : 1))));
    },
  };
}

/** What no council has for itself. */
const sharedIn = (inputs: readonly (readonly [name: string, sha256: string])[]): string =>
  inputs.filter(([name]) => /^content\/(?:guidance|furniture)\/|^content\/links\.yaml$/.test(name)).join('\n');

/** Whether all files are as they were, and none is there that would be read too. */
function isAsItWas(council: string, inputs: Entry['inputs'], languages: readonly string[], project: Project): boolean {
  const names = Object.keys(inputs);
  const own = languages.flatMap((language) => [
    `content/councils/${council}.${language}.md`,
    ...(language === FIRST ? [] : [`content/councils/${council}.${language}.yaml`]),
  ]);
  const logos = names.flatMap((name) =>
    name.endsWith('/brand.yaml') ? [name.replace(/brand\.yaml$/, 'logo.svg')] : [],
  );
  const added = [...own, ...logos].some((name) => inputs[name] === undefined && project.has(name));
  return !added && names.every((name) => project.sha256(name) === inputs[name]);
}

function signingOf(council: string, contacts: string, project: Project): NonNullable<Entry['contacts']> | 'faulty' {
  const name = signOffName(council);
  if (!project.has(name)) return { sha256: contacts, signedOff: null };
  const faults: unknown[] = [];
  const input = project.read(name, (fault) => faults.push(fault));
  const signOff = input && parseSignOff(input.file, (fault) => faults.push(fault));
  if (!signOff || faults.length > 0) return 'faulty';
  return { sha256: contacts, signedOff: signedOff({ sha256: contacts, signOff }) };
}

function hashOf(path: string, { fs, folder }: Output): string | undefined {
  try {
    return sha256(fs.readFileSync(`${folder}/${path}`));
  } catch {
    return undefined;
  }
}

const areSame = (one: Entry['names'] = {}, other: Entry['names'] = {}): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((key) => one[key] === other[key]);
