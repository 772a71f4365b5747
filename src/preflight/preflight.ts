import type { Report } from '../diagnostics/diagnostic.ts';
import { NotAPdf } from '../pdf/read/faults.ts';
import { type PdfFile, readPdf } from '../pdf/read/file.ts';
import { pagesOf } from '../pdf/read/pages.ts';
import { checkEdition } from './edition.ts';
import type { EditionTexts } from '../content/edition-texts.ts';
import { Findings } from './findings.ts';
import { checkForPress } from './press/press.ts';
import { accessibleChecks, type Profile } from './profiles.ts';
import { Subject } from './subject.ts';

/** A finished file, and what is known of it from elsewhere. */
export type Finished = {
  readonly bytes: Uint8Array;
  /** As diagnostics show it. */
  readonly path: string;
  /** The texts that it should be made of, where that is known. */
  readonly texts?: EditionTexts;
};

/** What a file came to; 0 pages where none could be read. */
export type Verdict = { readonly pages: number; readonly errors: number; readonly warnings: number };

/** Looks into a finished PDF, whoever wrote it, for all that some profiles ask. Nothing in the file makes it throw or hang. */
export function preflight({ bytes, path, texts }: Finished, profiles: readonly Profile[], report: Report): Verdict {
  const found = new Findings(path, report);
  const pages = look(bytes, profiles, texts, found);
  found.close();
  return { pages, errors: found.errors, warnings: found.warnings };
}

function look(
  bytes: Uint8Array,
  profiles: readonly Profile[],
  texts: EditionTexts | undefined,
  found: Findings,
): number {
  let file: PdfFile;
  try {
    file = readPdf(bytes);
  } catch (cause) {
    if (!(cause instanceof NotAPdf)) throw cause;
    const message = `the file cannot be read as a PDF: ${cause.message}`;
    found.error('finished/unreadable', message, {}, 'name a PDF file; if it is one, write it again from its source');
    return 0;
  }
  if (file.isEncrypted) {
    tellOfEncryption(file, found);
    return pagesOf(file).length;
  }
  const subject = new Subject(file, pagesOf(file));
  if (subject.pages.length === 0) {
    found.error('finished/unreadable', 'the file has no pages that can be read', {}, 'write it again from its source');
    return 0;
  }
  for (const profile of profiles) {
    if (profile === 'accessible') for (const check of accessibleChecks) check(subject, found);
    else checkForPress(subject, bytes.length, profile, found);
  }
  if (texts) checkEdition(texts, subject, found);
  if (subject.isExhausted) {
    const message = 'the structure tree is too large or too deep to be looked through to its end';
    found.error('accessible/damaged-tree', message, {}, 'write the file again from its source');
  }
  // Told last, for damage is met while the file is read.
  for (const message of new Set(file.faults.map((fault) => fault.message))) {
    found.error('finished/damaged', `the file is damaged: ${message}`, {}, 'write it again from its source');
  }
  return subject.pages.length;
}

/** The bit that lets assistive technology take the words out (ISO 32000-1, table 22); since PDF 2.0 it is always set. */
const forAccessibility = 1 << 9;

function tellOfEncryption(file: PdfFile, found: Findings): void {
  const encryption = file.dictOf(file.trailer.entries.get('Encrypt'));
  const permissions = encryption && file.get(encryption, 'P');
  if (typeof permissions === 'number' && (permissions & forAccessibility) === 0) {
    const message = 'the file is encrypted and keeps its words from screen readers';
    found.error(
      'accessible/not-permitted',
      message,
      {},
      'allow copying of text for accessibility, or take the protection off',
    );
  }
  const message = 'the file is encrypted, so nothing in it could be checked';
  found.error('finished/encrypted', message, {}, 'take the protection off, and check it again');
}
