import type { RegisteredCouncil, Registry } from '../data/registry.ts';
import { foldCouncil } from '../data/same-council.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** A council that has a file in the project, and what tells its rows from those of others. */
export type Owner = {
  readonly slug: string;
  readonly name: string;
  readonly shortName?: string;
  readonly gss?: string;
};

/** What the rows of one council are named by: codes and names as they stand in the file. */
export type Named = { readonly codes: readonly string[]; readonly names: readonly string[] };

/** Whose rows they are. */
export type Matched =
  | {
      readonly kind: 'own' | 'registered';
      readonly slug: string;
      readonly name: string;
      /** What the registry knows of it. */
      readonly council?: RegisteredCouncil;
      /** A code in the file that the council no longer has. */
      readonly formerCode?: string;
      /** A code in the file that is not the council's, though the name is. */
      readonly otherCode?: string;
    }
  /** A code that no council of today has. */
  | { readonly kind: 'gone'; readonly code: string; readonly name?: string }
  /** Several councils are named alike, or code and name say different ones. */
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly name: string; readonly likely: readonly string[] };

export type Found = Extract<Matched, { readonly kind: 'own' | 'registered' }>;

export type Matcher = (named: Named) => readonly Matched[];

/**
 * Finds the councils that codes and names mean: those of the project first, then those of the registry. Only a whole
 * name, slug or code will do. Several are given where a row names several, as a county and the district in it.
 */
export function matcherOf(owners: readonly Owner[], registry: Registry): Matcher {
  const own = new Map(owners.map((owner) => [owner.slug, owner]));
  const found = (slug: string, council?: RegisteredCouncil, formerCode?: string): Found => ({
    kind: own.has(slug) ? 'own' : 'registered',
    slug,
    name: own.get(slug)?.name ?? council?.name ?? slug,
    ...(council && { council }),
    ...(formerCode !== undefined && { formerCode }),
  });
  const byCode = (code: string): Found | undefined => {
    const [match] = registry.find(code);
    const owner = owners.find(({ gss }) => gss === code || (gss !== undefined && gss === match?.council.gss));
    if (owner) return found(owner.slug, match?.council ?? registry.bySlug(owner.slug), match?.formerCode);
    return match && found(match.council.slug, match.council, match.formerCode);
  };
  const all = [...new Set([...owners.map(({ slug }) => slug), ...registry.councils.map(({ slug }) => slug)])];
  const folded = new Map<string, Set<string>>();
  for (const slug of all) {
    const [owner, council] = [own.get(slug), registry.bySlug(slug)];
    const names = [owner?.name, owner?.shortName, council?.name, council?.nameWelsh, ...(council?.otherNames ?? [])];
    for (const key of names.map((name) => foldCouncil(name ?? ''))) {
      if (key !== '') folded.set(key, (folded.get(key) ?? new Set()).add(slug));
    }
  }
  const byName = (name: string): Matched => {
    const exact = new Set([
      ...(own.has(name) ? [name] : []),
      ...owners.filter((owner) => owner.name === name || owner.shortName === name).map(({ slug }) => slug),
    ]);
    if (exact.size === 0) {
      for (const { council, isExact } of registry.find(name)) if (isExact) exact.add(council.slug);
    }
    const alike = IS_NAME.test(name) ? folded.get(foldCouncil(name)) : undefined;
    const slugs = [...(exact.size > 0 ? exact : (alike ?? []))];
    const [slug, ...others] = slugs;
    if (slug !== undefined && others.length === 0) return found(slug, registry.bySlug(slug));
    const named = (each: string): string => own.get(each)?.name ?? registry.bySlug(each)?.name ?? each;
    if (slug !== undefined) return { kind: 'several', names: slugs.map(named) };
    return { kind: 'unknown', name, likely: likely(name, owners, registry) };
  };
  const match = ({ codes, names }: Named): readonly Matched[] => {
    const coded = codes.map((code) => [code, byCode(code)] as const);
    const sure = coded.flatMap(([, one]) => one ?? []);
    if (sure.length > 0) return once(sure);
    const called = names.map(byName);
    const known = called.filter((one): one is Found => one.kind === 'own' || one.kind === 'registered');
    const [code] = codes;
    if (known.length > 0) return once(known.map((one) => (code === undefined ? one : { ...one, otherCode: code })));
    const [name] = names;
    if (code !== undefined) return [{ kind: 'gone', code, ...(name !== undefined && { name }) }];
    return called.slice(0, 1);
  };
  const known = new Map<string, readonly Matched[]>();
  return (named) => {
    const key = JSON.stringify([named.codes, named.names]);
    const before = known.get(key) ?? match(named);
    known.set(key, before);
    return before;
  };
}

/** What no name holds (a path, an address) is none, even where one can be read out of it. */
const IS_NAME = /^[\p{L}\p{M}\p{N}\s&'’‘`.,()-]*$/u;

const once = (found: readonly Found[]): readonly Found[] => [...new Map(found.map((one) => [one.slug, one])).values()];

/** Who may have been meant by a name that nobody has, the project's councils first. */
function likely(name: string, owners: readonly Owner[], registry: Registry): readonly string[] {
  const near = nearest(
    name,
    owners.flatMap((owner) => [owner.name, owner.shortName ?? '', owner.slug]),
  );
  const others = [...registry.find(name).map(({ council }) => council), ...registry.near(name)];
  const meant = owners.filter(
    (owner) => near !== undefined && [owner.name, owner.shortName, owner.slug].includes(near),
  );
  return [...new Set([...meant.map((owner) => owner.name), ...others.map((council) => council.name)])].slice(0, 3);
}
