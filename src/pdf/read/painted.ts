import { Budget } from './budget.ts';
import { type Colour, colourOf, shadedBy, unknownColour } from './colour.ts';
import { type Listener, type Mark, type Operation, readContent, shownAs, type ShownText } from './content.ts';
import { Unreadable } from './faults.ts';
import type { PdfFile } from './file.ts';
import {
  blendingOf,
  type Group,
  groupOf,
  type Look,
  nextPaint,
  type Overprint,
  type Paint,
  plainLook,
} from './look.ts';
import type { Matrix } from './matrix.ts';
import { isA, isArray, nameOf, numberOf, type PdfDict, type PdfObject, type PdfStream } from './objects.ts';
import { type PdfPage, rectangleOf } from './pages.ts';
import { Path } from './path.ts';
import { type Clip, cut, type FillRule, type Point, rectangle, type Shape, shapeOf } from './shape.ts';
import type { State, Stretch } from './text-state.ts';

type Appearance = {
  readonly colour: Colour;
  /** 0 to 1: how much of what lies beneath it takes away, but for what holds for its group. */
  readonly alpha: number;
  readonly group: Group;
  /** With a blend mode or a soft mask, what is seen is not its colour. */
  readonly blending: 'plain' | 'unknown';
  /** The colour as it was written, for who asks for inks. */
  readonly paint: Paint;
  /** All else that held when it was painted. */
  readonly look: Look;
  /** Where it may be seen. */
  readonly clip: Clip;
  /** From the outermost to the innermost. */
  readonly marks: readonly Mark[];
  /** Whether it belongs to the structure as a whole, by an object that is painted (ISO 32000-2, 14.7.5.3). */
  readonly structure: 'object' | 'marks';
};

/** What a page is painted with, and where; in the units of the page. */
export type Painted =
  | (Appearance & { readonly kind: 'text'; readonly text: ShownText })
  | (Appearance & { readonly kind: 'fill'; readonly area: Shape })
  /** The width is that of the line on the page; 0 is as thin as the device can (8.4.3.2). */
  | (Appearance & { readonly kind: 'stroke'; readonly area: Shape; readonly width: number })
  | (Appearance & { readonly kind: 'image'; readonly area: Shape; readonly picture: PlacedPicture })
  /** Fills its clip. */
  | (Appearance & { readonly kind: 'shading'; readonly shading: PlacedShading });

/** A picture, or a stencil for the colour in force (8.9.6.2); in its matrix it fills the unit square. */
export type PlacedPicture = {
  /** Undefined where it cannot be found. One of the content itself has its short names written out. */
  readonly stream: PdfStream | undefined;
  readonly resources: PdfDict;
  readonly matrix: Matrix;
};

export type PlacedShading = {
  readonly dict: PdfDict | undefined;
  readonly resources: PdfDict;
  readonly matrix: Matrix;
};

/** Points of the paths of one page, and what may be painted on it. */
const mostPoints = 1 << 20;
const mostPainted = 500_000;

/**
 * All that a page's content paints, in the order in which it is painted: text that is not to be seen too, which
 * `rendering` tells. What cannot be read ends it, and is a fault of the file.
 */
export function paintedOf(page: PdfPage): Painted[] {
  const painter = new Painter(page.file);
  readContent(page, painter, { ...plainLook, clip: [rectangle(...page.mediaBox)] });
  return painter.painted;
}

class Painter implements Listener {
  readonly painted: Painted[] = [];
  readonly #file: PdfFile;
  readonly #path = new Path(new Budget(mostPoints));
  readonly #colours = new WeakMap<Paint, Colour>();
  #clipping: FillRule | undefined;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  text(stretch: Stretch, state: State, marks: readonly Mark[], forms: readonly PdfStream[]): void {
    const shown = shownAs(stretch, state, marks);
    const isOutlined = state.rendering % 4 === 1;
    this.#add({ kind: 'text', text: shown, ...this.#appearance(isOutlined ? 'stroke' : 'fill', state, marks, forms) });
  }

  /** A form is cut by its box (8.10.2); the content of a group is painted as one, with what held around it (11.6.6). */
  form({ dict }: PdfStream, state: State): void {
    const { look, matrix } = state;
    const box = rectangleOf(this.#file, this.#file.get(dict, 'BBox'));
    const clip = box ? cut(look.clip, boxShape(box, matrix)) : look.clip;
    const within = this.#file.dictOf(dict.entries.get('Group')) ? groupOf(look) : look;
    state.look = { ...within, clip, base: matrix };
  }

  operation(operation: Operation): void {
    const { word, operands, state, resources } = operation;
    switch (word) {
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h':
      case 're': {
        const numbers = operands.map((item) => numberOf(item) ?? 0);
        this.#path.draw(word, numbers, state.matrix);
        break;
      }
      case 'W':
        this.#clipping = 'nonzero';
        break;
      case 'W*':
        this.#clipping = 'evenodd';
        break;
      case 'w':
        state.look = { ...state.look, lineWidth: Math.abs(numberOf(operands[0]) ?? 1) };
        break;
      case 'G':
      case 'RG':
      case 'K':
      case 'CS':
      case 'SC':
      case 'SCN':
        state.look = { ...state.look, stroke: nextPaint(state.look.stroke, word, operands, resources) };
        break;
      case 'gs':
        state.look = this.#lookOf(this.#resource(operation, 'ExtGState'), state.look);
        break;
      case 'sh': {
        const { matrix } = state;
        const dict = this.#resource(operation, 'Shading');
        const colour = shadedBy(this.#file, dict, resources, matrix);
        const shading = { dict, resources, matrix };
        this.#add({ kind: 'shading', ...this.#appearanceOf(operation, 'fill'), colour, shading });
        break;
      }
      case 'Do':
      case 'BI':
        this.#image(operation);
        break;
      default:
        this.#finish(operation);
    }
  }

  /** A picture fills the unit square (8.9.5). One with a mask, and one in the content itself, may be seen through. */
  #image(operation: Operation): void {
    const { word, operands, resources, state } = operation;
    const named = this.#file.dictOf(resources.entries.get('XObject'));
    const found = word === 'Do' ? named && this.#file.get(named, nameOf(operands[0]) ?? '') : operands[0];
    const stream = isA(found, 'stream') ? found : undefined;
    const object = word === 'Do' ? stream?.dict : undefined;
    const appearance = this.#appearanceOf(operation, 'fill');
    const isWhole = object !== undefined && !['SMask', 'Mask', 'ImageMask'].some((key) => object.entries.has(key));
    this.#add({
      kind: 'image',
      area: boxShape([0, 0, 1, 1], state.matrix),
      picture: { stream, resources, matrix: state.matrix },
      ...appearance,
      colour: unknownColour,
      blending: isWhole ? appearance.blending : 'unknown',
      structure: object?.entries.has('StructParent') ? 'object' : appearance.structure,
    });
  }

  /** The operators that paint a path (8.5.3.1) and end it; then it may become a clip. */
  #finish(operation: Operation): void {
    const way = finishing[operation.word];
    if (!way) return;
    const { state } = operation;
    if (way.isClosed) this.#path.close();
    const filled = way.fill && this.#path.filled(way.fill);
    if (filled) this.#add({ kind: 'fill', area: filled, ...this.#appearanceOf(operation, 'fill') });
    const width = widthOf(state);
    const stroked = way.isStroked ? this.#path.stroked(Math.max(width, thinnest)) : undefined;
    if (stroked) this.#add({ kind: 'stroke', area: stroked, width, ...this.#appearanceOf(operation, 'stroke') });
    if (this.#clipping) {
      const shape = this.#path.filled(this.#clipping) ?? rectangle(0, 0, 0, 0);
      state.look = { ...state.look, clip: cut(state.look.clip, shape) };
    }
    this.#clipping = undefined;
    this.#path.clear();
  }

  #appearanceOf({ state, marks, forms }: Operation, paint: 'fill' | 'stroke'): Appearance {
    return this.#appearance(paint, state, marks, forms);
  }

  #appearance(
    paint: 'fill' | 'stroke',
    { look, fill }: State,
    marks: readonly Mark[],
    forms: readonly PdfStream[],
  ): Appearance {
    const { stroke, fillAlpha, strokeAlpha, group, clip, base } = look;
    const isWhole = forms.some(({ dict }) => dict.entries.has('StructParent'));
    return {
      colour: this.#colourOf(paint === 'fill' ? fill : stroke, base),
      alpha: paint === 'fill' ? fillAlpha : strokeAlpha,
      group,
      blending: blendingOf(look),
      paint: paint === 'fill' ? fill : stroke,
      look,
      clip,
      marks,
      structure: isWhole ? 'object' : 'marks',
    };
  }

  #colourOf(paint: Paint, base: Matrix): Colour {
    let colour = this.#colours.get(paint);
    if (!colour) this.#colours.set(paint, (colour = colourOf(this.#file, paint, base)));
    return colour;
  }

  #resource({ operands, resources }: Operation, category: string): PdfDict | undefined {
    const named = this.#file.dictOf(resources.entries.get(category));
    return this.#file.dictOf(named?.entries.get(nameOf(operands[0]) ?? ''));
  }

  /** What a graphics state sets (8.4.5). */
  #lookOf(parameters: PdfDict | undefined, look: Look): Look {
    if (!parameters) return look;
    const get = (key: string): PdfObject => this.#file.get(parameters, key);
    const modes = get('BM');
    const mode = nameOf(isArray(modes) ? this.#file.resolve(modes[0]) : modes);
    const mask = get('SMask');
    return {
      ...look,
      lineWidth: numberOf(get('LW')) ?? look.lineWidth,
      fillAlpha: numberOf(get('ca')) ?? look.fillAlpha,
      strokeAlpha: numberOf(get('CA')) ?? look.strokeAlpha,
      blend: mode === undefined ? look.blend : (blends[mode] ?? 'other'),
      overprint: this.#overprintOf(parameters, look.overprint),
      mask: mask === null ? look.mask : nameOf(mask) === 'None' ? 'none' : 'soft',
    };
  }

  /** `OP` holds for filling too where `op` is not given (8.6.7). */
  #overprintOf(parameters: PdfDict, { fill, stroke, mode }: Overprint): Overprint {
    const [own, forFill, given] = ['OP', 'op', 'OPM'].map((key) => this.#file.get(parameters, key));
    return {
      stroke: typeof own === 'boolean' ? own : stroke,
      fill: typeof forFill === 'boolean' ? forFill : typeof own === 'boolean' ? own : fill,
      mode: given === 1 ? 1 : given === 0 ? 0 : mode,
    };
  }

  #add(painted: Painted): void {
    if (this.painted.length >= mostPainted) throw new Unreadable('too much is painted');
    this.painted.push(painted);
  }
}

const blends: { readonly [mode: string]: Look['blend'] } = {
  Normal: 'normal',
  Compatible: 'normal',
  Multiply: 'multiply',
};

type Finishing = { readonly fill?: FillRule; readonly isStroked: boolean; readonly isClosed: boolean };

const finishing: Readonly<Record<string, Finishing>> = {
  f: { fill: 'nonzero', isStroked: false, isClosed: false },
  F: { fill: 'nonzero', isStroked: false, isClosed: false },
  'f*': { fill: 'evenodd', isStroked: false, isClosed: false },
  B: { fill: 'nonzero', isStroked: true, isClosed: false },
  'B*': { fill: 'evenodd', isStroked: true, isClosed: false },
  b: { fill: 'nonzero', isStroked: true, isClosed: true },
  'b*': { fill: 'evenodd', isStroked: true, isClosed: true },
  S: { isStroked: true, isClosed: false },
  s: { isStroked: true, isClosed: true },
  n: { isStroked: false, isClosed: false },
};

/** A line of no width is as thin as a screen shows (8.4.3.2). */
const thinnest = 0.1;

/** A line's width on the page, the mean of its two directions. */
const widthOf = ({ look, matrix: [a, b, c, d] }: State): number => look.lineWidth * Math.sqrt(Math.abs(a * d - b * c));

/** A box of the content as it stands on the page. */
function boxShape([left, bottom, right, top]: readonly [number, number, number, number], matrix: Matrix): Shape {
  const [a, b, c, d, e, f] = matrix;
  const at = (x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];
  return shapeOf([[at(left, bottom), at(right, bottom), at(right, top), at(left, top)]], 'nonzero');
}
