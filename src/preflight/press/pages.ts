import type { PaperSize } from '../../data/press-profile.ts';
import type { PressCheck } from './asking.ts';
import { type Paper, round } from './paper.ts';

/** What rounding may come to in millimetres: points are thirds of one. */
const usualTolerance = 0.5;

/** The size of each page, which way it stands, and that all are alike. */
export const checkPageSizes: PressCheck = ({ papers, profile: { pages }, make }) => {
  const { sizes, tolerance = usualTolerance, orientation, same } = pages;
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;
  const fits = ({ size }: Paper, { width, height }: PaperSize): boolean =>
    (isNear(size.width, width) && isNear(size.height, height)) ||
    (isNear(size.width, height) && isNear(size.height, width));
  const [first] = papers;
  for (const paper of papers) {
    const where = { page: paper.index };
    const { width, height } = paper.size;
    const shown = `the page is ${round(width)} × ${round(height)} mm`;
    if (sizes && !sizes.some((size) => fits(paper, size))) {
      const wanted = sizes.map(({ name }) => name).join(' or ');
      make('press/page-size', `${shown}, expected ${wanted}`, where, `write the file for ${wanted}`);
    } else if (orientation === 'portrait' ? width > height : orientation === 'landscape' && height > width) {
      make('press/page-size', `${shown}, expected ${orientation}`, where, 'turn the page, or set it anew');
    }
    if (same && first && (!isNear(width, first.size.width) || !isNear(height, first.size.height))) {
      const message = `${shown}, and the first one ${round(first.size.width)} × ${round(first.size.height)} mm`;
      make('press/page-size', message, where, 'give all pages one size, or make a file of each size');
    }
  }
};

export const checkPageCount: PressCheck = ({ papers: { length }, profile: { pages }, make }) => {
  const { most, multipleOf } = pages;
  const counted = `the file has ${length} page${length === 1 ? '' : 's'}`;
  if (most !== undefined && length > most) {
    make('press/page-count', `${counted}, expected at most ${most}`, {}, 'shorten the text, or send two files');
  }
  if (multipleOf !== undefined && length % multipleOf !== 0) {
    const message = `${counted}, which is no multiple of ${multipleOf}`;
    make(
      'press/page-count',
      message,
      {},
      `add ${multipleOf - (length % multipleOf)}, or take ${length % multipleOf} out`,
    );
  }
};
