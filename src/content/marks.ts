/**
 * Marks in texts: they stand round each value that may differ between the records of a batch, so that whoever lays a
 * text out knows what in it differs, and what is the same for all. They are taken out where words are set.
 *
 * Private use characters (Unicode, 23.5), which no name has. One that stands alone in a text of a user's is no mark: it
 * stays, and preflight finds no glyph for it.
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

/** A value in its marks: their number, and the value. */
const MARKED = /\uE000([\uE100-\uE7FF])([^\uE000\uE001]*)\uE001/g;

/** Whether a text has characters that could be taken for marks. */
export const hasSigns = (text: string): boolean => text.includes(OPEN) || text.includes(CLOSE);

/** Whether a text has marks. */
export const hasMarks = (text: string): boolean => text.includes(OPEN) && text.search(MARKED) >= 0;

/** A text without its marks. */
export const unmarked = (text: string): string => (hasSigns(text) ? text.replace(MARKED, '$2') : text);

/** A text without its marks and what stands in them, which leaves a sign that no text has. */
export const withoutMarked = (text: string): string => (hasSigns(text) ? text.replace(MARKED, '\u0000') : text);

/** The same text with other values; undefined where a value has been changed or cut since it was marked. */
export const refilled = (text: string, before: readonly string[], values: readonly string[]): string | undefined => {
  let isWhole = true;
  const filled = text.replace(MARKED, (_, mark: string, was: string) => {
    const index = mark.charCodeAt(0) - FIRST;
    const value = values[index];
    isWhole &&= value !== undefined && was === before[index];
    return value ?? was;
  });
  return isWhole && !hasSigns(filled) ? filled : undefined;
};
