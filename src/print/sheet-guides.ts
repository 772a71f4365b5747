import type { Sheet, Span } from '../data/sheet.ts';
import type { Faces } from '../typeset/faces.ts';
import type { Area, LaidPage } from '../typeset/laid.ts';
import { dashed, drawingOf, line, type MarkPath, outline } from '../typeset/mark-nodes.ts';
import type { Finish } from '../typeset/template.ts';
import { mm, mmToPt } from '../units.ts';
import { dashedRectangle, guide, legend, type LegendEntry } from './guides.ts';
import { bleed, surround } from './purpose.ts';
import { behind, cells, reverseOf } from './sheet.ts';
import { foldLinesOn } from './sheet-marks.ts';

/** Which side of a sheet it is, and what happens to its pages. */
export type GuidedSide = {
  readonly side: 'front' | 'back';
  readonly finish: Finish;
  /** The size of its pages. */
  readonly size: Span;
};

/** How long the lines at a corner of the bleed are. */
const corner = mmToPt(mm(6));

/** Points from the edge of the paper to the legend beside it. */
const beside = mmToPt(mm(5));

/**
 * A side of a sheet with lines over it, for a proof: the edge of the paper, where each page is cut, what it bleeds into,
 * the area that its words keep to, and its folds. What they mean stands beside the paper.
 */
export const withSheetGuides = (
  page: LaidPage,
  sheet: Sheet,
  { side, size, finish: { safe, folds = [[], []] } }: GuidedSide,
  faces: Faces,
): LaidPage => {
  const isFront = side === 'front';
  const seen = isFront ? sheet : reverseOf(sheet);
  const { cell, kind } = sheet;
  const inset = mmToPt(safe);
  const boxes = cells(seen).map(({ left, top }) => ({
    left: mmToPt(left),
    top: mmToPt(top),
    width: mmToPt(cell.width),
    height: mmToPt(cell.height),
  }));
  const { stance } = behind(sheet, { row: 0, column: 0 });
  const own = foldLinesOn(seen, size, folds[isFront ? 0 : 1], isFront ? 'upright' : stance);
  const spine = kind === 'booklet' ? [seen.margins.left + cell.width] : [];
  const upright = [...own.upright, ...spine].map((at) => mmToPt(mm(at)));
  const level = own.level.map((at) => mmToPt(mm(at)));
  const reach = mmToPt(surround) / 3;
  const paths = [
    ...outline(0, 0, page.width, page.height).map((d) => guide('frame', d)),
    ...boxes.flatMap(({ left, top, width, height }) => [
      ...outline(left, top, width, height).map((d) => guide('trim', d)),
      ...dashedRectangle(left + inset, top + inset, width - 2 * inset, height - 2 * inset).map((d) => guide('safe', d)),
    ]),
    ...(page.cut ? bleedOf(page.cut.bleed) : []),
    ...upright.map((x) => guide('fold', dashed([x, -reach], [x, page.height + reach], reach / 2))),
    ...level.map((y) => guide('fold', dashed([-reach, y], [page.width + reach, y], reach / 2))),
  ];
  const entries: readonly LegendEntry[] = [
    ['frame', 'edge of the paper'],
    ['trim', 'cut'],
    ['bleed', `bleed ${bleed} mm, where there is room`],
    ['safe', `safe area ${safe} mm`],
    ...(upright.length + level.length > 0 ? [['fold', 'fold'] as const] : []),
  ];
  return {
    ...page,
    nodes: [...page.nodes, drawingOf(paths, page, mmToPt(surround)), ...legend(entries, page.height + beside, faces)],
  };
};

/** The corners of the bleed: between them stand words, which no line may cross. */
const bleedOf = ({ left, top, width, height }: Area): MarkPath[] =>
  [left, left + width].flatMap((x) =>
    [top, top + height].flatMap((y) => {
      const [along, down] = [x === left ? corner : -corner, y === top ? corner : -corner];
      return [line([x, y], [x + along, y]), line([x, y], [x, y + down])].map((d) => guide('bleed', d));
    }),
  );
