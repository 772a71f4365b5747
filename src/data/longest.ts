import type { Place } from '../diagnostics/diagnostic.ts';
import type { Council, Record as CouncilRecord } from './record.ts';

/** A value as it came from one record, and where. */
type Picked = { readonly value: unknown; readonly places: ReadonlyMap<string, Place | undefined> };

/** What makes a value long: all that it says, or a word that finds no line to stand on. */
export type Length = 'text' | 'word';

/**
 * A record that no council has: of each value the longest that any of the records has, of each list the longest, and
 * everything that any of them has. Pages on which it fits have room for all of them. What is no text for pages (brand,
 * kind of election, dates) is the first record's.
 *
 * @param records of one brand, at least one
 * @param by a narrow column has room for long texts, and none for a long word: who asks for one asks for the other too
 */
export function longestOf(records: readonly CouncilRecord[], by: Length = 'text'): CouncilRecord {
  const [first] = records;
  if (!first) throw new Error('no records');
  const places = new Map<string, Place | undefined>();
  const pick = (values: readonly Picked[], keyPath: string): unknown => {
    const given = values.filter(({ value }) => value !== undefined);
    const [one] = given;
    if (!one) return undefined;
    const within = (key: string | number): string => (keyPath === '' ? String(key) : `${keyPath}.${key}`);
    if (Array.isArray(one.value)) {
      const longest = Math.max(...given.map(({ value }) => (value as unknown[]).length));
      return Array.from({ length: longest }, (_, i) => pick(inside(given, i), within(i)));
    }
    if (typeof one.value === 'object' && one.value !== null) {
      const keys = [...new Set(given.flatMap(({ value }) => Object.keys(value as object)))];
      return Object.fromEntries(keys.map((key) => [key, pick(inside(given, key), within(key))]));
    }
    const chosen = KEPT.test(keyPath)
      ? one
      : given.reduce((best, each) => (width(each, by) > width(best, by) ? each : best));
    places.set(keyPath, chosen.places.get(keyPath));
    return chosen.value;
  };
  const council = pick(records.map(asPicked), '') as Council;
  const areas = records.flatMap(({ area }) => area ?? []);
  const area = areas.toSorted((a, b) => lengthOf(b, by) - lengthOf(a, by))[0];
  return { slug: first.slug, council, ...(area !== undefined && { area }), placeOf: (keyPath) => places.get(keyPath) };
}

/** The kind decides what stands on a page, and is not printed; days are all of a length. */
const KEPT = /^(brand|example|gss|nation|contactsCheckedOn|election\.(kind|date))$/;

/** Letters are not all as wide, but the longest of many values is near the widest. */
const width = ({ value }: Picked, by: Length): number => (typeof value === 'string' ? lengthOf(value, by) : 0);

/** The letters of a text, or of its longest word. */
export const lengthOf = (text: string, by: Length): number =>
  by === 'text' ? [...text].length : Math.max(...text.split(/\s+/).map((word) => [...word].length));

const inside = (values: readonly Picked[], key: string | number): Picked[] =>
  values.flatMap(({ value, places }) => {
    const inner = (value as { readonly [key: string]: unknown })[key];
    return inner === undefined ? [] : [{ value: inner, places }];
  });

function asPicked(record: CouncilRecord): Picked {
  const places = new Map<string, Place | undefined>();
  const visit = (value: unknown, keyPath: string): void => {
    if (typeof value !== 'object' || value === null) return void places.set(keyPath, record.placeOf(keyPath));
    for (const [key, inner] of Object.entries(value)) visit(inner, keyPath === '' ? key : `${keyPath}.${key}`);
  };
  visit(record.council, '');
  return { value: record.council, places };
}
