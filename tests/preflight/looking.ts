import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readPdf } from '../../src/pdf/read/file.ts';
import { pagesOf } from '../../src/pdf/read/pages.ts';
import { Findings } from '../../src/preflight/findings.ts';
import type { Check } from '../../src/preflight/profiles.ts';
import { Subject } from '../../src/preflight/subject.ts';

/** What one check finds in a file. */
export function foundBy(check: Check, bytes: Uint8Array): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const file = readPdf(bytes);
  const found = new Findings('file.pdf', (diagnostic) => diagnostics.push(diagnostic));
  check(new Subject(file, pagesOf(file)), found);
  found.close();
  return diagnostics;
}
