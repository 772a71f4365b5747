import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode, LaidPage, Line, Meant, Run } from '../typeset/laid.ts';
import { bled } from './bleed.ts';
import { Bookmarks } from './bookmarks.ts';
import { Document, type Metadata } from './document.ts';
import type { Plate } from './file.ts';
import { type Origin, piecesOf, showRun } from './glyphs.ts';
import { Links } from './links.ts';
import { cannotPaint, shapeOperators } from './shapes.ts';
import { matrix, numbers, type Rect } from './operators.ts';
import { type Press, screenPress } from './press.ts';
import { artifactOf, artifacts, isArtifact, typeOf } from './roles.ts';
import { around, stretches, withoutLinks } from './stretches.ts';
import type { ElementProps, StructureElement } from './structure.ts';

/** Where a node stands in the structure: under an element and in a language, or in an artifact, which is not read. */
type Standing =
  | { readonly kind: 'read'; readonly element: StructureElement; readonly language: string }
  | { readonly kind: 'artifact' };

const artifact: Standing = { kind: 'artifact' };

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
  readonly #bookmarks = new Bookmarks();
  /** Of the document. */
  readonly #language: string;

  constructor(document: Document, language: string, press: Press) {
    this.#document = document;
    this.#press = press;
    this.#language = language;
    this.#links = new Links(document);
  }

  page({ width, height, nodes }: LaidPage): void {
    const { surround } = this.#press;
    this.#page = this.#document.addPage(width, height);
    this.#width = width;
    this.#height = height;
    // All that is painted counts from the trimmed page, which lies in the middle of the paper.
    if (surround > 0) this.#document.write(`q 1 0 0 1 ${numbers(surround, surround)} cm`);
    const standing: Standing = { kind: 'read', element: this.#document.tree.root, language: this.#language };
    for (const node of nodes) this.#node(node, { x: 0, y: 0 }, standing);
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
    if (props.bookmarked !== undefined) this.#bookmark(props.bookmarked, 1, props, origin, here);
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
    const language = props.language ?? standing.language;
    if (role === undefined || isArtifact(role)) {
      if (type === P.Text || type === P.Svg) cannotPaint(`${type} without a role`);
      return { ...standing, language };
    }
    const { type: structureType, props: elementProps } = typeOf(role);
    // The words of a heading, beside its number or its words in another language.
    if (/^H[1-6]$/.test(structureType) && standing.element.type === structureType) {
      return this.#inLanguage({ ...standing, language }, `${this.#scope}${serial}`);
    }
    if (structureType === 'Figure' && !alt) return cannotPaint('figure without words for it');
    const key = `${this.#scope}${serial}`;
    const said = {
      ...elementProps,
      ...(alt !== undefined && { alt }),
      ...this.#other(language, standing.element),
    };
    return { kind: 'read', element: this.#document.tree.element(standing.element, structureType, said, key), language };
  }

  /** A language as a property of an element below another, where it is not the one that holds there anyhow. */
  #other(language: string, above: StructureElement): Pick<ElementProps, 'language'> {
    return language === (above.language ?? this.#language) ? {} : { language };
  }

  /** The standing of words within an element: in a Span of their own, if they are in another language. */
  #inLanguage(standing: Standing & { readonly kind: 'read' }, key: string): Standing & { readonly kind: 'read' } {
    const other = this.#other(standing.language, standing.element);
    if (other.language === undefined) return standing;
    return { ...standing, element: this.#document.tree.element(standing.element, 'Span', other, key) };
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
    const { inks, links, surround } = this.#press;
    const given = props.words?.runs ?? [];
    const runs = links === 'live' ? given : withoutLinks(given);
    const colour = (hex: Hex): string => inks.fill(hex, props.words?.meant, 'words');
    this.#heading(props, origin, standing);
    for (const stretch of stretches(pieces, runs)) {
      const { link: target, run } = stretch[0]!.run.attributes;
      const link = links === 'live' ? target : undefined;
      const operators = `q BT\n${stretch.map((piece) => showRun(piece, colour, this.#document)).join('\n')}\nET Q`;
      // What is read elsewhere, or not at all, leads nowhere.
      if (standing.kind === 'artifact') {
        this.#write(operators);
        continue;
      }
      const language = runs[run]?.language ?? standing.language;
      const [first, after] = around(runs, run);
      const key = `${this.#scope}${props.serial}/${first}`;
      if (link === undefined) {
        this.#marked(this.#inLanguage({ ...standing, language }, key), operators);
        continue;
      }
      const other = this.#other(language, standing.element);
      const element = this.#document.tree.element(standing.element, 'Link', other, key);
      this.#marked({ kind: 'read', element, language }, operators);
      const rects = stretch.map((piece) => ({
        x: piece.x + surround,
        y: this.#height - piece.top - piece.height + surround,
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
  #heading(props: LaidNode['props'], origin: Origin, standing: Standing): void {
    const level = /^H([1-6])$/.exec(props.role ?? '')?.[1];
    if (level === undefined || !props.words) return;
    this.#bookmark(fold(asText(props.words.runs)), Number(level), props, origin, standing);
  }

  #bookmark(title: string, level: number, { serial }: LaidNode['props'], origin: Origin, standing: Standing): void {
    if (standing.kind === 'artifact') return;
    const [x, y] = this.#onPaper(origin);
    const bookmark = { level, title, page: this.#page, x, y };
    this.#bookmarks.add(`${this.#scope}${serial}`, standing.element, bookmark);
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
    const left = x + (box.width - viewBox.maxX * scale) / 2 - viewBox.minX * scale;
    const top = this.#height - (y + (box.height - viewBox.maxY * scale) / 2) + viewBox.minY * scale;
    const shapes = children.map((shape) => shapeOperators(shape, this.#press.inks));
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
      const [start, foot] = this.#onPaper({ x, y: y + box.height });
      standing.element.place([start, foot, start + box.width, foot + box.height]);
    }
    this.#marked(standing, operators);
  }

  /** Once all pages are painted: links are written, for every place that they lead to is there. */
  finish(): void {
    this.#links.write();
    this.#bookmarks.write(this.#document);
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
  const painter = new Painter(document, metadata.language, press);
  for (const page of pages) painter.page(page);
  painter.finish();
  return document.finish();
};
