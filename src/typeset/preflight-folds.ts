import { error, type Report } from '../diagnostics/diagnostic.ts';
import { mmToPt } from '../units.ts';
import type { LaidNode, LaidPage } from './laid.ts';
import { excerpt, fold as onOneLine, textOf } from './preflight.ts';
import { type Finish, type Fold, foldsOf } from './template.ts';

/** Tolerance of comparisons between lengths that were added up in another order, in points. */
const epsilon = 0.01;

/**
 * No words stand across a fold, and none would if they were longer: measured is the whole width that a text may take.
 * Where the paper is folded, ink cracks and words are read from two sides.
 */
export const checkFolds = (
  template: string,
  finish: Pick<Finish, 'folds'>,
  pages: readonly LaidPage[],
  report: Report,
): void => {
  const visit = ({ props, box, children = [] }: LaidNode, x: number, y: number, page: number, around: string): void => {
    const frame = props.frame?.name ?? around;
    const [left, top] = [x + box.left, y + box.top];
    const crossed = props.words && foldsOf(finish, page).find((fold) => isAcross(fold, { ...box, left, top }));
    if (props.words && crossed) {
      const from = crossed.axis === 'upright' ? 'left' : 'upper';
      const message = `\`${excerpt(onOneLine(textOf(props.words)))}\` would cross the fold ${crossed.at} mm from the ${from} edge`;
      const hint = `let the frame \`${frame}\` of the template \`${template}\` end before the fold`;
      report(error('preflight/across-fold', message, { kind: 'frame', template, frame, page: page + 1 }, hint));
    }
    for (const child of children) visit(child, left, top, page, frame);
  };
  pages.forEach(({ nodes }, page) => nodes.forEach((node) => visit(node, 0, 0, page, 'text')));
};

const isAcross = ({ axis, at }: Fold, { left, top, width, height }: LaidNode['box']): boolean => {
  const [from, length] = axis === 'upright' ? [left, width] : [top, height];
  return from < mmToPt(at) - epsilon && from + length > mmToPt(at) + epsilon;
};
