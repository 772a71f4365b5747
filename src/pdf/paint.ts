import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode, LaidPage, Line } from '../typeset/laid.ts';
import { Document, type Metadata } from './document.ts';
import type { Plate } from './file.ts';
import { type Origin, piecesOf, showRun } from './glyphs.ts';
import { Links } from './links.ts';
import { clipTo, lyingAt, turnedAbout, turnedBox, turnedRect } from './placing.ts';
import { fill, matrix, numbers, pathOperators, type Rect, stroke } from './operators.ts';
import { artifactOf, artifacts, isArtifact, typeOf } from './roles.ts';
import { asText, fold, linkAround, stretches } from './stretches.ts';
import type { StructureElement } from './structure.ts';

/** Where a node stands in the structure: under an element, or in an artifact, which is not read. */
type Standing = { readonly kind: 'read'; readonly element: StructureElement } | { readonly kind: 'artifact' };

const artifact: Standing = { kind: 'artifact' };

/** Thrown for what a template uses and we cannot paint: never left out in silence. */
const cannotPaint = (what: string): never => {
  throw new Error(`the painter knows no ${what}`);
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
  readonly #links: Links;
  readonly #bookmarked = new Set<string>();
  /** The pictures of pages that sheets show several times, by what stands on them. */
  readonly #forms = new Map<LaidNode['children'], string>();
  /** Of a page that stands with its head at the foot: the rectangle that it is turned in. */
  #turnedIn: Rect | undefined;

  constructor(document: Document) {
    this.#document = document;
    this.#links = new Links(document);
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
    if (props.id !== undefined) {
      this.#links.target(`${this.#scope}${props.id}`, this.#page, origin.x, this.#height - origin.y);
    }
    const opens = standing.kind === 'read' && artifactOf(props.role);
    if (opens) this.#write(opens);
    const here = opens ? artifact : this.#standing(node, standing);
    switch (node.type) {
      case P.View:
        if (props.placing) {
          this.#placed(node, origin, here);
          break;
        }
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

  /** A finished page on a sheet: painted where it is read; elsewhere, what was painted once is shown again. */
  #placed({ props: { placing }, box, children = [] }: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { clip, stance } = placing!;
    const area = { x, y: this.#height - y - box.height, width: box.width, height: box.height };
    const around = clip ? [clipTo(this.#rectangle({ ...clip, x: clip.left, y: clip.top }))] : [];
    if (standing.kind === 'artifact') {
      const form = this.#forms.get(children) ?? this.#paintForm(box, children);
      this.#forms.set(children, form);
      this.#write(['q', ...around, lyingAt(area, stance), `/${form} Do Q`].join(' '));
      return;
    }
    if (stance === 'turned') this.#turnedIn = area;
    const state = [...around, ...(stance === 'turned' ? [turnedAbout(area)] : [])];
    if (state.length > 0) this.#write(['q', ...state].join(' '));
    const here = this.#inOrder(placing!.order, standing);
    for (const child of children) this.#node(child, { x, y }, here);
    if (state.length > 0) this.#write('Q');
    this.#turnedIn = undefined;
  }

  #paintForm({ width, height }: LaidNode['box'], children: readonly LaidNode[]): string {
    const before = this.#height;
    this.#height = height;
    const form = this.#document.form(width, height, () => {
      for (const child of children) this.#node(child, { x: 0, y: 0 }, artifact);
    });
    this.#height = before;
    return form;
  }

  /** The standing of a page that is read in another order than it is painted in. */
  #inOrder(order: number | undefined, standing: Standing): Standing {
    if (order === undefined || standing.kind === 'artifact') return standing;
    return {
      kind: 'read',
      element: this.#document.tree.element(this.#document.tree.root, 'Div', {}, `order/${order}`),
    };
  }

  /** Opens the elements of pages that are read in another order than they are painted in. */
  begin(pages: readonly LaidPage[]): void {
    const orders = pages.flatMap(({ nodes }) => nodes.flatMap(({ props }) => props.placing?.order ?? []));
    for (const order of orders.toSorted((a, b) => a - b))
      this.#inOrder(order, { kind: 'read', element: this.#document.tree.root });
  }

  /** The standing of a node's content: under the element of its role, if it has one. */
  #standing({ props, type }: LaidNode, standing: Standing): Standing {
    const { role, serial, alt } = props;
    if (standing.kind === 'artifact') return standing;
    if (role === undefined || isArtifact(role)) {
      if (type === P.Text || type === P.Svg) cannotPaint(`${type} without a role`);
      return standing;
    }
    const { type: structureType, props: elementProps } = typeOf(role);
    // The words of a heading, beside its number.
    if (/^H[1-6]$/.test(structureType) && standing.element.type === structureType) return standing;
    if (structureType === 'Figure' && !alt) return cannotPaint('figure without words for it');
    const key = `${this.#scope}${serial}`;
    const said = { ...elementProps, ...(alt !== undefined && { alt }) };
    return { kind: 'read', element: this.#document.tree.element(standing.element, structureType, said, key) };
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
      piecesOf(line, this.#height, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift }),
    );
    const runs = props.words?.runs ?? [];
    this.#bookmark(props, origin, standing);
    for (const stretch of stretches(pieces, runs)) {
      const { link, run } = stretch[0]!.run.attributes;
      const operators = `q BT\n${stretch.map((piece) => showRun(piece, this.#document)).join('\n')}\nET Q`;
      if (link === undefined) {
        this.#marked(standing, operators);
        continue;
      }
      // What is read elsewhere, or not at all, leads nowhere.
      if (standing.kind === 'artifact') {
        this.#write(operators);
        continue;
      }
      const [first, after] = linkAround(runs, run);
      const key = `${this.#scope}${props.serial}/${first}`;
      const element = this.#document.tree.element(standing.element, 'Link', {}, key);
      this.#marked({ kind: 'read', element }, operators);
      const rects = stretch
        .map((piece) => ({
          x: piece.x,
          y: this.#height - piece.top - piece.height,
          width: piece.run.xAdvance,
          height: piece.height,
        }))
        .map((rect) => turnedRect(rect, this.#turnedIn));
      const words = fold(asText(runs.slice(first, after)));
      const target = link.startsWith('#') ? `#${this.#scope}${link.slice(1)}` : link;
      this.#links.add(`${key}@${this.#page}`, { page: this.#page, rects, target, words, element });
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
    const title = fold(asText(words.runs));
    // A heading that breaks over pages is one bookmark.
    const key = `${this.#scope}${serial}`;
    if (this.#bookmarked.has(key)) return;
    this.#bookmarked.add(key);
    this.#document.addBookmark({ level: Number(level), title, page: this.#page, x, y: this.#height - y });
  }

  #underlines(line: Line, { x, y }: Origin): string[] {
    return line.decorationLines.map(
      ({ rect, color }) => `q ${fill(color)} ${this.#rectangle({ ...rect, x: x + rect.x, y: y + rect.y })} f Q`,
    );
  }

  #drawing({ props, style, box, children = [] }: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { viewBox } = props;
    if (typeof viewBox !== 'object') return cannotPaint('drawing without a view box');
    // react-pdf names the view box's width and height maxX and maxY.
    const scale = Math.min(box.width / viewBox.maxX, box.height / viewBox.maxY);
    const left = x + (box.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
    const top = this.#height - (y + (box.height - viewBox.maxY * scale) / 2) + viewBox.minY * scale;
    const shapes = children.map((shape) => this.#shape(shape));
    // A picture may draw beyond its edges; a reader of SVG shows nothing of that.
    const clip = style.overflow === 'hidden' ? [`q ${this.#rectangle({ x, y, ...box })} W n`] : [];
    const operators = [
      ...clip,
      `q ${matrix(scale, 0, 0, -scale, left, top)} cm`,
      ...shapes,
      'Q',
      ...clip.map(() => 'Q'),
    ].join('\n');
    if (standing.kind === 'read') {
      const bottom = this.#height - y - box.height;
      standing.element.place(turnedBox([x, bottom, x + box.width, bottom + box.height], this.#turnedIn));
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

  /** Once all pages are painted: links are written, for every place that they lead to is there. */
  finish(): void {
    this.#links.write();
  }
}

/** Stage 5: laid-out pages to the bytes of a PDF. */
export const paint = async (pages: readonly LaidPage[], metadata: Metadata): Promise<Uint8Array> => {
  const document = new Document(metadata);
  const painter = new Painter(document);
  painter.begin(pages);
  for (const page of pages) painter.page(page);
  painter.finish();
  return document.finish();
};
