import { setImmediate } from 'node:timers/promises';
import { findFinished, readFinished } from '../finished-files.ts';
import { listedFile } from '../manifest-file.ts';
import { sha256 } from '../manifest.ts';
import { preflight } from '../preflight/preflight.ts';
import { warning } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { EditionTexts } from '../content/edition-texts.ts';
import type { Desk } from './bench.ts';
import type { FinishedFile } from '../finished-files.ts';
import { listProfiles, loadProfiles } from './profiles.ts';
import type { PreflightCommand } from './specs/preflight.ts';

/** Looks into each file, and says of each what it came to. One that cannot be read does not stop the others. */
export async function preflightFiles({ files, profiles: names, task }: PreflightCommand, desk: Desk): Promise<void> {
  const { console, cwd } = desk;
  if (task === 'list') {
    const listed = listProfiles(desk);
    const width = Math.max(...listed.map(({ name }) => name.length));
    for (const { name, title } of listed) console.say(`${name.padEnd(width)}  ${title}`);
    console.attach('profiles', listed);
    return;
  }
  const loaded = loadProfiles(names, desk);
  if (!loaded) return;
  const profiles = loaded.map(({ profile }) => profile);
  const checked: { path: string; profiles: readonly string[]; pages: number; errors: number; warnings: number }[] = [];
  for (const file of findFinished(cwd, files, console.report)) {
    // A turn of the event loop between files: signals are heard.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate();
    if (console.stopped()) break;
    const bytes = readFinished(file, console.report);
    if (!bytes) continue;
    let doubts = 0;
    const told: Report = (diagnostic) => {
      doubts += 1;
      console.report(diagnostic);
    };
    // oxlint-disable-next-line no-await-in-loop
    const texts = profiles.includes('accessible') ? await textsOf(file, bytes, desk, told) : undefined;
    const { shown: path } = file;
    const { pages, errors, ...found } = preflight({ bytes, path, ...(texts && { texts }) }, profiles, console.report);
    const warnings = found.warnings + doubts;
    checked.push({ path, profiles: names, pages, errors, warnings });
    console.say(`${path}: ${summary(errors, warnings)}`);
  }
  console.attach('checked', checked);
}

const count = (number: number, noun: string): string[] =>
  number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`];

function summary(errors: number, warnings: number): string {
  const counts = [...count(errors, 'error'), ...count(warnings, 'warning')];
  return counts.length === 0 ? 'sound' : counts.join(', ');
}

/** The texts that one of our own files should say: a manifest above it knows what it was made of. */
async function textsOf(
  file: FinishedFile,
  bytes: Uint8Array,
  { project }: Desk,
  report: Report,
): Promise<EditionTexts | undefined> {
  const listed = listedFile(file.path);
  if (!listed) return undefined;
  const place = { kind: 'pdf', path: file.shown } as const;
  if (listed.entry.sha256 !== sha256(bytes)) {
    const message = 'the file is not the one that the manifest lists: it was changed after it was written';
    report(warning('finished/other-file', message, place, 'hand out the file as handbill wrote it: build it again'));
    return undefined;
  }
  // The libraries that read councils and guidance are loaded for our own files alone.
  const { comparisonOf } = await import('./preflight-edition.ts');
  const found = comparisonOf(listed.entry, project);
  if (found.kind === 'texts') return found.texts;
  if (found.kind === 'not-compared') {
    const message = `its words could not be compared with the guidance: ${found.why}`;
    report(warning('finished/not-compared', message, place, found.hint));
  }
  return undefined;
}
