import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { openOutput } from '../../src/output.ts';
import type { Output, WriteFs } from '../../src/output.ts';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An output folder, what is reported of it, and all files in it. */
export type Stand = {
  readonly output: Output;
  readonly diagnostics: Diagnostic[];
  readonly cwd: string;
  readonly files: () => string[];
};

/** A fresh output folder `output` in a temporary working folder. */
export function stand(fs?: WriteFs, cwd: string = temporaryFolder()): Stand {
  const diagnostics: Diagnostic[] = [];
  const output = openOutput(join(cwd, 'output'), cwd, (diagnostic) => diagnostics.push(diagnostic), fs);
  return { output, diagnostics, cwd, files: () => filesIn(cwd) };
}

/** The paths of all files below a folder, with forward slashes, sorted. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((each) => each.isFile())
    .map((each) =>
      join(each.parentPath, each.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
