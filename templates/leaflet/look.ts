import { hang, page, space } from '../../src/typeset/scale.ts';
import type { TextLook } from '../pieces/text.tsx';

/** Running text of the A4 leaflet. */
export const look: TextLook = {
  body: page.body,
  h3: page.h3,
  headingGap: space.xs,
  itemGap: space.xs,
  hang,
};

export const spacings = {
  normal: { paragraph: space.s, panel: space.l },
  tight: { paragraph: space.xs, panel: space.m },
} as const;
