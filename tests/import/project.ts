import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli.ts';
import { councilStarter } from '../../src/data/council-starter.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { temporaryFolder } from '../output/folder.ts';
import { registry } from '../registry/given.ts';

/** A project with the files of some councils, as `init` begins them. */
export function projectOf(...slugs: readonly string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'content/councils'), { recursive: true });
  for (const slug of slugs) {
    const council = registry().bySlug(slug);
    if (!council) throw new Error(`the registry does not know ${slug}`);
    writeFileSync(join(folder, `content/councils/${slug}.yaml`), councilStarter(council, registry()));
  }
  return folder;
}

export type Ran = {
  readonly status: number;
  readonly written: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly [part: string]: unknown;
};

/** Runs a command line in a folder, and gives what it says as data. */
export async function runIn(cwd: string, ...argv: readonly string[]): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed) => ({ write: (text: string) => void (printed[name] += text) });
  const io = { stdout: sink('stdout'), stderr: sink('stderr'), cwd, env: {}, now: () => new Date(2026, 10, 22) };
  const status = await run([...argv, '--format', 'json'], io);
  if (printed.stdout === '') throw new Error(printed.stderr);
  const said = JSON.parse(printed.stdout) as Ran;
  return { ...said, status, written: said.written ?? [] };
}

/** `error import/phone C2`: what was reported, and where. */
export const inShort = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ rule }) => rule !== 'parse/missing-value')
    .map(({ rule, severity, place }) => {
      const where = place?.kind === 'cell' ? ` row ${place.row}, column ${place.column}` : '';
      return `${severity} ${rule}${where}`;
    });
