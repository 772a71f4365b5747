import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { TableFile } from './data/cells.ts';
import { error } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { nearest } from './diagnostics/nearest.ts';
import { codeOf } from './output-hindrance.ts';
import { decodeTable } from './project-encoding.ts';

/**
 * Reads a table that the command line names: it may lie anywhere, in a project or not.
 *
 * @param path relative to where the command runs; diagnostics show it as it was typed
 * @returns undefined when an error was reported
 */
export function readTable(cwd: string, path: string, report: Report): TableFile | undefined {
  const shown = path.split(sep).join('/');
  const place = { kind: 'text', path: shown } as const;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, path));
  } catch (cause) {
    const code = codeOf(cause);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    const found = missing ? `no file \`${shown}\`` : `\`${shown}\` ${REASONS[code] ?? `cannot be read (${code})`}`;
    const near = missing ? nearest(basename(path), siblings(resolve(cwd, path))) : undefined;
    const meant = near === undefined ? [] : [`did you mean \`${join(dirname(path), near).split(sep).join('/')}\`?`];
    report(error('areas/no-file', found, place, ...meant, 'name a CSV file; the path is relative to where you run'));
    return undefined;
  }
  return decodeTable(bytes, shown, report);
}

const REASONS: { readonly [code: string]: string } = { EISDIR: 'is a folder, expected a CSV file' };

function siblings(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
