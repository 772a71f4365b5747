import type { z } from './zod.ts';
import { type Diagnostic, error, isError, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { isOptionalAt, keysAt } from './schema-paths.ts';

type Issue = z.core.$ZodIssue;

/** Where values and keys stand; the empty path is the whole file. */
type Finder = {
  readonly file: Place;
  of(keyPath: string): Place | undefined;
  ofKey(keyPath: string): Place | undefined;
  /** The note behind a value. */
  noteAt(keyPath: string): string | undefined;
};

/** What a check of a value may add to its message: its own rule and what to do. */
export type Fault = { readonly rule?: string; readonly hints?: readonly string[] };

/** Raises a fault of a value inside a zod check or transform. */
export const fault = (context: z.core.$RefinementCtx, message: string, params: Fault = {}): void => {
  context.addIssue({ code: 'custom', message, params });
};

/** A library's message in the wording of ours: lower case, no full stop. */
export const asMessage = (text: string): string =>
  text.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

type Reporting = {
  readonly schema: z.ZodType;
  readonly places: Finder;
  readonly report: Report;
  /** Of the issues, those that a draft cannot live with either: the others are warnings. Absent: all are errors. */
  readonly faults?: readonly Issue[];
};

/**
 * Makes a diagnostic of each of zod's issues, at the place of the value or key that raised it.
 *
 * @returns how many are errors
 */
export function reportIssues(issues: readonly Issue[], { schema, places, report: tell, faults }: Reporting): number {
  const found: Diagnostic[] = [];
  const named = (issue: Issue): string => `${issue.code} ${join(issue.path)}`;
  const serious = faults && new Set(faults.flatMap(flatten).map(named));
  const report = (make: typeof error, ...said: Parameters<typeof error>): void => void found.push(make(...said));
  const makerOf = (issue: Issue): typeof error => (!serious || serious.has(named(issue)) ? error : warning);
  const flat = issues.flatMap((issue) => flatten(issue));
  const unknown = flat.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => nameUnknown(schema, issue.path, key)) : [],
  );
  for (const { path, key, meant, known } of unknown) {
    const hint = meant ? `did you mean \`${meant}\`?` : `known here: ${known.map((name) => `\`${name}\``).join(', ')}`;
    report(error, 'parse/unknown-key', `unknown key \`${key}\``, places.ofKey(join([...path, key])), hint);
  }
  // A key that was misspelt is not missing as well.
  const misspelt = new Set(unknown.map(({ path, meant }) => meant && join([...path, meant])));
  for (const issue of flat) {
    if (issue.code === 'unrecognized_keys') continue;
    const keyPath = join(issue.path);
    if (isMissing(issue)) {
      if (!misspelt.has(keyPath)) report(makerOf(issue), ...missingKey(issue.path, places));
      continue;
    }
    const { rule, message, hints } = isEmpty(issue)
      ? missingValue(keyPath, places.noteAt(keyPath), isOptionalAt(schema, issue.path))
      : explain(issue, keyPath);
    report(makerOf(issue), rule, message, places.of(keyPath) ?? places.file, ...hints);
  }
  for (const diagnostic of found.toSorted((a, b) => offset(a) - offset(b))) tell(diagnostic);
  return found.filter(isError).length;
}

/** Orders diagnostics as a reader goes through the file; those of the whole file come first. */
function offset({ place }: Diagnostic): number {
  const start = place?.kind === 'text' ? place.range?.start : undefined;
  return start ? start.line * 1e6 + start.column : 0;
}

function missingKey(path: readonly PropertyKey[], places: Finder): Parameters<typeof error> {
  const parent = join(path.slice(0, -1));
  const key = String(path.at(-1));
  const where = parent === '' ? '' : ` in \`${parent}\``;
  const place = places.of(parent) ?? places.file;
  return ['parse/missing-key', `missing key \`${key}\`${where}`, place, `add \`${key}: …\`${where}`];
}

/** A value that somebody still has to fill in; a note behind it may say with what: `# missing: polling day`. */
function missingValue(keyPath: string, note: string | undefined, isOptional: boolean): Explained {
  const [, words] = /^missing: *(.+)$/.exec(note ?? '') ?? [];
  const message = words === undefined ? `\`${keyPath}\` has no value` : `\`${keyPath}\` is missing: ${words}`;
  const otherwise = /\.\d+$/.test(keyPath) ? 'take it out of the list' : 'take the line away';
  return { rule: 'parse/missing-value', message, hints: [isOptional ? `fill it in, or ${otherwise}` : 'fill it in'] };
}

const isEmpty = (issue: Issue): boolean => issue.input === null && issue.path.length > 0 && issue.code !== 'custom';

const isMissing = (issue: Issue): boolean =>
  issue.input === undefined && issue.path.length > 0 && issue.code !== 'custom' && issue.code !== 'unrecognized_keys';

/** Of a union, the issues of the branch that understood most of the value; of keys and elements, their own. */
function flatten(issue: Issue): Issue[] {
  const inside = (issues: readonly Issue[]): Issue[] =>
    issues.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.map(inside);
    const best = branches.toSorted((a, b) => depth(b) - depth(a))[0];
    if (best && depth(best) > issue.path.length) return best;
    // Where no branch went into the value, it is of another kind than all of them: the first says of which.
    return branches[0] ?? [issue];
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') return inside(issue.issues);
  return [issue];
}

const depth = (branch: readonly Issue[]): number => Math.max(0, ...branch.map(({ path }) => path.length));

type Explained = { readonly rule: string; readonly message: string; readonly hints: readonly string[] };

function explain(issue: Issue, keyPath: string): Explained {
  const name = keyPath === '' ? 'the file' : `\`${keyPath}\``;
  if (issue.code === 'custom') {
    const { rule = 'parse/invalid-value', hints = [] }: Fault = issue.params ?? {};
    return { rule, message: issue.message, hints };
  }
  const rule = 'parse/invalid-value';
  if (issue.input === null) return { rule, message: `${name} is empty`, hints: [] };
  if (issue.code === 'invalid_type') {
    const plain = typeof issue.input === 'number' || typeof issue.input === 'boolean';
    const quote = issue.expected === 'string' && plain;
    const message = `${name} must be ${TYPES[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}`;
    if (issue.expected === 'array' && (plain || typeof issue.input === 'string')) {
      return { rule, message, hints: [`write it as a list: \`[${JSON.stringify(String(issue.input))}]\``] };
    }
    return { rule, message, hints: quote ? [`put it in quotes: \`"${String(issue.input)}"\``] : [] };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const meant = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined;
    const list = values.map((value) => `\`${value}\``).join(', ');
    const found = typeof issue.input === 'string' ? `\`${issue.input}\`` : kindOf(issue.input);
    const message = `${name} must be ${values.length > 1 ? 'one of ' : ''}${list}, found ${found}`;
    return { rule, message, hints: meant ? [`did you mean \`${meant}\`?`] : [] };
  }
  return { rule, message: `${name} is not valid: ${asMessage(issue.message)}`, hints: [] };
}

const TYPES: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  return typeof value === 'string' ? 'text' : `\`${String(value)}\``;
}

type Unknown = {
  readonly path: readonly PropertyKey[];
  readonly key: string;
  readonly meant: string | undefined;
  readonly known: readonly string[];
};

function nameUnknown(schema: z.ZodType, path: readonly PropertyKey[], key: string): Unknown {
  const known = [...new Set(keysAt(schema, path))];
  return { path, key, meant: nearest(key, known), known };
}

const join = (path: readonly PropertyKey[]): string => path.map(String).join('.');
