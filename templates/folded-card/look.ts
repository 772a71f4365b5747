import { card, space } from '../../src/typeset/scale.ts';
import type { TextLook } from '../pieces/text.tsx';
import { height } from './grid.ts';

/** Running text on a card: between items as little as tells them apart. */
export const look: TextLook = {
  body: card.line,
  h3: card.fieldLabel,
  headingGap: 2,
  itemGap: 2,
  hang: { bullet: 8, numeral: 12 },
  table: {
    body: card.line,
    head: { ...card.line, weight: 700 },
    padding: 2,
    gap: space.s,
    headRule: 1,
    rowRule: 0.5,
    together: 40,
  },
  figure: { caption: card.line, gap: 2, scale: 0.5, highest: height / 3 },
};
