import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Day } from './data/record.ts';
import type { Entry } from './manifest.ts';

/** What many files have in common: a council's leaflets differ in their areas only. */
type Origin = Pick<
  Entry,
  'council' | 'status' | 'purpose' | 'date' | 'language' | 'contacts' | 'handbill' | 'recipe' | 'inputs'
>;

/** What a manifest or a journal says of a file by itself. */
type Own = Pick<Entry, 'path' | 'sha256' | 'size' | 'pages' | 'template' | 'area' | 'names'>;

/** What a run is about: one that goes on with it is told by this. */
export type Undertaking = {
  /** A hash of what was asked for. */
  readonly asked: string;
  /** The day that its files are made for. */
  readonly date: Day;
};

/** All that a manifest says. */
export type Manifest = {
  readonly entries: readonly Entry[];
  /** Runs that ended before all was made. */
  readonly unfinished: readonly Undertaking[];
};

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

/** Key by key, as `entryOf` does it. */
export function ownOf({ path, sha256, size, pages, template, area, names }: Entry): Own {
  const own: { -readonly [key in keyof Own]: Own[key] } = { path, sha256, size, pages, template };
  if (area !== undefined) own.area = area;
  if (names) own.names = names;
  return own;
}

/**
 * The bytes of a manifest. Files are sorted by path, so that they depend on nothing but what was made; each stands on a
 * line, and what they share stands once: input files, what a council's files are made from, and warnings.
 */
export function printManifest(entries: readonly Entry[], unfinished: readonly Undertaking[] = []): string {
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
    const line: Own & { warnings?: readonly number[]; origin?: number } = ownOf(entry);
    if (entry.warnings) line.warnings = entry.warnings.map((warning) => warnings.at(warning));
    line.origin = origin;
    return JSON.stringify(line);
  });
  const parts = [
    `  "format": "${FORMAT}"`,
    ...(unfinished.length > 0
      ? [
          rowsOf(
            'unfinished',
            unfinished.map(({ asked, date }) => JSON.stringify({ asked, date })),
          ),
        ]
      : []),
    rowsOf('inputs', inputs.rows()),
    rowsOf('origins', origins.rows()),
    ...(warnings.rows().length > 0 ? [rowsOf('warnings', warnings.rows())] : []),
    rowsOf('files', lines),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

const rowsOf = (name: string, rows: readonly string[]): string =>
  rows.length > 0 ? `  "${name}": [\n    ${rows.join(',\n    ')}\n  ]` : `  "${name}": []`;

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

/** Whether two files share all that files share, as those of one council do. */
const areAlike = (one: Entry, other: Entry): boolean =>
  one.inputs === other.inputs &&
  one.contacts === other.contacts &&
  one.council === other.council &&
  one.status === other.status &&
  one.purpose === other.purpose &&
  one.date === other.date &&
  one.language === other.language &&
  one.handbill === other.handbill &&
  one.recipe === other.recipe;

/** Numbers origins without writing them out: files that were made together share the parts of theirs. */
export function groups(): (entry: Entry, make: () => number) => number {
  const ids = new Map<unknown, number>();
  const idOf = (part: unknown): number => {
    const id = ids.get(part) ?? ids.size;
    ids.set(part, id);
    return id;
  };
  const known = new Map<string, number>();
  let last: { readonly entry: Entry; readonly origin: number } | undefined;
  return (entry, make) => {
    // Most files follow one of their council.
    if (last && areAlike(entry, last.entry)) return last.origin;
    const { council, status, purpose, date, language, contacts, handbill, recipe, inputs } = entry;
    const of = [council, status, purpose, date, language, handbill, recipe, idOf(contacts), idOf(inputs)].join('\n');
    const origin = known.get(of) ?? make();
    known.set(of, origin);
    last = { entry, origin };
    return origin;
  };
}

/** The entries of a manifest's text, or undefined if it is not one of ours, of this format or of the one before. */
export const parseManifest = (text: string): readonly Entry[] | undefined => readManifestText(text)?.entries;

/** All that a manifest's text says, or undefined if it is not one of ours. */
export function readManifestText(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !Array.isArray(value.files)) return undefined;
  const { files, unfinished = [] } = value;
  const entries: readonly unknown[] | undefined =
    value.format === FORMER ? files : value.format === FORMAT ? joined(value, files) : undefined;
  if (!entries || !entries.every(isEntry) || !Array.isArray(unfinished) || !unfinished.every(isUndertaking))
    return undefined;
  return { entries, unfinished };
}

/** Files with what they share. */
function joined(value: Record<string, unknown>, files: readonly unknown[]): readonly unknown[] | undefined {
  const { inputs, origins, warnings = [] } = value;
  if (!Array.isArray(inputs) || !inputs.every(isInput) || !Array.isArray(origins)) return undefined;
  if (!Array.isArray(warnings) || !warnings.every(isWarning)) return undefined;
  const from = origins.map((origin: unknown) => readOrigin(origin, inputs));
  return files.map((file: unknown) => {
    const found = isObject(file) ? from[Number(file.origin)] : undefined;
    const told = isObject(file) ? pick(file.warnings, warnings) : undefined;
    return found && told && entryOf(file as Own & { readonly warnings?: unknown }, found as Origin, told);
  });
}

/** Key by key: of thousands of files, spreading them takes longer than all the rest. */
function entryOf(own: Own & { readonly warnings?: unknown }, origin: Origin, told: readonly Diagnostic[]): Entry {
  const { path, sha256, size, pages, template, area, names, warnings } = own;
  const { council, status, purpose, date, language, contacts, handbill, recipe, inputs } = origin;
  const entry: { -readonly [key in keyof Entry]: Entry[key] } = {
    path,
    sha256,
    size,
    pages,
    template,
    council,
    status,
    date,
    language,
    inputs,
  };
  if (area !== undefined) entry.area = area;
  if (names) entry.names = names;
  if (purpose) entry.purpose = purpose;
  if (contacts) entry.contacts = contacts;
  if (handbill !== undefined) entry.handbill = handbill;
  if (recipe !== undefined) entry.recipe = recipe;
  if (warnings !== undefined) entry.warnings = told;
  return entry;
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

const isUndertaking = (value: unknown): value is Undertaking =>
  isObject(value) && typeof value.asked === 'string' && typeof value.date === 'string';

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
