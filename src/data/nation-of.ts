import { NATION_RULES } from './nation-rules.ts';
import { type Council, type Nation, NATIONS } from './record.ts';
import type { Registry } from './registry.ts';

/** The nation that a code of the Office for National Statistics belongs to, by its first letter. */
export const nationOfCode = (gss: string): Nation | undefined =>
  NATIONS.find((nation) => NATION_RULES[nation].gss.is === gss[0]);

/**
 * The nation of a council: as its file has it, else by its code, else by its name in the registry. Two councils of one
 * name in two nations give none, and neither does a name that is only like one: nothing is guessed.
 */
export function nationOf(council: Council, registry: () => Registry | undefined): Nation | undefined {
  const { name, nation, gss } = council;
  const known = nation ?? (gss === undefined ? undefined : nationOfCode(gss));
  if (known) return known;
  const found = registry()?.find(name) ?? [];
  const nations = new Set(found.filter(({ isExact }) => isExact).map(({ council: { nation: each } }) => each));
  return nations.size === 1 ? [...nations][0] : undefined;
}
