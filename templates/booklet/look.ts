import { booklet, hang, space } from '../../src/typeset/scale.ts';
import type { ColumnLook } from '../pieces/one-column.tsx';
import type { Spacing, TextLook } from '../pieces/text.tsx';
import { a5, measure, textFoot, textTop } from './grid.ts';

/** Running text of the booklet: that of the leaflet. */
export const look: TextLook = {
  body: booklet.body,
  h3: booklet.h3,
  headingGap: space.xs,
  itemGap: space.xs,
  hang,
  table: {
    body: booklet.body,
    head: booklet.label,
    padding: space.xs,
    gap: space.m,
    headRule: 1.5,
    rowRule: 0.75,
    together: 160,
  },
  figure: { caption: booklet.furniture, gap: space.s, scale: 1, highest: a5.height / 3 },
};

const halfPage = (textFoot - textTop) / 2;

/** What a council's panel takes besides its text: two that are as high as can be stand on one page. */
const panelRoom = 2 * space.l + booklet.furnitureBold.leading + 2 * space.s;

export const column: ColumnLook = {
  text: look,
  measure,
  panel: { side: space.l, edge: space.xs, highest: { emergency: halfPage, local: halfPage - panelRoom } },
  call: booklet.fieldLabel,
  callStands: 'beside',
  callNumber: booklet.emergencyNumber,
  addedBy: booklet.furnitureBold,
};

/** Spaces of running text, and between sections. */
export const spacings = {
  normal: { paragraph: space.s, panel: space.l, section: space.xl },
  tight: { paragraph: space.xs, panel: space.m, section: space.l },
} as const satisfies Readonly<Record<string, Spacing & { readonly section: number }>>;
