import type { Path, Run } from './expressions.ts';
import type { Shape, Value, View } from './view.ts';

/** What an expression stands in: the whole record, or one element of a list that is repeated. */
export type Scope = {
  readonly shape: Shape;
  /** Undefined where only names are checked. */
  readonly value: Value;
  /** `police.0`; empty for the whole record. */
  readonly keyPath: string;
  readonly loop?: { readonly first: boolean; readonly last: boolean };
  readonly parent?: Scope;
};

/** What a path leads to. */
export type Found = { readonly shape: Shape; readonly value: Value; readonly keyPath: string };

/** The outermost scope. */
export const scopeOf = ({ vocabulary, values }: View): Scope => ({ shape: vocabulary, value: values, keyPath: '' });

/** Follows a path; undefined when the vocabulary has no such field there. */
export function find(path: Path, scope: Scope): Found | undefined {
  let from: Scope | undefined = scope;
  for (let up = path.up; up > 0; up--) from = from?.parent;
  if (path.loop) {
    const value = from?.loop?.[path.loop];
    return value === undefined ? undefined : { shape: { kind: 'flag' }, value, keyPath: path.written };
  }
  let found: Found | undefined = from;
  for (const part of path.parts) found = found && step(found, part);
  return found;
}

/** One step of a path. */
export function step({ shape, value, keyPath }: Found, part: string): Found | undefined {
  const inner =
    shape.kind === 'group' && Object.hasOwn(shape.fields, part)
      ? shape.fields[part]
      : shape.kind === 'list' && /^\d+$/.test(part)
        ? shape.of
        : undefined;
  if (!inner) return undefined;
  const values: unknown = value;
  const own = isValues(values) && Object.hasOwn(values, part) ? values[part] : undefined;
  return { shape: inner, value: own, keyPath: keyPath === '' ? part : `${keyPath}.${part}` };
}

const isValues = (value: unknown): value is { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null;

/** The scopes of a list's elements. */
function elementsOf({ shape, value, keyPath }: Found, parent: Scope): Scope[] {
  if (shape.kind !== 'list' || !Array.isArray(value)) return [];
  return value.map((element: Value, index) => {
    const loop = { first: index === 0, last: index === value.length - 1 };
    return { shape: shape.of, value: element, keyPath: `${keyPath}.${index}`, loop, parent };
  });
}

/** Empty texts and lists count as not given. */
export const isGiven = (value: Value): boolean =>
  typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : Boolean(value);

/** Takes the branches that a record asks for. */
export function expand<T, R>(run: Run<T>, scope: Scope, one: (item: T, scope: Scope) => readonly R[]): R[] {
  return run.flatMap((node): readonly R[] => {
    if (node.kind === 'one') return one(node.item, scope);
    const found = find(node.path, scope);
    if (node.block === 'each') {
      const elements = found ? elementsOf(found, scope) : [];
      if (elements.length === 0) return expand(node.otherwise, scope, one);
      return elements.flatMap((element) => expand(node.body, element, one));
    }
    const holds = isGiven(found?.value) === (node.block === 'if');
    return expand(holds ? node.body : node.otherwise, scope, one);
  });
}

/** The key that gives a field its value: `phones` for `phone`. */
export const sourceKey = ({ shape, keyPath }: Found): string =>
  shape.kind === 'text' && shape.from !== undefined ? keyPath.replace(/[^.]+$/, shape.from) : keyPath;
