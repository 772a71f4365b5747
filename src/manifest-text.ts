import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Entry } from './manifest.ts';

/** What many files have in common: a council's leaflets differ in their areas only. */
type Origin = Pick<
  Entry,
  'council' | 'status' | 'purpose' | 'date' | 'language' | 'contacts' | 'handbill' | 'recipe' | 'inputs'
>;

/** What a manifest or a journal says of a file by itself. */
type Own = Pick<Entry, 'path' | 'sha256' | 'size' | 'pages' | 'template' | 'area' | 'names'>;

const FORMAT = 'handbill manifest 2';
const FORMER = 'handbill manifest 1';

/** Takes an entry apart; keys always come in the same order. */
export function originOf(entry: Entry): Origin {
  const { council, status, purpose, date, language, contacts, handbill, recipe, inputs } = entry;
  return {
    council,
    status,
    ...(purpose && { purpose }),
    date,
    language,
    ...(contacts && { contacts }),
    ...(handbill !== undefined && { handbill }),
    ...(recipe !== undefined && { recipe }),
    inputs,
  };
}

export function ownOf({ path, sha256, size, pages, template, area, names }: Entry): Own {
  return { path, sha256, size, pages, template, ...(area !== undefined && { area }), ...(names && { names }) };
}

/**
 * The bytes of a manifest. Files are sorted by path, so that they depend on nothing but what was made; each stands on a
 * line, and what they share stands once: input files, what a council's files are made from, and warnings.
 */
export function printManifest(entries: readonly Entry[]): string {
  const files = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const inputs = table<readonly [string, string]>();
  const origins = table<object>();
  const warnings = table<Diagnostic>();
  const known = groups();
  const lines = files.map((entry) => {
    const origin = known(entry, () => {
      const { inputs: from, ...rest } = originOf(entry);
      return origins.at({ ...rest, inputs: Object.entries(from).map((input) => inputs.at(input)) });
    });
    const warned = entry.warnings?.map((warning) => warnings.at(warning));
    return JSON.stringify({ ...ownOf(entry), ...(warned && { warnings: warned }), origin });
  });
  const part = (name: string, rows: readonly string[]): string =>
    `  "${name}": [${rows.map((row) => `\n    ${row}`).join(',')}${rows.length > 0 ? '\n  ' : ''}]`;
  const parts = [
    `  "format": "${FORMAT}"`,
    part('inputs', inputs.rows()),
    part('origins', origins.rows()),
    ...(warnings.rows().length > 0 ? [part('warnings', warnings.rows())] : []),
    part('files', lines),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Rows that are each written once, in the order in which they first came. */
function table<T>(): { readonly at: (row: T) => number; readonly rows: () => readonly string[] } {
  const seen = new Map<string, number>();
  return {
    at(row) {
      const line = JSON.stringify(row);
      const known = seen.get(line);
      if (known === undefined) seen.set(line, seen.size);
      return known ?? seen.size - 1;
    },
    rows: () => [...seen.keys()],
  };
}

/** Numbers origins without writing them out: files that were made together share the parts of theirs. */
export function groups(): (entry: Entry, make: () => number) => number {
  const ids = new Map<unknown, number>();
  const idOf = (part: unknown): number => {
    const id = ids.get(part) ?? ids.size;
    ids.set(part, id);
    return id;
  };
  const known = new Map<string, number>();
  return (entry, make) => {
    const { council, status, purpose, date, language, contacts, handbill, recipe, inputs } = entry;
    const of = [council, status, purpose, date, language, handbill, recipe, idOf(contacts), idOf(inputs)].join('\n');
    const origin = known.get(of) ?? make();
    known.set(of, origin);
    return origin;
  };
}

/** The entries of a manifest's text, or undefined if it is not one of ours, of this format or of the one before. */
export function parseManifest(text: string): readonly Entry[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !Array.isArray(value.files)) return undefined;
  if (value.format === FORMER) return value.files.every(isEntry) ? value.files : undefined;
  if (value.format !== FORMAT || !Array.isArray(value.inputs) || !Array.isArray(value.origins)) return undefined;
  const { inputs, origins, warnings = [], files } = value;
  if (!inputs.every(isInput) || !Array.isArray(warnings) || !warnings.every(isWarning)) return undefined;
  const from = origins.map((origin: unknown) => readOrigin(origin, inputs));
  const entries = files.map((file: unknown) => {
    if (!isObject(file)) return undefined;
    const { origin, warnings: warned, ...own } = file;
    const found = from[Number(origin)];
    const told = pick(warned, warnings);
    return found && told && { ...own, ...found, ...(warned !== undefined && { warnings: told }) };
  });
  return entries.every(isEntry) ? entries : undefined;
}

type Input = readonly [name: string, sha256: string];

const readOrigin = (origin: unknown, inputs: readonly Input[]): object | undefined => {
  const from = isObject(origin) ? pick(origin.inputs, inputs) : undefined;
  return from && { ...(origin as object), inputs: Object.fromEntries(from) };
};

/** The rows that a list of their numbers names; undefined if it names one that is not there. */
function pick<T>(numbers: unknown, rows: readonly T[]): readonly T[] | undefined {
  if (numbers === undefined) return [];
  if (!Array.isArray(numbers)) return undefined;
  const picked = numbers.map((number: unknown) => rows[Number(number)]);
  return picked.every((row) => row !== undefined) ? picked : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInput = (value: unknown): value is Input =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');

const isWarning = (value: unknown): value is Diagnostic =>
  isObject(value) && ['rule', 'severity', 'message'].every((key) => typeof value[key] === 'string');

/** Whether a value is an entry as this version knows it. */
export const isEntry = (value: unknown): value is Entry =>
  isObject(value) &&
  ['path', 'sha256', 'template', 'council', 'status', 'date', 'language'].every(
    (key) => typeof value[key] === 'string',
  ) &&
  typeof value.size === 'number' &&
  typeof value.pages === 'number' &&
  (value.area === undefined || typeof value.area === 'string') &&
  (value.names === undefined || isObject(value.names)) &&
  (value.purpose === undefined || value.purpose === 'print' || value.purpose === 'proof') &&
  (value.handbill === undefined || typeof value.handbill === 'string') &&
  (value.recipe === undefined || typeof value.recipe === 'string') &&
  (value.contacts === undefined || isContacts(value.contacts)) &&
  isObject(value.inputs);

const isContacts = (value: unknown): value is NonNullable<Entry['contacts']> =>
  isObject(value) &&
  typeof value.sha256 === 'string' &&
  (value.signedOff === null ||
    (isObject(value.signedOff) &&
      typeof value.signedOff.name === 'string' &&
      typeof value.signedOff.date === 'string'));
