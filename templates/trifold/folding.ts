import type { Finish, Fold } from '../../src/typeset/template.ts';
import { type Mm, mm, mmToPt } from '../../src/units.ts';

/** What stands on a panel. */
export type FaceName = 'cover' | 'danger' | 'crime' | 'ways' | 'advice' | 'contacts';

type Panel = { readonly face: FaceName; readonly width: Mm };

type Side = readonly [left: Panel, middle: Panel, right: Panel];

/** How a sheet of three panels is folded: what stands where, and in which order somebody who unfolds it meets it. */
export type Folding = {
  /** Each side as one sees it, with its head up. */
  readonly outside: Side;
  readonly inside: Side;
  readonly unfolding: readonly FaceName[];
  /** For a print unit. */
  readonly words: string;
};

/** Where a face stands, in points from the left edge of its page. */
export type FacePlace = {
  readonly face: FaceName;
  /** From 0, as faces are read. */
  readonly order: number;
  readonly left: number;
  readonly width: number;
  /** Where words begin, and how wide they may be. */
  readonly textLeft: number;
  readonly measure: number;
};

/** In points: how far words stay from what is cut at the left and right, and from what is folded. */
export type Margins = { readonly edge: number; readonly fold: number };

/** Tolerance of comparisons between lengths that were added up in another order, in millimetres. */
const epsilon = 0.001;

/**
 * The folding, if it can be folded.
 *
 * @param sheet the width of the paper
 * @throws Error where panels do not come to the sheet, where the inside is no mirror of the outside, or where a face
 *   does not stand once and is read once: that is a fault of the template
 */
export const checked = (folding: Folding, sheet: Mm): Folding => {
  for (const name of ['outside', 'inside'] as const) {
    const sum = folding[name].reduce((so, { width }) => so + width, 0);
    if (Math.abs(sum - sheet) > epsilon) {
      throw new Error(`the panels of the ${name} come to ${sum} mm, and the sheet is ${sheet} mm wide`);
    }
  }
  const behind = folding.inside.toReversed();
  folding.outside.forEach(({ face, width }, i) => {
    const back = behind[i]!;
    if (Math.abs(width - back.width) <= epsilon) return;
    throw new Error(`\`${face}\` is ${width} mm wide, and \`${back.face}\` behind it ${back.width} mm`);
  });
  const placed = [...folding.outside, ...folding.inside].map(({ face }) => face).toSorted();
  const read = folding.unfolding.toSorted();
  if (new Set(placed).size !== placed.length || placed.join() !== read.join()) {
    throw new Error(`faces that stand on the sheet: ${placed.join(', ')}; faces that are read: ${read.join(', ')}`);
  }
  return folding;
};

/** The faces of both pages, each page's as they are read. */
export const placesOf = (
  { outside, inside, unfolding }: Folding,
  { edge, fold }: Margins,
): readonly (readonly FacePlace[])[] =>
  [outside, inside].map((side) =>
    side
      .map(({ face, width }, i): FacePlace => {
        const left = mmToPt(mm(side.slice(0, i).reduce((sum, before) => sum + before.width, 0)));
        const [atLeft, atRight] = [i === 0 ? edge : fold, i === 2 ? edge : fold];
        // In tenths of a point, which every file can say: words then stand in the same places in all of them.
        const textLeft = Math.round((left + atLeft) * 10) / 10;
        const measure = mmToPt(width) - atLeft - atRight;
        return { face, order: unfolding.indexOf(face), left, width: mmToPt(width), textLeft, measure };
      })
      .toSorted((a, b) => a.order - b.order),
  );

const foldsBetween = ([left, middle]: Side): Fold[] => [
  { axis: 'upright', at: left.width },
  { axis: 'upright', at: mm(left.width + middle.width) },
];

/** What happens to the printed sheet. */
export const finishOf = ({ outside, inside, words }: Folding, height: Mm): Finish => ({
  safe: mm(5),
  folds: [foldsBetween(outside), foldsBetween(inside)],
  finished: { width: mm(Math.max(...outside.map(({ width }) => width))), height },
  words,
});
