import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { GlyphRun, LaidNode, LaidPage, Line } from '../typeset/laid.ts';
import { Context, type Metadata } from './context.ts';

/** A position in points from the page's upper left corner, y downwards, as layout counts. */
type Origin = { readonly x: number; readonly y: number };

type Link = { readonly page: number; readonly rect: Rect; readonly target: string; readonly words: string };

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Numbers in content streams: three decimals, never an exponent, never `-0`. */
const number = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
};

const numbers = (...values: number[]): string => values.map(number).join(' ');

const colours = (hex: Hex): string =>
  [1, 3, 5].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');

const fill = (hex: Hex): string => `${colours(hex)} rg`;

const stroke = (hex: Hex): string => `${colours(hex)} RG`;

/** Thrown for what a template uses and we cannot paint: never left out in silence. */
const cannotPaint = (what: string): never => {
  throw new Error(`the painter knows no ${what}`);
};

/**
 * Paints laid-out pages as PDF operators. One painter for every purpose; words and line breaks are those of the
 * laid-out tree.
 */
class Painter {
  readonly #context: Context;
  #height = 0;
  #page = -1;
  readonly #links: Link[] = [];
  readonly #destinations = new Map<string, { readonly page: number; readonly x: number; readonly y: number }>();

  constructor(context: Context) {
    this.#context = context;
  }

  page({ width, height, nodes }: LaidPage): void {
    this.#context.addPage(width, height);
    this.#height = height;
    this.#page += 1;
    for (const node of nodes) this.#node(node, { x: 0, y: 0 });
  }

  /** Links can only be written when every page, and so every destination, is there. */
  finishLinks(): void {
    for (const { page, rect, target, words } of this.#links) {
      this.#context.turnTo(page);
      this.#context.annotate({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height].map((value) => Math.round(value * 100) / 100),
        Border: [0, 0, 0],
        F: 4,
        Contents: new String(words),
        ...this.#action(target),
      });
    }
  }

  #action(target: string): object {
    if (!target.startsWith('#')) return { A: { S: 'URI', URI: new String(target) } };
    const destination = this.#destinations.get(target.slice(1));
    if (!destination) throw new Error(`no destination ${target} in the document`);
    return { Dest: [this.#context.page(destination.page), 'XYZ', destination.x, destination.y, null] };
  }

  #node(node: LaidNode, parent: Origin): void {
    const origin = { x: parent.x + node.box.left, y: parent.y + node.box.top };
    if (node.props.id !== undefined) this.#destination(node.props.id, origin);
    switch (node.type) {
      case P.View:
        this.#block(node, origin);
        for (const child of node.children ?? []) this.#node(child, origin);
        break;
      case P.Text:
        this.#text(node, origin);
        break;
      case P.Svg:
        this.#drawing(node, origin);
        break;
      default:
        cannotPaint(node.type);
    }
  }

  #destination(id: string, { x, y }: Origin): void {
    // A paragraph that breaks over pages is reached where it begins.
    if (!this.#destinations.has(id)) this.#destinations.set(id, { page: this.#page, x, y: this.#height - y });
  }

  #rectangle({ x, y, width, height }: Rect): string {
    return `${numbers(x, this.#height - y - height, width, height)} re`;
  }

  #block({ box, style }: LaidNode, { x, y }: Origin): void {
    const { width, height, borderLeftWidth = 0 } = box;
    if (typeof style.backgroundColor === 'string') {
      const rect = this.#rectangle({ x, y, width, height });
      this.#context.write(`q ${fill(style.backgroundColor as Hex)} ${rect} f Q`);
    }
    if (borderLeftWidth > 0) {
      const rect = this.#rectangle({ x, y, width: borderLeftWidth, height });
      this.#context.write(`q ${fill(style.borderLeftColor as Hex)} ${rect} f Q`);
    }
  }

  #text({ lines = [] }: LaidNode, origin: Origin): void {
    // The parts of a text that breaks over pages keep the heights that their lines had before.
    const shift = lines[0]?.box.y ?? 0;
    for (const line of lines) this.#line(line, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift });
  }

  #line(line: Line, { x, y }: Origin): void {
    const base = this.#height - (y + line.ascent);
    let left = x;
    let operators = 'q BT';
    for (const run of line.runs) {
      operators += ` ${this.#run(run, left, base)}`;
      if (run.attributes.link !== undefined) this.#link(run, { x: left, y });
      left += run.xAdvance;
    }
    this.#context.write(`${operators} ET Q`);
    for (const { rect, color } of line.decorationLines) {
      const painted = this.#rectangle({ ...rect, x: x + rect.x, y: y + rect.y });
      this.#context.write(`q ${fill(color)} ${painted} f Q`);
    }
  }

  #run({ attributes, glyphs, positions }: GlyphRun, x: number, base: number): string {
    const font = attributes.font[0]!;
    const size = attributes.fontSize;
    const parts: string[] = [];
    let codes = '';
    let show = '';
    let pen = x;
    const flush = (): void => {
      if (codes) show += `<${codes}>`;
      codes = '';
    };
    const close = (): void => {
      flush();
      if (show) parts.push(`[${show}] TJ`);
      show = '';
    };
    let placed = false;
    glyphs.forEach((glyph, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const { code, width } = this.#context.glyph(font, glyph);
      const displaced = xOffset !== 0 || yOffset !== 0;
      if (!placed || displaced) {
        close();
        parts.push(`1 0 0 1 ${numbers(pen + xOffset, base + yOffset)} Tm`);
      }
      placed = !displaced;
      codes += code;
      const adjustment = number(width - (xAdvance * 1000) / size);
      if (adjustment !== '0') {
        flush();
        show += adjustment;
      }
      pen += xAdvance;
    });
    close();
    return `${fill(attributes.color)} /${this.#context.face(font)} ${number(size)} Tf ${parts.join(' ')}`;
  }

  #link(run: GlyphRun, { x, y }: Origin): void {
    const { height, xAdvance, glyphs, attributes } = run;
    const rect = { x, y: this.#height - y - height, width: xAdvance, height };
    const words = glyphs
      .map(({ codePoints }) => String.fromCodePoint(...codePoints))
      .join('')
      .trim();
    this.#links.push({ page: this.#page, rect, target: attributes.link!, words });
  }

  #drawing({ props, box, children = [] }: LaidNode, { x, y }: Origin): void {
    const { viewBox } = props;
    if (typeof viewBox !== 'object') return cannotPaint('drawing without a view box');
    // react-pdf names the view box's width and height maxX and maxY.
    const scale = Math.min(box.width / viewBox.maxX, box.height / viewBox.maxY);
    const left = x + (box.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
    const top = this.#height - (y + (box.height - viewBox.maxY * scale) / 2) + viewBox.minY * scale;
    this.#context.write(`q ${numbers(scale, 0, 0, -scale, left, top)} cm`);
    for (const shape of children) this.#shape(shape);
    this.#context.write('Q');
  }

  #shape({ type, props }: LaidNode): void {
    if (type !== P.Path || props.d === undefined) return cannotPaint(`${type} in a drawing`);
    const filled = props.fill !== undefined && props.fill !== 'none';
    const stroked = props.stroke !== undefined && props.stroke !== 'none';
    if (filled) this.#context.write(fill(props.fill as Hex));
    if (stroked) this.#context.write(`${stroke(props.stroke as Hex)} ${number(props.strokeWidth ?? 1)} w`);
    this.#context.path(props.d);
    const evenOdd = props.fillRule === 'evenodd';
    if (filled && stroked) this.#context.write(evenOdd ? 'B*' : 'B');
    else if (filled) this.#context.write(evenOdd ? 'f*' : 'f');
    else this.#context.write(stroked ? 'S' : 'n');
  }
}

/** Stage 5: laid-out pages to the bytes of a PDF. */
export const paint = async (pages: readonly LaidPage[], metadata: Metadata): Promise<Uint8Array> => {
  const context = new Context(metadata);
  const painter = new Painter(context);
  for (const page of pages) painter.page(page);
  painter.finishLinks();
  return context.finish();
};
