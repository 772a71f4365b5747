import type { Run } from './laid.ts';
import type { Weight } from './scale.ts';

/**
 * A furniture string as runs: `**stars**` make bold, `{{names}}` are filled in. The string is cut before it is filled,
 * so that a value with stars stays text.
 *
 * @throws Error on a name without a value: furniture is the product's own, so that is a bug
 */
export const phrase = (text: string, values: Readonly<Record<string, string>> = {}, weight: Weight = 400): Run[] =>
  text
    .split('**')
    .map((part, i): Run => ({ text: filled(part, values), weight: i % 2 === 1 ? 700 : weight }))
    .filter((run) => run.text !== '');

/** A furniture string without emphasis, filled. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {{${name}}} in the furniture "${text}"`);
    return value;
  });

/** Makes the spaces of a phone number, a date or a name unbreakable. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
