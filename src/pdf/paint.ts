import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode, LaidPage, Line, Meant, Run } from '../typeset/laid.ts';
import { Document, type Metadata } from './document.ts';
import type { Plate } from './file.ts';
import { type Origin, piecesOf, showRun } from './glyphs.ts';
import { bled } from './bleed.ts';
import { Links } from './links.ts';
import { matrix, numbers, pathOperators, type Rect } from './operators.ts';
import { type Press, screenPress } from './press.ts';
import { artifactOf, artifacts, isArtifact, typeOf } from './roles.ts';
import { linkAround, stretches, together } from './stretches.ts';
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
  readonly #press: Press;
  #width = 0;
  #height = 0;
  #page = -1;
  #plate: Plate = 'template';
  /** Keeps apart the serial numbers of trees that were laid out by themselves. */
  #scope = '';
  readonly #links: Links;
  readonly #bookmarked = new Set<string>();

  constructor(document: Document, press: Press) {
    this.#document = document;
    this.#press = press;
    this.#links = new Links(document);
  }

  page({ width, height, nodes }: LaidPage): void {
    const { surround } = this.#press;
    this.#page = this.#document.addPage(width, height);
    this.#width = width;
    this.#height = height;
    // All that is painted counts from the trimmed page, which lies in the middle of the paper.
    if (surround > 0) this.#document.write(`q 1 0 0 1 ${numbers(surround, surround)} cm`);
    for (const node of nodes) this.#node(node, { x: 0, y: 0 }, { kind: 'read', element: this.#document.tree.root });
    if (surround > 0) this.#document.write('Q');
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
    if (props.id !== undefined) this.#links.target(props.id, this.#page, ...this.#onPaper(origin));
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

  /** A place of the page in the coordinates of the paper, which structure, links and bookmarks count in. */
  #onPaper({ x, y }: Origin): [x: number, y: number] {
    const { surround } = this.#press;
    return [x + surround, this.#height - y + surround];
  }

  #rectangle({ x, y, width, height }: Rect): string {
    return `${numbers(x, this.#height - y - height, width, height)} re`;
  }

  #block({ box, style, props: { meant } }: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { width, height, borderLeftWidth = 0 } = box;
    const { inks, bleed } = this.#press;
    const page = { width: this.#width, height: this.#height };
    const field = (hex: unknown, role: Meant | undefined, area: Rect): string =>
      `q ${inks.fill(hex as Hex, role, 'field')} ${this.#rectangle(bled(area, page, bleed))} f Q`;
    const painted: string[] = [];
    if (typeof style.backgroundColor === 'string') {
      painted.push(field(style.backgroundColor, meant?.fill, { x, y, width, height }));
    }
    if (borderLeftWidth > 0) {
      painted.push(field(style.borderLeftColor, meant?.edge, { x, y, width: borderLeftWidth, height }));
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
    const { inks, links } = this.#press;
    const colour = (hex: Hex): string => inks.fill(hex, props.words?.meant, 'words');
    this.#bookmark(props, origin, standing);
    for (const stretch of links === 'live' ? stretches(pieces, runs) : together(pieces)) {
      const { link, run } = stretch[0]!.run.attributes;
      const operators = `q BT\n${stretch.map((piece) => showRun(piece, colour, this.#document)).join('\n')}\nET Q`;
      if (link === undefined || links === 'none') {
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
      const rects = stretch.map((piece) => ({
        x: piece.x + this.#press.surround,
        y: this.#height - piece.top - piece.height + this.#press.surround,
        width: piece.run.xAdvance,
        height: piece.height,
      }));
      const words = fold(asText(runs.slice(first, after)));
      this.#links.add(`${key}@${this.#page}`, { page: this.#page, rects, target: link, words, element });
    }
    const rules = lines.flatMap((line) =>
      this.#underlines(line, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift }, colour),
    );
    if (rules.length > 0) this.#decoration(standing, rules.join('\n'));
  }

  /** Headings are bookmarks. */
  #bookmark({ role, words, serial }: LaidNode['props'], origin: Origin, standing: Standing): void {
    const level = /^H([1-6])$/.exec(role ?? '')?.[1];
    if (level === undefined || !words || standing.kind === 'artifact') return;
    const title = fold(asText(words.runs));
    // A heading that breaks over pages is one bookmark.
    const key = `${this.#scope}${serial}`;
    if (this.#bookmarked.has(key)) return;
    this.#bookmarked.add(key);
    const [x, y] = this.#onPaper(origin);
    this.#document.addBookmark({ level: Number(level), title, page: this.#page, x, y });
  }

  #underlines(line: Line, { x, y }: Origin, colour: (hex: Hex) => string): string[] {
    return line.decorationLines.map(
      ({ rect, color }) => `q ${colour(color)} ${this.#rectangle({ ...rect, x: x + rect.x, y: y + rect.y })} f Q`,
    );
  }

  #drawing({ props, style, box, children = [] }: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { viewBox } = props;
    if (typeof viewBox !== 'object') return cannotPaint('drawing without a view box');
    // react-pdf names the view box's width and height maxX and maxY.
    const scale = Math.min(box.width / viewBox.maxX, box.height / viewBox.maxY);
    const across = x + (box.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
    const top = this.#height - (y + (box.height - viewBox.maxY * scale) / 2) + viewBox.minY * scale;
    const shapes = children.map((shape) => this.#shape(shape));
    // A picture may draw beyond its edges; a reader of SVG shows nothing of that.
    const clip = style.overflow === 'hidden' ? [`q ${this.#rectangle({ x, y, ...box })} W n`] : [];
    const operators = [
      ...clip,
      `q ${matrix(scale, 0, 0, -scale, across, top)} cm`,
      ...shapes,
      'Q',
      ...clip.map(() => 'Q'),
    ].join('\n');
    if (standing.kind === 'read') {
      const [left, foot] = this.#onPaper({ x, y: y + box.height });
      standing.element.place([left, foot, left + box.width, foot + box.height]);
    }
    this.#marked(standing, operators);
  }

  #shape({ type, props }: LaidNode): string {
    if (type !== P.Path || props.d === undefined) return cannotPaint(`${type} in a drawing`);
    const filled = props.fill !== undefined && props.fill !== 'none';
    const stroked = props.stroke !== undefined && props.stroke !== 'none';
    const { inks } = this.#press;
    const { meant = {} } = props;
    const state = [
      ...(filled ? [inks.fill(props.fill as Hex, meant.fill, 'drawing')] : []),
      ...(stroked
        ? [`${inks.stroke(props.stroke as Hex, meant.stroke, 'drawing')} ${numbers(props.strokeWidth ?? 1)} w`]
        : []),
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

const asText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

const fold = (words: string): string => words.replace(/[\s\u00a0]+/g, ' ').trim();

/** Stage 5: laid-out pages to the bytes of a PDF, for a screen unless said otherwise. */
export const paint = async (
  pages: readonly LaidPage[],
  metadata: Metadata,
  press: Press = screenPress,
): Promise<Uint8Array> => {
  const document = new Document(metadata, press);
  const painter = new Painter(document, press);
  for (const page of pages) painter.page(page);
  painter.finish();
  return document.finish();
};
