import { type Report, warning } from '../diagnostics/diagnostic.ts';
import type { Columns } from './area-columns.ts';
import type { Owner } from './area-rows.ts';
import { cell } from './cells.ts';
import { nationOfCode } from './nation-of.ts';
import { ruleOf } from './nation-rules.ts';
import type { Noun } from './rule.ts';

/**
 * Warns of a list whose areas are not those of the election: wards are no divisions, and their names and boundaries
 * differ. Of a column `name` nothing is known.
 */
export function checkNoun(owner: Owner, { noun, header, name }: Columns, path: string, report: Report): void {
  if (noun === undefined || !owner.election) return;
  const { kind } = owner.election;
  const nation = owner.nation ?? (owner.gss === undefined ? undefined : nationOfCode(owner.gss));
  const { is, source } = ruleOf(nation, kind).nouns;
  if (is.includes(noun)) return;
  const [usual] = is;
  const found = `the list is of ${PLURALS[noun]}`;
  const message =
    usual === undefined
      ? `${found}, and nobody is elected for one in a \`${kind}\` election`
      : `${found}, and a \`${kind}\` election is for ${PLURALS[usual]}`;
  const hint =
    usual === undefined
      ? 'check that these are the areas that you mean'
      : `use a list with a column such as \`${COLUMNS[usual]}\`, or correct \`election.kind\``;
  report(warning('rules/area-noun', message, cell(path, header + 1, name + 1), hint, `see ${source}`));
}

const PLURALS: { readonly [noun in Noun]: string } = {
  ward: 'wards',
  division: 'divisions',
  'district electoral area': 'district electoral areas',
};

const COLUMNS: { readonly [noun in Noun]: string } = {
  ward: 'WD25NM',
  division: 'CED25NM',
  'district electoral area': 'DEA25NM',
};
