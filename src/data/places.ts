import { isCollection, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';

/** Finds the places of values and keys in a parsed document. */
export class Places {
  readonly #file: SourceFile;
  readonly #lines: LineCounter;
  readonly #before: number;
  readonly #root: unknown;

  constructor(file: SourceFile, lines: LineCounter, before: number, root: unknown) {
    this.#file = file;
    this.#lines = lines;
    this.#before = before;
    this.#root = root;
  }

  /** The whole file. */
  get file(): Place {
    return { kind: 'text', path: this.#file.path };
  }

  /** The value at a key path; the key stands for a value that covers lines of its own, and for an empty one. */
  of(keyPath: string): Place | undefined {
    const found = find(this.#root, keyPath);
    if (!found) return undefined;
    if (keyPath === '') return this.file;
    const { key, value } = found;
    if (isCollection(value) && !value.flow) return key ? this.#node(key) : this.#firstLine(value);
    const empty = isScalar(value) && value.value === null && !value.source;
    return this.#node(key && (empty || !isNode(value)) ? key : value);
  }

  /** The key at the end of a key path. */
  ofKey(keyPath: string): Place | undefined {
    const found = find(this.#root, keyPath);
    return found?.key ? this.#node(found.key) : this.of(keyPath);
  }

  /** The note behind a value, on its line: what follows `#`. */
  noteAt(keyPath: string): string | undefined {
    const value = find(this.#root, keyPath)?.value;
    const end = isNode(value) ? value.range?.[1] : undefined;
    return end === undefined ? undefined : /^[ \t]*#[ \t]*(.*\S)/.exec(this.#file.text.slice(end))?.[1];
  }

  /** From one offset in the text up to another. */
  between(from: number, to: number): Place {
    return { kind: 'text', path: this.#file.path, range: { start: this.#position(from), end: this.#position(to) } };
  }

  #node(node: unknown): Place {
    if (!isNode(node) || !node.range) return this.file;
    const [from, to] = node.range;
    return this.between(from, from + this.#file.text.slice(from, to).trimEnd().length);
  }

  #firstLine(node: Node): Place {
    const [from, to] = node.range ?? [0, 0, 0];
    const line = this.#file.text.slice(from, to).split(/\r?\n/, 1)[0] ?? '';
    return this.between(from, from + line.trimEnd().length);
  }

  #position(offset: number): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: line + this.#before, column: col };
  }
}

type Found = { readonly key?: Node; readonly value: unknown };

/** Follows a key path; at each step the longest key that fits is taken, since a key may hold a dot. */
function find(node: unknown, keyPath: string, key?: Node): Found | undefined {
  if (keyPath === '') return key ? { key, value: node } : { value: node };
  const steps: [name: string, key: Node | undefined, value: unknown][] = [];
  if (isMap(node)) {
    for (const pair of node.items) {
      if (isScalar(pair.key)) steps.push([String(pair.key.value), pair.key, pair.value]);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) steps.push([String(index), undefined, item]);
  }
  const fitting = steps.filter(([name]) => keyPath === name || keyPath.startsWith(`${name}.`));
  fitting.sort(([a], [b]) => b.length - a.length);
  for (const [name, stepKey, value] of fitting) {
    const found = find(value, keyPath.slice(name.length + 1), stepKey);
    if (found) return found;
  }
  return undefined;
}
