import { join } from 'node:path';
import type { Day } from '../data/record.ts';
import { journalsLeft, type LeftJournal } from '../manifest-journal.ts';
import type { Undertaking } from '../manifest-text.ts';
import { changeManifest, type Entry, readAll, sha256 } from '../manifest.ts';
import { type Output, quietly } from '../output.ts';
import type { BatchCommand } from './specs/batch.ts';

/** A hash of what is asked for: all that decides which files a batch makes, but for the day. */
export function askedIn(command: BatchCommand): string {
  const { council, areas, template, once, html, languages, edition, status, purpose, share } = command;
  const asked = { council, areas, template, once, html, languages, edition, status, purpose, share };
  return sha256(new TextEncoder().encode(JSON.stringify(asked)));
}

/** What runs that ended have left in a folder. */
export type Left = {
  /** What is known of its files. */
  readonly entries: readonly Entry[];
  /** The runs that ended before all was made, the latest last. */
  readonly unfinished: readonly Undertaking[];
  readonly journals: readonly LeftJournal[];
};

export function leftIn(output: Output): Left {
  const journals = journalsLeft(output);
  const { entries, unfinished } = readAll(output);
  const all = new Map(
    [...entries, ...journals.flatMap((journal) => journal.entries)].map((entry) => [entry.path, entry]),
  );
  return { entries: [...all.values()], unfinished: [...unfinished, ...journals.map(undertakingOf)], journals };
}

const undertakingOf = ({ asked, date }: Undertaking): Undertaking => ({ asked, date });

/** The day that files are made for: of a run that goes on with one that ended, its day, unless another is asked for. */
export function dayOf({ resume, dated, common }: BatchCommand, asked: string, { unfinished }: Left): Day {
  if (resume === 'no' || dated === 'typed') return common.day;
  return unfinished.findLast((each) => each.asked === asked)?.date ?? common.day;
}

/** Tells the manifest what runs wrote that were killed, and what they were about. */
export function takeOver({ journals }: Left, output: Output): void {
  if (journals.length === 0) return;
  const entries = journals.flatMap((journal) => journal.entries);
  if (!changeManifest(output, { entries, unfinished: journals.map(undertakingOf) })) return;
  for (const { name } of journals) quietly(() => output.fs.unlinkSync(join(output.folder, name)));
}
