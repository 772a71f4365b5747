import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
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

/** What a manifest says of a file, and the name under which it does. */
export type Listed = { readonly entry: Entry; readonly manifest: string };

/**
 * What the nearest manifest in the folders above a file says of it; undefined where there is none, where it cannot be
 * understood, or where it does not list the file.
 *
 * @param path absolute
 */
export function listedFile(path: string): Listed | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = join(folder, MANIFEST);
    const text = textAt(manifest);
    if (text !== undefined) {
      const name = relative(folder, path).split(sep).join('/');
      const entry = parseManifest(text)?.find((each) => each.path === name);
      return entry && { entry, manifest };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
