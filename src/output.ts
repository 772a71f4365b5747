import { createHash, randomBytes } from 'node:crypto';
import nodeFs from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Diagnostic, Report } from './diagnostics/diagnostic.ts';
import { codeOf, HELD, hindrance, isSystemError } from './output-hindrance.ts';
import type { WriteAct } from './output-hindrance.ts';
import { openStreaming, type Streaming } from './output-stream.ts';

/** The calls to the file system that writing needs; a test puts a failing one in their place. */
export type WriteFs = Pick<
  typeof nodeFs,
  | 'closeSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readSync'
  | 'readdirSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

/** What stands at a path: of a folder, the names in it, unless it may not be looked into. */
export type Standing = 'nothing' | 'file' | 'closed' | readonly string[];

/** The door out: a folder into which finished files are put. */
export type Output = {
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** A file of the folder as the user may name it: relative to where the command runs, with forward slashes. */
  readonly shown: (name: string) => string;
  /**
   * Writes one file whole or not at all, also when the process is killed: what was there before stays until the new
   * file is complete. Whatever hinders it is reported and leaves no trace.
   *
   * @param name path under the folder, with forward slashes
   * @returns whether the file stands
   */
  readonly write: (name: string, bytes: Uint8Array | string) => boolean;
  /**
   * Opens a file that is written piece by piece, under another name until it is whole.
   *
   * @returns undefined if something hinders it, which was reported
   */
  readonly stream: (name: string) => Streaming | undefined;
  /** Removes a file, and the folders that this leaves empty. Whatever hinders it is reported. */
  readonly remove: (name: string) => boolean;
  /** How large a file is, in bytes, and when it was last written, in milliseconds since 1970; undefined if there is none. */
  readonly measure: (name: string) => { readonly size: number; readonly written: number } | undefined;
  /** Makes a folder, if it is not there. Whatever hinders it is reported. */
  readonly makeFolder: (name: string) => boolean;
  /** What stands at a path under the folder; the empty path is the folder itself. */
  readonly look: (name: string) => Standing;
  readonly report: Report;
  readonly fs: WriteFs;
};

/**
 * Nothing is made or checked before the first file is written.
 *
 * @param elsewhere how another folder is chosen, for hints: ` with --out`
 */
export function openOutput(
  folder: string,
  cwd: string,
  report: Report,
  fs: WriteFs = nodeFs,
  elsewhere = ' with --out',
): Output {
  // Of a batch, thousands: those that are far back are looked at again.
  const ready = new Set<string>();
  const within = relativeTo(cwd, folder);
  const shown = (name: string): string =>
    name === '' || within === '.' || within.startsWith('..')
      ? relativeTo(cwd, join(folder, name))
      : `${within}/${name}`;
  const guarded = (name: string, parent: string, steps: (attempt: Attempt) => void): boolean => {
    const path = join(folder, name);
    const named = (there: string): string => relativeTo(cwd, there);
    try {
      steps((act, step) => {
        try {
          step();
        } catch (cause) {
          if (!isSystemError(cause)) throw cause;
          throw new Hindered(hindrance(act, cause, { path, parent, shown: shown(name), named, fs, elsewhere }));
        }
      });
      return true;
    } catch (failure) {
      if (!(failure instanceof Hindered)) throw failure;
      report(failure.diagnostic);
      return false;
    }
  };
  const prepare = (parent: string, attempt: Attempt): void => {
    if (ready.has(parent)) return;
    let made: string | undefined;
    attempt('make-folder', () => (made = fs.mkdirSync(parent, { recursive: true })));
    // What is new is empty.
    if (made === undefined) sweep(parent, fs);
    if (ready.size >= ENOUGH) ready.clear();
    ready.add(parent);
  };
  const write = (name: string, bytes: Uint8Array | string): boolean => {
    const path = join(folder, name);
    const parent = dirname(path);
    return guarded(name, parent, (attempt) => {
      prepare(parent, attempt);
      const temporary = join(parent, temporaryName());
      try {
        attempt('write', () => {
          try {
            writeNew(temporary, bytes, fs);
          } catch (cause) {
            // Somebody has removed the folder since.
            if (codeOf(cause) !== 'ENOENT') throw cause;
            fs.mkdirSync(parent, { recursive: true });
            writeNew(temporary, bytes, fs);
          }
        });
        attempt('rename', () => persistently(() => fs.renameSync(temporary, path)));
      } catch (failure) {
        quietly(() => fs.unlinkSync(temporary));
        throw failure;
      }
    });
  };
  const stream = (name: string): Streaming | undefined => {
    const path = join(folder, name);
    const parent = dirname(path);
    const temporary = join(parent, temporaryName());
    if (!guarded(name, parent, (attempt) => prepare(parent, attempt))) return undefined;
    const rename = (): void => persistently(() => fs.renameSync(temporary, path));
    return openStreaming({ temporary, fs, guarded: (steps) => guarded(name, parent, steps), rename, quietly });
  };
  const remove = (name: string): boolean => {
    const path = join(folder, name);
    const removed = guarded(name, dirname(path), (attempt) => attempt('remove', () => fs.unlinkSync(path)));
    quietly(() => {
      // A folder in which something is left is not removed, and ends this.
      for (let parent = dirname(path); parent !== folder; parent = dirname(parent)) fs.rmdirSync(parent);
    });
    return removed;
  };
  const measure: Output['measure'] = (name) => {
    try {
      const found = fs.statSync(`${folder}/${name}`, { throwIfNoEntry: false });
      return found?.isFile() === true ? { size: found.size, written: found.mtimeMs } : undefined;
    } catch (cause) {
      if (!isSystemError(cause)) throw cause;
      return undefined;
    }
  };
  const makeFolder = (name: string): boolean => {
    const path = join(folder, name);
    return guarded(name, path, (attempt) => {
      attempt('make-folder', () => fs.mkdirSync(path, { recursive: true }));
    });
  };
  return {
    folder,
    shown,
    write,
    stream,
    remove,
    measure,
    makeFolder,
    look: (name) => look(join(folder, name), fs),
    report,
    fs,
  };
}

/** So many folders are remembered to be there. */
const ENOUGH = 1000;

type Attempt = (act: WriteAct, step: () => void) => void;

function look(path: string, fs: WriteFs): Standing {
  try {
    if (!fs.statSync(path).isDirectory()) return 'file';
  } catch (cause) {
    // What cannot even be looked at hinders the writing that follows, which says so.
    if (!isSystemError(cause)) throw cause;
    return 'nothing';
  }
  try {
    return fs.readdirSync(path);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    return 'closed';
  }
}

const relativeTo = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/') || '.';

class Hindered extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Close is part of writing: a network file system says only then that its disk is full. */
function writeNew(path: string, bytes: Uint8Array | string, fs: WriteFs): void {
  const file = fs.openSync(path, 'wx');
  try {
    fs.writeFileSync(file, bytes);
  } catch (cause) {
    quietly(() => fs.closeSync(file));
    throw cause;
  }
  fs.closeSync(file);
}

/** What another program holds for a moment (a virus scanner, a viewer that reloads) is worth a second attempt. */
function persistently(step: () => void): void {
  for (const pause of [20, 60, 150, 300]) {
    try {
      return step();
    } catch (cause) {
      if (!HELD.has(codeOf(cause))) throw cause;
      sleep(pause);
    }
  }
  step();
}

/** Waits without letting anything else of this process run: what is half done stays out of sight of its signals. */
export const sleep = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Runs a step of tidying up, whose failure changes nothing. */
export const quietly = (step: () => void): void => {
  try {
    step();
  } catch {
    // What could not be tidied up now is at the next run.
  }
};

// Who writes: process ids mean something only on the machine (or in the container) that gave them.
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

// Chance tells apart the threads of a process, and two processes that had one id; counting, what one of them makes.
const OWN = `${HOST}-${process.pid}-${randomBytes(4).toString('hex')}`;
let count = 0;

/** A mark of this process that another run can judge with `isDead`. */
export const ownMark = (): string => `${OWN}${(count++ % 0x10000).toString(16).padStart(4, '0')}`;

/** True if the process that made the mark is known to have ended. */
export function isDead(mark: string): boolean {
  const [, host, pid] = /^([0-9a-f]{8})-(\d+)-[0-9a-f]{12}$/.exec(mark) ?? [];
  if (host !== HOST || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (cause) {
    return codeOf(cause) === 'ESRCH';
  }
}

const temporaryName = (): string => `.handbill-${ownMark()}.tmp`;
const TEMPORARY = /^\.handbill-([0-9a-f]{8}-\d+-[0-9a-f]{12})\.tmp$/;
const AN_HOUR = 3_600_000;

/** Removes what runs that were killed in mid-write have left; a file is written in a moment, so an hour is proof enough. */
function sweep(folder: string, fs: WriteFs): void {
  quietly(() => {
    for (const name of fs.readdirSync(folder)) {
      const mark = TEMPORARY.exec(name)?.[1];
      if (mark === undefined) continue;
      const path = join(folder, name);
      quietly(() => {
        if (isDead(mark) || Date.now() - fs.statSync(path).mtimeMs > AN_HOUR) fs.unlinkSync(path);
      });
    }
  });
}
