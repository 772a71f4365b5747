import { error } from '../../diagnostics/diagnostic.ts';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

export type Scalar = string | number | boolean | null;
/** The keys and numbers that lead to a value. */
export type JsonPath = readonly (string | number)[];

/** Is told what stands in a JSON text, and from which character to which. */
export type JsonListener = {
  open?(path: JsonPath, kind: 'object' | 'array', start: number): void;
  scalar?(path: JsonPath, value: Scalar, start: number, end: number): void;
};

/** A JSON text whose positions can be told as lines and columns. */
export type JsonText = { readonly path: string; readonly text: string; positionOf(at: number): Place };
type Place = { readonly line: number; readonly column: number };

export function jsonText(path: string, text: string): JsonText {
  let lines: number[] | undefined;
  return {
    path,
    text,
    positionOf(at) {
      if (!lines) {
        lines = [0];
        for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.push(end + 1);
      }
      let [low, high] = [0, lines.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lines[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (lines[low] ?? 0) + 1 };
    },
  };
}

export function jsonFault({ path, positionOf }: JsonText, at: number, message: string, hint: string): Unreadable {
  const start = positionOf(at);
  const range = { start, end: { line: start.line, column: start.column + 1 } };
  return new Unreadable(error('import/json', message, { kind: 'text', path, range }, hint));
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{N}_$]+/uy;
const SPACE = /[ \t\r\n]*/y;
/**
 * Goes through one value of JSON (RFC 8259). `JSON.parse` says of a fault at most which character it is, keeps the last
 * of two equal keys without a word, and makes a tree of what we only pass.
 *
 * @returns the position after the value and the space behind it
 * @throws Unreadable with line and column
 */
export function scanJson(json: JsonText, from: number, listener: JsonListener): number {
  const { text } = json;
  const path: (string | number)[] = [];
  let at = from;

  const skip = (): void => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
  };
  const fault = (message: string, hint: string): Unreadable => jsonFault(json, at, message, hint);
  const expected = (what: string): Unreadable => {
    if (at >= text.length)
      return fault('the file ends before its JSON does', 'export the file again: a part of it is missing');
    WORD.lastIndex = at;
    const found = WORD.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    return fault(
      `\`${found.slice(0, 40)}\` stands here, expected ${what}`,
      Object.hasOwn(HINTS, found) ? HINTS[found]! : 'export the file again, or correct it here',
    );
  };
  const string = (): string => {
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    try {
      const found = JSON.parse(text.slice(at, end < 0 ? text.length : end + 1)) as string;
      at = end + 1;
      return found;
    } catch {
      const message = 'a text is never closed, or holds a line break or a `\\` with nothing to escape';
      throw fault(message, 'close it with `"`, and write `\\n` and `\\\\`');
    }
  };
  const scalar = (value: Scalar, end: number): void => {
    listener.scalar?.(path, value, at, end);
    at = end;
  };

  const value = (): void => {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      if (path.length >= LIMITS.depth)
        throw fault(`values are nested more than ${LIMITS.depth} deep`, 'name the file that holds only the records');
      listener.open?.(path, sign === '{' ? 'object' : 'array', at);
      at += 1;
      if (sign === '{') members();
      else elements();
    } else if (sign === '"') {
      const start = at;
      const found = string();
      listener.scalar?.(path, found, start, at);
    } else if (text.startsWith('true', at)) scalar(true, at + 4);
    else if (text.startsWith('false', at)) scalar(false, at + 5);
    else if (text.startsWith('null', at)) scalar(null, at + 4);
    else {
      NUMBER.lastIndex = at;
      const found = NUMBER.exec(text)?.[0];
      if (found === undefined) throw expected('a value');
      scalar(Number(found), at + found.length);
    }
    skip();
  };
  const members = (): void => {
    const keys = new Set<string>();
    skip();
    if (text[at] === '}') return void (at += 1);
    for (;;) {
      if (text[at] !== '"') throw expected('a key in double quotes');
      const start = at;
      const key = string();
      if (keys.has(key))
        throw jsonFault(json, start, `the key \`${key.slice(0, 60)}\` stands twice`, 'remove one of the two');
      keys.add(key);
      skip();
      if (text[at] !== ':') throw expected('`:`');
      at += 1;
      skip();
      path.push(key);
      value();
      path.pop();
      if (text[at] === '}') return void (at += 1);
      next('}');
    }
  };
  const elements = (): void => {
    skip();
    if (text[at] === ']') return void (at += 1);
    for (let index = 0; ; index++) {
      path.push(index);
      value();
      path.pop();
      if (text[at] === ']') return void (at += 1);
      next(']');
    }
  };
  const next = (close: string): void => {
    if (text[at] !== ',') throw expected(`\`,\` or \`${close}\``);
    const comma = at;
    at += 1;
    skip();
    if (text[at] === close) throw jsonFault(json, comma, `a comma stands before \`${close}\``, 'remove the comma');
  };

  skip();
  value();
  return at;
}

/** A quote behind an odd number of backslashes. */
function isEscaped(text: string, quote: number): boolean {
  let first = quote;
  while (text[first - 1] === '\\') first -= 1;
  return (quote - first) % 2 === 1;
}

const NO_NUMBER = 'write `null` where there is no value';
const HINTS: { readonly [found: string]: string } = {
  NaN: NO_NUMBER,
  Infinity: NO_NUMBER,
  undefined: NO_NUMBER,
  None: NO_NUMBER,
  True: 'write `true` in lower case',
  False: 'write `false` in lower case',
  "'": 'write texts and keys in double quotes',
  '/': 'take comments out',
};
