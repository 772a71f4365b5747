import { stringify } from 'yaml';

/** A value to be written, with what stands behind it as a comment. */
export type Leaf = { readonly value: string | readonly string[]; readonly note?: string };

/** Values by key; in a list, the keys are numbers. */
export type Tree = ReadonlyMap<string, Leaf | Tree>;

export const isTree = (value: Leaf['value'] | Leaf | Tree): value is Tree => value instanceof Map;

/** A value in one line; lists in brackets, and quoted, so that a phone number stays what it is. */
export function flowText(value: Leaf['value'] | Leaf | Tree, style: 'plain' | 'quoted'): string {
  if (typeof value === 'string') {
    return style === 'quoted' ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd();
  }
  if (isList(value)) return `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
  if (!isTree(value)) return flowText(value.value, style);
  const isNumbered = [...value.keys()].every((key) => /^\d+$/.test(key));
  const inner = (isNumbered ? inOrder(value) : [...value]).map(
    ([key, each]) => [key, flowText(each, 'quoted')] as const,
  );
  return isNumbered
    ? `[${inner.map(([, text]) => text).join(', ')}]`
    : `{ ${inner.map(([key, text]) => `${key}: ${text}`).join(', ')} }`;
}

const isList = (value: Leaf['value'] | Leaf | Tree): value is readonly string[] => Array.isArray(value);

/** Values in lines of their own, without the last line's end. */
export function blockText(tree: Tree, indent: number, kind: 'group' | 'list'): string {
  const spaces = ' '.repeat(indent);
  const lines = (kind === 'list' ? inOrder(tree) : [...tree]).map(([key, each]) => {
    if (kind === 'list') {
      const item = isTree(each) ? blockText(each, indent + 2, 'group').slice(indent + 2) : behind(each);
      return `${spaces}- ${item}`;
    }
    if (!isTree(each)) return `${spaces}${key}: ${behind(each)}`;
    const inner = [...each.keys()].every((step) => /^\d+$/.test(step)) ? 'list' : 'group';
    return `${spaces}${key}:\n${blockText(each, indent + 2, inner)}`;
  });
  return lines.join('\n');
}

const inOrder = (list: Tree): readonly (readonly [key: string, each: Leaf | Tree])[] =>
  [...list].toSorted(([a], [b]) => Number(a) - Number(b));

const behind = (leaf: Leaf): string => `${flowText(leaf, 'plain')}${leaf.note === undefined ? '' : `  # ${leaf.note}`}`;
