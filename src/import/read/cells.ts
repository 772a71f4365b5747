import type { SheetCell, SheetRow } from '../workbook.ts';

export const EMPTY: SheetCell = { text: '', kind: 'empty' };

export const textCell = (text: string): SheetCell => (text === '' ? EMPTY : { text, kind: 'text' });

/** A row without the empty cells at its end; undefined when nothing else is in it. */
export function rowOf(number: number, cells: readonly SheetCell[]): SheetRow | undefined {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.kind === 'empty') end -= 1;
  return end === 0 ? undefined : { number, cells: end === cells.length ? cells : cells.slice(0, end) };
}

/** A number in plain digits, as nobody's spreadsheet shows long ones: `1253477490`, not `1.25E+09`. */
export function plainNumber(number: number): string {
  if (!Number.isFinite(number)) return String(number);
  // Spreadsheets keep 15 digits; what stands behind them is noise of the binary fraction.
  const rounded = Number(number.toPrecision(15));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  const text = String(rounded);
  if (!text.includes('e')) return text;
  const places = 15 - Math.ceil(Math.log10(Math.abs(rounded)));
  return rounded.toFixed(Math.min(100, places)).replace(/\.?0+$/, '');
}
