import { type Picture, pictureOf } from '../../pdf/read/picture.ts';
import type { PressCheck } from './asking.ts';
import { type Paper, round } from './paper.ts';
import { meets, seenBox } from './placing.ts';

/** Pictures of fewer pixels on a side are no pictures, but gradients and plain areas. */
const fewest = 3;

/** How many pixels to the inch pictures have where they stand, in the direction in which they have fewer. */
export const checkResolution: PressCheck = ({ papers, profile, make, found }) => {
  const { shades, bitmap } = profile.pictures;
  for (const paper of papers) {
    for (const painted of paper.painted) {
      if (painted.kind !== 'image') continue;
      const box = seenBox(painted);
      const picture = pictureOf(paper.page.file, painted.picture);
      if (!box || !picture || !meets(box, paper.printed) || Math.min(picture.width, picture.height) < fewest) continue;
      const asked = picture.depth === 'bitmap' ? bitmap : shades;
      const ppi = resolutionOf(picture, paper, painted.picture.matrix);
      if (!asked || ppi >= asked.warn - 0.5) continue;
      const { width, height } = picture;
      const place = paper.placeOf([box.left, box.top]);
      const message = `a picture of ${width} × ${height} pixels, ${place}, has ${Math.floor(ppi)} pixels to the inch, expected ${asked.wanted}`;
      const hint = `put a larger picture there, or show it at ${round((100 * ppi) / asked.wanted)} % of its size`;
      if (ppi < asked.error - 0.5) make('press/resolution', message, { page: paper.index }, hint);
      else found.warning('press/resolution', message, { page: paper.index }, hint);
    }
  }
};

function resolutionOf({ width, height }: Picture, { boxes: { unit } }: Paper, matrix: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = matrix;
  const [across, up] = [(Math.hypot(a, b) * unit) / 25.4, (Math.hypot(c, d) * unit) / 25.4];
  return Math.min(across > 0 ? width / across : Infinity, up > 0 ? height / up : Infinity);
}

/** That nothing is seen through: older presses flatten it badly. */
export const checkTransparency: PressCheck = ({ papers, profile, make }) => {
  if (!profile.colour.transparency) return;
  for (const paper of papers) {
    const { file } = paper.page;
    const found = paper.painted.filter((painted) => {
      const { alpha, group, look, blending } = painted;
      const isMasked = painted.kind === 'image' && pictureOf(file, painted.picture)?.hasSoftMask === true;
      return (
        seenBox(painted) !== undefined &&
        (alpha * group.alpha < 0.999 || blending !== 'plain' || look.blend !== 'normal' || isMasked)
      );
    });
    if (found.length === 0) continue;
    const counted = found.length === 1 ? 'one thing on the page can' : `${found.length} things on the page can`;
    make(
      'press/transparency',
      `${counted} be seen through`,
      { page: paper.index },
      'write the file with transparency flattened',
    );
  }
};
