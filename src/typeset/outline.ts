import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { LaidNode, LaidPage } from './laid.ts';
import { excerpt, fold, textOf } from './preflight.ts';

/** A heading, and its place among the panels of folded paper, which are read in an order of their own. */
type Found = { readonly props: LaidNode['props']; readonly level: number; readonly page: number; readonly at: number };

/**
 * The headings of the pages make an outline: the first is of level 1, and none is more than one level below the one
 * before (PDF/UA-1, 7.4.2). Whatever order a template gives to the parts of the guidance, a reader who goes from heading
 * to heading finds no step missing.
 */
export const checkOutline = (template: string, pages: readonly LaidPage[], report: Report): void => {
  let before = 0;
  for (const { props, level, page } of headingsOf(pages)) {
    const { words } = props;
    if (words && level > before + 1) {
      const what = before === 0 ? 'with no heading before it' : `after one of level ${before}`;
      const heading = excerpt(fold(textOf(words)));
      const message = `\`${heading}\` is set as a heading of level ${level}, ${what}`;
      const hint = `let the template give it level ${before + 1}, or set what it belongs to before it`;
      const frame = { kind: 'frame', template, frame: heading, page: page + 1 } as const;
      report(error('compose/skipped-heading', message, words.place ?? frame, hint));
    }
    before = level;
  }
};

/** The headings as they are read. */
const headingsOf = (pages: readonly LaidPage[]): Found[] => {
  const found: Found[] = [];
  const seen = new Set<number>();
  // What stands before the first panel is read before all of them, what stands after it is read after them.
  let outside = Number.NEGATIVE_INFINITY;
  const visit = ({ props, children = [] }: LaidNode, page: number, around: number | undefined): void => {
    const face = props.order ?? around;
    if (face !== undefined) outside = Number.POSITIVE_INFINITY;
    const level = Number(/^H([1-6])$/.exec(props.role ?? '')?.[1] ?? 0);
    if (level > 0 && props.words && props.serial !== undefined && !seen.has(props.serial)) {
      seen.add(props.serial);
      found.push({ props, level, page, at: face ?? outside });
    }
    for (const child of children) visit(child, page, face);
  };
  pages.forEach(({ nodes }, page) => nodes.forEach((node) => visit(node, page, undefined)));
  return found.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at));
};
