import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { error } from './diagnostics/diagnostic.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { nearest } from './diagnostics/nearest.ts';
import type { SourceFile } from './diagnostics/source.ts';
import { codeOf } from './output-hindrance.ts';
import { decode } from './project-encoding.ts';

/** A finished file that a command line names. */
export type FinishedFile = {
  /** Absolute. */
  readonly path: string;
  /** As it was typed, with forward slashes: what diagnostics show. */
  readonly shown: string;
};

const slashes = (path: string): string => path.split(sep).join('/');

/**
 * The PDF files that are named: each file itself, and of a folder all that lie in it and below, sorted. What is not there
 * is reported, and the others are given.
 *
 * @param named relative to where the command runs
 */
export function findFinished(cwd: string, named: readonly string[], report: Report): FinishedFile[] {
  const found = named.flatMap((name): FinishedFile[] => {
    const path = resolve(cwd, name);
    try {
      if (!statSync(path).isDirectory()) return [{ path, shown: slashes(name) }];
      const inside = readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' })
        .filter((each) => each.isFile() && /\.pdf$/i.test(each.name))
        .map((each) => join(each.parentPath, each.name).slice(path.length + 1))
        .toSorted();
      if (inside.length === 0) {
        const message = `the folder \`${slashes(name)}\` holds no PDF files`;
        report(error('finished/no-file', message, placeOf(name), 'name a PDF file, or a folder with some'));
      }
      return inside.map((each) => ({ path: join(path, each), shown: slashes(join(name, each)) }));
    } catch (cause) {
      tellOfAbsent(cause, path, name, report);
      return [];
    }
  });
  return [...new Map(found.map((each) => [each.path, each])).values()];
}

/** @returns undefined when an error was reported */
export function readFinished({ path, shown }: FinishedFile, report: Report): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    tellOfAbsent(cause, path, shown, report);
    return undefined;
  }
}

/**
 * Reads a profile that a command line names by its path: it may lie anywhere.
 *
 * @param named relative to where the command runs; diagnostics show it as it was typed
 * @returns undefined when an error was reported
 */
export function readProfileFile(cwd: string, named: string, report: Report): SourceFile | undefined {
  const path = slashes(named);
  try {
    const { text, sound } = decode(readFileSync(resolve(cwd, named)), path, report);
    return sound ? { path, text } : undefined;
  } catch (cause) {
    const code = codeOf(cause);
    const absent = code === 'ENOENT' || code === 'ENOTDIR';
    const message = absent ? `no file \`${path}\`` : `\`${path}\` cannot be read (${code})`;
    const near = absent ? nearest(basename(named), siblings(resolve(cwd, named))) : undefined;
    const meant = near === undefined ? [] : [`did you mean \`${slashes(join(dirname(named), near))}\`?`];
    const hint = 'name a YAML file; the path is relative to where you run';
    report(error('project/unknown-profile', message, { kind: 'text', path }, ...meant, hint));
    return undefined;
  }
}

const placeOf = (name: string) => ({ kind: 'pdf', path: slashes(name) }) as const;

function tellOfAbsent(cause: unknown, path: string, name: string, report: Report): void {
  const code = codeOf(cause);
  const absent = code === 'ENOENT' || code === 'ENOTDIR';
  const message = absent ? `no file \`${slashes(name)}\`` : `\`${slashes(name)}\` cannot be read (${code})`;
  const near = absent ? nearest(basename(path), siblings(path)) : undefined;
  const meant = near === undefined ? [] : [`did you mean \`${slashes(join(dirname(name), near))}\`?`];
  const hint = absent ? 'name a PDF file; the path is relative to where you run' : 'make it readable';
  report(error('finished/no-file', message, placeOf(name), ...meant, hint));
}

function siblings(path: string): string[] {
  try {
    return readdirSync(dirname(path));
  } catch {
    return [];
  }
}
