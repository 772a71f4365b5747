import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { GlyphRun, LaidNode, LaidPage, Line } from '../typeset/laid.ts';
import { excerpt, fold, textOf } from '../typeset/preflight.ts';
import { type Finish, type Fold, foldsOf } from '../typeset/template.ts';
import type { Trace } from '../typeset/trace.ts';
import type { Reach } from '../pdf/font.ts';
import { mmToPt, pt, ptToMm } from '../units.ts';

/** What is inked of a line, in points from the page's upper left corner. */
type Extent = { readonly left: number; readonly top: number; readonly right: number; readonly foot: number };

/** Tolerance of comparisons between lengths that were added up in another order, in points. */
const epsilon = 0.01;

/**
 * No word stands nearer to the cut or to a fold than the safe distance: what is cut or folded a little askew, or moves in
 * the pile, must not lose a letter. Measured is what is inked, not the box of the line.
 *
 * @param severity an error where the file is printed, a warning on a proof, which shows it
 */
export const checkSafeArea = (
  template: string,
  pages: readonly LaidPage[],
  { safe, folds }: Pick<Finish, 'safe' | 'folds'>,
  report: Report,
  severity: 'error' | 'warning' = 'error',
): void => {
  const make = severity === 'error' ? error : warning;
  const told = new Set<string>();
  linesOn(pages, (line, left, top, page, frame) => {
    const extent = extentOf(line, left, top);
    if (!extent) return;
    const toCut = fromCut(extent, pages[page]!);
    const toFold = Math.min(...foldsOf({ ...(folds && { folds }) }, page).map((each) => fromFold(extent, each)));
    const distance = Math.min(toCut, toFold);
    if (distance >= mmToPt(safe) - epsilon) return;
    const key = `${page} ${frame} ${line.string}`;
    if (told.has(key)) return;
    told.add(key);
    const apart = `${ptToMm(pt(distance)).toFixed(1)} mm from the ${toFold < toCut ? 'fold' : 'cut'}`;
    const message = `\`${excerpt(fold(line.string))}\` stands ${apart}, expected ${safe} mm at the least`;
    const hint = `move the frame \`${frame}\` of the template \`${template}\` away from it, or make it smaller`;
    const place = { kind: 'frame', template, frame, page: page + 1 } as const;
    report(make('print/safe-area', message, place, hint));
  });
};

/**
 * Words that differ between records keep away from the cut and from folds by the whole of their measure, whatever letters
 * they have: then each record's do. Where they come nearer, the trace is lost.
 *
 * @param reaches how far letters go beyond their lines
 */
export const traceSafeArea = (
  pages: readonly LaidPage[],
  { safe, folds }: Pick<Finish, 'safe' | 'folds'>,
  trace: Trace,
  reaches: (font: Font) => Reach,
): void => {
  const down = (node: LaidNode, x: number, y: number, page: number): void => {
    const [left, top] = [x + node.box.left, y + node.box.top];
    const { words } = node.props;
    const first = node.lines?.[0];
    if (words?.fields && first) {
      const { beside, above, below } = reachOf(node.lines ?? [], reaches);
      const extent = {
        left: left - beside,
        right: left + words.measure + beside,
        top: top + first.ascent - above,
        foot: top + (node.lines!.length - 1) * first.height + first.ascent + below,
      };
      const toFold = foldsOf({ ...(folds && { folds }) }, page).map((each) => fromFold(extent, each));
      if (Math.min(fromCut(extent, pages[page]!), ...toFold) < mmToPt(safe)) {
        trace.lose(`\`${excerpt(fold(textOf(words)))}\` may come too near to the cut`);
      }
    }
    for (const child of node.children ?? []) down(child, left, top, page);
  };
  pages.forEach(({ nodes }, page) => nodes.forEach((node) => down(node, 0, 0, page)));
};

/** Of the largest letters of all faces, in points: they may change from one record to the next. */
const reachOf = (lines: readonly Line[], reaches: (font: Font) => Reach): Reach => {
  const all = lines.flatMap(({ runs }) =>
    runs.map(({ attributes: { font, fontSize } }) => {
      const { beside, above, below } = reaches(font[0]!);
      return { beside: beside * fontSize, above: above * fontSize, below: below * fontSize };
    }),
  );
  return {
    beside: Math.max(0, ...all.map(({ beside }) => beside)),
    above: Math.max(0, ...all.map(({ above }) => above)),
    below: Math.max(0, ...all.map(({ below }) => below)),
  };
};

const fromCut = ({ left, top, right, foot }: Extent, { width, height }: LaidPage): number =>
  Math.min(left, top, width - right, height - foot);

/** Below zero for what stands across it. */
const fromFold = ({ left, top, right, foot }: Extent, { axis, at }: Fold): number => {
  const [from, to] = axis === 'upright' ? [left, right] : [top, foot];
  return Math.max(from - mmToPt(at), mmToPt(at) - to);
};

const linesOn = (
  pages: readonly LaidPage[],
  visit: (line: Line, left: number, top: number, page: number, frame: string) => void,
): void => {
  const down = (node: LaidNode, x: number, y: number, page: number, within: string): void => {
    const frame = node.props.frame?.name ?? within;
    const [left, top] = [x + node.box.left, y + node.box.top];
    const shift = node.lines?.[0]?.box.y ?? 0;
    for (const line of node.lines ?? []) visit(line, left + line.box.x, top + line.box.y - shift, page, frame);
    for (const child of node.children ?? []) down(child, left, top, page, frame);
  };
  pages.forEach(({ nodes }, page) => nodes.forEach((node) => down(node, 0, 0, page, 'text')));
};

/** Undefined for a line of spaces. */
const extentOf = (line: Line, left: number, top: number): Extent | undefined => {
  const boxes: Extent[] = [];
  let pen = left;
  for (const { glyphs, positions, attributes } of line.runs) {
    const unit = attributes.fontSize / attributes.font[0]!.unitsPerEm;
    glyphs.forEach((glyph, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const box = boxOf(glyph);
      if (box) {
        const baseline = top + line.ascent - yOffset;
        boxes.push({
          left: pen + xOffset + box.minX * unit,
          right: pen + xOffset + box.maxX * unit,
          top: baseline - box.maxY * unit,
          foot: baseline - box.minY * unit,
        });
      }
      pen += xAdvance;
    });
  }
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    foot: Math.max(...boxes.map((box) => box.foot)),
  };
};

type Glyph = GlyphRun['glyphs'][number];

type Font = GlyphRun['attributes']['font'][number];

const boxOf = (glyph: Glyph): Glyph['bbox'] | undefined =>
  Number.isFinite(glyph.bbox.minX) && glyph.bbox.maxX > glyph.bbox.minX ? glyph.bbox : undefined;
