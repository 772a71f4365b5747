import type { Area, Areas } from '../data/areas.ts';
import { error, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** Which of the areas a run is for. */
export type Share =
  | { readonly kind: 'all' }
  /** Those with these names, each as it was typed: it may hold several, with commas between them. */
  | { readonly kind: 'only'; readonly names: readonly string[] }
  /** The one with this name, and all after it. */
  | { readonly kind: 'from'; readonly name: string }
  /** One of so many parts of nearly equal length, counted from 1. */
  | { readonly kind: 'shard'; readonly number: number; readonly of: number };

/** The areas of one council. */
export type Listed = { readonly council: string; readonly list: Areas };

/** Of a council that is listed, the areas that were chosen, and whether it is the run's to make what it has once. */
export type Chosen<T> = { readonly part: T; readonly areas: readonly Area[]; readonly makesOnce: boolean };

/**
 * The areas that a run is for. They keep their order, and councils of which nothing is chosen are left out. Shards are
 * cut from the list as it stands, so that a council's areas stay together: each area is in one of them, on whatever
 * machine it is made. What a council has once is made where its first area is.
 *
 * @returns undefined when an error was reported
 */
export function choose<T extends Listed>(
  parts: readonly T[],
  share: Share,
  report: Report,
): readonly Chosen<T>[] | undefined {
  if (share.kind === 'only') {
    const wanted = new Set(namedIn(parts, share.names, report));
    if (wanted.size === 0) return undefined;
    return kept(parts, (area) => wanted.has(area), 'any');
  }
  const total = parts.reduce((sum, { list }) => sum + list.areas.length, 0);
  let at = 0;
  if (share.kind === 'from') {
    const first = firstOf(parts, share.name, report);
    let begun = false;
    return first && kept(parts, (area) => (begun ||= area === first), 'first');
  }
  const { number, of } = share.kind === 'shard' ? share : { number: 1, of: 1 };
  const [begin, end] = [Math.floor(((number - 1) * total) / of), Math.floor((number * total) / of)];
  return kept(
    parts,
    () => at >= begin && at++ < end,
    'first',
    () => at++,
  );
}

function kept<T extends Listed>(
  parts: readonly T[],
  isWanted: (area: Area) => boolean,
  once: 'first' | 'any',
  pass: () => void = () => {},
): readonly Chosen<T>[] {
  return parts.flatMap((part): Chosen<T>[] => {
    const areas = part.list.areas.filter((area) => {
      const wanted = isWanted(area);
      if (!wanted) pass();
      return wanted;
    });
    const makesOnce = areas.length > 0 && (once === 'any' || areas[0] === part.list.areas[0]);
    return areas.length > 0 ? [{ part, areas, makesOnce }] : [];
  });
}

type Found = { readonly council: string; readonly area: Area };

/** The areas with the names that were typed; a name that no area has is an error, and then there are none. */
function namedIn(parts: readonly Listed[], typed: readonly string[], report: Report): readonly Area[] {
  const known = byName(parts);
  const names = typed.flatMap((each) =>
    find(known, each).length > 0
      ? [each]
      : each
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
  );
  const found = names.map((name) => ({ name, areas: find(known, name) }));
  const unknown = found.filter(({ areas }) => areas.length === 0);
  for (const { name } of unknown) reportUnknown(name, parts, report);
  return unknown.length > 0 ? [] : found.flatMap(({ areas }) => areas.map(({ area }) => area));
}

function firstOf(parts: readonly Listed[], name: string, report: Report): Area | undefined {
  const found = find(byName(parts), name);
  const [first, ...more] = found;
  if (!first) return reportUnknown(name, parts, report);
  if (more.length === 0) return first.area;
  const whole = found.slice(0, SHOWN).map(({ council, area }) => `\`${council}/${area.name}\``);
  const message = `\`${name}\` is the name of ${found.length} areas`;
  report(error('areas/several-of-name', message, undefined, `name one of ${whole.join(', ')}`));
  return undefined;
}

const SHOWN = 8;

function reportUnknown(name: string, parts: readonly Listed[], report: Report): undefined {
  const names = parts.flatMap(({ list }) => list.areas.map((area) => area.name));
  const near =
    nearest(name, names) ??
    nearest(
      name,
      parts.flatMap(({ list }) => list.areas.map(short)),
    );
  const hints = near === undefined ? [] : [`did you mean \`${near}\`?`];
  const shown = names.slice(0, SHOWN).map((each) => `\`${each}\``);
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  hints.push(names.length > 0 ? `the list has ${shown.join(', ')}${more}` : 'the list has no areas');
  report(error('areas/unknown-name', `no area \`${name}\` in the list`, undefined, ...hints));
  return undefined;
}

/** Areas by what they may be called: as they are printed, in each language, as they were typed, without their noun. */
function byName(parts: readonly Listed[]): ReadonlyMap<string, readonly Found[]> {
  const known = new Map<string, Found[]>();
  for (const { council, list } of parts) {
    for (const area of list.areas) {
      const names = [area.name, short(area), area.typed ?? '', ...Object.values(area.names ?? {})].map(fold);
      for (const name of new Set(names.filter((each) => each !== ''))) {
        for (const key of [name, `${council}/${name}`]) {
          const same = known.get(key);
          if (same) same.push({ council, area });
          else known.set(key, [{ council, area }]);
        }
      }
    }
  }
  return known;
}

const find = (known: ReadonlyMap<string, readonly Found[]>, name: string): readonly Found[] =>
  known.get(fold(name)) ?? [];

const short = ({ name }: Area): string => name.replace(/ (?:ward|division|district electoral area)$/i, '');

const fold = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
