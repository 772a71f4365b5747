import type { Noun } from '../data/rule.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { cleanAddress } from './clean-address.ts';
import { cleanArea } from './clean-area.ts';
import { cleanCode, cleanElection, cleanNation, cleanSlug } from './clean-choice.ts';
import { cleanDay } from './clean-day.ts';
import { cleanEmail } from './clean-email.ts';
import { cleanPhone, cleanPhones } from './clean-phone.ts';
import { cleanPostcode } from './clean-postcode.ts';
import { cleanRole } from './clean-role.ts';
import { cleanName, cleanText } from './clean-text.ts';
import { cleanWebsite } from './clean-website.ts';
import type { Field, Subject } from './fields.ts';
import { kindOf } from './fields.ts';

/** What a column holds, as far as its cells' texts depend on it. */
export type FieldOf = { readonly field: Field; readonly subject: Subject; readonly noun?: Noun };

/**
 * Reads a cell as its field asks for: lists for phones and addresses, one text for all others.
 *
 * @returns undefined when an error was reported; the value is undefined, or an empty list, where the cell is empty
 */
export function cleanField(
  { field, subject, noun }: FieldOf,
  at: CellAt,
  report: Report,
): Cleaned<string | readonly string[] | undefined> | undefined {
  switch (kindOf(field, subject)) {
    case 'area':
      return cleanArea(at, noun, report);
    case 'phones':
      return cleanPhones(at, report);
    case 'phone':
      return cleanPhone(at, report);
    case 'email':
      return cleanEmail(at, report);
    case 'website':
      return cleanWebsite(at, report);
    case 'address':
      return cleanAddress(at, report);
    case 'postcode':
      return cleanPostcode(at, report);
    case 'day':
      return cleanDay(at, report);
    case 'gss':
      return cleanCode(at, report);
    case 'nation':
      return cleanNation(at, report);
    case 'election':
      return cleanElection(at, report);
    case 'slug':
      return cleanSlug(at, report);
    case 'role':
      return cleanRole(at, report);
    case 'name':
      return cleanName(at, report);
    case 'text':
      return cleanText(at, report);
  }
}
