import { hasSigns, refilled } from '../content/marks.ts';
import type { Metadata } from '../pdf/document.ts';
import { Imprinter, type RecordPart } from '../pdf/file.ts';
import type { Codes } from '../pdf/glyphs.ts';
import { type Dictionary, type Value, write } from '../pdf/objects.ts';
import { markOf, metadataStream, recordOf } from '../pdf/plate.ts';
import { filledSlot, type SlotWords } from '../pdf/slot.ts';
import { saysTheSame } from '../pdf/tokens.ts';
import type { Face, Faces } from '../typeset/faces.ts';
import type { Line, Run } from '../typeset/laid.ts';
import { linesThatFit, newLines } from '../typeset/lines.ts';
import { normal, textOf } from '../typeset/preflight.ts';
import type { Plate, PlateSlot } from './plate.ts';

/** The file of a record. */
export type Imprinted = {
  readonly kind: 'file';
  readonly bytes: Uint8Array;
  readonly sha256?: string;
  readonly pages: number;
  /** See `Pressed`. */
  readonly content?: ReadonlyMap<number, string>;
};

/** What stands in the places of a plate for one record. */
export type Filled = {
  readonly kind: 'filled';
  /** The content streams that belong to the record, by the numbers of their objects. */
  readonly content: ReadonlyMap<number, string>;
  readonly pages: number;
};

/** Why the plate does not serve a record, which then takes the full way. */
export type Refused = { readonly kind: 'refused'; readonly why: 'shape' | 'glyph' | 'token' | 'read-back' };

/** Thrown on a glyph that not every subset has under the same code. */
class UnknownGlyph extends Error {}

/** A plate, ready to make the files of records. */
export class PlatePress {
  readonly #plate: Plate;
  readonly #faces: Faces;
  readonly #imprinter: Imprinter;
  readonly #codes: Codes;
  /** By the resource names of faces, and the codes of glyphs. */
  readonly #characters: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Slots that are filled alike have the same key: the foot stands at the same place of many pages. */
  readonly #keys = new Map<PlateSlot, string>();

  constructor(plate: Plate, faces: Faces) {
    this.#plate = plate;
    this.#faces = faces;
    this.#imprinter = new Imprinter(plate.constant);
    const resources = new Map(plate.faces.map(({ weight, resource }) => [faces.of(weight).font, resource]));
    const glyphs = new Map(
      plate.faces.map(({ weight, codes }) => [
        faces.of(weight).font,
        new Map(codes.map(([id, code, width]) => [id, { code, width }])),
      ]),
    );
    this.#characters = new Map(
      plate.faces.map(({ resource, codes }) => [
        resource,
        new Map(codes.map(([, code, , characters]) => [code, characters])),
      ]),
    );
    for (const piece of plate.content.flatMap(({ pieces }) => pieces)) {
      if (typeof piece !== 'string') this.#keys.set(piece, JSON.stringify(piece));
    }
    this.#codes = {
      face(font: Face['font']) {
        const resource = resources.get(font);
        if (resource === undefined) throw new UnknownGlyph();
        return resource;
      },
      glyph(font, { id }) {
        const found = glyphs.get(font)?.get(id);
        if (!found) throw new UnknownGlyph();
        return found;
      },
    };
  }

  /**
   * The file of a record: byte for byte what the full way makes of it. What cannot differ was checked when the plate was
   * made; what differs is set, counted and read back here.
   *
   * @param values by the numbers of their marks
   */
  imprint(values: readonly string[]): Imprinted | Refused {
    const filled = this.fill(values);
    if (filled.kind === 'refused') return filled;
    const { content, pages } = filled;
    const { numbers, constantContent, metadata } = this.#plate;
    const fill = this.#filling(values);
    const own: Metadata = {
      ...metadata,
      title: fill(metadata.title),
      author: fill(metadata.author),
      subject: fill(metadata.subject),
    };
    const mark = constantContent && markOf(constantContent, [...content.values()], own);
    const { packet, info } = recordOf(own, mark);
    const part: RecordPart = {
      streams: [
        ...[...content].map(([number, each]) => streamOf(number, Buffer.from(each, 'latin1'), {})),
        streamOf(numbers.metadata, packet, metadataStream),
      ],
      objects: [{ number: numbers.info, text: write(info, noReference) }],
    };
    const made = this.#imprinter.imprint(part);
    return { kind: 'file', ...made, pages };
  }

  /** The same without the file: what differs is set, counted and read back. */
  fill(values: readonly string[]): Filled | Refused {
    const { texts, content, pages, missed } = this.#plate;
    if (values.length !== this.#plate.values.length) return { kind: 'refused', why: 'shape' };
    if (values.some(hasSigns)) return { kind: 'refused', why: 'glyph' };
    if (!values.every((value, i) => saysTheSame(value, this.#plate.values[i]!)))
      return { kind: 'refused', why: 'token' };
    const fill = this.#filling(values);
    const set: SetText[] = [];
    for (const { words, lines } of texts) {
      const text = this.#set(words, fill);
      if (text.fit !== lines || says(text, missed)) return { kind: 'refused', why: 'shape' };
      set.push(text);
    }
    const own = new Map<number, string>();
    const known = new Map<string, string>();
    try {
      for (const { number, pieces } of content) {
        let whole = '';
        for (const piece of pieces) {
          if (typeof piece === 'string') {
            whole += piece;
            continue;
          }
          const key = this.#keys.get(piece)!;
          const filled = known.get(key) ?? this.#filled(piece, set);
          if (filled === undefined) return { kind: 'refused', why: 'shape' };
          if (!known.has(key) && !this.#reads(filled, piece, set)) return { kind: 'refused', why: 'read-back' };
          known.set(key, filled);
          whole += filled;
        }
        own.set(number, whole);
      }
    } catch (cause) {
      if (cause instanceof UnknownGlyph) return { kind: 'refused', why: 'glyph' };
      throw cause;
    }
    return { kind: 'filled', content: own, pages };
  }

  #filling(values: readonly string[]): (text: string) => string {
    return (text) => refilled(text, this.#plate.values, values) ?? text;
  }

  /** Words with the values of a record: those that are chosen, if there are several. */
  #set({ choices, ...words }: SlotWords, fill: (text: string) => string): SetText {
    const composed = (given: readonly Run[]): SetText => {
      const runs = given.map((run) => ({ ...run, text: fill(run.text) }));
      const own = { ...words, runs };
      const lines = newLines(own, this.#faces);
      return { words: own, lines, fit: linesThatFit(lines, words.measure) };
    };
    if (!choices) return composed(words.runs);
    let last: SetText | undefined;
    for (const choice of choices) {
      last = composed(choice);
      if (last.fit === 1) break;
    }
    return last!;
  }

  /** The operators of a slot. */
  #filled({ text, align, ...slot }: PlateSlot, set: readonly SetText[]): string | undefined {
    const { words, lines } = set[text]!;
    return filledSlot({ ...slot, words: { ...words, align } }, aligned(lines, align), this.#codes);
  }

  /** Reads a slot's operators back, by the characters that a reader of the file is told: they are the words. */
  #reads(operators: string, { text, lines: { from, to } }: PlateSlot, set: readonly SetText[]): boolean {
    let read = '';
    let characters: ReadonlyMap<string, string> | undefined;
    for (const [, face, codes = ''] of operators.matchAll(/\/(\w+) [\d.]+ Tf|<([\da-f]+)>/g)) {
      if (face !== undefined) characters = this.#characters.get(face);
      for (let at = 0; at < codes.length; at += 4) read += characters?.get(codes.slice(at, at + 4)) ?? '';
    }
    const { words, lines } = set[text]!;
    const isWhole = from === 0 && to === lines.length;
    const given = isWhole
      ? words.runs.map((run) => run.text).join('')
      : lines
          .slice(from, to)
          .map((line) => line.string)
          .join('');
    return withoutSpaces(read) === withoutSpaces(given);
  }
}

type SetText = { readonly words: SlotWords; readonly lines: readonly Line[]; readonly fit: number };

/** Lines as composed are at the left of their measure. */
const aligned = (lines: readonly Line[], align: SlotWords['align']): readonly Line[] => {
  if (align === 'left') return lines;
  const share = align === 'right' ? 1 : 0.5;
  return lines.map((line) => ({ ...line, box: { ...line.box, x: (line.box.width - line.xAdvance) * share } }));
};

/** Whether a text says what preflight has warned that none does. */
const says = ({ words }: SetText, missed: readonly string[]): boolean => {
  if (missed.length === 0) return false;
  const text = normal(textOf(words));
  return missed.some((each) => text.includes(each));
};

const withoutSpaces = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

const noReference = (): never => {
  throw new Error('what a file says of itself refers to nothing');
};

const streamOf = (number: number, data: Uint8Array, dictionary: Dictionary): RecordPart['streams'][number] => {
  const entries: Readonly<Record<string, Value | undefined>> = { ...dictionary, Length: data.length };
  return { number, dictionary: write(entries, noReference), data };
};
