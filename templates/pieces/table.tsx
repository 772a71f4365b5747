import type { ReactElement } from 'react';
import type { Cell, Table as TableBlock } from '../../src/content/edition.ts';
import { columnWidths } from '../../src/typeset/columns.ts';
import { useSetting } from '../../src/typeset/setting.ts';
import type { Faces } from '../../src/typeset/faces.ts';
import type { TypeStyle } from '../../src/typeset/scale.ts';
import {
  cellHeight,
  cellNeeds,
  type CellWords,
  RowsTogether,
  Table,
  TableCell,
  TableRow,
} from '../../src/typeset/table.tsx';
import { runsOf } from '../../src/typeset/words.tsx';

/** How tables look in a product. */
export type TableLook = {
  readonly body: TypeStyle;
  /** Of the heads: bold, in the leading of `body`. */
  readonly head: TypeStyle;
  /** Above and below the words of a cell. */
  readonly padding: number;
  /** Between columns. */
  readonly gap: number;
  /** Thickness of the rule below the head, and of those below the rows. */
  readonly headRule: number;
  readonly rowRule: number;
  /** So high may rows be that stay on one page. */
  readonly together: number;
};

/** A table on the whole measure: heads in the brand's colour above a rule, hairlines between rows. */
export const GuidanceTable = ({
  table,
  look,
}: {
  readonly table: TableBlock;
  readonly look: TableLook;
}): ReactElement => {
  const { measure, faces } = useSetting();
  const { head, rows } = wordsOf(table, look);
  const { widths, heights } = setTable(table, measure, look, faces);
  const cells = (words: readonly CellWords[]): ReactElement[] =>
    words.map((cell, i) => <TableCell key={i} words={cell} width={widths[i]!} padding={look.padding} />);
  const set = rows.map((words, i) => (
    <TableRow key={i} gap={look.gap} rule={{ colour: 'rule', thickness: look.rowRule }} stand="top">
      {cells(words)}
    </TableRow>
  ));
  const rule = { colour: 'brand', thickness: look.headRule } as const;
  const groups = together(heights.slice(1), look.together);
  return (
    <Table
      head={
        <TableRow gap={look.gap} rule={rule} stand="foot">
          {cells(head)}
        </TableRow>
      }
    >
      {groups.map(([from, to]) => (
        <RowsTogether key={from}>{set.slice(from, to)}</RowsTogether>
      ))}
    </Table>
  );
};

type Group = readonly [from: number, to: number];

/**
 * Rows that stay on one page: the first two and the last two, so that none stands alone before or after a page's end,
 * unless they are so high that they would leave a hole there.
 */
const together = (heights: readonly number[], highest: number): readonly Group[] => {
  const whole = ([from, to]: Group): Group[] => {
    const rows = heights.slice(from, to);
    const isLow = rows.reduce((sum, height) => sum + height, 0) <= highest;
    return isLow ? [[from, to]] : rows.map((_, i) => [from + i, from + i + 1]);
  };
  const count = heights.length;
  if (count <= 3) return whole([0, count]);
  const middle = heights.slice(2, -2).map((_, i): Group => [i + 2, i + 3]);
  return [...whole([0, 2]), ...middle, ...whole([count - 2, count])];
};

/** The widths of a table's columns, and the heights of its head and of each row below it; in points. */
export const setTable = (
  table: TableBlock,
  measure: number,
  look: TableLook,
  faces: Faces,
): { readonly widths: readonly number[]; readonly heights: readonly number[] } => {
  const { head, rows } = wordsOf(table, look);
  const all = [head, ...rows];
  const needs = head.map((_, i) => {
    const asked = all.map((cells) => cellNeeds(cells[i]!, faces));
    return { least: Math.max(...asked.map(({ least }) => least)), most: Math.max(...asked.map(({ most }) => most)) };
  });
  const widths = columnWidths(needs, measure - (head.length - 1) * look.gap);
  const heights = all.map((cells) => {
    const highest = Math.max(look.body.leading, ...cells.map((cell, i) => cellHeight(cell, widths[i]!, faces)));
    return highest + 2 * look.padding;
  });
  return { widths, heights };
};

/** A table as several that are no higher than there is room; each has the whole head. */
export const dividedTable = (
  table: TableBlock,
  { measure, highest }: { readonly measure: number; readonly highest: number },
  look: TableLook,
  faces: Faces,
): TableBlock[] => {
  const [head = 0, ...heights] = setTable(table, measure, look, faces).heights;
  const parts: { height: number; readonly rows: (readonly Cell[])[] }[] = [];
  table.rows.forEach((row, i) => {
    const last = parts.at(-1);
    const height = heights[i]!;
    if (last && last.height + height <= highest) {
      last.rows.push(row);
      last.height += height;
    } else parts.push({ height: head + height, rows: [row] });
  });
  return parts.map(({ rows }) => ({ ...table, rows }));
};

const wordsOf = (
  { heads, head, rows, aligned }: TableBlock,
  look: TableLook,
): { readonly head: readonly CellWords[]; readonly rows: readonly (readonly CellWords[])[] } => {
  const named = (cell: Cell, i: number, role: CellWords['role']): CellWords => {
    const bold = role !== 'TD';
    const runs = runsOf(cell.inlines, bold ? 700 : 400);
    return { role, runs, style: bold ? look.head : look.body, align: aligned[i]!, place: cell.place };
  };
  return {
    // Nothing stands above the heads of rows.
    head: head.map((cell, i) => ({ ...named(cell, i, isEmpty(cell) ? 'TD' : 'TH/Column'), colour: 'brand' as const })),
    rows: rows.map((cells) => cells.map((cell, i) => named(cell, i, heads === 'both' && i === 0 ? 'TH/Row' : 'TD'))),
  };
};

const isEmpty = ({ inlines }: Cell): boolean => inlines.length === 0;
