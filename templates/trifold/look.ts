import { hang, page, space } from '../../src/typeset/scale.ts';
import type { TextLook } from '../pieces/text.tsx';
import type { TrifoldFit } from './fits.ts';
import { height } from './grid.ts';

/** Between paragraphs and items, between numbered items, and round a panel. */
export const spacings = {
  normal: { text: space.s, numbered: space.m, panel: space.l },
  tight: { text: space.xs, numbered: space.s, panel: space.m },
} as const;

/** Running text of a panel. */
export const lookOf = ({ spacing }: TrifoldFit): TextLook => ({
  body: page.body,
  h3: page.h3,
  headingGap: space.xs,
  itemGap: spacings[spacing].text,
  hang,
  table: {
    body: page.body,
    head: page.label,
    padding: space.xs,
    gap: space.m,
    headRule: 1.5,
    rowRule: 0.75,
    together: 160,
  },
  figure: { caption: page.furniture, gap: space.s, scale: 1, highest: height / 3 },
});

/** The numeral of a list is larger than its text, and stands on the same line. */
export const numeralDrop = -1.34;
