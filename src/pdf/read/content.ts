import { Budget } from './budget.ts';
import { Unreadable } from './faults.ts';
import type { PdfFile } from './file.ts';
import { fontOf } from './font.ts';
import { readInlineImage } from './inline-image.ts';
import { type Look, nextPaint, type Paint, plainLook } from './look.ts';
import { identity, matrixOf, multiply } from './matrix.ts';
import {
  countOf,
  isA,
  isArray,
  nameOf,
  numberOf,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  textOfString,
} from './objects.ts';
import { contentOf, type PdfPage } from './pages.ts';
import { END, Parser } from './parser.ts';
import { initialState, type State, type Stretch, TextPosition } from './text-state.ts';

/** A marked-content sequence that text stands in (ISO 32000-2, 14.6). */
export type Mark = {
  readonly tag: string;
  readonly properties?: PdfDict;
  readonly mcid?: number;
  /** What the sequence says, whatever its glyphs are (14.9.4). */
  readonly actualText?: string;
};

/** Text that is shown, with all that holds where it stands. */
export type ShownText = Stretch & {
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  readonly fontName: string;
  /** From the outermost to the innermost. */
  readonly marks: readonly Mark[];
  /** The identifier of the innermost marked content that has one (14.7.5.1). */
  readonly mcid: number | undefined;
  readonly rendering: number;
  readonly fill: Paint;
};

/** An operator that does not show text, and all that holds where it stands. */
export type Operation = {
  readonly word: string;
  readonly operands: readonly PdfObject[];
  /** As it is for what follows: a listener may change its `look`. */
  readonly state: State;
  readonly resources: PdfDict;
  readonly marks: readonly Mark[];
  /** The forms that it stands in, from the outermost to the innermost. */
  readonly forms: readonly PdfStream[];
};

/** Who hears what content does. Whoever hears text alone pays nothing for paths and pictures. */
export type Listener = {
  readonly text: (stretch: Stretch, state: State, marks: readonly Mark[], forms: readonly PdfStream[]) => void;
  /** Operators of paths, clips, colours, graphics states and pictures; `Do` of pictures alone. */
  readonly operation?: (operation: Operation) => void;
  /** A form is begun: its state may be given another `look`. */
  readonly form?: (form: PdfStream, state: State) => void;
};

const deepestForms = 16;
const deepestStates = 512;
const mostOperands = 256;

/** Bytes of content that one page may take, its forms counted each time that they are painted. */
const mostContent = 64 << 20;

/** Reads the text that a page's content shows (9.4), in the order in which it is painted. */
export function shownText(page: PdfPage): ShownText[] {
  const shown: ShownText[] = [];
  const text: Listener['text'] = (stretch, state, marks) => {
    if (stretch.text !== '') shown.push(shownAs(stretch, state, marks));
  };
  readContent(page, { text });
  return shown;
}

/** A stretch of text with all that holds where it is shown. */
export function shownAs(
  { text, start, end, size }: Stretch,
  { font, rendering, fill }: State,
  marks: readonly Mark[],
): ShownText {
  const [x, y] = start;
  const mcid = marks.length === 0 ? undefined : marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
  return { text, x, y, start, end, size, fontName: font.name, marks, mcid, rendering, fill };
}

/** Tells a listener what a page's content does (7.8.2). What cannot be read ends it, and is a fault of the file. */
export function readContent(page: PdfPage, listener: Listener, look: Look = plainLook): void {
  const { file } = page;
  try {
    new Interpreter(file, listener).run(contentOf(page), page.resources, { ...initialState(file, identity), look });
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    file.fault({ kind: 'content', message: `page ${page.index + 1}: ${cause.message}` });
  }
}

class Interpreter {
  readonly #file: PdfFile;
  readonly #listener: Listener;
  readonly #budget = new Budget(mostContent);
  readonly #forms: PdfStream[] = [];
  #marks: readonly Mark[] = [];

  constructor(file: PdfFile, listener: Listener) {
    this.#file = file;
    this.#listener = listener;
  }

  /** Runs the content of a page or a form (7.8.2). */
  run(bytes: Uint8Array, resources: PdfDict, initial: State): void {
    if (!this.#budget.spend(bytes.length + 100)) throw new Unreadable('the content takes too long to read');
    const listener = this.#listener;
    const parser = new Parser(bytes, 'none');
    const position = new TextPosition();
    const kept: State[] = [];
    let state = { ...initial };
    let operands: PdfObject[] = [];
    const at = (index: number): number => numberOf(operands[index]) ?? 0;
    const show = (items: readonly PdfObject[]): void =>
      listener.text(position.show(items, state), state, this.#marks, this.#forms);
    const tell = (word: string): void =>
      listener.operation?.({ word, operands, state, resources, marks: this.#marks, forms: this.#forms });
    const nextLine = (): void => position.move(0, -state.leading);
    for (let item = parser.next(); item !== END; item = parser.next()) {
      if (!isA(item, 'keyword')) {
        if (operands.length < mostOperands) operands.push(item);
        continue;
      }
      switch (item.word) {
        case 'q':
          if (kept.length < deepestStates) kept.push({ ...state });
          break;
        case 'Q':
          state = kept.pop() ?? state;
          break;
        case 'cm':
          state.matrix = multiply(matrixOf(operands), state.matrix);
          break;
        case 'BT':
          position.begin();
          break;
        case 'Tf':
          state.font = fontOf(this.#file, this.#resource(resources, 'Font', operands[0]));
          state.size = at(1);
          break;
        case 'Tc':
          state.characterSpace = at(0);
          break;
        case 'Tw':
          state.wordSpace = at(0);
          break;
        case 'Tz':
          state.scale = at(0) / 100;
          break;
        case 'TL':
          state.leading = at(0);
          break;
        case 'Ts':
          state.rise = at(0);
          break;
        case 'Tr':
          state.rendering = at(0);
          break;
        case 'TD':
          state.leading = -at(1);
          position.move(at(0), at(1));
          break;
        case 'Td':
          position.move(at(0), at(1));
          break;
        case 'Tm':
          position.set(matrixOf(operands));
          break;
        case 'T*':
          nextLine();
          break;
        case 'Tj':
          show(operands);
          break;
        case 'TJ':
          show(isArray(operands[0]) ? operands[0] : []);
          break;
        case "'":
          nextLine();
          show(operands);
          break;
        case '"':
          state.wordSpace = at(0);
          state.characterSpace = at(1);
          nextLine();
          show(operands.slice(2));
          break;
        case 'gs':
          this.#setFont(this.#resource(resources, 'ExtGState', operands[0]), state);
          tell(item.word);
          break;
        case 'g':
        case 'rg':
        case 'k':
        case 'cs':
        case 'sc':
        case 'scn':
          state.fill = nextPaint(state.fill, item.word, operands, resources);
          break;
        case 'BMC':
        case 'BDC':
          this.#mark(nameOf(operands[0]) ?? '', this.#properties(resources, operands[1]));
          break;
        case 'EMC':
          this.#marks = this.#marks.slice(0, -1);
          break;
        case 'Do': {
          const painted = this.#file.get(this.#named(resources, 'XObject'), nameOf(operands[0]) ?? '');
          if (!isA(painted, 'stream')) break;
          if (nameOf(this.#file.get(painted.dict, 'Subtype')) === 'Form') this.#paint(painted, resources, state);
          else tell(item.word);
          break;
        }
        case 'BI':
          operands = [readInlineImage(bytes, parser)];
          tell(item.word);
          break;
        default:
          tell(item.word);
      }
      operands = [];
    }
  }

  #mark(tag: string, properties: PdfDict | undefined): void {
    // So deep that nobody will ask; but every end must have its beginning.
    const mcid = properties && countOf(this.#file.get(properties, 'MCID'));
    const actual = properties && this.#file.get(properties, 'ActualText');
    const mark: Mark = {
      tag,
      ...(properties && { properties }),
      ...(mcid !== undefined && { mcid }),
      ...(isA(actual, 'string') && { actualText: textOfString(actual) }),
    };
    if (this.#marks.length >= deepestStates) throw new Unreadable('marked content is nested too deep');
    this.#marks = [...this.#marks, mark];
  }

  /** A property list stands in the content, or in the resources under a name (14.6.2). */
  #properties(resources: PdfDict, operand: PdfObject | undefined): PdfDict | undefined {
    return isA(operand, 'dict') ? operand : this.#resource(resources, 'Properties', operand);
  }

  #named(resources: PdfDict, category: string): PdfDict {
    return this.#file.dictOf(resources.entries.get(category)) ?? resources;
  }

  #resource(resources: PdfDict, category: string, name: PdfObject | undefined): PdfDict | undefined {
    return this.#file.dictOf(this.#named(resources, category).entries.get(nameOf(name) ?? ''));
  }

  /** A graphics state may set the font (8.4.5). */
  #setFont(parameters: PdfDict | undefined, state: State): void {
    const font = parameters && this.#file.get(parameters, 'Font');
    if (!isArray(font)) return;
    state.font = fontOf(this.#file, this.#file.dictOf(font[0]));
    state.size = numberOf(this.#file.resolve(font[1])) ?? state.size;
  }

  /** A form's content is painted in its own matrix, with its own resources (8.10.1); no form paints itself. */
  #paint(form: PdfStream, resources: PdfDict, state: State): void {
    if (this.#forms.includes(form) || this.#forms.length >= deepestForms) return;
    const own = this.#file.get(form.dict, 'Resources');
    const matrix = multiply(matrixOf(this.#file.get(form.dict, 'Matrix')), state.matrix);
    const marks = this.#marks;
    const begun = { ...state, matrix };
    this.#listener.form?.(form, begun);
    this.#forms.push(form);
    this.run(this.#file.decode(form), isA(own, 'dict') ? own : resources, begun);
    this.#forms.pop();
    this.#marks = marks;
  }
}
