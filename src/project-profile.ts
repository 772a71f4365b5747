import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { error } from './diagnostics/diagnostic.ts';
import type { Place, Report } from './diagnostics/diagnostic.ts';
import { codeOf } from './output-hindrance.ts';
import { packageFolder } from './project.ts';

/** The bytes of the profile that handbill brings along: coated paper, FOGRA39. */
export const ownProfile = (): Uint8Array => readFileSync(join(packageFolder(), 'content/profiles/fogra39l-coated.icc'));

/**
 * Reads a profile that the command line names: it may lie anywhere.
 *
 * @param path relative to where the command runs; diagnostics show it as it was typed
 * @returns undefined when an error was reported
 */
export function readProfileFile(
  cwd: string,
  path: string,
  report: Report,
): { readonly bytes: Uint8Array; readonly place: Place } | undefined {
  const shown = path.split(sep).join('/');
  const place = { kind: 'text', path: shown } as const;
  try {
    return { bytes: readFileSync(resolve(cwd, path)), place };
  } catch (cause) {
    const code = codeOf(cause);
    const absent = code === 'ENOENT' || code === 'ENOTDIR';
    const found = code === 'EISDIR' ? 'is a folder, expected an ICC profile' : `cannot be read (${code})`;
    const message = absent ? `no file \`${shown}\`` : `\`${shown}\` ${found}`;
    report(error('print/no-profile', message, place, 'name an ICC profile; the path is relative to where you run'));
    return undefined;
  }
}
