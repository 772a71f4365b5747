/**
 * Marks in texts: they stand round each value that may differ between the records of a batch, so that whoever lays a
 * text out knows what in it differs, and what is the same for all. They are taken out where words are set.
 *
 * Private use characters (Unicode, 23.5): no name has them, and a text of a user's that does is never marked.
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';
/** Stands for value 0. */
const FIRST = 0xe100;
const MOST = 0x700;

/** Puts marks round a value. */
export const marked = (index: number, value: string): string => {
  if (index >= MOST) throw new Error(`there are no marks for ${index} values`);
  return `${OPEN}${String.fromCharCode(FIRST + index)}${value}${CLOSE}`;
};

/** Whether a text has marks, or characters that could be taken for them. */
export const hasMarks = (text: string): boolean => text.includes(OPEN) || text.includes(CLOSE);

/** A text without its marks. */
export const unmarked = (text: string): string => (hasMarks(text) ? text.replace(/\uE000[^]|\uE001/g, '') : text);

/** A text without its marks and what stands in them, which leaves a sign that no text has. */
export const withoutMarked = (text: string): string =>
  hasMarks(text) ? text.replace(/\uE000[^\uE001]*\uE001/g, '\u0000') : text;

/** The same text with other values; undefined where a value has been changed or cut since it was marked. */
export const refilled = (text: string, before: readonly string[], values: readonly string[]): string | undefined => {
  let isWhole = true;
  const filled = text.replace(/\uE000([^])([^\uE000\uE001]*)\uE001/g, (_, mark: string, was: string) => {
    const index = mark.charCodeAt(0) - FIRST;
    const value = values[index];
    isWhole &&= value !== undefined && was === before[index];
    return value ?? was;
  });
  return isWhole && !hasMarks(filled) ? filled : undefined;
};
