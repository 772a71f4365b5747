import * as P from '@react-pdf/primitives';
import type { LaidNode, LaidPage } from './laid.ts';
import { textOf } from './preflight.ts';
import type { Trace } from './trace.ts';

type Rectangle = { readonly left: number; readonly top: number; readonly right: number; readonly foot: number };

/** As much may two texts lie over one another, in points: what preflight allows. */
const tolerance = 2;

const meet = (a: Rectangle, b: Rectangle, by: number): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.foot, b.foot) - Math.max(a.top, b.top) > by;

/**
 * Words that differ between records have the whole of their measure to themselves: then preflight finds the same of each
 * record, however long its words are within it. Where they have not, the trace is lost.
 */
export const traceRoom = (pages: readonly LaidPage[], trace: Trace): void => {
  for (const page of pages) {
    const varied: (Rectangle & { readonly node: LaidNode })[] = [];
    const others: (Rectangle & { readonly node: LaidNode })[] = [];
    const visit = (node: LaidNode, x: number, y: number): void => {
      const [left, top] = [x + node.box.left, y + node.box.top];
      const { words, room } = node.props;
      const box = { left, top, right: left + node.box.width, foot: top + node.box.height, node };
      if (words?.fields) varied.push({ ...box, right: left + words.measure });
      else if (words) others.push(box);
      if (node.type === P.Svg && room) {
        const clear = room.clear * node.box.height;
        const { right, foot } = box;
        others.push({ left: left - clear, top: top - clear, right: right + clear, foot: foot + clear, node });
      }
      if (node.type !== P.Svg) for (const child of node.children ?? []) visit(child, left, top);
    };
    for (const node of page.nodes) visit(node, 0, 0);
    for (const [i, own] of varied.entries()) {
      const found = [...others, ...varied.slice(i + 1)].find((other) => meet(own, other, tolerance));
      if (found) trace.lose(`\`${textOf(own.node.props.words!)}\` may reach something else`);
    }
  }
};
