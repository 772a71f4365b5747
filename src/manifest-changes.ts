import type { Entry } from './manifest.ts';

/** Why a file is not what it was. */
export type Reason =
  | 'contacts'
  | 'council'
  | 'words'
  | 'guidance'
  | 'links'
  | 'brand'
  | 'furniture'
  | 'sheet'
  | 'handbill'
  | 'date'
  /** Nothing that manifests know of: another version of Node.js, or a change in handbill between two releases. */
  | 'unknown';

export type Changed = Pick<Entry, 'path' | 'council' | 'area' | 'template' | 'status'> & {
  readonly reasons: readonly Reason[];
};

/** What became of the files of one run in another; each file is in one of the lists. */
export type Changes = {
  /** They print contacts that hold no longer: what was handed out of them must be taken back. */
  readonly recall: readonly Changed[];
  readonly changed: readonly Changed[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
};

/** Compares what two runs made. */
export function compare(before: readonly Entry[], after: readonly Entry[]): Changes {
  const [earlier, later] = [byPath(before), byPath(after)];
  const differing = [...earlier.values()].filter(({ path, sha256 }) => later.get(path)?.sha256 !== sha256);
  const recalled = differing.filter((entry) => mustBeRecalled(entry, later.get(entry.path), after));
  const other = differing.filter((entry) => !recalled.includes(entry));
  const described = (entry: Entry): Changed => {
    const { path, council, area, template, status } = entry;
    const now = later.get(path) ?? sameCouncil(entry, after);
    const of = { path, council, ...(area !== undefined && { area }), template, status };
    return { ...of, reasons: now ? reasonsOf(entry, now) : [] };
  };
  return {
    recall: recalled.map(described),
    changed: other.filter(({ path }) => later.has(path)).map(described),
    added: [...later.keys()].filter((path) => !earlier.has(path)),
    removed: other.filter(({ path }) => !later.has(path)).map(({ path }) => path),
    unchanged: earlier.size - differing.length,
  };
}

const byPath = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((entry) => [entry.path, entry]));

/** A file that is no longer made may still be in somebody's hand: its council's other files tell. */
const sameCouncil = ({ council, status }: Entry, entries: readonly Entry[]): Entry | undefined =>
  entries.find((each) => each.council === council && each.status === status);

/** Products that are handed to nobody. */
const KEPT: ReadonlySet<string> = new Set(['proof-sheet', 'brand-page']);

/** What is handed to nobody need not be taken back. */
function mustBeRecalled(entry: Entry, same: Entry | undefined, after: readonly Entry[]): boolean {
  if (entry.status === 'draft' || KEPT.has(entry.template)) return false;
  const now = same ?? sameCouncil(entry, after);
  return now !== undefined && contactsDiffer(entry, now);
}

/** A manifest from before contacts had a hash knows only that the council's file is another. */
function contactsDiffer(before: Entry, after: Entry): boolean {
  if (before.contacts && after.contacts) return before.contacts.sha256 !== after.contacts.sha256;
  const name = councilFile(before);
  return before.inputs[name] !== after.inputs[name];
}

const councilFile = ({ council }: Entry): string => `content/councils/${council}.yaml`;

function reasonsOf(before: Entry, after: Entry): readonly Reason[] {
  const names = [...new Set([...Object.keys(before.inputs), ...Object.keys(after.inputs)])].toSorted();
  const inputs = names.filter((name) => before.inputs[name] !== after.inputs[name]).map(kindOf);
  const reasons: readonly Reason[] = [
    ...(contactsDiffer(before, after) ? (['contacts'] as const) : []),
    ...new Set(inputs),
    ...(before.handbill !== after.handbill ? (['handbill'] as const) : []),
    ...(before.date !== after.date ? (['date'] as const) : []),
  ];
  return reasons.length > 0 ? reasons : ['unknown'];
}

const KINDS: readonly (readonly [RegExp, Reason])[] = [
  [/^content\/councils\/.*\.md$/, 'words'],
  [/^content\/councils\//, 'council'],
  [/^content\/guidance\//, 'guidance'],
  [/^content\/brands\//, 'brand'],
  [/^content\/furniture\//, 'furniture'],
  [/^content\/sheets\//, 'sheet'],
  [/^content\/links\.yaml$/, 'links'],
];

const kindOf = (name: string): Reason => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown';
