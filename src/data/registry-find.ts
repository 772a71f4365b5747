import { nearest } from '../diagnostics/nearest.ts';
import type { RegisteredCouncil } from './registry.ts';

/** A council that a query may mean. */
export type Match = {
  readonly council: RegisteredCouncil;
  /** The query is its slug, one of its names or one of its codes, and not merely a part of them. */
  readonly isExact: boolean;
  /** The code that was asked for, if it is one that the council no longer has. */
  readonly formerCode?: string;
};

export type Finder = {
  readonly bySlug: (slug: string) => RegisteredCouncil | undefined;
  /** The councils that a slug, a name or a code may mean, the likeliest first. */
  readonly find: (query: string) => readonly Match[];
  /** Councils whose names are spelt nearly so, for a query that nothing was found for. */
  readonly near: (query: string) => readonly RegisteredCouncil[];
};

type Entry = { readonly council: RegisteredCouncil; readonly names: readonly Name[] };

/** A name as it is compared, and what is left of it without its rank. */
type Name = { readonly key: string; readonly core: string };

export function finderOf(councils: readonly RegisteredCouncil[]): Finder {
  const entries: readonly Entry[] = councils.map((council) => ({ council, names: namesOf(council) }));
  const slugs = new Map(councils.map((council) => [council.slug, council]));
  return {
    bySlug: (slug) => slugs.get(slug),
    find: (query) => findIn(entries, query),
    near: (query) => nearIn(entries, query),
  };
}

const namesOf = ({ slug, name, shortName, nameWelsh = '', otherNames }: RegisteredCouncil): Name[] =>
  [...new Set([slug, name, shortName, nameWelsh, ...otherNames].map(keyOf))].filter((key) => key !== '').map(nameOf);

const nameOf = (key: string): Name => ({ key, core: coreOf(key) });

/** Of these, none tells one council from another, and people write them or not. */
const UNHEEDED = new Set(['and', 'the', 'council', 'cyngor']);

/** A name as it is compared: without case, accents, punctuation, "and", "&" and "Council". */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’‘`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .map((word) => (word === 'saint' ? 'st' : word))
    .filter((word) => word !== '' && !UNHEEDED.has(word))
    .join(' ');

/** What is left of a name without its rank, which people easily mistake: "Leeds" of "City of Leeds". */
const coreOf = (key: string): string =>
  key
    .replace(/\b(royal|metropolitan|city|county|borough|district|london|of|cc|dc|bc|mbc)\b/g, '')
    .replace(/ +/g, ' ')
    .trim();

function findIn(entries: readonly Entry[], query: string): readonly Match[] {
  const code = query.trim().toUpperCase();
  if (/^[A-Z]\d{8}$/.test(code)) {
    return entries.flatMap(({ council }): Match[] => {
      if (council.gss === code) return [{ council, isExact: true }];
      return council.formerGss.includes(code) ? [{ council, isExact: true, formerCode: code }] : [];
    });
  }
  const wanted = nameOf(keyOf(query));
  if (wanted.key === '') return [];
  const ranked = entries
    .map(({ council, names }) => ({ council, rank: Math.min(...names.map((name) => rankOf(wanted, name))) }))
    .toSorted((a, b) => a.rank - b.rank);
  // What no name holds (a path, a picture) is no name, even where one can be read out of it.
  const isName = /^[\p{L}\p{M}\p{N}\s&'’‘`.,-]*$/u.test(query);
  // Who asks for Hull does not mean Solihull.
  const least = ranked[0]?.rank === 0 ? INSIDE : Infinity;
  return ranked
    .filter(({ rank }) => rank < least)
    .map(({ council, rank }) => ({ council, isExact: rank === 0 && isName }));
}

/** How well a query fits a name: 0 is the name itself; Infinity is not at all. */
function rankOf(query: Name, name: Name): number {
  if (query.key === name.key) return 0;
  if (query.core !== '' && query.core === name.core) return 1;
  if (name.key.startsWith(query.key)) return 2;
  const words = name.key.split(' ');
  if (query.key.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 3;
  return query.key.length > 2 && name.key.includes(query.key) ? INSIDE : Infinity;
}

/** The rank of a query that stands somewhere inside a word. */
const INSIDE = 4;

function nearIn(entries: readonly Entry[], query: string): readonly RegisteredCouncil[] {
  const key = keyOf(query);
  if (key === '' || /^[a-z]\d+$/.test(key)) return [];
  const found: RegisteredCouncil[] = [];
  while (found.length < 3) {
    const left = entries.filter(({ council }) => !found.includes(council));
    const keys = left.flatMap(({ names }) => names.map((name) => name.key));
    const meant = nearest(key, keys);
    const next = left.find(({ names }) => names.some((name) => name.key === meant));
    if (!next) break;
    found.push(next.council);
  }
  return found;
}
