import { hang, page, space } from '../../src/typeset/scale.ts';
import type { TextLook } from '../pieces/text.tsx';
import { a4 } from './grid.ts';

/** Running text of the A4 leaflet. */
export const look: TextLook = {
  body: page.body,
  h3: page.h3,
  headingGap: space.xs,
  itemGap: space.xs,
  hang,
  table: {
    body: page.body,
    head: page.label,
    padding: space.xs,
    gap: space.l,
    headRule: 1.5,
    rowRule: 0.75,
    together: 160,
  },
  figure: { caption: page.furniture, gap: space.s, scale: 1, highest: a4.height / 3 },
};

export const spacings = {
  normal: { paragraph: space.s, panel: space.l },
  tight: { paragraph: space.xs, panel: space.m },
} as const;
