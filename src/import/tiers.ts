import type { Noun } from '../data/rule.ts';
import type { CouncilKind } from '../data/registry.ts';
import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { Found } from './match.ts';

/** What councils of each kind elect by; some unitary ones have divisions. */
const ELECTED_BY: { readonly [kind in CouncilKind]: readonly Noun[] } = {
  county: ['division'],
  district: ['ward', 'district electoral area'],
  unitary: ['ward', 'division'],
  metropolitan: ['ward'],
  'london-borough': ['ward'],
  'city-of-london': ['ward'],
};

const fits = ({ council }: Found, noun: Noun): boolean =>
  council === undefined || ELECTED_BY[council.kind].includes(noun);

/** Of councils that stand in one row, those that are elected by what is listed. */
export const byTier = (found: readonly Found[], noun: Noun | undefined): readonly Found[] =>
  noun === undefined ? found : found.filter((one) => fits(one, noun));

/**
 * Whether a council is elected by what is listed. Wards say nothing of a county's divisions, and are never taken for
 * them.
 *
 * @param nouns what is listed for the council, each with the place of the first
 * @returns false when an error was reported
 */
export function tellTier(owner: Found, nouns: ReadonlyMap<Noun, Place>, report: Report): boolean {
  const { council, name } = owner;
  for (const [noun, place] of nouns) {
    if (fits(owner, noun)) continue;
    const [own = 'ward'] = council ? ELECTED_BY[council.kind] : [];
    const message = `the list is of ${noun}s, and ${name} is elected by ${own}s`;
    report(error('import/other-tier', message, place, `use a list of ${own}s`));
    return false;
  }
  return true;
}

/** Wards of Northern Ireland are taken, with a warning: there, several of them make an electoral area. */
export function tellWards(
  lists: readonly { readonly owner: Found; readonly nouns: ReadonlyMap<Noun, Place> }[],
  report: Report,
): void {
  const found = lists.filter(({ owner, nouns }) => owner.council?.nation === 'northern-ireland' && nouns.has('ward'));
  const [first] = found;
  if (!first) return;
  const names = found.slice(0, 3).map(({ owner }) => `\`${owner.name}\``);
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  const message = `the list is of wards, and ${names.join(', ')}${more} elect by district electoral areas`;
  report(
    warning('import/wards-for-areas', message, first.nouns.get('ward'), 'use a list with a column such as `DEA24NM`'),
  );
}
