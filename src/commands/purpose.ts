import type { Report } from '../diagnostics/diagnostic.ts';
import { type IccProfile, readProfile, usualIdentifier } from '../print/icc-profile.ts';
import { forScreen, type Purpose } from '../print/purpose.ts';
import { ownProfile, readProfileFile } from '../project-profile.ts';
import type { Asked } from './specs/purpose.ts';

/**
 * What was asked for, with the profile that it needs.
 *
 * @returns undefined when an error was reported
 */
export function openPurpose(asked: Asked, cwd: string, report: Report): Purpose | undefined {
  if (asked.kind === 'screen') return forScreen;
  if (asked.kind === 'proof' && asked.colours === 'screen') return { kind: 'proof' };
  const profile = openProfile(asked.icc, cwd, report);
  if (!profile) return undefined;
  if (asked.kind === 'proof') return { kind: 'proof', press: profile };
  const { marks, copies } = asked;
  return { kind: 'print', profile, marks, ...(copies !== undefined && { copies }) };
}

/** The profile at a path, else the one that handbill brings along. */
function openProfile(path: string | undefined, cwd: string, report: Report): IccProfile | undefined {
  if (path !== undefined) {
    const file = readProfileFile(cwd, path, report);
    return file && readProfile(file.bytes, file.place, report);
  }
  const own = readProfile(ownProfile(), { kind: 'text', path: 'content/profiles/fogra39l-coated.icc' }, report);
  return own && { ...own, identifier: usualIdentifier };
}
