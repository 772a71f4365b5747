import { error } from '../../diagnostics/diagnostic.ts';
import { type JsonText, scanJson } from './json-scan.ts';
import { Unreadable } from './unreadable.ts';

/** Where the records of a JSON file begin, and which keys lead to what counts in each. */
export type Records = { readonly starts: readonly number[]; readonly inside?: 'properties' | 'attributes' };

type Child = {
  readonly key: string | number;
  readonly kind: 'object' | 'array' | 'scalar';
  readonly start: number;
  readonly hasRecords: boolean;
};

/** Keys that only a record has: `{name, telephone, engagement_methods: […]}` is one, however many lists are in it. */
const OWN = /^(id|name|code|slug|gss|email|phone|telephone|website|url|official_name|council_id|electoral_services)$/i;
/** Keys under which lists of records are handed out. */
const USUAL = ['features', 'results', 'records', 'data', 'rows', 'items', 'councils', 'areas', 'wards', 'contacts'];

/**
 * Finds the records: in a list, in an object that holds one list, or the object itself. Several values one after the
 * other, as JSON Lines has them, are a record each.
 *
 * @throws Unreadable if the text is no JSON, or holds no records
 */
export function recordsOf(json: JsonText): Records {
  const starts: number[] = [];
  let at = /^\s*/.exec(json.text)?.[0].length ?? 0;
  while (at < json.text.length) {
    starts.push(at);
    at = scanJson(json, at, {});
    // Only records may follow one another.
    if (at < json.text.length && json.text[starts[0] ?? 0] !== '{') scanEnd(json, at);
    if (at < json.text.length && json.text[at] !== '{') scanEnd(json, at);
  }
  return starts.length > 1 ? { starts } : within(json, starts[0] ?? 0);
}

function scanEnd(json: JsonText, at: number): never {
  const start = json.positionOf(at);
  const range = { start, end: { line: start.line, column: start.column + 1 } };
  const message = 'something stands behind the end of the JSON';
  throw new Unreadable(error('import/json', message, { kind: 'text', path: json.path, range }, 'remove it'));
}

function within(json: JsonText, start: number): Records {
  const children = childrenOf(json, start);
  const isList = json.text[start] === '[';
  if (isList) {
    const odd = children.find(({ kind }) => kind !== 'object');
    if (odd) throw noRecords(json, odd.start, 'a list holds something else than records');
    return { starts: children.map((child) => child.start) };
  }
  const lists = children.filter(({ hasRecords }) => hasRecords);
  if (children.some(({ key }) => OWN.test(String(key)))) return { starts: [start] };
  const usual = USUAL.map((name) => lists.find(({ key }) => key === name)).find((list) => list !== undefined);
  const list = lists.length > 1 ? usual : lists[0];
  if (list) {
    const found = within(json, list.start);
    const inside = list.key === 'features' ? featureKey(json, found.starts[0] ?? 0) : undefined;
    return { ...found, ...(inside && { inside }) };
  }
  if (lists.length > 1) {
    const names = lists.map(({ key }) => `\`${key}\``).join(', ');
    throw noRecords(json, start, `several lists hold records: ${names}`);
  }
  const [only, ...others] = children;
  if (only?.kind === 'object' && others.length === 0) return within(json, only.start);
  return { starts: children.length > 0 ? [start] : [] };
}

/** Maps keep what a list has under a key of its own, beside the drawing of each area. */
function featureKey(json: JsonText, start: number): Records['inside'] {
  const keys = childrenOf(json, start).flatMap(({ key, kind }) => (kind === 'object' ? [key] : []));
  return keys.includes('properties') ? 'properties' : keys.includes('attributes') ? 'attributes' : undefined;
}

/** What stands directly in an object or a list. */
function childrenOf(json: JsonText, start: number): Child[] {
  const children: Child[] = [];
  const lists = new Set<number>();
  let depth: readonly (string | number)[] = [];
  scanJson(json, start, {
    open(path, kind, at) {
      depth = path;
      const [key] = path;
      if (path.length === 1 && key !== undefined) children.push({ key, kind, start: at, hasRecords: false });
      if (path.length === 2 && kind === 'object' && path[1] === 0) lists.add(children.length - 1);
    },
    scalar(path, _, at) {
      depth = path;
      const [key] = depth;
      if (path.length === 1 && key !== undefined) children.push({ key, kind: 'scalar', start: at, hasRecords: false });
    },
  });
  return children.map((child, index) => ({ ...child, hasRecords: child.kind === 'array' && lists.has(index) }));
}

function noRecords(json: JsonText, at: number, message: string): Unreadable {
  const start = json.positionOf(at);
  const range = { start, end: { line: start.line, column: start.column + 1 } };
  const hint = 'give a list of records: `[{"name": "…"}, {"name": "…"}]`';
  return new Unreadable(error('import/json-records', message, { kind: 'text', path: json.path, range }, hint));
}
