import * as P from '@react-pdf/primitives';
import type { Hex } from '../data/brand.ts';
import type { LaidNode, LaidPage, Run } from '../typeset/laid.ts';
import { Bookmarks } from './bookmarks.ts';
import { Document, type Kept, type Metadata, type PaintedPlate } from './document.ts';
import { fieldsOf, rectangle, underlines } from './fields.ts';
import type { Plate } from './file.ts';
import type { Origin, Piece } from './glyphs.ts';
import { drawingOperators } from './drawings.ts';
import type { Inks } from './inks.ts';
import { Links } from './links.ts';
import { cannotPaint, numbers, type Rect } from './operators.ts';
import { clipTo, lyingAt, movedBy, turnedAbout, turnedRect } from './placing.ts';
import { type Press, screenPress } from './press.ts';
import { ReadingOrder } from './reading.ts';
import { artifactOf, artifacts } from './roles.ts';
import { firstRun, shownStretches, slotOf, type Wrap } from './slot.ts';
import { artifact, type Standing, Standings } from './standing.ts';
import { around, asText, fold, withoutLinks } from './stretches.ts';

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
  readonly #standings: Standings;
  #inks: Inks;
  /** What was painted before its side of a sheet: see `begin`. */
  readonly #before = new Map<LaidNode, Kept>();

  constructor(document: Document, language: string, press: Press, order: ReadingOrder) {
    this.#document = document;
    this.#press = press;
    this.#standings = new Standings(document.tree, language);
    this.#inks = press.inks;
    this.#links = new Links(document);
    this.#order = order;
  }

  page({ width, height, nodes, cut }: LaidPage): void {
    const { surround } = this.#press;
    this.#turnTo(this.#document.addPage(width, height, cut), { width, height });
    // All that is painted counts from the trimmed page, which lies in the middle of the paper.
    if (surround > 0) this.#document.write(`q 1 0 0 1 ${numbers(surround, surround)} cm`);
    for (const node of nodes) {
      const kept = this.#before.get(node);
      if (kept) for (const { operators, plate } of kept) this.#document.write(operators, plate);
      else this.#node(node, { x: 0, y: 0 }, this.#standings.atRoot());
    }
    if (surround > 0) this.#document.write('Q');
  }

  #turnTo(page: number, { width, height }: Pick<LaidPage, 'width' | 'height'>): void {
    this.#page = page;
    this.#width = width;
    this.#height = height;
  }

  #write(operators: string): void {
    this.#document.write(operators, this.#plate);
  }

  /** Writes operators as what they are: content of an element, or an artifact. */
  #marked(standing: Standing, operators: string): void {
    const [before, after] = this.#opened(standing);
    this.#write(`${before}${operators}${after}`);
  }

  /** Opens marked content of an element on this page; returns the operators before and after it. */
  #opened(standing: Standing): readonly [before: string, after: string] {
    if (standing.kind === 'artifact') return ['', ''];
    const mcid = this.#document.tree.mark(standing.element, this.#page);
    return [`/${standing.element.type} <</MCID ${mcid}>> BDC\n`, '\nEMC'];
  }

  /** Decoration: an artifact of its own, unless it stands in one. */
  #decoration(standing: Standing, operators: string): void {
    this.#write(standing.kind === 'artifact' ? operators : `${artifacts.layout}\n${operators}\nEMC`);
  }

  #node(node: LaidNode, parent: Origin, standing: Standing): void {
    const { props } = node;
    const origin = { x: parent.x + node.box.left, y: parent.y + node.box.top };
    const before = { plate: this.#plate, scope: this.#scope, inks: this.#inks };
    this.#plate = props.plate ?? this.#plate;
    this.#scope = props.scope ?? this.#scope;
    if (props.scope !== undefined) this.#inks = this.#press.inksIn?.(props.scope) ?? this.#inks;
    if (props.id !== undefined) this.#links.target(`${this.#scope}${props.id}`, this.#page, ...this.#onPaper(origin));
    const opens = standing.kind === 'read' && artifactOf(props.role);
    if (opens) this.#write(opens);
    // The panels of folded paper are opened with the first of them, for those of later pages may be read before.
    if (props.order !== undefined && standing.kind === 'read')
      for (const face of this.#order.facesWith(this.#scope)) this.#standings.of(face, standing, this.#scope);
    const here = opens ? artifact : this.#standings.of(node, standing, this.#scope);
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
    this.#inks = before.inks;
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
    const here = this.#standings.inOrder(placing!.order, standing);
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

  /**
   * Paints the pages that are read in another order than sheets show them in, in that order: what goes on from one page
   * to the next is one element, whose parts are marked one after the other.
   */
  begin(pages: readonly LaidPage[]): void {
    const ordered = pages.flatMap((page, index) =>
      page.nodes.flatMap((node) => {
        const order = node.props.role === 'Artifact' ? undefined : node.props.placing?.order;
        return order === undefined ? [] : [{ order, node, page, index }];
      }),
    );
    for (const { node, page, index } of ordered.toSorted((a, b) => a.order - b.order)) {
      this.#turnTo(index, page);
      const kept = this.#document.keep(() => this.#node(node, { x: 0, y: 0 }, this.#standings.atRoot()));
      this.#before.set(node, kept);
    }
  }

  /** A place of the page in the coordinates of the paper, which structure, links and bookmarks count in. */
  #onPaper({ x, y }: Origin): [x: number, y: number] {
    const { surround } = this.#press;
    return [x + surround, this.#height - y + surround];
  }

  #block(node: LaidNode, origin: Origin, standing: Standing): void {
    const look = { inks: this.#inks, bleed: this.#press.bleed };
    const painted = fieldsOf(node, origin, { width: this.#width, height: this.#height }, look);
    if (painted !== '') this.#decoration(standing, painted);
  }

  #text({ props, lines = [] }: LaidNode, origin: Origin, standing: Standing): void {
    const { words } = props;
    if (!words) return cannotPaint('text without words');
    const runs = this.#press.links === 'live' ? words.runs : withoutLinks(words.runs);
    const colour = (hex: Hex): string => this.#inks.fill(hex, words.meant, 'words');
    this.#heading(props, origin, standing);
    const place = { origin, height: this.#height };
    const ink = colour(words.colour);
    const shown = shownStretches(lines, runs, place, ink, this.#document);
    const wraps = shown.map(({ stretch }): Wrap => [
      ...this.#stretch(stretch, runs, props, standing),
      firstRun(stretch),
    ]);
    const operators = shown.map((each, i) => `${wraps[i]![0]}${each.operators}${wraps[i]![1]}`).join('\n');
    // The annotations and lines of links move with their words: such a record takes the full way.
    const isPlain = words.runs.every(({ link }) => link === undefined) && this.#turnedIn === undefined;
    const slot = isPlain ? slotOf(words, lines, place, ink, wraps) : undefined;
    if (operators !== '' && words.fields) this.#document.slot(operators, slot);
    else if (operators !== '') this.#write(operators);
    const rules = underlines(lines, origin, this.#height, colour);
    if (rules.length > 0) this.#decoration(standing, rules.join('\n'));
  }

  /** Says what words are when they are read, and where they lead to; returns what stands before and after them. */
  #stretch(
    stretch: readonly Piece[],
    runs: readonly Run[],
    props: LaidNode['props'],
    standing: Standing,
  ): readonly [before: string, after: string] {
    // What is read elsewhere, or not at all, leads nowhere.
    if (standing.kind === 'artifact') return ['', ''];
    const { links, surround } = this.#press;
    const { link: leads, run } = stretch[0]!.run.attributes;
    const link = links === 'live' ? leads : undefined;
    const language = runs[run]?.language ?? standing.language;
    const [first, after] = around(runs, run);
    const key = `${this.#scope}${props.serial}/${first}`;
    if (link === undefined) return this.#opened(this.#standings.inLanguage({ ...standing, language }, key));
    const other = this.#standings.other(language, standing.element);
    const element = this.#document.tree.element(standing.element, 'Link', other, key);
    const opened = this.#opened({ kind: 'read', element, language });
    const rects = stretch.map(({ x, top, height, run: { xAdvance: width } }) =>
      movedBy(surround, turnedRect({ x, y: this.#height - top - height, width, height }, this.#turnedIn)),
    );
    const words = fold(asText(runs.slice(first, after)));
    const target = link.startsWith('#') ? `#${this.#scope}${link.slice(1)}` : link;
    this.#links.add(`${key}@${this.#page}`, { page: this.#page, rects, target, words, element });
    return opened;
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
    this.#bookmarks.add(`${this.#scope}${serial}`, standing.element, { level, title, page: this.#page, x, y });
  }

  #drawing(node: LaidNode, { x, y }: Origin, standing: Standing): void {
    const { surround } = this.#press;
    const { width, height } = node.box;
    const bottom = this.#height - y - height;
    const operators = drawingOperators(node, { x, y: bottom, width, height }, this.#inks);
    if (standing.kind === 'read') {
      const { x: left, y: foot } = movedBy(surround, turnedRect({ x, y: bottom, width, height }, this.#turnedIn));
      standing.element.place([left, foot, left + width, foot + height]);
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
): Promise<Uint8Array> => (await paintPlate(pages, metadata, press)).bytes;

/** The same, with what it takes to write the file of another record from it. */
export const paintPlate = async (
  pages: readonly LaidPage[],
  metadata: Metadata,
  press: Press = screenPress,
): Promise<PaintedPlate> => {
  const document = new Document(metadata, press);
  const painter = new Painter(document, metadata.language, press, new ReadingOrder(pages));
  painter.begin(pages);
  for (const page of pages) painter.page(page);
  painter.finish();
  return document.finish();
};
