import type nodeFs from 'node:fs';
import { dirname } from 'node:path';
import { error } from './diagnostics/diagnostic.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';

/** The step of writing that failed. */
export type WriteAct = 'make-folder' | 'write' | 'rename' | 'remove';

/** The code of a system error (`ENOENT`), or nothing. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

/** True for what the operating system answered; what node says of wrong arguments (`ERR_…`) is a bug. */
export const isSystemError = (cause: unknown): boolean => /^E[A-Z0-9]+$/.test(codeOf(cause));

/** Codes of a file that another program holds for a moment. */
export const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

type Scene = {
  readonly path: string;
  readonly parent: string;
  /** The file as the user may name it. */
  readonly shown: string;
  readonly named: (path: string) => string;
  readonly fs: Pick<typeof nodeFs, 'statSync'>;
  /** How another folder is chosen: ` with --out`. */
  readonly elsewhere: string;
};

/** Says what stood in the way of a file, and what to do about it. */
export function hindrance(act: WriteAct, cause: unknown, scene: Scene): Diagnostic {
  const { path, parent, shown, named, fs, elsewhere } = scene;
  const place = { kind: 'text', path: shown } as const;
  const code = codeOf(cause);
  const kindOf = (there: string): 'folder' | 'file' | undefined => {
    try {
      return fs.statSync(there).isDirectory() ? 'folder' : 'file';
    } catch {
      return undefined;
    }
  };
  if (act === 'make-folder' && ['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOENT', 'EPERM', 'EACCES'].includes(code)) {
    let blocked = parent;
    while (kindOf(blocked) === undefined && dirname(blocked) !== blocked) blocked = dirname(blocked);
    if (kindOf(blocked) === 'file') {
      const message = `a file stands where the folder \`${named(blocked)}\` is to be`;
      const hint = `move \`${named(blocked)}\` away, or choose another folder${elsewhere}`;
      return error('write/in-the-way', message, place, hint);
    }
  }
  if (act === 'rename' && kindOf(path) === 'folder') {
    const message = `a folder stands where the file \`${shown}\` is to be`;
    return error(
      'write/in-the-way',
      message,
      place,
      `move the folder \`${shown}\` away, or choose another${elsewhere}`,
    );
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const message = `the disk is full: \`${shown}\` was not written, what stood there before still does`;
    return error('write/disk-full', message, place, `make room, or choose a folder on another disk${elsewhere}`);
  }
  if (act === 'rename' && HELD.has(code)) {
    const message = `\`${shown}\` is held by another program (${code}) and was not replaced`;
    return error('write/locked', message, place, 'close the program that shows the file, and run the command again');
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    const why = code === 'EROFS' ? 'is on a disk that is read-only' : 'may not be written to';
    const message = `the folder \`${named(parent)}\` ${why} (${code})`;
    return error(
      'write/not-allowed',
      message,
      place,
      `ask for the right to write there, or choose another folder${elsewhere}`,
    );
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return error(
    'write/failed',
    `\`${shown}\` could not be ${act === 'remove' ? 'removed' : 'written'}: ${reason}`,
    place,
    `choose another folder${elsewhere}`,
  );
}
