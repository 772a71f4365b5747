import { hasMarks, refilled, unmarked } from '../content/marks.ts';
import type { Metadata } from '../pdf/document.ts';
import type { Constant } from '../pdf/file.ts';
import type { FilePlate } from '../pdf/plate.ts';
import type { Slot, SlotWords } from '../pdf/slot.ts';
import type { Faces } from '../typeset/faces.ts';
import type { Weight } from '../typeset/scale.ts';
import type { Trace } from '../typeset/trace.ts';

/** A text of the plate: words with marks, and how many lines they take in its layout. */
export type PlateText = { readonly words: SlotWords; readonly lines: number };

/** A slot, and which text stands in it. */
export type PlateSlot = Omit<Slot, 'words'> & { readonly text: number; readonly align: SlotWords['align'] };

/**
 * What records share, laid out and painted once. It is plain data: a worker can be sent it, and needs no layout for the
 * files that it makes of it.
 */
export type Plate = {
  readonly constant: Constant;
  /** By the numbers of their marks, the values of the record that it was made with. */
  readonly values: readonly string[];
  /** Every text that a layout hangs on. */
  readonly texts: readonly PlateText[];
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
  /** What a print unit must know, with marks. */
  readonly ticket?: string;
  /** How near to the cut words may come, in points; absent where nobody cuts. */
  readonly safe?: number;
};

export type PlateMade = { readonly plate: Plate } | { readonly refused: string };

type Given = {
  readonly painted: FilePlate | undefined;
  readonly trace: Trace;
  readonly values: readonly string[];
  /** Whether every value stands in words with marks round it. */
  readonly areInWords: boolean;
  readonly metadata: Metadata;
  readonly pages: number;
  readonly ticket?: string;
  readonly faces: Faces;
};

/** Makes a plate of what was painted for one record, unless others may differ in more than their words. */
export const plateOf = (given: Given): PlateMade => {
  const { painted, trace, values, areInWords, faces, metadata, pages, ticket } = given;
  if (!areInWords) return { refused: 'the name of the area stands in an address, a heading or a description' };
  if (trace.lost !== undefined) return { refused: trace.lost };
  if (!painted) return { refused: 'words that differ have links in them' };
  const { constant, content, numbers, constantContent } = painted;
  const known = new Map<string, number>();
  const texts: PlateText[] = [];
  for (const { lines, ...measured } of trace.all) {
    known.set(keyOf(measured), texts.length);
    texts.push({ words: { ...measured, align: 'left', colour: '#000000' }, lines });
  }
  let isKnown = true;
  const inPlace = content.map(({ number, pieces }) => ({
    number,
    pieces: pieces.map((piece): string | PlateSlot => {
      if (typeof piece === 'string') return piece;
      const { words, ...slot } = piece;
      const text = known.get(keyOf(words));
      isKnown &&= text !== undefined;
      return { ...slot, text: text ?? 0, align: words.align };
    }),
  }));
  if (!isKnown) return { refused: 'words that differ were not measured' };
  const allRuns = texts.flatMap(({ words: { runs, choices } }) => [runs, ...(choices ?? [])].flat());
  const isWhole = [...allRuns.map(({ text }) => text), ...stringsOf(metadata, ticket)]
    .filter(hasMarks)
    .every((text) => refilled(text, values, values) !== undefined);
  if (!isWhole) return { refused: 'a value that differs is changed before it is set' };
  return {
    plate: {
      constant,
      values,
      texts,
      content: inPlace,
      faces: painted.faces.map(({ font, resource, codes }) => ({
        weight: faces.of(700).font === font ? 700 : 400,
        resource,
        codes,
      })),
      numbers,
      ...(constantContent && { constantContent }),
      metadata,
      pages,
      ...(ticket !== undefined && { ticket }),
    },
  };
};

/** What lines are made of, wherever they stand. */
const keyOf = ({ runs, choices, style, measure, rag, figures }: Omit<SlotWords, 'align' | 'colour'>): string =>
  JSON.stringify([choices ?? runs, style, measure, rag, figures ?? null]);

const stringsOf = ({ title, author, subject }: Metadata, ticket: string | undefined): string[] => [
  title,
  author,
  subject,
  ...(ticket === undefined ? [] : [ticket]),
];

/** Metadata as a file has it. */
export const withoutMarks = (metadata: Metadata): Metadata => ({
  ...metadata,
  title: unmarked(metadata.title),
  author: unmarked(metadata.author),
  subject: unmarked(metadata.subject),
});
