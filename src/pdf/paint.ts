import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { GlyphRun, LaidNode, LaidPage, Line, Role } from '../typeset/laid.ts';
import { Document, type Metadata } from './document.ts';
import type { Plate } from './file.ts';
import { name, number, text } from './objects.ts';
import { type ElementProps, type StructureElement, type StructureType } from './structure.ts';

/** A position in points from the page's upper left corner, y downwards, as layout counts. */
type Origin = { readonly x: number; readonly y: number };

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A link's words on one page: an annotation with a quadrilateral for each line. */
type LinkArea = {
  readonly page: number;
  readonly rects: Rect[];
  readonly target: string;
  readonly words: string;
  readonly element: StructureElement | undefined;
};

/** Where a node stands in the structure: under an element, or in an artifact, which is not read. */
type Standing = { readonly kind: 'read'; readonly element: StructureElement } | { readonly kind: 'artifact' };

const artifact: Standing = { kind: 'artifact' };

/** What is no content is of a kind (ISO 32000-1, 14.8.2.2): furniture of the page, or decoration of the layout. */
const artifacts = {
  layout: '/Artifact <</Type /Layout>> BDC',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
} as const;

const numbers = (...values: number[]): string =>
  values.map((value) => number(Math.round(value * 1000) / 1000)).join(' ');

const colours = (hex: Hex): string =>
  [1, 3, 5].map((at) => numbers(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');

const fill = (hex: Hex): string => `${colours(hex)} rg`;

const stroke = (hex: Hex): string => `${colours(hex)} RG`;

/** Thrown for what a template uses and we cannot paint: never left out in silence. */
const cannotPaint = (what: string): never => {
  throw new Error(`the painter knows no ${what}`);
};

/** A role as elements carry it, as a structure type. */
const typeOf = (
  role: Exclude<Role, 'Artifact' | 'Header' | 'Footer'>,
): { type: StructureType; props: ElementProps } => {
  if (role === 'L/Decimal') return { type: 'L', props: { numbering: 'Decimal' } };
  if (role === 'L/Disc') return { type: 'L', props: { numbering: 'Disc' } };
  return { type: role, props: {} };
};

/**
 * Paints laid-out pages as PDF operators, and marks what is read. One painter for every purpose; words and line breaks
 * are those of the laid-out tree.
 */
class Painter {
  readonly #document: Document;
  #height = 0;
  #page = -1;
  #plate: Plate = 'template';
  /** Keeps apart the serial numbers of trees that were laid out by themselves. */
  #scope = '';
  readonly #links = new Map<string, LinkArea>();
  readonly #destinations = new Map<string, { readonly page: number; readonly x: number; readonly y: number }>();

  constructor(document: Document) {
    this.#document = document;
  }

  page({ width, height, nodes }: LaidPage): void {
    this.#page = this.#document.addPage(width, height);
    this.#height = height;
    for (const node of nodes) this.#node(node, { x: 0, y: 0 }, { kind: 'read', element: this.#document.tree.root });
  }

  #write(operators: string): void {
    this.#document.write(operators, this.#plate);
  }

  /** Writes operators as what they are: content of an element, or an artifact. */
  #marked(standing: Standing, operators: string): void {
    if (standing.kind === 'artifact') return this.#write(operators);
    const mcid = this.#document.tree.mark(standing.element, this.#page);
    this.#write(`/${standing.element.type} <</MCID ${mcid}>> BDC\n${operators}\nEMC`);
  }

  /** Decoration: an artifact of its own, unless it stands in one. */
  #decoration(standing: Standing, operators: string): void {
    this.#write(standing.kind === 'artifact' ? operators : `${artifacts.layout}\n${operators}\nEMC`);
  }

  #node(node: LaidNode, parent: Origin, standing: Standing): void {
    const { props } = node;
    const origin = { x: parent.x + node.box.left, y: parent.y + node.box.top };
    const before = { plate: this.#plate, scope: this.#scope };
    this.#plate = props.plate ?? this.#plate;
    this.#scope = props.scope ?? this.#scope;
    if (props.id !== undefined) this.#destination(props.id, origin);
    const opens = standing.kind === 'read' && artifactOf(props.role);
    if (opens) this.#write(opens);
    const here = opens ? artifact : this.#standing(node, standing);
    switch (node.type) {
      case P.View:
        this.#block(node, origin, here);
        for (const child of node.children ?? []) this.#node(child, origin, here);
        break;
      case P.Text:
        this.#text(node, origin, here);
        break;
      case P.Svg:
        this.#drawing(node, origin, here);
        break;
      default:
        cannotPaint(node.type);
    }
    if (opens) this.#write('EMC');
    this.#plate = before.plate;
    this.#scope = before.scope;
  }

  /** The standing of a node's content: under the element of its role, if it has one. */
  #standing({ props, type }: LaidNode, standing: Standing): Standing {
    const { role, serial, alt } = props;
    if (standing.kind === 'artifact') return standing;
    if (role === undefined || role === 'Artifact' || role === 'Header' || role === 'Footer') {
      if (type === P.Text || type === P.Svg) cannotPaint(`${type} without a role`);
      return standing;
    }
    const { type: structureType, props: elementProps } = typeOf(role);
    if (structureType === 'Figure' && !alt) return cannotPaint('figure without words for it');
    const key = `${this.#scope}${serial}`;
    const said = { ...elementProps, ...(alt !== undefined && { alt }) };
    return { kind: 'read', element: this.#document.tree.element(standing.element, structureType, said, key) };
  }

  #destination(id: string, { x, y }: Origin): void {
    // A paragraph that breaks over pages is reached where it begins.
    if (!this.#destinations.has(id)) this.#destinations.set(id, { page: this.#page, x, y: this.#height - y });
  }

  #rectangle({ x, y, width, height }: Rect): string {
    return `${numbers(x, this.#height - y - height, width, height)} re`;
  }

  #block({ box, style }: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { width, height, borderLeftWidth = 0 } = box;
    const painted: string[] = [];
    if (typeof style.backgroundColor === 'string') {
      painted.push(`q ${fill(style.backgroundColor as Hex)} ${this.#rectangle({ x, y, width, height })} f Q`);
    }
    if (borderLeftWidth > 0) {
      const edge = this.#rectangle({ x, y, width: borderLeftWidth, height });
      painted.push(`q ${fill(style.borderLeftColor as Hex)} ${edge} f Q`);
    }
    if (painted.length > 0) this.#decoration(standing, painted.join('\n'));
  }

  #text({ props, lines = [] }: LaidNode, origin: Origin, standing: Standing): void {
    // The parts of a text that breaks over pages keep the heights that their lines had before.
    const shift = lines[0]?.box.y ?? 0;
    const pieces = lines.flatMap((line) =>
      this.#pieces(line, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift }),
    );
    this.#bookmark(props, origin, standing);
    for (const stretch of stretches(pieces)) {
      const { link, run } = stretch[0]!.run.attributes;
      const operators = `q BT\n${stretch.map((piece) => this.#run(piece)).join('\n')}\nET Q`;
      if (link === undefined) {
        this.#marked(standing, operators);
        continue;
      }
      const key = `${this.#scope}${props.serial}/${run}`;
      const element =
        standing.kind === 'read' ? this.#document.tree.element(standing.element, 'Link', {}, key) : undefined;
      this.#marked(element ? { kind: 'read', element } : standing, operators);
      this.#link(`${key}@${this.#page}`, stretch, props.words?.runs[run]?.text ?? '', element);
    }
    const rules = lines.flatMap((line) =>
      this.#underlines(line, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift }),
    );
    if (rules.length > 0) this.#decoration(standing, rules.join('\n'));
  }

  /** Headings are bookmarks. */
  #bookmark({ role, words, serial }: LaidNode['props'], { x, y }: Origin, standing: Standing): void {
    const level = /^H([1-6])$/.exec(role ?? '')?.[1];
    if (level === undefined || !words || standing.kind === 'artifact') return;
    const title = words.runs
      .map((run) => run.text)
      .join('')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    const id = `bookmark ${this.#scope}${serial}`;
    if (this.#destinations.has(id)) return;
    this.#destination(id, { x, y });
    this.#document.addBookmark({ level: Number(level), title, page: this.#page, x, y: this.#height - y });
  }

  #pieces(line: Line, { x, y }: Origin): Piece[] {
    let left = x;
    return line.runs.map((run) => {
      const piece = { run, x: left, top: y, baseline: this.#height - (y + line.ascent), height: line.height };
      left += run.xAdvance;
      return piece;
    });
  }

  #run({ run, x, baseline }: Piece): string {
    const { attributes, glyphs, positions } = run;
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
      const { code, width } = this.#document.glyph(font, glyph);
      const displaced = xOffset !== 0 || yOffset !== 0;
      if (!placed || displaced) {
        close();
        parts.push(`1 0 0 1 ${numbers(pen + xOffset, baseline + yOffset)} Tm`);
      }
      placed = !displaced;
      codes += code;
      const adjustment = numbers(width - (xAdvance * 1000) / size);
      if (adjustment !== '0') {
        flush();
        show += adjustment;
      }
      pen += xAdvance;
    });
    close();
    return `${fill(attributes.color)} /${this.#document.face(font)} ${numbers(size)} Tf\n${parts.join('\n')}`;
  }

  #link(key: string, stretch: readonly Piece[], words: string, element: StructureElement | undefined): void {
    const target = stretch[0]!.run.attributes.link!;
    const known = this.#links.get(key) ?? { page: this.#page, rects: [], target, words: fold(words), element };
    this.#links.set(key, known);
    for (const { run, x, top, height } of stretch) {
      const rect = { x, y: this.#height - top - height, width: run.xAdvance, height };
      const last = known.rects.at(-1);
      if (last && last.y === rect.y)
        known.rects[known.rects.length - 1] = { ...last, width: rect.x + rect.width - last.x };
      else known.rects.push(rect);
    }
  }

  #underlines(line: Line, { x, y }: Origin): string[] {
    return line.decorationLines.map(
      ({ rect, color }) => `q ${fill(color)} ${this.#rectangle({ ...rect, x: x + rect.x, y: y + rect.y })} f Q`,
    );
  }

  #drawing({ props, box, children = [] }: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { viewBox } = props;
    if (typeof viewBox !== 'object') return cannotPaint('drawing without a view box');
    // react-pdf names the view box's width and height maxX and maxY.
    const scale = Math.min(box.width / viewBox.maxX, box.height / viewBox.maxY);
    const left = x + (box.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
    const top = this.#height - (y + (box.height - viewBox.maxY * scale) / 2) + viewBox.minY * scale;
    const shapes = children.map((shape) => this.#shape(shape));
    const operators = [`q ${numbers(scale, 0, 0, -scale, left, top)} cm`, ...shapes, 'Q'].join('\n');
    if (standing.kind === 'read') {
      const bottom = this.#height - y - box.height;
      standing.element.place([x, bottom, x + box.width, bottom + box.height]);
    }
    this.#marked(standing, operators);
  }

  #shape({ type, props }: LaidNode): string {
    if (type !== P.Path || props.d === undefined) return cannotPaint(`${type} in a drawing`);
    const filled = props.fill !== undefined && props.fill !== 'none';
    const stroked = props.stroke !== undefined && props.stroke !== 'none';
    const state = [
      ...(filled ? [fill(props.fill as Hex)] : []),
      ...(stroked ? [`${stroke(props.stroke as Hex)} ${numbers(props.strokeWidth ?? 1)} w`] : []),
    ];
    const evenOdd = props.fillRule === 'evenodd' ? '*' : '';
    const paints = filled && stroked ? `B${evenOdd}` : filled ? `f${evenOdd}` : stroked ? 'S' : 'n';
    return [...state, pathOperators(props.d), paints].join('\n');
  }

  /** Links can only be written when every page, and so every destination, is there. */
  finishLinks(): void {
    const { file, tree } = this.#document;
    for (const { page, rects, target, words, element } of this.#links.values()) {
      const annotation = file.reserve();
      const dictionary = {
        Type: name('Annot'),
        Subtype: name('Link'),
        Rect: around(rects).map(twoDecimals),
        QuadPoints: rects.length > 1 ? rects.flatMap(corners).map(twoDecimals) : undefined,
        Border: [0, 0, 0],
        F: 4,
        Contents: text(words),
        P: this.#document.pageRef(page),
        ...this.#action(target),
      };
      file.set(annotation, dictionary);
      if (element) {
        tree.annotate(element, page, annotation, (parent) =>
          file.set(annotation, { ...dictionary, StructParent: parent }),
        );
      }
      this.#document.annotate(page, annotation);
    }
  }

  #action(target: string) {
    if (!target.startsWith('#')) return { A: { S: name('URI'), URI: text(target) } };
    const destination = this.#destinations.get(target.slice(1));
    if (!destination) throw new Error(`no destination ${target} in the document`);
    return { Dest: [this.#document.pageRef(destination.page), name('XYZ'), destination.x, destination.y, null] };
  }
}

/** A run on its line. */
type Piece = {
  readonly run: GlyphRun;
  readonly x: number;
  readonly top: number;
  /** From the page's foot. */
  readonly baseline: number;
  readonly height: number;
};

/** Pieces that are read as one: a link's by themselves, the others together. */
const stretches = (pieces: readonly Piece[]): Piece[][] => {
  const found: Piece[][] = [];
  let key: unknown;
  for (const piece of pieces) {
    const { link, run } = piece.run.attributes;
    const own = link === undefined ? 'words' : run;
    if (own === key) found.at(-1)!.push(piece);
    else found.push([piece]);
    key = own;
  }
  return found;
};

const artifactOf = (role: Role | undefined): string | undefined => {
  if (role === 'Artifact') return artifacts.layout;
  if (role === 'Header') return artifacts.header;
  return role === 'Footer' ? artifacts.footer : undefined;
};

const fold = (words: string): string => words.replace(/[\s\u00a0]+/g, ' ').trim();

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

const around = (rects: readonly Rect[]): number[] => [
  Math.min(...rects.map(({ x }) => x)),
  Math.min(...rects.map(({ y }) => y)),
  Math.max(...rects.map(({ x, width }) => x + width)),
  Math.max(...rects.map(({ y, height }) => y + height)),
];

/** A quadrilateral in the order that readers expect: upper left, upper right, lower left, lower right. */
const corners = ({ x, y, width, height }: Rect): number[] => [x, y + height, x + width, y + height, x, y, x + width, y];

/** Path data as operators. Drawings hold absolute moves, lines, curves and closes only. */
const pathOperators = (d: string): string => {
  const operators: string[] = [];
  let at: readonly [number, number] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g) ?? []).map(Number);
    const size = { M: 2, L: 2, C: 6, Q: 4, Z: 0 }[command];
    if (size === undefined) return cannotPaint(`path command ${command}`);
    if (command === 'Z') operators.push('h');
    for (let i = 0; i + size <= values.length && size !== 0; i += size) {
      const points = values.slice(i, i + size);
      if (command === 'M') operators.push(`${numbers(...points)} ${i === 0 ? 'm' : 'l'}`);
      else if (command === 'L') operators.push(`${numbers(...points)} l`);
      else if (command === 'C') operators.push(`${numbers(...points)} c`);
      else operators.push(`${numbers(...cubic(at, points))} c`);
      at = [points.at(-2)!, points.at(-1)!];
    }
  }
  return operators.join('\n');
};

const third = (from: number, to: number): number => from + (2 / 3) * (to - from);

/** A quadratic curve as a cubic one, which is all that PDF has. */
const cubic = ([x, y]: readonly [number, number], points: readonly number[]): number[] => {
  const [cx, cy, ex, ey] = points as [number, number, number, number];
  return [third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey];
};

/** Stage 5: laid-out pages to the bytes of a PDF. */
export const paint = async (pages: readonly LaidPage[], metadata: Metadata): Promise<Uint8Array> => {
  const document = new Document(metadata);
  const painter = new Painter(document);
  for (const page of pages) painter.page(page);
  painter.finishLinks();
  return document.finish();
};
