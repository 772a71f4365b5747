import type { Zone } from '../../data/press-profile.ts';
import type { Painted } from '../../pdf/read/painted.ts';
import { leaves, type Point } from '../../pdf/read/shape.ts';
import { excerptOf } from '../excerpt.ts';
import type { PressCheck } from './asking.ts';
import { type Paper, round } from './paper.ts';
import { boxAround, cornersOf, isSeen } from './placing.ts';

type Texts = Extract<Painted, { kind: 'text' }>;

const isIn = ({ left, top, right, bottom }: Zone, [x, y]: readonly [number, number], more: number): boolean =>
  x >= left - more && x <= right + more && y >= top - more && y <= bottom + more;

/** That all that is seen stands in the areas that the printer leaves to a letter. */
export const checkAreas: PressCheck = ({ papers, profile, make }) => {
  const { firstPage, otherPages, tolerance = 0 } = profile.letter;
  for (const paper of papers) {
    const zones = paper.index === 0 ? firstPage : otherPages;
    if (!zones) continue;
    const isWithin = (point: Point): boolean => zones.some((zone) => isIn(zone, paper.seen(point), tolerance));
    const texts = textsOn(paper).filter((painted) => !cornersOf(painted.text).every(isWithin));
    const outside = placesOutside(paper, isWithin);
    const where = { page: paper.index };
    const hint = `move it into the areas of the page: ${zones.map(wordsOf).join('; ')}`;
    if (texts.length > 0) {
      const [left, top] = paper.seen(texts[0]!.text.start);
      const place = `${round(left)} mm from the left and ${round(top)} mm from the top`;
      const message = `${excerptOf(texts.map(({ text }) => text))} stands outside the areas that may be printed on, ${place}`;
      make('press/outside-areas', message, where, hint);
    } else if (outside) {
      const message = `something is painted outside the areas that may be printed on, ${paper.placeOf(outside)}`;
      make('press/outside-areas', message, where, hint);
    }
  }
};

const wordsOf = ({ left, top, right, bottom }: Zone): string =>
  `${left} to ${right} mm across and ${top} to ${bottom} mm down`;

const textsOn = (paper: Paper): Texts[] =>
  paper.painted.filter(
    (painted): painted is Texts =>
      painted.kind === 'text' &&
      isSeen(painted.text) &&
      painted.alpha > 0 &&
      leaves(painted.clip, painted.text.start) &&
      !isWhite(painted),
  );

/** White words on paper are not seen; Notify's own mark is written so. */
const isWhite = ({ colour }: Painted): boolean =>
  colour.kind === 'flat' && colour.rgb.every((channel) => channel >= 254);

/** A place where something else than letters is seen outside; undefined where there is none. */
function placesOutside(paper: Paper, isWithin: (point: Point) => boolean): Point | undefined {
  const { plates } = paper;
  for (let cell = 0; cell < plates.cells; cell += 1) {
    if (plates.isPaperAt(cell)) continue;
    const point = plates.pointOf(cell);
    if (!isWithin(point)) return point;
  }
  return plates.touches.find(
    ({ painted, point, after }) => painted.kind !== 'text' && !after.isPaper && !isWithin(point),
  )?.point;
}

/** That the address stands in the window, in as many lines as are allowed. */
export const checkAddress: PressCheck = ({ papers, profile, make }) => {
  const { address, addressLines, tolerance = 0 } = profile.letter;
  const first = papers.find(({ index }) => index === 0);
  if (!address || !first) return;
  const where = { page: 0 };
  const hint = `put the address into the window: ${wordsOf(address)}`;
  const texts = textsOn(first).filter(({ text }) => {
    const { left, right, bottom, top } = boxAround(cornersOf(text));
    return isIn(address, first.seen([(left + right) / 2, (bottom + top) / 2]), tolerance);
  });
  if (texts.length === 0) {
    make('press/address', 'no address stands in the window of the envelope', where, hint);
    return;
  }
  const lines = linesOf(texts.map(({ text }) => first.seen(text.start)[1]));
  if (!addressLines || (lines >= addressLines.least && lines <= addressLines.most)) return;
  const { least, most } = addressLines;
  const message = `the address has ${lines} line${lines === 1 ? '' : 's'}, expected ${least} to ${most}`;
  make('press/address', message, where, hint);
};

/** Baselines that are further apart than this, in millimetres, are two lines. */
const apart = 1.2;

function linesOf(heights: readonly number[]): number {
  const sorted = heights.toSorted((a, b) => a - b);
  return sorted.filter((height, i) => i === 0 || height - sorted[i - 1]! > apart).length;
}
