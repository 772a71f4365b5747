import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { error } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { MANIFEST, parseManifest } from './manifest.ts';
import type { Entry } from './manifest.ts';
import { codeOf } from './output-hindrance.ts';

/**
 * Reads a manifest that somebody names, or that lies in a folder that is named.
 *
 * @returns undefined when an error was reported
 */
export function readManifestAt(cwd: string, named: string, report: Report): readonly Entry[] | undefined {
  const place = { kind: 'text', path: named } as const;
  let text: string;
  try {
    const path = resolve(cwd, named);
    text = readFileSync(statSync(path).isDirectory() ? join(path, MANIFEST) : path, 'utf8');
  } catch (cause) {
    const absent = codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR';
    const message = absent ? `no manifest at \`${named}\`` : `\`${named}\` cannot be read (${codeOf(cause)})`;
    const hint = `name a \`${MANIFEST}\`, or the output folder that holds one`;
    report(error('project/no-manifest', message, place, absent ? hint : 'make it readable'));
    return undefined;
  }
  const entries = parseManifest(text);
  if (!entries) {
    const message = `\`${named}\` is not a manifest that this version of handbill understands`;
    report(error('project/foreign-manifest', message, place, `name a \`${MANIFEST}\` that handbill has written`));
  }
  return entries;
}
