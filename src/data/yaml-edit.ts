import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { blockText, flowText, isTree, type Leaf, type Tree } from './yaml-text.ts';
import { documentOf } from './yaml.ts';

/** A value that a file is to have, and what its note says. */
export type Change = {
  /** As `returningOfficer.phones`, `police.0.name`; the place may be missing in the file, and what is above it too. */
  readonly keyPath: string;
  readonly value: string | readonly string[];
  /** Without `# `. */
  readonly note?: string;
};

/** A piece of the text, and what stands there afterwards. */
type Edit = { readonly from: number; readonly to: number; readonly depth: number; readonly text: string };

/**
 * Changes values in YAML. What is not changed stays as it stands, byte for byte: comments, order, quotes, empty lines.
 * A note stands behind its value, or above it where the value is one of several in a line.
 *
 * @throws Error if the file holds other values afterwards than it should: that is a bug
 */
export function editYaml(text: string, changes: readonly Change[]): string {
  const document = documentOf(text);
  if (!document || !isMap(document.contents)) throw new Error('a file was to be changed that is no map of YAML');
  const root = document.contents;
  const edits: Edit[] = [];
  const inserted = new Map<Node, Tree>();
  const wanted: unknown = document.toJS();
  for (const { keyPath, value, note } of changes) {
    const path = keyPath.split('.');
    const leaf: Leaf = { value, ...(note !== undefined && { note }) };
    setIn(wanted as Holder, path, value);
    const { node, rest, line } = deepest(root, path);
    const [next] = rest;
    if (next === undefined) edits.push(...replaced(text, node, leaf, line));
    else inserted.set(node, grown(inserted.get(node) ?? new Map(), rest, leaf));
  }
  // What takes a line that is there comes first: what needs a new one stands below it.
  const left = [...inserted].map(([node, tree]) => {
    const [taken, rest] = isMap(node) && node.flow !== true ? fromTemplate(text, node, tree) : [[], tree];
    edits.push(...taken);
    return [node, rest] as const;
  });
  const taken = [...edits];
  for (const [node, tree] of left) {
    if (tree.size > 0) edits.push(...added(text, node, tree, { line: lineOf(root, node), taken }));
  }
  const changed = applied(text, edits);
  const now: unknown = documentOf(changed)?.toJS();
  if (!isDeepStrictEqual(now, wanted)) throw new Error(`changing ${changes.length} values changed others too`);
  return changed;
}

/** The value at a key path: text, or a list of texts; undefined where there is none. */
export function valueIn(document: ReturnType<typeof documentOf>, keyPath: string): unknown {
  const found: unknown = document?.getIn(keyPath.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)));
  const plain: unknown = isCollection(found) ? found.toJSON() : found;
  return plain ?? undefined;
}

type Holder = { [key: string]: unknown };

function setIn(holder: Holder, [step = '', ...rest]: readonly string[], value: unknown): void {
  const own = Object.hasOwn(holder, step) ? holder[step] : undefined;
  const inner = rest.length === 0 ? value : (own ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}));
  // A key of its own, whatever it is called.
  Object.defineProperty(holder, step, { value: inner, enumerable: true, writable: true, configurable: true });
  if (rest.length > 0) setIn(inner as Holder, rest, value);
}

/** As far as a path leads in what is there; what is null is there, and holds nothing yet. */
function deepest(
  root: YAMLMap,
  path: readonly string[],
): { readonly node: Node; readonly rest: readonly string[]; readonly line: number } {
  let node: Node = root;
  let line = 0;
  for (const [at, step] of path.entries()) {
    const isInLine = isCollection(node) && node.flow === true;
    const pair = isMap(node) ? pairOf(node, step) : undefined;
    const next = isSeq(node) ? node.items[Number(step)] : pair?.value;
    if (!next) return { node, rest: path.slice(at), line };
    // The line that a note can stand above: that of the outermost value which is written in one.
    if (!isInLine) line = (pair?.key as Node | undefined)?.range?.[0] ?? (next as Node).range?.[0] ?? 0;
    node = next as Node;
  }
  return { node, rest: [], line };
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

function lineOf(root: YAMLMap, wanted: Node): number {
  let found = 0;
  const walk = (node: unknown, line: number): void => {
    if (node === wanted) found = line;
    const isInLine = isCollection(node) && node.flow === true;
    const within = (inner: unknown, start: number | undefined): void => walk(inner, isInLine ? line : (start ?? line));
    if (isMap(node)) for (const { key, value } of node.items) within(value, (key as Node).range?.[0]);
    if (isSeq(node)) for (const item of node.items) within(item, (item as Node).range?.[0]);
  };
  walk(root, 0);
  return found;
}

function grown(tree: Tree, [step = '', ...rest]: readonly string[], leaf: Leaf): Tree {
  const before = tree.get(step);
  return new Map([
    ...tree,
    [step, rest.length === 0 ? leaf : grown(before && isTree(before) ? before : new Map(), rest, leaf)],
  ]);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => (text.indexOf('\n', at) + text.length + 1) % (text.length + 1);
const indentOf = (text: string, at: number): string => /^[ ]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';

/** Where a value ends: of one over several lines the last of them that it stands in. */
function endOf(text: string, node: Node): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    const inner = isSeq(node) ? last : (last as Pair | undefined)?.value;
    if (inner) return endOf(text, inner as Node);
  }
  const [from = 0, to = 0] = node.range ?? [];
  return from + text.slice(from, to).trimEnd().length;
}

/** A value that is there gives way to another; so does the note behind it. */
function replaced(text: string, node: Node, leaf: Leaf, line: number): Edit[] {
  const [from = 0] = node.range ?? [];
  const to = endOf(text, node);
  const behind = /^[ \t]*(?:#.*)?$/.exec(text.slice(to, lineEnd(text, to)));
  // A list in lines of its own begins below its key.
  const start = isSeq(node) && node.flow !== true ? from - (/\s*$/.exec(text.slice(0, from))?.[0].length ?? 0) : from;
  const gap = /\s$/.test(text.slice(0, start)) ? '' : ' ';
  const isAlone = behind !== null && !isWithin(text, from, line);
  if (isAlone) {
    const note = noteBehind(behind[0] ?? '', leaf.note);
    return [
      { from: start, to: lineEnd(text, to), depth: 0, text: `${gap}${flowText(leaf.value, styleOf(node))}${note}` },
    ];
  }
  return [
    { from: start, to, depth: 0, text: `${gap}${flowText(leaf.value, 'quoted')}` },
    ...noteAbove(text, line, leaf.note),
  ];
}

/** What somebody wrote behind a value stays; what we said of the one before does not. */
function noteBehind(before: string, note: string | undefined): string {
  if (note === undefined) return before;
  const theirs = before.replace(/^[ \t]*#[ \t]*/, '').trim();
  const isOurs = theirs === '' || /^(missing: |from .*, \d{4}-\d{2}-\d{2}|the usual title: )/.test(theirs);
  return isOurs ? `  # ${note}` : `  # ${note}; ${theirs}`;
}

/** Whether a place lies in a value that is written in brackets, from the key in a line on. */
const isWithin = (text: string, at: number, line: number): boolean => {
  const before = text.slice(line, at).replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
  return (before.match(/[[{]/g)?.length ?? 0) > (before.match(/[\]}]/g)?.length ?? 0);
};

const styleOf = (node: Node): 'plain' | 'quoted' =>
  isScalar(node) && node.type?.startsWith('QUOTE') === true ? 'quoted' : 'plain';

const noteAbove = (text: string, line: number, note: string | undefined): Edit[] => {
  if (note === undefined) return [];
  const at = lineStart(text, line);
  return [{ from: at, to: at, depth: 0, text: `${indentOf(text, line)}# ${note}\n` }];
};

/** Values that are not there yet, in a group or a list that is. */
function added(
  text: string,
  node: Node,
  tree: Tree,
  { line, taken }: { readonly line: number; readonly taken: readonly Edit[] },
): Edit[] {
  if (isCollection(node) && node.flow === true) {
    const [, to = 0] = node.range ?? [];
    const close = to - 1 - (/\s*$/.exec(text.slice(0, to - 1))?.[0].length ?? 0);
    const comma = /[[{,]\s*$/.test(text.slice(0, close)) ? '' : ',';
    const inner = [...tree].map(([key, each]) =>
      isSeq(node) ? flowText(each, 'quoted') : `${key}: ${flowText(each, 'quoted')}`,
    );
    return [
      { from: close, to: close, depth: 0, text: `${comma} ${inner.join(', ')}` },
      ...notesIn(tree).flatMap((note) => noteAbove(text, line, note)),
    ];
  }
  if (isMap(node) || isSeq(node)) {
    const column = columnOf(text, node);
    const end = lineEnd(text, endOf(text, node));
    const last = taken.filter(({ from, depth }) => depth > column && from > end && isNotes(text.slice(end, from)));
    const at = Math.max(pastNotes(text, end, column), ...last.map(({ to }) => to));
    const kind = isSeq(node) ? 'list' : 'group';
    // Groups of the file itself stand apart.
    const gap = column === 0 && [...tree.values()].some(isTree) ? '\n\n' : '\n';
    return [{ from: at, to: at, depth: column, text: `${gap}${blockText(tree, column, kind)}` }];
  }
  // What is null: the key stands there, and nothing behind it.
  const [from = 0] = node.range ?? [];
  const start = text.slice(0, from).trimEnd().length;
  const indent = indentOf(text, from).length + 2;
  const kind = [...tree.keys()].every((key) => /^\d+$/.test(key)) ? 'list' : 'group';
  return [{ from: start, to: lineEnd(text, from), depth: 0, text: `\n${blockText(tree, indent, kind)}` }];
}

/** Notes that are indented further than what is added belong to what stands before them. */
function pastNotes(text: string, end: number, column: number): number {
  const line = text.slice(end + 1, lineEnd(text, end + 1));
  const [spaces = ''] = /^ *(?=#)/.exec(line) ?? [];
  return spaces.length > column ? pastNotes(text, end + 1 + line.length, column) : end;
}

/** A line of a council's file to begin with that only shows the key (`# email: …`) gives way to the value. */
function fromTemplate(text: string, map: YAMLMap, tree: Tree): [Edit[], Tree] {
  const column = columnOf(text, map);
  const edits: Edit[] = [];
  const left = new Map(tree);
  const end = endOf(text, map);
  let at = lineStart(text, map.range?.[0] ?? 0);
  for (let line = lineAt(text, at); at < end || /^ *#/.test(line); line = lineAt(text, at)) {
    const [, spaces = '', key = ''] = /^( *)# (\w+): [["]*….*$/.exec(line) ?? [];
    const value = left.get(key);
    if (value !== undefined && spaces.length === column) {
      left.delete(key);
      const put = blockText(new Map([[key, value]]), column, 'group');
      edits.push({ from: at, to: at + line.length, depth: column, text: put });
    }
    at += line.length + 1;
  }
  return [edits, left];
}

const columnOf = (text: string, node: Node): number => {
  const [first = 0] = node.range ?? [];
  return first - lineStart(text, first);
};

const isNotes = (text: string): boolean => /^(?:\s*(?:#.*)?\n)*\s*$/.test(text);

const lineAt = (text: string, at: number): string => text.slice(at, lineEnd(text, at));

const notesIn = (tree: Tree): string[] =>
  [...tree.values()].flatMap((each) => (isTree(each) ? notesIn(each) : (each.note ?? [])));

/** At one place, what belongs to the inner group comes before what belongs to the outer. */
function applied(text: string, edits: readonly Edit[]): string {
  let changed = text.endsWith('\n') ? text : `${text}\n`;
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to || a.depth - b.depth)) {
    changed = changed.slice(0, from) + put + changed.slice(to);
  }
  return changed;
}
