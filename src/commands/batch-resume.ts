import { join } from 'node:path';
import type { Day } from '../data/record.ts';
import { type Journal, type Left, openJournal } from '../manifest-journal.ts';
import { changeManifest, type Entry, readEntries, sha256 } from '../manifest.ts';
import { type Output, quietly } from '../output.ts';
import type { BatchCommand } from './specs/batch.ts';

/** A hash of what is asked for: all that decides which files a batch makes, but for the day. */
export function askedIn({ common: _, resume, isAfresh, isPruned, isDry, dated, ...asked }: BatchCommand): string {
  return sha256(new TextEncoder().encode(JSON.stringify(asked)));
}

/** The day that files are made for: of a run that goes on with one that ended, its day, unless another is asked for. */
export function dayOf({ resume, dated, common }: BatchCommand, asked: string, left: readonly Left[]): Day {
  if (resume === 'no' || dated === 'typed') return common.day;
  return left.findLast((each) => each.asked === asked)?.date ?? common.day;
}

/** What is known of the files of a folder, and the journal of the run that begins. */
export type Opened = { readonly entries: readonly Entry[]; readonly journal: Journal };

/**
 * Opens the journal of a run, and takes over what runs that ended have left: what they wrote comes into the manifest.
 *
 * @param how a run that only looks changes nothing
 */
export function takeOver(
  output: Output,
  left: readonly Left[],
  undertaking: { readonly asked: string; readonly date: Day },
  how: 'take' | 'look',
): Opened {
  const journal = openJournal(output, undertaking);
  const written = left.flatMap(({ entries }) => entries);
  const all = new Map([...readEntries(output), ...written].map((entry) => [entry.path, entry]));
  const opened = { entries: [...all.values()], journal };
  if (how === 'look' || left.length === 0) return opened;
  // Should this run end at once, its journal says what it was about: only then do those before it go.
  journal.begin();
  if (changeManifest(output, { entries: written })) {
    for (const { name } of left) quietly(() => output.fs.unlinkSync(join(output.folder, name)));
  }
  return opened;
}
