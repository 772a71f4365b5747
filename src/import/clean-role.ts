import { error, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { shown, stepIf, tidy } from './clean-text.ts';
import type { Role } from './fields.ts';
import { meaningOf } from './recognise-heading.ts';
import { ROLES } from './recognise-words.ts';

/** Whose contact a row gives. `ignored` is of those that have no place in a council's file, as who registers voters. */
export type RoleOfRow = Exclude<Role, 'contact'> | 'ignored';

/**
 * Whose contact a row gives, by any name that a heading may have for it. Undefined when an error was reported; a value
 * undefined where the cell is empty.
 */
export function cleanRole(at: CellAt, report: Report): Cleaned<RoleOfRow | undefined> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  if (text === '') return { value: undefined, typed, steps };
  const meaning = meaningOf(text, 'contacts');
  if (meaning?.kind === 'ignored') return { value: 'ignored', typed, steps: [...steps, `left out: ${meaning.note}`] };
  // `Election` heads the name of one, and in a row of contacts it says who runs it.
  const role =
    meaning?.kind === 'role'
      ? meaning.role
      : meaning?.kind === 'field' && meaning.field === 'election.name'
        ? 'electoralServices'
        : undefined;
  if (role === undefined || role === 'contact') {
    const near = nearest(text, ROLES.keys());
    const hint = near === undefined ? [] : [`did you mean \`${NAMES[ROLES.get(near) ?? ''] ?? near}\`?`];
    const list = Object.values(NAMES).map((name) => `\`${name}\``);
    report(
      error(
        'import/choice',
        `${shown(text)} is no role that a leaflet has`,
        at.place,
        ...hint,
        `write one of ${list.join(', ')}`,
      ),
    );
    return undefined;
  }
  return { value: role, typed, steps: [...steps, ...stepIf(text, role, `taken for \`${role}\``)] };
}

const NAMES: { readonly [role: string]: string } = {
  returningOfficer: 'Returning Officer',
  'deputyReturningOfficers.0': 'Deputy Returning Officer',
  electoralServices: 'Electoral services',
  feoa: 'Operation Ford advisor',
};
