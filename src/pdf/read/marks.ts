import { Budget } from './budget.ts';
import { Unreadable } from './faults.ts';
import type { PdfFile } from './file.ts';
import { type Font, fontOf } from './font.ts';
import { readInlineImage } from './inline-image.ts';
import { countOf, isA, isArray, nameOf, numberOf, type PdfDict, type PdfObject } from './objects.ts';
import { contentOf, type PdfPage } from './pages.ts';
import { END, Parser } from './parser.ts';
import { numberOfRef } from './structure.ts';

/** A marked-content sequence (ISO 32000-2, 14.6), whether it shows text or not. */
export type MarkedSequence = {
  readonly tag: string;
  readonly mcid?: number;
  readonly properties?: PdfDict;
  /** The number of the form whose content it stands in; undefined for the page's own. */
  readonly stream?: number;
  /** The sequences around it, from the outermost to the innermost. */
  readonly around: readonly MarkedSequence[];
};

/** How a font is used on a page. */
export type FontUse = {
  readonly name: string;
  readonly dict: PdfDict;
  /** Codes that are shown, hidden text apart. */
  readonly codes: number;
  /** Of all codes, hidden or not, those that no text is known for. */
  readonly unmapped: number;
};

export type PageMarks = {
  readonly sequences: readonly MarkedSequence[];
  readonly fonts: readonly FontUse[];
};

const deepestForms = 16;
const deepestMarks = 512;
const mostSequences = 500_000;
const mostContent = 64 << 20;

/** What is marked on a page, and what its text is set in: also where nothing comes of it that could be read. */
export function marksOf(page: PdfPage): PageMarks {
  const walker = new Walker(page.file);
  try {
    walker.run(contentOf(page), page.resources, undefined, initial);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    page.file.fault({ kind: 'content', message: `page ${page.index + 1}: ${cause.message}` });
  }
  return { sequences: walker.sequences, fonts: [...walker.fonts.values()] };
}

type State = { readonly dict: PdfDict | undefined; readonly rendering: number };
const initial: State = { dict: undefined, rendering: 0 };

/** Text that is painted neither filled nor stroked (9.3.6). */
const invisible = 3;

type Use = { readonly name: string; readonly dict: PdfDict; readonly font: Font; codes: number; unmapped: number };

class Walker {
  readonly sequences: MarkedSequence[] = [];
  readonly fonts = new Map<PdfDict, Use>();
  readonly #file: PdfFile;
  readonly #budget = new Budget(mostContent);
  readonly #forms: PdfObject[] = [];
  #open: readonly MarkedSequence[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
  }

  run(bytes: Uint8Array, resources: PdfDict, stream: number | undefined, from: State): void {
    if (!this.#budget.spend(bytes.length + 100)) throw new Unreadable('the content takes too long to read');
    const parser = new Parser(bytes, 'none');
    const kept: State[] = [];
    let state = from;
    let operands: PdfObject[] = [];
    for (let item = parser.next(); item !== END; item = parser.next()) {
      if (!isA(item, 'keyword')) {
        if (operands.length < 256) operands.push(item);
        continue;
      }
      switch (item.word) {
        case 'q':
          if (kept.length < deepestMarks) kept.push(state);
          break;
        case 'Q':
          state = kept.pop() ?? state;
          break;
        case 'Tf':
          state = { ...state, dict: this.#resource(resources, 'Font', operands[0]) };
          break;
        case 'Tr':
          state = { ...state, rendering: numberOf(operands[0]) ?? 0 };
          break;
        case 'gs': {
          const parameters = this.#resource(resources, 'ExtGState', operands[0]);
          const font = parameters && this.#file.get(parameters, 'Font');
          if (isArray(font)) state = { ...state, dict: this.#file.dictOf(font[0]) };
          break;
        }
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          this.#show(isArray(operands[0]) ? operands[0] : operands, state);
          break;
        case 'BMC':
        case 'BDC':
          this.#begin(nameOf(operands[0]) ?? '', this.#properties(resources, operands[1]), stream);
          break;
        case 'EMC':
          this.#open = this.#open.slice(0, -1);
          break;
        case 'Do':
          this.#paint(resources, operands[0], state);
          break;
        case 'BI':
          readInlineImage(bytes, parser);
      }
      operands = [];
    }
  }

  #show(items: readonly PdfObject[], { dict, rendering }: State): void {
    if (!dict) return;
    let use = this.fonts.get(dict);
    if (!use) {
      const font = fontOf(this.#file, dict);
      this.fonts.set(dict, (use = { name: font.name, dict, font, codes: 0, unmapped: 0 }));
    }
    for (const item of items) {
      if (!isA(item, 'string')) continue;
      const { bytes } = item;
      for (let at = 0; at < bytes.length;) {
        const length = Math.min(use.font.codeLength(bytes, at), bytes.length - at);
        let code = bytes.charCodeAt(at);
        for (let i = 1; i < length; i += 1) code = code * 256 + bytes.charCodeAt(at + i);
        if (rendering !== invisible) use.codes += 1;
        if (use.font.shown(code, length).text === '') use.unmapped += 1;
        at += length;
      }
    }
  }

  #begin(tag: string, properties: PdfDict | undefined, stream: number | undefined): void {
    if (this.#open.length >= deepestMarks) throw new Unreadable('marked content is nested too deep');
    if (this.sequences.length >= mostSequences) throw new Unreadable('too much of the content is marked');
    const mcid = properties && countOf(this.#file.get(properties, 'MCID'));
    const sequence: MarkedSequence = {
      tag,
      ...(mcid !== undefined && { mcid }),
      ...(properties && { properties }),
      ...(stream !== undefined && { stream }),
      around: this.#open,
    };
    this.sequences.push(sequence);
    this.#open = [...this.#open, sequence];
  }

  #paint(resources: PdfDict, name: PdfObject | undefined, state: State): void {
    const named = this.#file.dictOf(resources.entries.get('XObject'))?.entries.get(nameOf(name) ?? '');
    const form = this.#file.resolve(named);
    if (!isA(form, 'stream') || nameOf(this.#file.get(form.dict, 'Subtype')) !== 'Form') return;
    if (this.#forms.includes(form) || this.#forms.length >= deepestForms) return;
    const own = this.#file.get(form.dict, 'Resources');
    const open = this.#open;
    this.#forms.push(form);
    this.run(this.#file.decode(form), isA(own, 'dict') ? own : resources, numberOfRef(named), state);
    this.#forms.pop();
    this.#open = open;
  }

  #properties(resources: PdfDict, operand: PdfObject | undefined): PdfDict | undefined {
    return isA(operand, 'dict') ? operand : this.#resource(resources, 'Properties', operand);
  }

  #resource(resources: PdfDict, category: string, name: PdfObject | undefined): PdfDict | undefined {
    return this.#file.dictOf(
      this.#file.dictOf(resources.entries.get(category))?.entries.get(nameOf(name) ?? '') ?? null,
    );
  }
}
