import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe } from 'vitest';

/** Programs that some tests look at finished files with, by the package that brings them. */
export const TOOLSETS = {
  poppler: ['pdftotext', 'pdftoppm', 'pdffonts', 'pdfinfo'],
  qpdf: ['qpdf'],
  chromium: ['chromium'],
  ghostscript: ['gs'],
  // And the library itself, see `veraLibrary`.
  verapdf: ['java', 'javac'],
} as const;

export type Toolset = keyof typeof TOOLSETS;
export type Tool = (typeof TOOLSETS)[Toolset][number];

/** Whether the program can be started here. */
export function tool(name: Tool): boolean {
  // poppler's programs know `-v`, the others `--version`; a program that is absent cannot be started at all.
  return spawnSync(name, [name.startsWith('pdf') ? '-v' : '--version'], { stdio: 'ignore' }).error === undefined;
}

/** The jar of a development dependency that holds the whole of veraPDF; undefined where it is not installed. */
export function veraLibrary(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@opendataloader/pdf');
    const jar = join(dirname(entry), '..', 'lib', 'opendataloader-pdf-cli.jar');
    return existsSync(jar) ? jar : undefined;
  } catch {
    return undefined;
  }
}

const known = new Map<Toolset, boolean>();

/** Whether every program of the set is here. */
export function has(toolset: Toolset): boolean {
  const found =
    known.get(toolset) ?? (TOOLSETS[toolset].every(tool) && (toolset !== 'verapdf' || veraLibrary() !== undefined));
  known.set(toolset, found);
  return found;
}

/** The sets that must be here, as HANDBILL_REQUIRE names them (`poppler,qpdf`): their tests then never skip. */
export const required = (): readonly string[] =>
  (process.env.HANDBILL_REQUIRE ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * A `describe` whose tests need outside programs. Without them the tests are skipped, and `tests/tools.test.ts` says so
 * loudly; where HANDBILL_REQUIRE names the set they run, and fail.
 */
export function describeWith(toolset: Toolset, name: string, tests: () => void): void {
  const runs = has(toolset) || required().includes(toolset);
  // oxlint-disable-next-line vitest/valid-title, vitest/valid-describe-callback -- the caller gives both
  describe.skipIf(!runs)(name, tests);
}
