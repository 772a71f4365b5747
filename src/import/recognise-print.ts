import { excerpt } from '../data/area-columns.ts';
import { visible } from '../diagnostics/visible.ts';
import type { Recognised } from './recognise.ts';

const HEAD = ['Column', 'Heading', 'Taken as', 'Because', 'First value'] as const;

/** What was found in a file, for a person to read before anything is written: a row for each column, in its order. */
export function tableOf({ columns, ignored }: Recognised): string {
  const rows = [
    ...columns.map(({ column, heading, field, because, first = '' }) => ({
      column,
      cells: [heading, field, because, first],
    })),
    ...ignored.map(({ column, heading, note, near, first = '' }) => {
      const because = note ?? (near === undefined ? 'not known' : `not known; most like \`${near}\``);
      return { column, cells: [heading, '(ignored)', because, first] };
    }),
  ].toSorted((a, b) => a.column - b.column);
  const lines = [HEAD, ...rows.map(({ column, cells }) => [letters(column), ...cells.map(shown)])];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => [...(line[i] ?? '')].length)));
  return lines
    .map((line) =>
      line
        .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - [...text].length))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

const shown = (text: string): string => visible(excerpt(text.replace(/\s+/g, ' ').trim()).replaceAll('`', ''));

/** A column as spreadsheets name it, from 0: A, B, …, Z, AA. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
