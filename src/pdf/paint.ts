import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode, LaidPage } from '../typeset/laid.ts';
import { Bookmarks } from './bookmarks.ts';
import { Document, type Metadata } from './document.ts';
import { fieldsOf, rectangle, underlines } from './fields.ts';
import type { Plate } from './file.ts';
import { type Origin, piecesOf, showRun } from './glyphs.ts';
import { drawingOperators } from './drawings.ts';
import { Links } from './links.ts';
import { cannotPaint, numbers, type Rect } from './operators.ts';
import { clipTo, lyingAt, turnedAbout, turnedBox, turnedRect } from './placing.ts';
import { type Press, screenPress } from './press.ts';
import { ReadingOrder } from './reading.ts';
import { artifactOf, artifacts, isArtifact, typeOf } from './roles.ts';
import { around, asText, fold, stretches, withoutLinks } from './stretches.ts';
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
  /** Keeps apart the serial numbers and ids of trees that were laid out by themselves. */
  #scope = '';
  readonly #links: Links;
  readonly #bookmarks = new Bookmarks();
  readonly #order: ReadingOrder;
  /** The pictures of pages that sheets show several times, by what stands on them. */
  readonly #forms = new Map<LaidNode['children'], string>();
  /** Of a page that stands with its head at the foot: the rectangle that it is turned in. */
  #turnedIn: Rect | undefined;
  /** Of the document. */
  readonly #language: string;

  constructor(document: Document, language: string, press: Press, order: ReadingOrder) {
    this.#document = document;
    this.#press = press;
    this.#language = language;
    this.#links = new Links(document);
    this.#order = order;
  }

  page({ width, height, nodes }: LaidPage): void {
    const { surround } = this.#press;
    this.#page = this.#document.addPage(width, height);
    this.#width = width;
    this.#height = height;
    // All that is painted counts from the trimmed page, which lies in the middle of the paper.
    if (surround > 0) this.#document.write(`q 1 0 0 1 ${numbers(surround, surround)} cm`);
    for (const node of nodes) this.#node(node, { x: 0, y: 0 }, this.#standingAtRoot());
    if (surround > 0) this.#document.write('Q');
  }

  #standingAtRoot(): Standing & { readonly kind: 'read' } {
    return { kind: 'read', element: this.#document.tree.root, language: this.#language };
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
    if (props.id !== undefined) this.#links.target(`${this.#scope}${props.id}`, this.#page, ...this.#onPaper(origin));
    const opens = standing.kind === 'read' && artifactOf(props.role);
    if (opens) this.#write(opens);
    // The panels of folded paper are opened with the first of them, for those of later pages may be read before.
    if (props.order !== undefined && standing.kind === 'read')
      for (const face of this.#order.facesWith(this.#scope)) this.#standing(face, standing);
    const here = opens ? artifact : this.#standing(node, standing);
    if (props.bookmarked !== undefined) this.#bookmark(props.bookmarked, 1, props, origin, here);
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
    const clipped = clip ? [clipTo(rectangle({ ...clip, x: clip.left, y: clip.top }, this.#height))] : [];
    if (standing.kind === 'artifact') {
      const form = this.#forms.get(children) ?? this.#paintForm(box, children);
      this.#forms.set(children, form);
      this.#write(['q', ...clipped, lyingAt(area, stance), `/${form} Do Q`].join(' '));
      return;
    }
    if (stance === 'turned') this.#turnedIn = area;
    const state = [...clipped, ...(stance === 'turned' ? [turnedAbout(area)] : [])];
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
    return { ...standing, element: this.#order.page(order) };
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

  #block(node: LaidNode, origin: Origin, standing: Standing): void {
    const painted = fieldsOf(node, origin, { width: this.#width, height: this.#height }, this.#press);
    if (painted !== '') this.#decoration(standing, painted);
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
      const { link: leads, run } = stretch[0]!.run.attributes;
      const link = links === 'live' ? leads : undefined;
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
      const rects = stretch.map(({ x, top, height, run: { xAdvance: width } }) => {
        const y = this.#height - top - height;
        const placed = turnedRect({ x, y, width, height }, this.#turnedIn);
        return { ...placed, x: placed.x + surround, y: placed.y + surround };
      });
      const words = fold(asText(runs.slice(first, after)));
      const target = link.startsWith('#') ? `#${this.#scope}${link.slice(1)}` : link;
      this.#links.add(`${key}@${this.#page}`, { page: this.#page, rects, target, words, element });
    }
    const rules = lines.flatMap((line) =>
      underlines(line, { x: origin.x + line.box.x, y: origin.y + line.box.y - shift }, this.#height, colour),
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

  #drawing(node: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { inks, surround } = this.#press;
    const { width, height } = node.box;
    const bottom = this.#height - y - height;
    const operators = drawingOperators(node, { x, y: bottom, width, height }, inks);
    if (standing.kind === 'read') {
      const box = turnedBox([x, bottom, x + width, bottom + height], this.#turnedIn);
      standing.element.place([box[0] + surround, box[1] + surround, box[2] + surround, box[3] + surround]);
    }
    this.#marked(standing, operators);
  }

  /** Once all pages are painted: links are written, for every place that they lead to is there. */
  finish(): void {
    this.#links.write();
    this.#bookmarks.write(this.#document, this.#page + 1, this.#order.folding);
  }
}

/** Stage 5: laid-out pages to the bytes of a PDF, for a screen unless said otherwise. */
export const paint = async (
  pages: readonly LaidPage[],
  metadata: Metadata,
  press: Press = screenPress,
): Promise<Uint8Array> => {
  const document = new Document(metadata, press);
  const painter = new Painter(document, metadata.language, press, new ReadingOrder(document.tree, pages));
  for (const page of pages) painter.page(page);
  painter.finish();
  return document.finish();
};
