import { identity, type Matrix } from './matrix.ts';
import type { PdfDict, PdfObject } from './objects.ts';
import type { Clip } from './shape.ts';

/**
 * The colour that was set last, as it was written: the operator and its operands (ISO 32000-2, 8.6.8). What it comes to
 * is worked out when somebody asks.
 */
export type Paint = {
  readonly operator: string;
  readonly operands: readonly PdfObject[];
  /** What its names stand in. */
  readonly resources?: PdfDict;
  /** Of `sc` and `scn`: what chose the colour space. */
  readonly space?: Paint;
};

export const black: Paint = { operator: 'g', operands: [0] };

/** The paint after an operator of colour. */
export function nextPaint(before: Paint, operator: string, operands: readonly PdfObject[], resources: PdfDict): Paint {
  switch (operator) {
    case 'sc':
    case 'scn':
    case 'SC':
    case 'SCN':
      return { operator, operands, resources, space: before.space ?? before };
    case 'cs':
    case 'CS':
      return { operator, operands, resources };
    default:
      return { operator, operands, resources };
  }
}

/** A transparency group: what holds for it as a whole, and for those that it stands in (11.4.7). One object for each. */
export type Group = { readonly alpha: number; readonly blending: 'plain' | 'unknown' };

/** Whether inks that a colour does not name stay as they are (8.6.7); in mode 1, those too of which it has 0. */
export type Overprint = { readonly fill: boolean; readonly stroke: boolean; readonly mode: 0 | 1 };

/** What `q` keeps and `Q` brings back besides what text needs (8.4.1). It is never changed, only replaced. */
export type Look = {
  readonly stroke: Paint;
  /** In the units of the content, not of the page. */
  readonly lineWidth: number;
  /** 0 to 1 (11.6.4.4). */
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  /** Where a blend mode or a soft mask holds, only a renderer can say what is seen. */
  readonly blend: 'normal' | 'multiply' | 'other';
  readonly mask: 'none' | 'soft';
  readonly overprint: Overprint;
  readonly group: Group;
  readonly clip: Clip;
  /** Of the content as it begins: what patterns count from (8.7.3.1). */
  readonly base: Matrix;
};

export const plainLook: Look = {
  stroke: black,
  lineWidth: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: 'normal',
  mask: 'none',
  overprint: { fill: false, stroke: false, mode: 0 },
  group: { alpha: 1, blending: 'plain' },
  clip: [],
  base: identity,
};

/** How something is blended with what lies beneath. */
export const blendingOf = ({ blend, mask, group }: Look): 'plain' | 'unknown' =>
  blend === 'normal' && mask === 'none' ? group.blending : 'unknown';

/** How the content of a group begins (11.6.6): plainly, in what holds for the whole group. */
export const groupOf = (look: Look): Look => ({
  ...look,
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: 'normal',
  mask: 'none',
  group: { alpha: look.group.alpha * look.fillAlpha, blending: blendingOf(look) },
});
