import { sha256 } from '../manifest.ts';
import type { Purpose } from '../print/purpose.ts';
import { ownCode } from '../project-code.ts';
import type { Project } from '../project.ts';
import { GUIDANCE } from './speech.ts';

/**
 * All that decides the bytes of a file, or what is warned of it, and is no content file that it is made from: handbill
 * and Node.js, what the file is for, in which languages there is guidance, and the registry. As one hash, for the manifest.
 */
export function recipeOf(purpose: Purpose, project: Project): string {
  const ingredients = {
    handbill: ownCode(),
    node: process.version,
    purpose: plain(purpose),
    languages: project.languages(GUIDANCE),
    registry: ['councils', 'police-forces'].map((name) => project.sha256(`content/registry/${name}.csv`) ?? ''),
  };
  return sha256(new TextEncoder().encode(JSON.stringify(ingredients)));
}

/** The purpose with the hash of its profile in the place of its bytes. */
function plain(purpose: Purpose): unknown {
  if (purpose.kind === 'screen') return purpose;
  const { kind } = purpose;
  const profile = kind === 'print' ? purpose.profile : purpose.press;
  const of = profile && { ...profile, bytes: sha256(profile.bytes) };
  return kind === 'print' ? { kind, profile: of, marks: purpose.marks, copies: purpose.copies } : { kind, profile: of };
}
