import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from './content/edition.ts';
import type { Day } from './data/record.ts';
import { error, warning } from './diagnostics/diagnostic.ts';
import type { Diagnostic, Place } from './diagnostics/diagnostic.ts';
import { acquire, LOCK, release } from './manifest-lock.ts';
import { type Manifest, parseManifest, printManifest, readManifestText, type Undertaking } from './manifest-text.ts';
import { codeOf } from './output-hindrance.ts';
import { ownMark } from './output.ts';
import type { Output } from './output.ts';

/** What the manifest says of one file that was written. */
export type Entry = {
  /** Under the output folder, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly pages: number;
  readonly template: string;
  readonly council: string;
  readonly area?: string;
  /** What the area is called in other languages, by their tags, where the file may name it so. */
  readonly names?: Readonly<Record<string, string>>;
  readonly status: 'final' | 'draft';
  /** What it was made for, if not for a screen. */
  readonly purpose?: 'print' | 'proof';
  /** The day the file was made for (`--date`), not the time of the run: the same input makes the same manifest. */
  readonly date: Day;
  readonly language: Language;
  /** The contacts that it prints, and who has signed for them; absent in what earlier versions wrote. */
  readonly contacts?: {
    /** See `contactsHash`. */
    readonly sha256: string;
    readonly signedOff: { readonly name: string; readonly date: Day } | null;
  };
  /** The version of handbill that made it; absent in what earlier versions wrote. */
  readonly handbill?: string;
  /** What else decides its bytes, as one hash: see `recipeOf`; absent in what earlier versions wrote. */
  readonly recipe?: string;
  /** The content files it was made from, and the sha256 of each. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What was warned of when it was made: a run that finds it unchanged says so again. */
  readonly warnings?: readonly Diagnostic[];
};

export { parseManifest, printManifest };

export const MANIFEST = 'manifest.json';

/** sha256 in lower-case hexadecimal, as `sha256sum` prints it. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Puts entries into `manifest.json` of the output folder. */
export function enterIntoManifest(output: Output, entries: readonly Entry[]): void {
  changeManifest(output, { entries });
}

/** What is to become of a manifest. */
export type Change = {
  readonly entries: readonly Entry[];
  /** Paths of files that are no more. */
  readonly removed?: readonly string[];
  /** Runs that ended before all was made. */
  readonly unfinished?: readonly Undertaking[];
  /** What was asked for of a run that made all. */
  readonly finished?: string;
};

/**
 * Changes `manifest.json` of the output folder. What other runs wrote there stays, also when they write at the same
 * time. A manifest that cannot be understood is set aside under another name, never lost.
 *
 * @returns whether the manifest now says so; if not, it has been reported why
 */
export function changeManifest(output: Output, change: Change): boolean {
  const { entries, removed = [], unfinished = [], finished } = change;
  if (entries.length + removed.length + unfinished.length === 0 && finished === undefined) return true;
  const lock = join(output.folder, LOCK);
  // Two runs that find one stale lock may both remove it, and the second then removes the first one's new lock. So who
  // has written looks whether its lock is still there: if so, whoever comes next reads what it wrote; if not, it
  // writes again.
  for (let attempt = 0; attempt < 20; attempt++) {
    const mark = ownMark();
    const taken = acquire(lock, mark, output);
    if (taken === 'held') break;
    const written = merge(output, change);
    // Where no lock can be made, the manifest's own write has said why.
    if (taken === 'impossible' || release(lock, mark, output) || !written) return written;
  }
  const message = `another run holds \`${output.shown(MANIFEST)}\`: the files are written, but it does not list them all`;
  output.report(
    error(
      'write/manifest-locked',
      message,
      placeOf(output),
      `delete \`${output.shown(LOCK)}\` if no other run is at work`,
    ),
  );
  return false;
}

const placeOf = (output: Output): Place => ({ kind: 'text', path: output.shown(MANIFEST) });

function merge(output: Output, { entries, removed = [], unfinished = [], finished }: Change): boolean {
  const before = readManifest(output);
  if (!before) return false;
  const all = new Map(before.entries.map((entry) => [entry.path, entry]));
  for (const path of removed) all.delete(path);
  for (const entry of entries) all.set(entry.path, entry);
  const runs = new Map([...before.unfinished, ...unfinished].map((run) => [run.asked, run]));
  runs.delete(finished ?? '');
  return output.write(MANIFEST, printManifest([...all.values()], [...runs.values()]));
}

/** What stands in the folder; undefined if it can be neither read nor set aside. */
function readManifest(output: Output): Manifest | undefined {
  const path = join(output.folder, MANIFEST);
  let found: Manifest | 'foreign';
  try {
    found = manifestIn(output);
  } catch (cause) {
    // What is not a file is met when the manifest is written.
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'EISDIR') return NOTHING;
    const message = `\`${output.shown(MANIFEST)}\` cannot be read (${codeOf(cause)}), so the new files are not in it`;
    output.report(error('write/manifest-unreadable', message, placeOf(output), 'make it readable, or move it away'));
    return undefined;
  }
  return found === 'foreign' ? setAside(path, output) : found;
}

/** What a folder's manifest says; nothing where it cannot be read, which is told when it is written. */
export function readAll(output: Output): Manifest {
  try {
    const found = manifestIn(output);
    return found === 'foreign' ? NOTHING : found;
  } catch {
    return NOTHING;
  }
}

/** Of each folder, what was read last. A run that changes three of thousands of files reads it twice, and finds the same. */
const lastRead = new WeakMap<Output, { readonly sha256: string; readonly manifest: Manifest }>();

function manifestIn(output: Output): Manifest | 'foreign' {
  const bytes = output.fs.readFileSync(join(output.folder, MANIFEST));
  const known = lastRead.get(output);
  const hash = sha256(bytes);
  if (known?.sha256 === hash) return known.manifest;
  const manifest = readManifestText(bytes.toString());
  if (manifest) lastRead.set(output, { sha256: hash, manifest });
  return manifest ?? 'foreign';
}

const NOTHING: Manifest = { entries: [], unfinished: [] };

/** @returns no entries, since none were understood; undefined if the file cannot be moved */
function setAside(path: string, output: Output): Manifest | undefined {
  const taken = new Set(output.fs.readdirSync(output.folder));
  let aside = `${MANIFEST}.bad`;
  for (let number = 2; taken.has(aside); number++) aside = `${MANIFEST}.bad.${number}`;
  const found = `\`${output.shown(MANIFEST)}\` is not a manifest of this version of handbill`;
  try {
    output.fs.renameSync(path, join(output.folder, aside));
  } catch (cause) {
    const message = `${found} and cannot be set aside (${codeOf(cause)})`;
    output.report(error('write/manifest-unreadable', message, placeOf(output), 'move it away'));
    return undefined;
  }
  const message = `${found}: it was set aside as \`${output.shown(aside)}\` and a new one begun`;
  output.report(
    warning('write/foreign-manifest', message, placeOf(output), 'run `build` again for each council that it listed'),
  );
  return NOTHING;
}
