import { dayInWords } from '../../src/content/dates.ts';
import type { Run } from '../../src/typeset/laid.ts';
import { filled, unbroken } from '../../src/typeset/phrase.ts';
import type { Weight } from '../../src/typeset/scale.ts';
import { contactsOf } from './contacts.ts';
import { inBoth, type Pair, type Said, slashed } from './languages.ts';

/** What leaflet and card in two languages both say. */

/** The day on which the contacts were checked. */
export const checkedOn = (pair: Pair): readonly Said[] =>
  inBoth(pair, ({ furniture, edition }) => {
    const date = unbroken(dayInWords(edition.record.council.contactsCheckedOn, edition.guidance.language));
    return filled(furniture.checkedOn, { date });
  });

/** The title of a contact, by its place among the contacts. */
export const titlesOf = (pair: Pair, at: number): readonly Said[] =>
  inBoth(pair, ({ edition }) => contactsOf(edition.record.council)[at]?.title);

/** "neu / or police.uk" */
export const siteRuns = (pair: Pair, weight: Weight = 700): readonly Run[] => [
  ...slashed(
    inBoth(pair, ({ furniture }) => furniture.or),
    weight,
  ),
  { text: '\u00a0police.uk', weight },
];
