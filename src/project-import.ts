import { accessSync, constants, createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { error, type Report, Stop } from './diagnostics/diagnostic.ts';
import { nearest } from './diagnostics/nearest.ts';
import type { ImportFile } from './import/workbook.ts';
import { codeOf, isSystemError } from './output-hindrance.ts';

/**
 * Opens a file that is to be imported: it may lie anywhere, in a project or not. Its bytes are read when they are asked
 * for, and again when they are asked for again.
 *
 * @param path relative to where the command runs; diagnostics show it as it was typed
 * @returns undefined when an error was reported; `chunks` reports and throws Stop if the file cannot be read after all
 */
export function openImport(cwd: string, path: string, report: Report): ImportFile | undefined {
  const shown = path.split(sep).join('/');
  const absolute = resolve(cwd, path);
  const refuse = (cause: unknown): void => {
    const code = codeOf(cause);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    const found = missing ? `no file \`${shown}\`` : `\`${shown}\` ${REASONS[code] ?? `cannot be read (${code})`}`;
    const near = missing ? nearest(basename(path), siblings(absolute)) : undefined;
    const meant = near === undefined ? [] : [`did you mean \`${join(dirname(path), near).split(sep).join('/')}\`?`];
    const remedy = REMEDIES[code] ?? 'name a spreadsheet; the path is relative to where you run';
    report(error('import/no-file', found, { kind: 'text', path: shown }, ...meant, remedy));
  };
  try {
    const stats = statSync(absolute);
    if (!stats.isFile()) throw Object.assign(new Error(), { code: stats.isDirectory() ? 'EISDIR' : 'ENXIO' });
    accessSync(absolute, constants.R_OK);
    return {
      path: shown,
      size: stats.size,
      async *chunks() {
        try {
          yield* createReadStream(absolute, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
        } catch (cause) {
          if (!isSystemError(cause)) throw cause;
          refuse(cause);
          throw new Stop();
        }
      },
    };
  } catch (cause) {
    refuse(cause);
    return undefined;
  }
}

const REASONS: { readonly [code: string]: string } = {
  EISDIR: 'is a folder, expected a spreadsheet',
  ENXIO: 'is no file, expected a spreadsheet',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
  EBUSY: 'is held by another program',
};

const REMEDIES: { readonly [code: string]: string } = {
  EACCES: 'ask whoever owns the file for the right to read it, or copy it to a folder of yours',
  EPERM: 'ask whoever owns the file for the right to read it, or copy it to a folder of yours',
  EBUSY: 'close it there, and run the command again',
};

function siblings(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
