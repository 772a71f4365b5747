import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from './content/edition.ts';
import type { Day } from './data/record.ts';
import { error, warning } from './diagnostics/diagnostic.ts';
import type { Place } from './diagnostics/diagnostic.ts';
import { codeOf } from './output-hindrance.ts';
import { isDead, ownMark, quietly, sleep } from './output.ts';
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
  /** The content files it was made from, and the sha256 of each. */
  readonly inputs: Readonly<Record<string, string>>;
};

export const MANIFEST = 'manifest.json';
const FORMAT = 'handbill manifest 1';
const LOCK = '.handbill-manifest.lock';

/** sha256 in lower-case hexadecimal, as `sha256sum` prints it. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Puts entries into `manifest.json` of the output folder. What other runs wrote there stays, also when they write at
 * the same time. A manifest that cannot be understood is set aside under another name, never lost.
 */
export function enterIntoManifest(output: Output, entries: readonly Entry[]): void {
  if (entries.length === 0) return;
  const lock = join(output.folder, LOCK);
  // Two runs that find one stale lock may both remove it, and the second then removes the first one's new lock. So who
  // has written looks whether its lock is still there: if so, whoever comes next reads what it wrote; if not, it
  // writes again.
  for (let attempt = 0; attempt < 20; attempt++) {
    const mark = ownMark();
    const taken = acquire(lock, mark, output);
    if (taken === 'held') break;
    const written = merge(output, entries);
    // Where no lock can be made, the manifest's own write has said why.
    if (taken === 'impossible' || release(lock, mark, output) || !written) return;
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
}

const placeOf = (output: Output): Place => ({ kind: 'text', path: output.shown(MANIFEST) });

function merge(output: Output, entries: readonly Entry[]): boolean {
  const before = readManifest(output);
  if (!before) return false;
  const all = new Map([...before, ...entries].map((entry) => [entry.path, entry]));
  return output.write(MANIFEST, printManifest([...all.values()]));
}

/** The bytes of a manifest: sorted by path, so that they depend on nothing but what was made. */
export function printManifest(entries: readonly Entry[]): string {
  const files = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return `${JSON.stringify({ format: FORMAT, files }, undefined, 2)}\n`;
}

/** The entries of a manifest's text, or undefined if it is not one of ours. */
export function parseManifest(text: string): readonly Entry[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value.format !== FORMAT || !Array.isArray(value.files)) return undefined;
  return value.files.every(isEntry) ? value.files : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEntry = (value: unknown): value is Entry =>
  isObject(value) &&
  ['path', 'sha256', 'template', 'council', 'status', 'date', 'language'].every(
    (key) => typeof value[key] === 'string',
  ) &&
  typeof value.size === 'number' &&
  typeof value.pages === 'number' &&
  (value.area === undefined || typeof value.area === 'string') &&
  (value.purpose === undefined || value.purpose === 'print' || value.purpose === 'proof') &&
  (value.handbill === undefined || typeof value.handbill === 'string') &&
  (value.contacts === undefined || isContacts(value.contacts)) &&
  isObject(value.inputs);

const isContacts = (value: unknown): value is NonNullable<Entry['contacts']> =>
  isObject(value) &&
  typeof value.sha256 === 'string' &&
  (value.signedOff === null ||
    (isObject(value.signedOff) &&
      typeof value.signedOff.name === 'string' &&
      typeof value.signedOff.date === 'string'));

/** What stands in the folder; undefined if it can be neither read nor set aside. */
function readManifest(output: Output): readonly Entry[] | undefined {
  const path = join(output.folder, MANIFEST);
  let text: string;
  try {
    text = output.fs.readFileSync(path, 'utf8');
  } catch (cause) {
    // What is not a file is met when the manifest is written.
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'EISDIR') return [];
    const message = `\`${output.shown(MANIFEST)}\` cannot be read (${codeOf(cause)}), so the new files are not in it`;
    output.report(error('write/manifest-unreadable', message, placeOf(output), 'make it readable, or move it away'));
    return undefined;
  }
  return parseManifest(text) ?? setAside(path, output);
}

/** @returns no entries, since none were understood; undefined if the file cannot be moved */
function setAside(path: string, output: Output): readonly Entry[] | undefined {
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
  return [];
}

const PATIENCE = 10_000;

/** Waits for the lock and takes it. A lock whose run has ended, or which is older than any write takes, is broken. */
function acquire(lock: string, mark: string, { fs, folder }: Output): 'ours' | 'held' | 'impossible' {
  for (const start = Date.now(); ; sleep(10 + Math.random() * 20)) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(lock, mark, { flag: 'wx' });
      return 'ours';
    } catch (cause) {
      // A full disk makes an empty lock. Windows answers EPERM while a lock is being deleted.
      if (codeOf(cause) === 'ENOSPC') quietly(() => fs.unlinkSync(lock));
      if (!['EEXIST', 'EPERM', 'EBUSY'].includes(codeOf(cause))) return 'impossible';
    }
    quietly(() => {
      const age = Date.now() - fs.statSync(lock).mtimeMs;
      if (age > PATIENCE || isDead(fs.readFileSync(lock, 'utf8'))) fs.unlinkSync(lock);
    });
    if (Date.now() - start > 2 * PATIENCE) return 'held';
  }
}

/** @returns whether the lock was ours to the end */
function release(lock: string, mark: string, { fs }: Output): boolean {
  let ours = false;
  quietly(() => {
    ours = fs.readFileSync(lock, 'utf8') === mark;
    if (ours) fs.unlinkSync(lock);
  });
  return ours;
}
