import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type Detail, type Field, FIELDS, type Subject } from './fields.ts';
import type { Heading } from './recognise-header.ts';
import { foldHeading, meaningOf } from './recognise-heading.ts';
import { DETAILS } from './recognise-words.ts';

/** What somebody said that a column holds; a detail alone is of the contact that the column's place makes it. */
export type Wish = { readonly column: number; readonly means: Field | 'ignore' | { readonly detail: Detail } };

export type Pairs = readonly (readonly [field: string, heading: string])[];

/**
 * Understands `--map field=heading`. A field may be written in full, or in any way that a heading may; so may the
 * heading.
 *
 * @returns undefined when an error was reported
 */
export function readMap(
  pairs: Pairs,
  headings: readonly Heading[],
  subject: Subject,
  place: Place,
  report: Report,
): readonly Wish[] | undefined {
  const wishes: Wish[] = [];
  let isSound = true;
  for (const [field, heading] of pairs) {
    const means = fieldMeant(field, subject);
    if (means === undefined) {
      const near = nearest(field, [...FIELDS[subject], ...(subject === 'areas' ? [] : DETAILS.keys())]);
      const hint = near === undefined ? [] : [`did you mean \`--map ${near}="${heading}"\`?`];
      const known = FIELDS[subject].slice(0, 30).map((each) => `\`${each}\``);
      report(
        error(
          'import/unknown-field',
          `\`--map\` names no field \`${field}\``,
          place,
          ...hint,
          `use one of ${known.join(', ')}`,
        ),
      );
      isSound = false;
    }
    const found = headingsMeant(heading, headings);
    if (found.length === 0) {
      const known = headings.map(({ typed }) => typed).filter((typed) => typed !== '');
      const near = nearest(heading, known);
      const hint = near === undefined ? [] : [`did you mean \`--map ${field}="${near}"\`?`];
      const list = known.slice(0, 30).map((typed) => `\`${typed}\``);
      report(
        error(
          'import/unknown-heading',
          `\`--map\` names no column \`${heading}\``,
          place,
          ...hint,
          `use one of ${list.join(', ')}`,
        ),
      );
      isSound = false;
    }
    if (means !== undefined) wishes.push(...found.map(({ column }) => ({ column, means })));
  }
  return isSound ? wishes : undefined;
}

/** The field that a text names: by its key, or as a heading would. */
export function fieldMeant(text: string, subject: Subject): Wish['means'] | undefined {
  if (/^(?:ignore|none|nothing|-)$/i.test(text.trim())) return 'ignore';
  const key = foldHeading(text);
  const exact = FIELDS[subject].find((field) => foldHeading(field) === key);
  if (exact) return exact;
  const meaning = meaningOf(text, subject);
  if (meaning?.kind === 'field') return meaning.field;
  if (meaning?.kind === 'detail') return { detail: meaning.detail };
  return meaning?.kind === 'role' ? `${meaning.role}.name` : undefined;
}

/** A heading as it is shown before all others; then in its own row; then with case and spaces left out. */
export function headingsMeant(heading: string, headings: readonly Heading[]): readonly Heading[] {
  const by = (same: (each: Heading) => boolean): readonly Heading[] => headings.filter(same);
  const wanted = heading.trim();
  const exact = by(({ typed }) => typed !== '' && typed === wanted);
  if (exact.length > 0) return exact;
  const own = by((each) => each.own !== '' && each.own === wanted);
  if (own.length > 0) return own;
  const key = foldHeading(wanted);
  return key === '' ? [] : by(({ typed, own: bare }) => foldHeading(typed) === key || foldHeading(bare) === key);
}
