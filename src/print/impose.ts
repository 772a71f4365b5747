import type { Hex } from '../data/brand.ts';
import type { Sheet } from '../data/sheet.ts';
import { type Cut, type LaidNode, type LaidPage, placedAt, type Placing } from '../typeset/laid.ts';
import type { Finish, Fold } from '../typeset/template.ts';
import { type Mm, mm, mmToPt, pt, ptToMm } from '../units.ts';
import type { Imposed, PageOf, Placed } from './imposition.ts';
import { bled } from './bleed.ts';
import { bleed } from './purpose.ts';
import { behind, cells, reverseOf, type Stance } from './sheet.ts';
import { type FoldLines, foldLinesOn, marksOf } from './sheet-marks.ts';

/** What stands beside the pages on one side of a sheet: nodes of its own, laid out for the whole of the paper. */
export type Papers = readonly LaidPage[];

/** What sheets are painted for, as far as it changes what stands on them. */
export type SheetLook = {
  /**
   * `alike`: the outer edges of cells that touch have no bleed, for inside they have none either; `bled`: they have as
   * much as the margin holds, and each side says where it is cut.
   */
  readonly edges: 'alike' | 'bled';
  /** The folds of the pages that stand on fronts and on backs. */
  readonly folds?: Finish['folds'];
};

const officeLook: SheetLook = { edges: 'alike' };

/** How many sides of paper the sheets come to. */
export const sidesOf = (sheets: readonly Imposed[]): readonly ('front' | 'back')[] =>
  sheets.flatMap(({ back }) => (back ? (['front', 'back'] as const) : (['front'] as const)));

/**
 * Puts laid-out pages into the cells of sheets, over each side's own slug, and draws the marks. A page is read where it
 * stands first, and in the order of its document; elsewhere it is a picture of itself, which is painted once a file.
 *
 * @param documents the pages of each document
 * @param papers of each side, in the order of `sidesOf`
 */
export const impose = (
  sheet: Sheet,
  sheets: readonly Imposed[],
  documents: readonly (readonly LaidPage[])[],
  papers: Papers,
  ink: Hex,
  look: SheetLook = officeLook,
): LaidPage[] => {
  const faces = facesOf(sheet, documents, ink, look);
  const sides = sheets.flatMap(({ front, back }): Side[] => [
    { placed: front, face: faces.front },
    ...(back ? [{ placed: back, face: faces.back }] : []),
  ]);
  const orders = readingOrders(sides.flatMap(({ placed }) => placed));
  // Once for each page, so that it is known again wherever it stands.
  const art = documents.map((pages) =>
    pages.map((page) => (faces.front.clips.some((clip) => isLarger(clip, page)) ? bled(page, mmToPt(bleed)) : page)),
  );
  const met = new Set<string>();
  return sides.map(({ placed, face: { marks, clips, foot, cut } }, side): LaidPage => {
    const nodes = placed.map((each): LaidNode => {
      const key = keyOf(each);
      const reading = met.has(key) ? 'again' : 'once';
      met.add(key);
      const clip = clips[each.cell.row * sheet.columns + each.cell.column]!;
      const order = reading === 'once' ? orders?.get(key) : undefined;
      const page = art[each.document]![each.page]!;
      const over = page === documents[each.document]![each.page] ? 0 : mmToPt(bleed);
      return placedNode(sheet, each, page, { reading, clip, order, over });
    });
    const paper = papers[side]!;
    const order = orders && { side, sides: sides.length, pages: orders.size };
    const [above, below] = slugsAround(paper, foot, order);
    return { ...paper, ...(cut && { cut }), nodes: [...above, ...(marks ? [marks] : []), ...nodes, ...below] };
  });
};

/**
 * What stands above the pages of a side is read before them, what stands below them after. Where pages have an order of
 * their own, a text goes on from page to page over several sides: so it is before all of them, or after all.
 *
 * @param order of reading: that of the side among all, and how many pages have one; undefined where none has
 */
const slugsAround = (
  { width, height, nodes }: LaidPage,
  foot: number,
  order: { readonly side: number; readonly sides: number; readonly pages: number } | undefined,
): readonly [LaidNode[], LaidNode[]] => {
  const inOrder = (found: readonly LaidNode[], place: number): LaidNode[] => {
    if (found.length === 0 || !order) return [...found];
    const placing: Placing = { stance: 'upright', order: place };
    return [{ type: 'VIEW', props: { placing }, style: {}, box: { left: 0, top: 0, width, height }, children: found }];
  };
  const { side = 0, sides = 0, pages = 0 } = order ?? {};
  return [
    inOrder(
      nodes.filter(({ box }) => box.top < foot),
      side - sides,
    ),
    inOrder(
      nodes.filter(({ box }) => box.top >= foot),
      pages + side,
    ),
  ];
};

type Side = { readonly placed: readonly Placed[]; readonly face: Face };

/** What all fronts have in common, or all backs; `foot`: how far down their cells reach, in points. */
type Face = {
  readonly marks: LaidNode | undefined;
  readonly clips: readonly Edges[];
  readonly foot: number;
  readonly cut: Cut | undefined;
};

const facesOf = (
  sheet: Sheet,
  documents: readonly (readonly LaidPage[])[],
  ink: Hex,
  { edges, folds = [[], []] }: SheetLook,
): { readonly front: Face; readonly back: Face } => {
  const { width = 0, height = 0 } = documents[0]?.[0] ?? {};
  const page = { width: ptToMm(pt(width)), height: ptToMm(pt(height)) };
  const faceOf = (seen: Sheet, own: readonly Fold[], stance: Stance): Face => {
    const clips = cells(seen).map(({ row, column }) => clipOf(seen, row, column, edges));
    return {
      marks: marksNode(seen, ink, foldLinesOn(seen, page, own, stance)),
      clips,
      foot: mmToPt(mm(seen.paper.height - seen.margins.bottom)),
      cut: edges === 'bled' ? cutOf(seen, clips) : undefined,
    };
  };
  const { stance } = behind(sheet, { row: 0, column: 0 });
  return { front: faceOf(sheet, folds[0], 'upright'), back: faceOf(reverseOf(sheet), folds[1], stance) };
};

/** The block of cells is what is cut out of the paper first; the bleed goes as far as that of its outer cells. */
const cutOf = ({ paper, margins }: Sheet, clips: readonly Edges[]): Cut => {
  const [left, top] = [Math.min(...clips.map((clip) => clip.left)), Math.min(...clips.map((clip) => clip.top))];
  const right = Math.max(...clips.map((clip) => clip.left + clip.width));
  const bottom = Math.max(...clips.map((clip) => clip.top + clip.height));
  return {
    trim: {
      left: mmToPt(margins.left),
      top: mmToPt(margins.top),
      width: mmToPt(mm(paper.width - margins.left - margins.right)),
      height: mmToPt(mm(paper.height - margins.top - margins.bottom)),
    },
    bleed: { left, top, width: right - left, height: bottom - top },
  };
};

const keyOf = ({ document, page }: PageOf): string => `${document}/${page}`;

/**
 * The place of each page in the order of reading; undefined where pages are met in that order anyhow, and each document is
 * a leaf, so that no text goes on from one to the next.
 */
const readingOrders = (placed: readonly Placed[]): ReadonlyMap<string, number> | undefined => {
  const met = [...new Map(placed.map((each) => [keyOf(each), each])).values()];
  const sorted = met.toSorted((a, b) => a.document - b.document || a.page - b.page);
  const isOfLeaves = met.every(({ page }) => page < 2);
  if (isOfLeaves && sorted.every((each, i) => each === met[i])) return undefined;
  return new Map(sorted.map((each, i) => [keyOf(each), i]));
};

type Edges = NonNullable<Placing['clip']>;

/**
 * What of a cell's surroundings its page may cover: half of the gap to the next, and no more than a bleed. Cells that
 * touch share a cut, and have no bleed; at the outer edge they have none either, so that all are alike, unless a press
 * wants it.
 */
const clipOf = (
  { kind, columns, rows, margins, gutters, cell }: Sheet,
  row: number,
  column: number,
  edges: SheetLook['edges'],
): Edges => {
  const room = (isOuter: boolean, margin: Mm, gutter: Mm, count: number): number => {
    if (!isOuter) return Math.min(bleed, gutter / 2);
    if (edges === 'bled') return Math.min(bleed, margin);
    return Math.min(bleed, margin, count === 1 || kind === 'booklet' ? bleed : gutter / 2);
  };
  const left = room(column === 0, margins.left, gutters.across, columns);
  const right = room(column === columns - 1, margins.right, gutters.across, columns);
  const top = room(row === 0, margins.top, gutters.down, rows);
  const bottom = room(row === rows - 1, margins.bottom, gutters.down, rows);
  const atLeft = margins.left + column * (cell.width + gutters.across) - left;
  const atTop = margins.top + row * (cell.height + gutters.down) - top;
  return {
    left: mmToPt(mm(atLeft)),
    top: mmToPt(mm(atTop)),
    width: mmToPt(mm(cell.width + left + right)),
    height: mmToPt(mm(cell.height + top + bottom)),
  };
};

/** Where paper would be seen beside the page: in its own cell too, if it is a little smaller than that. */
const isLarger = ({ width, height }: Edges, page: LaidPage): boolean =>
  width > page.width + unseen || height > page.height + unseen;

/** Less than a hundredth of a millimetre: nothing that a clip could be seen by. */
const unseen = 0.02;

type Showing = {
  readonly reading: 'once' | 'again';
  readonly clip: Edges;
  readonly order: number | undefined;
  /** How far its colours go beyond it. */
  readonly over: number;
};

/** A page in the middle of its cell. */
const placedNode = (
  sheet: Sheet,
  { document, cell, stance, shift }: Placed,
  page: LaidPage,
  { reading, clip, order, over }: Showing,
): LaidNode => {
  const { width, height } = page;
  const left = mmToPt(mm(cell.left + sheet.cell.width / 2 + shift)) - width / 2;
  const top = mmToPt(mm(cell.top + sheet.cell.height / 2)) - height / 2;
  const isWithin =
    left - over >= clip.left - unseen &&
    top - over >= clip.top - unseen &&
    left + width + over <= clip.left + clip.width + unseen &&
    top + height + over <= clip.top + clip.height + unseen;
  const placing: Placing = { stance, ...(!isWithin && { clip }), ...(order !== undefined && { order }) };
  return placedAt(left, top, page, `${document}/`, reading, placing);
};

/** All marks as one picture, which every side shows. */
const marksNode = (sheet: Sheet, ink: Hex, folds: FoldLines): LaidNode | undefined => {
  const bars = marksOf(sheet, folds).map((mark): LaidNode => ({
    type: 'VIEW',
    props: { meant: { fill: 'registration' } },
    style: { backgroundColor: ink },
    box: {
      left: mmToPt(mark.left),
      top: mmToPt(mark.top),
      width: mmToPt(mark.width),
      height: mmToPt(mark.height),
    },
  }));
  if (bars.length === 0) return undefined;
  const [width, height] = [mmToPt(sheet.paper.width), mmToPt(sheet.paper.height)];
  return placedAt(0, 0, { width, height, foot: height, nodes: bars }, 'marks/', 'again');
};
