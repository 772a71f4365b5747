import type { Council, Record } from '../data/record.ts';
import type { Language } from './edition.ts';
import { typographic } from './typography.ts';

/** What is copied as it is typed: addresses of the network, numbers, days, names of files. */
const literal = new Set([
  'phones',
  'phone',
  'email',
  'website',
  'brand',
  'gss',
  'nation',
  'example',
  'kind',
  'date',
  'contactsCheckedOn',
]);

/** The record as it is set: quotes, dashes and unbreakable spaces in its words as in the guidance's. */
export const setRecord = (record: Record, language: Language): Record => {
  const set = (value: unknown): unknown => {
    if (typeof value === 'string') return typographic(value, language);
    if (Array.isArray(value)) return value.map(set);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, literal.has(key) ? inner : set(inner)]),
    );
  };
  return {
    ...record,
    council: set(record.council) as Council,
    ...(record.area !== undefined && { area: typographic(record.area, language) }),
  };
};
