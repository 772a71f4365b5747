import type { Inline, Table } from '../content/edition.ts';
import { textOf } from '../content/typography.ts';
import type { Furniture } from '../data/furniture.ts';
import { filled } from '../typeset/phrase.ts';
import { lines, type Markup, markup } from './markup.ts';

/**
 * A table. On a narrow screen it scrolls by itself, not the page, by touch and by key; so it has a name of its own
 * among the regions of the page.
 *
 * @param number counts the tables of the page
 */
export const tableMarkup = (
  { heads, head, rows, aligned }: Table,
  number: number,
  inlines: (given: readonly Inline[]) => Markup,
  furniture: Furniture,
): Markup => {
  const columns = head.map((cell) => textOf(cell.inlines).replaceAll('\u00a0', ' ')).filter((words) => words !== '');
  const name = filled(furniture.table, { number: String(number), columns: columns.join(', ') });
  const look = (i: number): Markup | undefined => (aligned[i] === 'left' ? undefined : markup` class="${aligned[i]}"`);
  return lines(
    markup`<div class="scroll" role="region" aria-label="${name}" tabindex="0">`,
    markup`<table>`,
    markup`<thead>`,
    markup`<tr>`,
    ...head.map(({ inlines: words }, i) =>
      // Nothing stands above the heads of rows.
      words.length === 0 ? markup`<td></td>` : markup`<th scope="col"${look(i)}>${inlines(words)}</th>`,
    ),
    markup`</tr>`,
    markup`</thead>`,
    markup`<tbody>`,
    ...rows.map((row) =>
      lines(
        markup`<tr>`,
        ...row.map(({ inlines: words }, i) =>
          heads === 'both' && i === 0
            ? markup`<th scope="row"${look(i)}>${inlines(words)}</th>`
            : markup`<td${look(i)}>${inlines(words)}</td>`,
        ),
        markup`</tr>`,
      ),
    ),
    markup`</tbody>`,
    markup`</table>`,
    markup`</div>`,
  );
};
