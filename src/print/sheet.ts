import type { Sheet } from '../data/sheet.ts';
import { type Mm, mm } from '../units.ts';

/** A place for a page: its upper left corner, from that of the paper. */
export type Cell = { readonly row: number; readonly column: number; readonly left: Mm; readonly top: Mm };

/** How a page stands in its cell: as one reads it, or with its head at the foot. */
export type Stance = 'upright' | 'turned';

/** The cells of a sheet's front, row by row. */
export const cells = ({ rows, columns, margins, cell, gutters }: Sheet): Cell[] =>
  Array.from({ length: rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    return {
      row,
      column,
      left: mm(margins.left + column * (cell.width + gutters.across)),
      top: mm(margins.top + row * (cell.height + gutters.down)),
    };
  });

/** The axis about which the paper is turned: on portrait paper the long edge is upright, on landscape paper the short one. */
export const axisOf = ({ paper, turn }: Pick<Sheet, 'paper' | 'turn'>): 'upright' | 'level' => {
  const upright = paper.width <= paper.height ? 'long-edge' : 'short-edge';
  return turn === upright ? 'upright' : 'level';
};

/** The sheet as it is seen from behind: the margins change sides. */
export const reverseOf = (sheet: Sheet): Sheet => {
  const { left, right, top, bottom } = sheet.margins;
  const margins =
    axisOf(sheet) === 'upright' ? { top, bottom, left: right, right: left } : { left, right, top: bottom, bottom: top };
  return { ...sheet, margins };
};

/**
 * The place on the back's page that lies behind a cell of the front: the same paper, seen from the other side. Turned
 * about an upright axis, (row, column) lies behind (row, columns - 1 - column); turned about a level one, behind
 * (rows - 1 - row, column) and with its head at the foot.
 */
export const behind = (
  sheet: Sheet,
  { row, column }: Pick<Cell, 'row' | 'column'>,
): Cell & { readonly stance: Stance } => {
  const { rows, columns } = sheet;
  const isUpright = axisOf(sheet) === 'upright';
  const at = isUpright ? row * columns + columns - 1 - column : (rows - 1 - row) * columns + column;
  return { ...cells(reverseOf(sheet))[at]!, stance: isUpright ? 'upright' : 'turned' };
};
