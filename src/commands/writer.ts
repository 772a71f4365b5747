import { performance } from 'node:perf_hooks';
import type { Journal } from '../manifest-journal.ts';
import { type Change, changeManifest, type Entry, sha256 } from '../manifest.ts';
import type { Output } from '../output.ts';
import { type Console, timeLine } from './console.ts';
import { fileOf, type Made, type Wanted } from './editions.ts';
import { entryOf, type Origin, ticketKind, type Written } from './entries.ts';

/** A document that stands, with the ticket beside it where it has one. */
export type Stood = Origin & {
  readonly document: Written;
  readonly ticket?: Written;
  readonly notes: readonly string[];
};

/** What came of writing: what stands, and whether that is all there was to be written. */
export type Put = { readonly stood?: Stood; readonly isWhole: boolean };

type Say = (line: () => void) => void;

/** Writes files, and keeps of them only what the manifest is to say. */
export type Writer = {
  /**
   * @param say takes what is to be said of the file; at once, unless something else is said
   * @returns whether the file stands; if not, it has been reported why
   */
  readonly put: (made: Made, wanted: Wanted, say?: Say) => boolean;
  /** Enters a document that stands, whoever wrote it. */
  readonly note: (stood: Stood, wanted: Wanted, say?: Say) => void;
  /** Enters what was written since the last time into the manifest, and what else it is to say; whether it does. */
  readonly enter: (also?: Omit<Change, 'entries'> & { readonly renewed?: readonly Entry[] }) => boolean;
};

/** Writes what was made, and the ticket beside it. Whatever hinders it is reported. */
export function writeMade(made: Made, wanted: Wanted, output: Output, console: Console): Put {
  const { product, language, loaded, warnings, pressed } = made;
  const { bytes, pages, ticket, notes = [] } = pressed;
  const write = (path: string, data: Uint8Array): boolean => {
    const started = performance.now();
    const written = output.write(path, data);
    if (console.isVerbose) console.tell(timeLine('write', performance.now() - started, output.shown(path)));
    return written;
  };
  if (!write(fileOf(product, language, wanted), bytes)) return { isWhole: false };
  const document = { sha256: made.sha256 ?? sha256(bytes), size: bytes.length, pages };
  const stood = { product, language, loaded, document, notes, ...(warnings && { warnings }) };
  if (ticket === undefined) return { stood, isWhole: true };
  const text = new TextEncoder().encode(ticket);
  if (!write(fileOf(product, language, wanted, ticketKind(product)), text)) return { stood, isWhole: false };
  const beside = { sha256: sha256(text), size: text.length, pages: 0 };
  return { stood: { ...stood, ticket: beside }, isWhole: true };
}

/**
 * @param recipe of what is written: see `recipeOf`
 * @param journal what is written is noted in, if there is one
 */
export function openWriter(output: Output, console: Console, recipe: string, journal?: Journal): Writer {
  let entries: Entry[] = [];
  const enter = (entry: Entry): Entry => {
    journal?.note(entry);
    entries.push(entry);
    return entry;
  };
  const tell = ({ path, pages, size, sha256: hash }: Entry, { product }: Stood, { council, area }: Wanted): void => {
    const of = { council, ...(area !== undefined && { area }), product: product.name };
    console.done({ path: output.shown(path), ...of, pages, size, sha256: hash });
  };
  const note: Writer['note'] = (stood, wanted, say = (line) => line()) => {
    const { document, ticket, notes, product } = stood;
    const entry = enter(entryOf(document, stood, wanted, recipe));
    const beside = ticket && enter(entryOf(ticket, stood, wanted, recipe, ticketKind(product)));
    say(() => {
      tell(entry, stood, wanted);
      if (beside) tell(beside, stood, wanted);
      for (const line of notes) console.tell(line);
    });
  };
  return {
    note,
    put(made, wanted, say) {
      const { stood, isWhole } = writeMade(made, wanted, output, console);
      if (stood) note(stood, wanted, say);
      return isWhole;
    },
    enter({ renewed = [], ...change } = {}) {
      const entered = changeManifest(output, { ...change, entries: [...renewed, ...entries] });
      entries = [];
      return entered;
    },
  };
}
