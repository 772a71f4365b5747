import { performance } from 'node:perf_hooks';
import type { Journal } from '../manifest-journal.ts';
import { type Change, changeManifest } from '../manifest.ts';
import type { Entry } from '../manifest.ts';
import type { Output } from '../output.ts';
import { timeLine } from './console.ts';
import type { Console } from './console.ts';
import type { Made, Wanted } from './editions.ts';
import { entryOf, ticketOf } from './entries.ts';

/** Writes what is made, and keeps of it only what the manifest is to say. */
export type Writer = {
  /**
   * @param say takes what is to be said of the file; at once, unless something else is said
   * @returns whether the file stands; if not, it has been reported why
   */
  readonly put: (made: Made, wanted: Wanted, say?: (line: () => void) => void) => boolean;
  /** Enters what was written since the last time into the manifest, and what else it is to say; whether it does. */
  readonly enter: (also?: Omit<Change, 'entries'> & { readonly renewed?: readonly Entry[] }) => boolean;
};

/**
 * @param recipe of what is written: see `recipeOf`
 * @param journal what is written is noted in, if there is one
 */
export function openWriter(output: Output, console: Console, recipe: string, journal?: Journal): Writer {
  let entries: Entry[] = [];
  const write = (entry: Entry, bytes: Uint8Array | string): boolean => {
    const started = performance.now();
    const written = output.write(entry.path, bytes);
    if (console.isVerbose) console.tell(timeLine('write', performance.now() - started, output.shown(entry.path)));
    if (!written) return false;
    journal?.note(entry);
    entries.push(entry);
    return true;
  };
  const tell = ({ path, pages, size, sha256 }: Entry, { product }: Made, { council, area }: Wanted): void => {
    const of = { council, ...(area !== undefined && { area }), product: product.name };
    console.done({ path: output.shown(path), ...of, pages, size, sha256 });
  };
  return {
    put(made, wanted, say = (line) => line()) {
      const { bytes, ticket, notes = [] } = made.pressed;
      const entry = entryOf(made, wanted, recipe);
      if (!write(entry, bytes)) return false;
      const beside = ticket === undefined ? undefined : ticketOf(ticket, made, wanted, recipe);
      if (beside && !write(beside, ticket!)) return false;
      say(() => {
        tell(entry, made, wanted);
        if (beside) tell(beside, made, wanted);
        for (const note of notes) console.tell(note);
      });
      return true;
    },
    enter({ renewed = [], ...change } = {}) {
      const entered = changeManifest(output, { ...change, entries: [...renewed, ...entries] });
      entries = [];
      return entered;
    },
  };
}
