import type { ColourKind } from '../../data/press-profile.ts';
import type { Point } from '../../pdf/read/shape.ts';
import type { PressCheck } from './asking.ts';
import type { Paper } from './paper.ts';
import type { Spot } from './plates.ts';

/** What rounding of colours may come to. */
const slack = 0.006;

/** How much paper must carry too much ink, in square millimetres; of letters and lines, any. */
const leastArea = 0.5;

/** How much ink of all plates lies on any spot: too much does not dry, and comes off on the next sheet. */
export const checkInk: PressCheck = ({ papers, profile, make, found }) => {
  const { mostInk } = profile.colour;
  if (mostInk === undefined) return;
  for (const paper of papers) {
    const where = { page: paper.index };
    const { total, point, area, unknown } = measured(paper, mostInk / 100 + slack, profile.colour.kinds);
    if (total !== undefined && point) {
      const onArea = area >= 1 ? ` and on ${Math.round(area)} mm² in all` : '';
      const message = `${Math.round(total * 100)} % of ink lies on one spot, ${paper.placeOf(point)}${onArea}; expected at most ${mostInk} %`;
      make('press/ink', message, where, 'use less of the coloured inks there: black needs none of them below it');
    }
    const { isExhausted } = paper.plates;
    if (unknown < leastArea && !isExhausted) continue;
    const what = isExhausted
      ? 'too much is painted on it'
      : `a picture or a way of mixing colours that is not computed covers ${Math.round(unknown)} mm²`;
    const message = `how much ink lies on the page could not be measured everywhere: ${what}`;
    found.warning('press/ink-unknown', message, where, 'look at the separations, or ask the printer to');
  }
};

type Measured = {
  /** Undefined where no spot has more than is allowed. */
  readonly total: number | undefined;
  readonly point: readonly [number, number] | undefined;
  readonly area: number;
  readonly unknown: number;
};

/** Colours that are no inks yet. */
const convertible: readonly ColourKind[] = ['rgb', 'rgb-with-profile', 'lab'];

function measured({ plates, boxes, printed }: Paper, most: number, kinds: readonly ColourKind[] | undefined): Measured {
  // Where no such colours are taken, it is told that they are there.
  const isTaken = !kinds || convertible.some((kind) => kinds.includes(kind));
  // Marks for the printer stand outside the bleed, on all plates, and are cut off.
  const isPrinted = ([x, y]: Point): boolean =>
    x >= printed.left && x <= printed.right && y >= printed.bottom && y <= printed.top;
  // The last cells of a row and of a column may have their middle beyond the bleed.
  const isWithin = (cell: number): boolean => isPrinted(plates.pointOf(cell));
  let worst: { readonly total: number; readonly point: readonly [number, number] } | undefined;
  let [over, unknown] = [0, 0];
  for (let cell = 0; cell < plates.cells; cell += 1) {
    const total = plates.totalAt(cell);
    if (total === 'unknown' || (total === 'to-be-converted' && isTaken)) {
      if (isWithin(cell)) unknown += 1;
    } else if (typeof total === 'number' && total > most && isWithin(cell)) {
      over += 1;
      if (!worst || total > worst.total) worst = { total, point: plates.pointOf(cell) };
    }
  }
  const ofCell = (plates.cell * boxes.unit) ** 2;
  if (over * ofCell < leastArea) worst = undefined;
  for (const { after, point } of plates.touches) {
    const { total }: Spot = after;
    if (!isPrinted(point)) continue;
    if (total !== undefined && total > most && (!worst || total > worst.total)) worst = { total, point };
  }
  return { total: worst?.total, point: worst?.point, area: over * ofCell, unknown: unknown * ofCell };
}
