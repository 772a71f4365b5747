import type { Cmyk } from '../data/ink.ts';
import type { Faces } from '../typeset/faces.ts';
import type { LaidNode, LaidPage, Meant } from '../typeset/laid.ts';
import { circle, dashed, drawingOf, line, type MarkPath, rectangle, wordsOf } from '../typeset/mark-nodes.ts';
import { pressWords } from '../typeset/scale.ts';
import type { Fold } from '../typeset/template.ts';
import { mm, mmToPt } from '../units.ts';
import { surround } from './purpose.ts';

/** Marks for those who cut, fold and watch the press: all outside the bleed, in every ink, and read by nobody else. */

/** Crop marks begin outside the bleed, so that nothing of them is left on the trimmed page. */
const crop = { distance: mmToPt(mm(3)), length: mmToPt(mm(5)), thickness: 0.25 } as const;

const away = crop.distance + crop.length;

const register = { radius: mmToPt(mm(1.5)), reach: mmToPt(mm(2.5)), clear: mmToPt(mm(0.25)) } as const;

const bar = { size: mmToPt(mm(4)), distance: mmToPt(mm(9)) } as const;

const slugTop = mmToPt(mm(9));

const dash = mmToPt(mm(1));

/** What all separations print; a screen shows it black. */
const everywhere = { hex: '#000000', meant: 'registration', width: crop.thickness } as const;

/** What stands outside one page. */
export type PageMarks = {
  readonly folds: readonly Fold[];
  /** Roles that are printed in an ink of their own: they are in the colour bar too. */
  readonly spots: readonly Meant[];
  /** What the page is, for whoever finds it in a pile. */
  readonly slug: string;
};

/** The page with its marks. */
export const withMarks = (page: LaidPage, { folds, spots, slug }: PageMarks, faces: Faces): LaidPage => {
  const upright = folds.filter(({ axis }) => axis === 'upright').map(({ at }) => mmToPt(at));
  const level = folds.filter(({ axis }) => axis === 'level').map(({ at }) => mmToPt(at));
  const strokes = [
    ...cropMarks(page),
    ...registrationMarks(page, upright, level),
    ...upright.flatMap((x) => [
      dashed([x, -crop.distance], [x, -away], dash),
      dashed([x, page.height + crop.distance], [x, page.height + away], dash),
    ]),
    ...level.flatMap((y) => [
      dashed([-crop.distance, y], [-away, y], dash),
      dashed([page.width + crop.distance, y], [page.width + away, y], dash),
    ]),
  ].map((d): MarkPath => ({ d, stroke: everywhere }));
  const nodes: LaidNode[] = [
    drawingOf([...strokes, ...colourBar(spots)], page, mmToPt(surround)),
    wordsOf(
      {
        text: slug,
        left: 0,
        top: page.height + slugTop,
        measure: page.width,
        style: pressWords.slug,
        colour: '#000000',
        meant: 'ink',
      },
      faces,
    ),
  ];
  return { ...page, nodes: [...page.nodes, ...nodes] };
};

/** Two at each corner. */
const cropMarks = ({ width, height }: LaidPage): string[] =>
  ([0, width] as const).flatMap((x) =>
    ([0, height] as const).flatMap((y) => {
      const [right, down] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      return [
        line([x + right * crop.distance, y], [x + right * away, y]),
        line([x, y + down * crop.distance], [x, y + down * away]),
      ];
    }),
  );

/** A cross in a circle at the middle of each side, or beside it where the paper is folded there. */
const registrationMarks = ({ width, height }: LaidPage, upright: readonly number[], level: readonly number[]) => {
  const beside = (middle: number, folds: readonly number[]): number =>
    folds.some((at) => Math.abs(at - middle) < 3 * register.reach) ? middle + 4 * register.reach : middle;
  const [x, y] = [beside(width / 2, upright), beside(height / 2, level)];
  const out = crop.distance + register.reach + register.clear;
  const places = [
    [x, -out],
    [x, height + out],
    [-out, y],
    [width + out, y],
  ] as const;
  return places.map(
    ([across, down]) =>
      circle([across, down], register.radius) +
      line([across - register.reach, down], [across + register.reach, down]) +
      line([across, down - register.reach], [across, down + register.reach]),
  );
};

/** The process inks, whole and by half, grey of three inks, and the inks of the brand: above the page. */
const colourBar = (spots: readonly Meant[]): MarkPath[] => {
  const whole: readonly Cmyk[] = [
    [100, 0, 0, 0],
    [0, 100, 0, 0],
    [0, 0, 100, 0],
    [0, 0, 0, 100],
  ];
  const half = whole.map((cmyk) => cmyk.map((share) => share / 2) as unknown as Cmyk);
  const patches: readonly Meant[] = [...whole, ...half, [50, 40, 40, 0], ...spots];
  return patches.map((meant, i) => ({
    d: rectangle(i * bar.size, -bar.distance - bar.size, bar.size, bar.size),
    fill: { hex: '#000000', meant },
  }));
};
