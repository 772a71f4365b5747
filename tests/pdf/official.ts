import renderOfficially from '@react-pdf/render';
import type { Font, Glyph } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { GlyphRun, LaidPage } from '../../src/typeset/laid.ts';

/** pdfkit's embedded font, as far as it is used here. */
type EmbeddedFont = {
  readonly id: string;
  readonly scale: number;
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): object;
};

/** The seams of pdfkit that its typings do not know. */
// oxlint-disable no-underscore-dangle
type Seams = {
  page: { readonly fonts: Record<string, object>; write(content: string): void };
  _font: EmbeddedFont;
  _fontSize: number;
  readonly _ctm: readonly [number, number, number, number, number, number];
};

const rounded = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)) + 0);

const PATH = /(^| )(re|m|l|c|v|y|h)$/;
const PAINT = /^(f\*?|F|s|S|b\*?|B\*?|n)$/;

const third = (start: number, end: number): number => start + (2 / 3) * (end - start);

/** The points of path operators. */
const pointsOf = (path: readonly string[]): number[][] =>
  path.flatMap((operator) => {
    const values = (operator.match(/-?[\d.]+/g) ?? []).map(Number);
    return values.flatMap((value, i) => (i % 2 === 0 ? [[value, values[i + 1]!]] : []));
  });

/** The rectangle round a path, as one: what is round it has no round corners here. */
const rectangleOf = (path: readonly string[]): string => {
  const points = pointsOf(path);
  const [xs, ys] = [points.map(([x]) => x!), points.map(([, y]) => y!)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return `${left} ${top} ${Math.max(...xs) - left} ${Math.max(...ys) - top} re`;
};

/**
 * What react-pdf's own painter paints on: pdfkit, with the hook that the painter calls for the glyphs of a run. It
 * writes operators as we do, so that a reader rounds them as it rounds ours: text from the page's corner, to three
 * decimals, and matrices only for paths.
 */
class Canvas extends PDFDocument {
  #ended = false;
  #path: string[] = [];
  #clip: string[] = [];
  #lineWidth = 1;
  #colour: PDFKit.Mixins.ColorValue | undefined;
  readonly #fonts = new Map<Font, EmbeddedFont>();

  get #seams(): Seams {
    return this as unknown as Seams;
  }

  /** The painter ends the document by itself; it is ended once. */
  override end(): void {
    if (this.#ended) return;
    this.#ended = true;
    super.end();
  }

  /** pdfkit opens a face anew for every run: one subset for each is enough. */
  override font(face: Font & string, size: number & string): this {
    const known = this.#fonts.get(face);
    if (!known) {
      super.font(face, size);
      this.#fonts.set(face, this.#seams._font);
      return this;
    }
    this.#seams._font = known;
    this.#seams._fontSize = Number(size);
    return this;
  }

  /**
   * The painter clips every box to itself before it fills it: a reader smooths what lies on a clip's rim twice. Nothing
   * goes over its box here, so that the clip is left away.
   */
  override clip(): this {
    this.#clip = this.#path;
    this.#path = [];
    return this;
  }

  override restore(): this {
    this.#clip = [];
    return super.restore();
  }

  /** pdfkit takes the one control point of such a curve for the second of a cubic one's two, which is another curve. */
  override quadraticCurveTo(cx: number, cy: number, x: number, y: number): this {
    const [from = 0, down = 0] = pointsOf(this.#path).at(-1) ?? [];
    return this.bezierCurveTo(third(from, cx), third(down, cy), third(x, cx), third(y, cy), x, y);
  }

  /** The colour of an edge or a line is set right before its stroke; a drawing's, before its path. */
  override strokeColor(colour: PDFKit.Mixins.ColorValue): this {
    this.#colour = this.#path.length > 0 ? colour : undefined;
    return super.strokeColor(colour);
  }

  override addContent(operators: string): this {
    const write = (written: string): void => void this.#seams.page.write(written);
    if (operators.endsWith(' cm')) return this;
    if (PATH.test(operators)) {
      this.#path.push(operators.replace(/-?\d*\.\d+/g, (value) => rounded(Number(value), 3)));
      return this;
    }
    if (!PAINT.test(operators)) {
      write(operators);
      return this;
    }
    const matrix = this.#seams._ctm.map((value) => rounded(value, 6)).join(' ');
    const filled = operators === 'S' && this.#colour !== undefined ? this.#filled() : undefined;
    if (filled !== undefined) super.fillColor(this.#colour!);
    const painted = filled === undefined ? [...this.#path, operators] : [filled, 'f'];
    write(['q', `${matrix} cm`, ...painted, 'Q'].join('\n'));
    this.#path = [];
    return this;
  }

  /** What is stroked in the place of a rectangle: an edge, which is its clip, and the line below a link. */
  #filled(): string | undefined {
    if (this.#clip.length > 0) return rectangleOf(this.#clip);
    const [from, to, ...more] = pointsOf(this.#path);
    if (!from || !to || more.length > 0) return undefined;
    // The painter strokes along the rectangle's upper side, half of it outside.
    return `${from[0]} ${from[1]} ${to[0]! - from[0]!} ${this.#lineWidth} re`;
  }

  override lineWidth(width: number): this {
    this.#lineWidth = width;
    return super.lineWidth(width);
  }

  /** Its glyphs by their codes, and the adjustments between them; a glyph that is displaced by itself. */
  glyphs(glyphs: readonly Glyph[], positions: GlyphRun['positions'], x: number, y: number): void {
    const { page, _font: font, _fontSize: size, _ctm: matrix } = this.#seams;
    page.fonts[font.id] ??= font.ref();
    let pen = matrix[4] + x;
    let shown = '';
    let displaced = true;
    glyphs.forEach((glyph, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const code = font.subset.includeGlyph(glyph.id);
      const width = glyph.advanceWidth * font.scale;
      font.widths[code] ??= width;
      font.unicode[code] ??= glyph.codePoints;
      const moves = xOffset !== 0 || yOffset !== 0;
      if (displaced || moves) {
        const place = [pen + xOffset, matrix[5] - y + yOffset].map((value) => rounded(value, 3));
        shown += `${shown && '] TJ'} 1 0 0 1 ${place.join(' ')} Tm [`;
      }
      displaced = moves;
      shown += `<${code.toString(16).padStart(4, '0')}>${rounded(width - (xAdvance * 1000) / size, 3)}`;
      pen += xAdvance;
    });
    if (shown) this.addContent(`q BT /${font.id} ${rounded(size, 3)} Tf${shown}] TJ ET Q`);
  }
}

/** The laid-out pages as react-pdf's own painter paints them. */
export const paintOfficially = async (pages: readonly LaidPage[]): Promise<Uint8Array> => {
  const canvas = new Canvas({ autoFirstPage: false, font: null } as unknown as PDFKit.PDFDocumentOptions);
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    canvas.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    canvas.on('end', resolve);
    canvas.on('error', reject);
  });
  const children = pages.map(({ width, height, nodes }) => ({
    type: 'PAGE',
    props: {},
    style: {},
    box: { left: 0, top: 0, width, height },
    children: nodes,
  }));
  renderOfficially(canvas as never, { type: 'DOCUMENT', props: {}, style: {}, children } as never);
  await ended;
  return Buffer.concat(chunks);
};
