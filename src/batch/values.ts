import type { Fields } from '../content/edition.ts';

/** The names of an area, one for each edition of a document. */
export type Names = readonly (string | undefined)[];

/**
 * What differs between the records of a council, by the numbers of the marks, in all languages of a document.
 *
 * @returns undefined where the record has one name in two languages and the editions were made with two, or the other way
 *   round: then templates say other things
 */
export const valuesFor = (fields: readonly Fields[], names: Names): readonly string[] | undefined => {
  const values: (string | undefined)[] = [];
  for (const [i, each] of fields.entries()) {
    const name = names[i];
    if (name === undefined) return undefined;
    for (const [number, value] of Object.entries(each.valuesFor(name))) {
      if ((values[Number(number)] ??= value) !== value) return undefined;
    }
  }
  const [first, second] = fields.map((each) => values[each.area]);
  const isTwice = fields.length === 2 && fields[0]!.area !== fields[1]!.area;
  if (isTwice && first === second) return undefined;
  return Array.from(values, (value) => value ?? '');
};
