import type { Box } from '../../pdf/read/shape.ts';
import type { PressCheck } from './asking.ts';

/** Boxes are often rounded to a hundredth of a point. */
const slack = 0.05;

const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left + slack &&
  outer.bottom <= inner.bottom + slack &&
  outer.right >= inner.right - slack &&
  outer.top >= inner.top - slack;

/** That a page says where it is cut, and that its boxes stand in one another (ISO 15930-7, 6.11). */
export const checkBoxes: PressCheck = ({ papers, profile, make }) => {
  if (!profile.boxes.trim) return;
  for (const { index: page, boxes } of papers) {
    const { media, crop, bleed, trim, given } = boxes;
    if (!given.includes('TrimBox')) {
      make('press/trim-box', 'the page does not say where it is cut', { page }, 'write `TrimBox` for every page');
      continue;
    }
    const pairs = [
      ['TrimBox', trim, 'BleedBox', bleed],
      ['BleedBox', bleed, 'MediaBox', media],
      ['TrimBox', trim, 'CropBox', crop],
      ['TrimBox', trim, 'MediaBox', media],
    ] as const;
    const wrong = pairs.find(([, inner, , outer]) => !holds(outer, inner));
    if (trim.right <= trim.left || trim.top <= trim.bottom) {
      make('press/boxes', 'the `TrimBox` of the page is empty', { page }, 'write the boxes anew');
    } else if (wrong) {
      const message = `the \`${wrong[0]}\` of the page reaches beyond its \`${wrong[2]}\``;
      make('press/boxes', message, { page }, 'put the boxes into one another: trim in bleed in media');
    }
  }
};
