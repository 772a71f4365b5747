import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { veraLibrary } from '../require.ts';

/** A rule that a file breaks: its clause and test, how often, what it asks for, and where it failed first. */
export type Failure = {
  readonly clause: string;
  readonly count: number;
  readonly message: string;
  readonly context: string;
};

/** What veraPDF found in a file for a flavour: `ua1`, `2a`, `2b`. */
export type Verdict = {
  readonly file: string;
  readonly flavour: string;
  readonly passed: boolean;
  readonly assertions: number;
  readonly failed: readonly Failure[];
};

export type Question = { readonly bytes: Uint8Array; readonly flavours: readonly string[] };

/** What suits a process of some seconds on a machine that runs other tests as well. */
const quick = ['-Djava.awt.headless=true', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] as const;

/** Asks veraPDF about files by name: one Java process for all of them. */
export const validate = (files: ReadonlyMap<string, Question>): Verdict[] => {
  const library = veraLibrary();
  if (library === undefined) throw new Error('veraPDF is not installed: npm ci');
  const folder = mkdtempSync(join(tmpdir(), 'handbill-conformance-'));
  try {
    const source = join(import.meta.dirname, 'Check.java');
    execFileSync('javac', ['-classpath', library, '-d', folder, source], { stdio: ['ignore', 'inherit', 'inherit'] });
    const names = new Map<string, string>();
    const asked = [...files].flatMap(([name, { bytes, flavours }], i) => {
      const path = join(folder, `${i}.pdf`);
      writeFileSync(path, bytes);
      names.set(path, name);
      return [flavours.join(','), path];
    });
    const classes = [folder, library].join(delimiter);
    const lines = execFileSync('java', [...quick, '-classpath', classes, 'Check', ...asked], {
      encoding: 'utf8',
      maxBuffer: 64 << 20,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return lines
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Verdict)
      .map((verdict) => ({ ...verdict, file: names.get(verdict.file) ?? verdict.file }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
