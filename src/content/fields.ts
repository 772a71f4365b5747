import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Path, Run } from './expressions.ts';
import { toTheEnd } from './faults.ts';
import { type FlowText, flowOfText } from './flow.ts';
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

type Found = { readonly shape: Shape; readonly value: Value; readonly keyPath: string };

/** The outermost scope. */
export const scopeOf = ({ vocabulary, values }: View): Scope => ({ shape: vocabulary, value: values, keyPath: '' });

/** Follows a path; undefined when the vocabulary has no such field there. */
function find(path: Path, scope: Scope): Found | undefined {
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

function step({ shape, value, keyPath }: Found, part: string): Found | undefined {
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

const isGiven = (value: Value): boolean =>
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

export type Names = { readonly report: Report; readonly used: Set<string> };

/** Checks the names of a run's fields, in every branch and without any values. */
export function checkRun<T>(run: Run<T>, scope: Scope, names: Names, one: (item: T, scope: Scope) => void): void {
  for (const node of run) {
    if (node.kind === 'one') {
      one(node.item, scope);
      continue;
    }
    const found = checkName(node.path, scope, node.place, names);
    let inner = scope;
    if (node.block === 'each' && found?.shape.kind === 'list') {
      const loop = { first: true, last: true };
      inner = { shape: found.shape.of, value: undefined, keyPath: `${found.keyPath}.0`, loop, parent: scope };
    } else if (node.block === 'each' && found) {
      const hint = `use \`{{#if ${node.path.written}}}\``;
      wrongKind(`\`${node.path.written}\` is not a list and cannot be repeated`, node.place, hint, names);
      continue;
    } else if (node.block === 'each') continue;
    checkRun(node.body, inner, names, one);
    checkRun(node.otherwise, scope, names, one);
  }
}

/** Checks the name of a field that is to be printed. */
export function checkText(item: FlowText, scope: Scope, names: Names): void {
  if (item.kind === 'words') return;
  const found = checkName(item.path, scope, item.place, names);
  const { written } = item.path;
  if (!found || found.shape.kind === 'text') return;
  if (found.shape.kind === 'flag') {
    wrongKind(`\`${written}\` is a yes or no, not a text`, item.place, `use it as \`{{#if ${written}}}\``, names);
  } else if (found.shape.kind === 'list') {
    const hint = `write \`{{#each ${written}}}{{this}}{{/each}}\`, with the fields of an element in place of \`this\``;
    wrongKind(`\`${written}\` is a list, not a text`, item.place, hint, names);
  } else {
    const hint = `name one of its fields: ${listed(Object.keys(found.shape.fields), written)}`;
    wrongKind(`\`${written}\` is a group of fields, not a text`, item.place, hint, names);
  }
}

const wrongKind = (message: string, place: Place | undefined, hint: string, { report }: Names): void =>
  report(error('merge/wrong-kind', message, place, hint));

const listed = (names: readonly string[], before = ''): string =>
  names.map((name) => `\`${before === '' ? '' : `${before}.`}${name}\``).join(', ');

function checkName(path: Path, scope: Scope, place: Place | undefined, { report, used }: Names): Found | undefined {
  const found = find(path, scope);
  if (found) {
    if (!path.loop) used.add(sourceKey(found).replace(/\.\d+(?=\.|$)/g, ''));
    return found;
  }
  const outer = path.up === 0 && scope.parent && find(path, scope.parent);
  const hint = outer
    ? `write \`../${path.written}\`: it is a field of the whole, not of the element`
    : suggest(path, scope);
  report(error('merge/unknown-field', `there is no merge field \`${path.written}\` here`, place, hint));
  return undefined;
}

/** The nearest name of a field at the first step that fails. */
function suggest(path: Path, scope: Scope): string {
  let from = scope;
  for (let up = path.up; up > 0; up--) from = from.parent ?? from;
  let found: Found = from;
  const known: string[] = [];
  for (const part of path.parts) {
    const next = step(found, part);
    if (!next) {
      const names = found.shape.kind === 'group' ? Object.keys(found.shape.fields) : [];
      const meant = nearest(part, names);
      const written = [...known, meant, ...path.parts.slice(known.length + 1)].join('.');
      return meant === undefined
        ? `known here: ${listed(names) || 'nothing below it'}`
        : `did you mean \`${written}\`?`;
    }
    known.push(part);
    found = next;
  }
  return '`@first` and `@last` stand inside `{{#each …}}`';
}

/** The key that gives a field its value: `phones` for `phone`. */
const sourceKey = ({ shape, keyPath }: Found): string =>
  shape.kind === 'text' && shape.from !== undefined ? keyPath.replace(/[^.]+$/, shape.from) : keyPath;

export type Filling = { readonly view: View; readonly status: 'final' | 'draft'; readonly report: Report };

/**
 * The text of words or of a field. A field without a value is an error; in a draft it is a warning. Either way its name
 * stands in brackets, and `isMissing` says so.
 */
export function textOfItem(
  item: FlowText,
  scope: Scope,
  { view, status, report }: Filling,
): { readonly text: string; readonly isMissing: boolean } {
  if (item.kind === 'words') return { text: item.value, isMissing: false };
  const found = find(item.path, scope);
  if (typeof found?.value === 'string' && isGiven(found.value)) return { text: found.value.trim(), isMissing: false };
  const name = found?.keyPath ?? item.path.written;
  const file = view.record.placeOf('name');
  const path = file && 'path' in file ? file.path : `content/councils/${view.record.slug}.yaml`;
  const fillIn =
    name === 'area' ? 'give the area with `--area`' : `fill \`${found ? sourceKey(found) : name}\` in ${path}`;
  const optional = `or make it optional: {{#if ${item.path.written}}}…{{/if}}`;
  const make = status === 'final' ? error : warning;
  const missing = make('merge/missing-field', `no value for merge field \`${name}\``, item.place, fillIn, optional);
  report({ ...missing, record: view.record.slug });
  return { text: `[${name}]`, isMissing: true };
}

/**
 * Fills a single string, such as a piece of furniture, by the same rules as the guidance.
 *
 * @throws {Stop} when an expression is faulty; a missing value is reported, and its name stands in brackets
 */
export function fill(
  template: string,
  view: View,
  given: { readonly status: 'final' | 'draft'; readonly place?: Place },
  report: Report,
): string {
  const run = toTheEnd(report, (counted) => {
    const flow = flowOfText(template, given.place, counted);
    const names = { report: counted, used: new Set<string>() };
    checkRun(flow, scopeOf(view), names, (item, scope) => checkText(item, scope, names));
    return flow;
  });
  const filling = { view, status: given.status, report };
  return expand(run, scopeOf(view), (item, scope) => [textOfItem(item, scope, filling).text]).join('');
}
