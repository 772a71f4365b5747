import * as P from '@react-pdf/primitives';
import { hasMarks } from '../content/marks.ts';
import type { LaidNode, LaidPage } from './laid.ts';
import { textOf } from './preflight.ts';
import type { Trace } from './trace.ts';

type Rectangle = { readonly left: number; readonly top: number; readonly right: number; readonly foot: number };

/** As much may two texts lie over one another, in points: what preflight allows. Nothing may lie in the room of a logo. */
const tolerance = { words: 2, logo: 0.01 } as const;

const meet = (a: Rectangle, b: Rectangle, by: number): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.foot, b.foot) - Math.max(a.top, b.top) > by;

/**
 * Words that differ between records have the whole of their measure to themselves: then preflight finds the same of each
 * record, however long its words are within it. Where they have not, the trace is lost.
 */
export const traceRoom = (pages: readonly LaidPage[], trace: Trace): void => {
  for (const page of pages) {
    const varied: (Rectangle & { readonly node: LaidNode })[] = [];
    const others: (Rectangle & { readonly by: number })[] = [];
    const visit = (node: LaidNode, x: number, y: number): void => {
      const [left, top] = [x + node.box.left, y + node.box.top];
      const { words, room: free } = node.props;
      const box = { left, top, right: left + node.box.width, foot: top + node.box.height, node };
      if (words?.fields) varied.push({ ...box, right: left + words.measure });
      else if (words) others.push({ ...box, by: tolerance.words });
      if (node.type === P.Svg && free) {
        const clear = free.clear * node.box.height;
        const { right, foot } = box;
        const room = { left: left - clear, top: top - clear, right: right + clear, foot: foot + clear };
        others.push({ ...room, by: tolerance.logo });
      }
      if (node.type !== P.Svg) for (const child of node.children ?? []) visit(child, left, top);
    };
    for (const node of page.nodes) visit(node, 0, 0);
    for (const [i, own] of varied.entries()) {
      const alike = varied.slice(i + 1).map((other) => ({ ...other, by: tolerance.words }));
      const found = [...others, ...alike].find((other) => meet(own, other, other.by));
      if (found) trace.lose(`\`${textOf(own.node.props.words!)}\` may reach something else`);
    }
  }
};

/**
 * Whatever differs between records stands in running words. What is read in the place of a picture, a bookmark, and where
 * a link leads are written once for all records: where they name the area, the trace is lost.
 */
export const traceProps = (pages: readonly LaidPage[], trace: Trace): void => {
  const visit = ({ props, children = [] }: LaidNode): void => {
    const { alt, bookmarked, id, words, role = '' } = props;
    const isHeading = /^H[1-6]$/.test(role) && words?.fields !== undefined;
    if (isHeading) trace.lose(`the heading \`${textOf(words)}\` is a bookmark too`);
    if ([alt, bookmarked, id].some((text) => text !== undefined && hasMarks(text))) {
      trace.lose('the name of the area stands in a bookmark, or is read in the place of a picture');
    }
    for (const child of children) visit(child);
  };
  for (const { nodes } of pages) nodes.forEach(visit);
};
