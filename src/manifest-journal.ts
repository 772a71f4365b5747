import { join } from 'node:path';
import type { Day } from './data/record.ts';
import type { Entry } from './manifest.ts';
import { groups, isEntry, originOf, ownOf, type Undertaking } from './manifest-text.ts';
import { isDead, ownMark, quietly } from './output.ts';
import type { Output } from './output.ts';

/**
 * What a run has written, line by line beside the manifest. A run that is killed has not told the manifest; the next
 * one reads its journal.
 */
export type Journal = {
  /** Adds a file that stands. */
  readonly note: (entry: Entry) => void;
  /** Takes the journal away: the manifest knows it all. */
  readonly end: () => void;
};

const FORMAT = 'handbill journal 1';
const NAME = /^\.handbill-([0-9a-f]{8}-\d+-[0-9a-f]{12})\.journal$/;

export function openJournal(output: Output, undertaking: Undertaking): Journal {
  const { fs, folder } = output;
  const path = join(folder, `.handbill-${ownMark()}.journal`);
  const header = `${JSON.stringify({ format: FORMAT, ...undertaking })}\n`;
  let file: number | undefined;
  const append = (line: string): void => {
    // What a full disk keeps out is made again; that it is full has been said of the file itself.
    quietly(() => {
      if (file === undefined) {
        fs.mkdirSync(folder, { recursive: true });
        file = fs.openSync(path, 'a');
        fs.writeFileSync(file, header);
      }
      fs.writeFileSync(file, line);
    });
  };
  const origins = groups();
  let count = 0;
  return {
    note(entry) {
      let from = '';
      const origin = origins(entry, () => {
        from = `${JSON.stringify({ from: originOf(entry), origin: count })}\n`;
        return count++;
      });
      append(`${from}${lineOf(entry, origin)}`);
    },
    end() {
      const begun = file;
      file = undefined;
      if (begun === undefined) return;
      quietly(() => fs.closeSync(begun));
      quietly(() => fs.unlinkSync(path));
    },
  };
}

const lineOf = (entry: Entry, origin: number): string =>
  `${JSON.stringify({ file: ownOf(entry), ...(entry.warnings && { warnings: entry.warnings }), origin })}\n`;

/** A journal that a run has left which is no more. */
export type LeftJournal = Undertaking & {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly written: number;
};

const AN_HOUR = 3_600_000;

/** The journals that ended runs have left in a folder, the latest last. */
export function journalsLeft({ fs, folder, measure }: Output): readonly LeftJournal[] {
  let names: readonly string[] = [];
  quietly(() => (names = fs.readdirSync(folder)));
  const left = names.flatMap((name): LeftJournal[] => {
    const mark = NAME.exec(name)?.[1];
    const written = mark === undefined ? undefined : measure(name)?.written;
    if (mark === undefined || written === undefined || !(isDead(mark) || Date.now() - written > AN_HOUR)) return [];
    let text = '';
    quietly(() => (text = fs.readFileSync(join(folder, name), 'utf8')));
    return [{ name, written, ...readJournal(text) }];
  });
  return left.toSorted((a, b) => a.written - b.written);
}

/** Reads a journal; a line that was cut off, by an end or by a full disk, says nothing. */
export function readJournal(text: string): Undertaking & { readonly entries: readonly Entry[] } {
  const entries: Entry[] = [];
  const origins = new Map<unknown, object>();
  let undertaking: Undertaking = { asked: '', date: '' as Day };
  for (const line of text.split('\n').slice(0, -1)) {
    const { format, asked, date, from, file, origin, warnings } = parsed(line);
    if (format === FORMAT) undertaking = { asked: String(asked), date: String(date) as Day };
    if (typeof from === 'object' && from) origins.set(origin, from);
    if (typeof file !== 'object' || !origins.has(origin)) continue;
    const entry: unknown = { ...file, ...origins.get(origin), ...(Array.isArray(warnings) && { warnings }) };
    if (isEntry(entry)) entries.push(entry);
  }
  return { ...undertaking, entries };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row ? (row as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
