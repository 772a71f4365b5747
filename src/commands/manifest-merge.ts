import { relative, resolve, sep } from 'node:path';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import { readManifestAt } from '../manifest-file.ts';
import { changeManifest, type Entry, MANIFEST } from '../manifest.ts';
import { openOutput, type Output } from '../output.ts';
import type { Desk } from './bench.ts';
import { outputFolder } from './output-folder.ts';
import { counted } from './counted.ts';
import type { MergeCommand } from './specs/manifest.ts';

/** A file that a manifest lists, and that manifest. */
type Source = { readonly entry: Entry; readonly from: string };

/**
 * Puts what several manifests say into that of the output folder: those of shards that were made on several machines.
 * Two that say different things of one file are a fault, and then nothing is written. Files that are not in the output
 * folder are warned of.
 */
export function manifestMerge({ sources, common }: MergeCommand, { project, console, cwd }: Desk): void {
  const output = openOutput(outputFolder(common.out, project, cwd), cwd, console.report);
  const own = output.look(MANIFEST) === 'file' ? [resolve(output.folder, MANIFEST)] : [];
  const shown = (path: string): string => relative(cwd, path).split(sep).join('/') || '.';
  const manifests = [...sources, ...own.map(shown)].map((from) => {
    const entries = readManifestAt(cwd, from, console.report);
    return entries?.map((entry): Source => ({ entry, from }));
  });
  if (manifests.some((each) => each === undefined)) return;
  const files = new Map<string, Source>();
  const conflicts = manifests.flatMap((each) => (each ?? []).filter((source) => !enter(source, files)));
  for (const { entry, from } of conflicts.slice(0, MOST)) {
    const other = files.get(entry.path)!.from;
    const message = `\`${entry.path}\` is one file in \`${other}\`, and another in \`${from}\``;
    const hint = 'run the batch again in one of the folders, and leave the file out of the other';
    console.report(error('manifest/conflict', message, { kind: 'text', path: from }, hint));
  }
  if (conflicts.length > MOST) {
    const message = `${conflicts.length - MOST} more files differ`;
    console.report(
      error('manifest/conflict', message, undefined, 'make all shards of the same files, on the same day'),
    );
  }
  if (conflicts.length > 0) return;
  warnOfMissing([...files.values()], output, console.report);
  const entries = [...files.values()].map(({ entry }) => entry);
  if (!changeManifest(output, { entries })) return;
  console.say(output.shown(MANIFEST));
  console.conclude(`${counted(entries.length, 'file')} of ${counted(sources.length, 'manifest')} listed`);
}

/** So many conflicts are told one by one. */
const MOST = 20;

/** @returns whether the file is new, or the same as it was */
function enter(source: Source, files: Map<string, Source>): boolean {
  const { path, sha256 } = source.entry;
  const known = files.get(path);
  if (!known) files.set(path, source);
  return !known || known.entry.sha256 === sha256;
}

function warnOfMissing(files: readonly Source[], output: Output, report: Report): void {
  const missing = files.filter(({ entry }) => output.measure(entry.path)?.size !== entry.size);
  for (const from of new Set(missing.map((each) => each.from))) {
    const of = missing.filter((each) => each.from === from).map(({ entry }) => entry.path);
    const [first] = of;
    const those = of.length === 1 ? `\`${first}\` is` : `\`${first}\` and ${counted(of.length - 1, 'other file')} are`;
    const message = `${those} not in \`${output.shown('')}\`, or of another size`;
    const hint = `copy the files that \`${from}\` lists into it`;
    report(warning('manifest/missing-file', message, { kind: 'text', path: from }, hint));
  }
}
