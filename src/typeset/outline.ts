import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { LaidNode, LaidPage } from './laid.ts';
import { excerpt, fold, textOf } from './preflight.ts';

/**
 * The headings of the pages make an outline: the first is of level 1, and none is more than one level below the one
 * before (PDF/UA-1, 7.4.2). Whatever order a template gives to the parts of the guidance, a reader who goes from heading
 * to heading finds no step missing.
 */
export const checkOutline = (template: string, pages: readonly LaidPage[], report: Report): void => {
  let before = 0;
  const seen = new Set<number>();
  const visit = (node: LaidNode, page: number): void => {
    const { role, words, serial, place } = { ...node.props, place: node.props.words?.place };
    const level = Number(/^H([1-6])$/.exec(role ?? '')?.[1] ?? 0);
    if (level > 0 && words && serial !== undefined && !seen.has(serial)) {
      seen.add(serial);
      if (level > before + 1) {
        const what = before === 0 ? 'with no heading before it' : `after one of level ${before}`;
        const heading = excerpt(fold(textOf(words)));
        const message = `\`${heading}\` is set as a heading of level ${level}, ${what}`;
        const hint = `let the template give it level ${before + 1}, or set what it belongs to before it`;
        const frame = { kind: 'frame', template, frame: heading, page: page + 1 } as const;
        report(error('compose/skipped-heading', message, place ?? frame, hint));
      }
      before = level;
    }
    for (const child of node.children ?? []) visit(child, page);
  };
  pages.forEach(({ nodes }, page) => nodes.forEach((node) => visit(node, page)));
};
