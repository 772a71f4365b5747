/** Markup that is ready to be written. Only `markup` makes it, so no text gets into a page without being escaped. */
export type Markup = { readonly written: string };

/** What can stand in a gap; nothing stands for `undefined`. */
export type Gap = string | number | Markup | undefined;

/** Markup with gaps: texts are escaped, markup stays. Attributes stand in double quotes. */
export const markup = (parts: TemplateStringsArray, ...gaps: readonly Gap[]): Markup => ({
  written: parts.reduce((before, part, i) => before + writtenOf(gaps[i - 1]) + part),
});

/** Joins what there is, with something between. */
export const joined = (items: readonly Gap[], between: string | Markup): Markup => ({
  written: items
    .filter((item) => item !== undefined)
    .map(writtenOf)
    .join(writtenOf(between)),
});

/** What there is, each on a line of its own: between blocks, where a line's end says nothing. */
export const lines = (...items: readonly Gap[]): Markup => joined(items, '\n');

/** A style sheet as it stands; it is the program's own. */
export const style = (css: string): Markup => ({ written: `<style>\n${css}</style>` });

const writtenOf = (gap: Gap): string => {
  if (gap === undefined) return '';
  return typeof gap === 'object' ? gap.written : escaped(String(gap));
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
