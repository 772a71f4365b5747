import { largePrint, largePrintHang, space } from '../../src/typeset/scale.ts';
import type { Spacing, TextLook } from '../pieces/text.tsx';

/** Running text in large print. */
export const look: TextLook = {
  body: largePrint.body,
  h3: largePrint.h3,
  headingGap: space.s,
  itemGap: space.s,
  hang: largePrintHang,
};

/** Half a line between paragraphs, a line about panels; one step less where pages would not fill. */
export const spacings = {
  normal: { paragraph: space.m, panel: space.xl },
  tight: { paragraph: space.s, panel: space.l },
} as const satisfies Readonly<Record<string, Spacing>>;
