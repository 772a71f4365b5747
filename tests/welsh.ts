import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShelf } from '../src/commands/sources.ts';
import type { Loaded } from '../src/commands/sources.ts';
import { openProject } from '../src/project.ts';
import type { Report } from '../src/diagnostics/diagnostic.ts';

/** A project whose guidance in Welsh is holding text: no words of the guidance are in Welsh until its issuer gives them. */
export function writeWelshProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-test-'));
  mkdirSync(join(folder, 'content/guidance'), { recursive: true });
  const name = 'candidate-security.cy.md';
  cpSync(join(import.meta.dirname, 'fixtures/welsh', name), join(folder, 'content/guidance', name));
  return folder;
}

/** The Welsh example as a draft in both languages. */
export const loadWelsh = (folder: string, report: Report): Loaded =>
  openShelf(openProject(folder, undefined, report)!, report).load('llanfair-y-wyl', undefined, report, {
    status: 'draft',
    languages: ['cy', 'en'],
  })!;
