import { largePrint, largePrintHang, space } from '../../src/typeset/scale.ts';
import type { Spacing, TextLook } from '../pieces/text.tsx';
import { a4, hairline } from './grid.ts';

/** Running text in large print. */
export const look: TextLook = {
  body: largePrint.body,
  h3: largePrint.h3,
  headingGap: space.s,
  itemGap: space.s,
  hang: largePrintHang,
  table: {
    body: largePrint.body,
    head: largePrint.label,
    padding: space.s,
    gap: space.l,
    headRule: 2,
    rowRule: hairline,
    together: 240,
  },
  figure: { caption: largePrint.furniture, gap: space.m, scale: 1.5, highest: a4.height / 3 },
};

/** Half a line between paragraphs, a line about panels; one step less where pages would not fill. */
export const spacings = {
  normal: { paragraph: space.m, panel: space.xl },
  tight: { paragraph: space.s, panel: space.l },
} as const satisfies Readonly<Record<string, Spacing>>;
