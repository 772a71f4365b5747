import { readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { error } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { SourceFile } from './diagnostics/source.ts';
import { codeOf } from './output-hindrance.ts';
import { decode } from './project-encoding.ts';

/**
 * Reads a text that the command line names: it may lie anywhere, in a project or not.
 *
 * @param path relative to where the command runs; diagnostics show it as it was typed
 * @param hints what to do if it is absent
 * @returns undefined when an error was reported
 */
export function readDocument(cwd: string, path: string, report: Report, ...hints: string[]): SourceFile | undefined {
  const shown = path.split(sep).join('/');
  const place = { kind: 'text', path: shown } as const;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, path));
  } catch (cause) {
    const code = codeOf(cause);
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    if (isAbsent) report(error('project/no-document', `there is no file \`${shown}\``, place, ...hints));
    else if (code === 'EISDIR') {
      report(error('project/no-document', `\`${shown}\` is a folder, expected a file`, place, ...hints));
    } else report(error('project/unreadable', `\`${shown}\` cannot be read (${code})`, place, 'make it readable'));
    return undefined;
  }
  const { text, sound } = decode(bytes, shown, report);
  return sound ? { path: shown, text } : undefined;
}
