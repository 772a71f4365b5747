import type { Fields } from '../content/edition.ts';
import { hasSigns, refilled, unmarked } from '../content/marks.ts';
import type { Metadata } from '../pdf/document.ts';
import type { Constant } from '../pdf/file.ts';
import type { FilePlate } from '../pdf/plate.ts';
import type { Slot, SlotWords } from '../pdf/slot.ts';
import type { Faces } from '../typeset/faces.ts';
import type { Weight } from '../typeset/scale.ts';
import type { Trace } from '../typeset/trace.ts';
import { type Names, valuesFor } from './values.ts';

/** A text of the plate: words with marks, and how many lines they take in its layout. */
export type PlateText = { readonly words: SlotWords; readonly lines: number };

/** A slot, and which text stands in it. */
export type PlateSlot = Omit<Slot, 'words'> & { readonly text: number; readonly align: SlotWords['align'] };

/**
 * What records share, laid out and painted once. It is plain data, and no layout is needed for
 * the files that are made of it.
 */
export type Plate = {
  readonly constant: Constant;
  /** By the numbers of their marks, the values of the record that it was made with. */
  readonly values: readonly string[];
  /** Every text that a layout hangs on. */
  readonly texts: readonly PlateText[];
  /** What no text may say, for it was warned that none does: as preflight compares texts. */
  readonly missed: readonly string[];
  readonly content: readonly { readonly number: number; readonly pieces: readonly (string | PlateSlot)[] }[];
  readonly faces: readonly {
    readonly weight: Weight;
    readonly resource: string;
    readonly codes: FilePlate['faces'][number]['codes'];
  }[];
  readonly numbers: FilePlate['numbers'];
  readonly constantContent?: Uint8Array;
  /** With marks. */
  readonly metadata: Metadata;
  readonly pages: number;
};

export type PlateMade =
  | {
      readonly plate: Plate;
      /** The values of another record, by the names of its area; undefined where it cannot be of this plate. */
      readonly valuesFor: (names: Names) => readonly string[] | undefined;
      /** What a print unit must know of a record's file, by its values. */
      readonly ticketFor?: (values: readonly string[]) => string;
    }
  | { readonly refused: string };

export type PlateGiven = {
  readonly painted: () => FilePlate | undefined;
  readonly trace: Trace;
  /** Of each edition of the document; of a record without an area there are none. */
  readonly fields: readonly (Fields | undefined)[];
  /** The record's own. */
  readonly names: Names;
  readonly metadata: Metadata;
  readonly pages: number;
  /** What a print unit must know of a file with this title. */
  readonly ticket?: (title: string) => string;
  readonly faces: Faces;
};

/** Makes a plate of what was painted for one record, unless others may differ in more than their words. */
export const plateOf = (given: PlateGiven): PlateMade => {
  const { trace, names, faces, metadata, pages, ticket } = given;
  const fields = given.fields.flatMap((each) => each ?? []);
  if (fields.length < given.fields.length) return { refused: 'the record has no area' };
  if (fields.some(({ areInWords }) => !areInWords)) {
    return { refused: 'the name of the area stands in an address, a heading or a description' };
  }
  if (trace.lost !== undefined) return { refused: trace.lost };
  const values = valuesFor(fields, names);
  if (!values) return { refused: 'the name of the area is set in two ways' };
  const painted = given.painted();
  if (!painted) return { refused: 'words that differ have links in them, or are read in another order than painted' };
  const placed = placedIn(painted, trace);
  if (!placed) return { refused: 'words that differ were not measured' };
  const all = [...textsIn(placed.texts), metadata.title, metadata.author, metadata.subject];
  if (!all.filter(hasSigns).every((text) => refilled(text, values, values) !== undefined)) {
    return { refused: 'a value that differs is changed before it is set' };
  }
  const { constant, numbers, constantContent } = painted;
  const plate: Plate = {
    constant,
    values,
    ...placed,
    missed: trace.allMissed,
    faces: painted.faces.map(({ font, resource, codes }) => ({
      weight: faces.of(700).font === font ? 700 : 400,
      resource,
      codes,
    })),
    numbers,
    ...(constantContent && { constantContent }),
    metadata,
    pages,
  };
  const ticketFor = (others: readonly string[]): string =>
    ticket!(refilled(metadata.title, values, others) ?? metadata.title);
  return { plate, valuesFor: (others) => valuesFor(fields, others), ...(ticket && { ticketFor }) };
};

/** The texts that a layout hangs on, and which of them stands in each slot; undefined where one was not traced. */
const placedIn = ({ content }: FilePlate, trace: Trace): Pick<Plate, 'texts' | 'content'> | undefined => {
  const known = new Map<string, number>();
  const texts: PlateText[] = [];
  for (const { lines, ...measured } of trace.all) {
    known.set(keyOf(measured), texts.length);
    texts.push({ words: { ...measured, align: 'left', colour: '#000000' }, lines });
  }
  let isKnown = true;
  const slotIn = ({ words, ...slot }: Slot): PlateSlot => {
    const text = known.get(keyOf(words));
    isKnown &&= text !== undefined;
    return { ...slot, text: text ?? 0, align: words.align };
  };
  const placed = content.map(({ number, pieces }) => ({
    number,
    pieces: pieces.map((piece) => (typeof piece === 'string' ? piece : slotIn(piece))),
  }));
  return isKnown ? { texts, content: placed } : undefined;
};

/** What lines are made of, wherever they stand. */
const keyOf = ({ runs, choices, style, measure, rag, figures }: Omit<SlotWords, 'align' | 'colour'>): string =>
  JSON.stringify([choices ?? runs, style, measure, rag, figures ?? null]);

const textsIn = (texts: readonly PlateText[]): string[] =>
  texts.flatMap(({ words: { runs, choices } }) => [runs, ...(choices ?? [])].flat()).map(({ text }) => text);

/** Metadata as a file has it. */
export const withoutMarks = (metadata: Metadata): Metadata => ({
  ...metadata,
  title: unmarked(metadata.title),
  author: unmarked(metadata.author),
  subject: unmarked(metadata.subject),
});
