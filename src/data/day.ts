import type { Day } from './record.ts';

/** A day as `YYYY-MM-DD`; undefined if the text is not one or the day does not exist. */
export function parseDay(text: string): Day | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day));
}

/** The day that was probably meant by `1 May 2025`, `1/5/2025`, `01.05.2025` or `2025-5-1`, to be suggested. */
export function guessDay(text: string): Day | undefined {
  const numbers = text.trim().split(/[\s./,-]+/);
  const [a = '', b = '', c = ''] = numbers.length === 4 ? numbers.slice(1) : numbers;
  const month = /^\d/.test(b) ? Number(b) : MONTHS.indexOf(b.slice(0, 3).toLowerCase()) + 1;
  const [year, day] = /^\d{4}$/.test(a) ? [a, c] : [c, a];
  return dayOf(Number(year), month, Number.parseInt(day, 10));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1000 && year <= 9999)) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as Day) : undefined;
}

/** The name of an edition of the guidance: its month, or a day in it. */
export const EDITION = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;
