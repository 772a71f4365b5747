import { format as shownAs, getFormatDateInfo, isDateFormat, isValidFormat } from 'numfmt';
import type { SheetCell } from '../workbook.ts';
import { plainNumber } from './cells.ts';

/** Days from the day 0 of spreadsheets to that of JavaScript. */
const UNIX = 25_569;
const DAYS_1904 = 1462;
/** 31 December 9999, the last day of Excel. */
const LAST = 2_958_465;
const DAY = 86_400_000;

type Shown = { readonly kind: 'number' | 'day' | 'time'; readonly pattern: string };

/** What number cells become in a workbook. */
export function numberCells(from1904: boolean): (raw: string, pattern: string) => SheetCell {
  const known = new Map<string, Shown>();
  return (raw, pattern) => {
    const number = Number(raw);
    if (!Number.isFinite(number)) return { text: raw, kind: 'error' };
    const shown = known.get(pattern) ?? shownOf(pattern);
    known.set(pattern, shown);
    if (shown.kind === 'day') return dayCell(number, from1904);
    if (shown.pattern === 'General') return { text: plainNumber(number), kind: 'number', number };
    const text = shownAs(shown.pattern, number, { throws: false }).trim();
    // Neither hidden, nor rounded to a power of ten: nobody means `1.25E+09`.
    const isPlain = text !== '' && !/[\d.]E[+-]?\d/i.test(text);
    return { text: isPlain ? text : plainNumber(number), kind: 'number', number, format: pattern };
  };
}

function shownOf(pattern: string): Shown {
  if (/^(general|@)$/i.test(pattern) || !isValidFormat(pattern)) return { kind: 'number', pattern: 'General' };
  if (!isDateFormat(pattern)) return { kind: 'number', pattern };
  const { year, month, day } = getFormatDateInfo(pattern);
  return { kind: year || month || day ? 'day' : 'time', pattern };
}

/** Also of a cell that holds its day as ISO 8601 itself. */
export function isoCell(raw: string): SheetCell {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(raw) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${time ?? '00:00'}Z`);
  if (Number.isNaN(at)) return { text: raw, kind: 'error' };
  return dayCell(at / DAY + UNIX, false);
}

/** A day in ISO 8601, with its time if it has one. */
function dayCell(number: number, from1904: boolean): SheetCell {
  const days = number + (from1904 ? DAYS_1904 : 0);
  // Excel shows the same, and so wide as the cell is.
  if (days < 0 || days >= LAST + 1) return { text: '########', kind: 'error', number };
  // Its calendar has a 29 February 1900, which was none: the days before it are one less.
  const real = !from1904 && days < 60 ? days + 1 : days;
  const minutes = new Date(Math.round((real - UNIX) * 1440) * 60_000).toISOString();
  const [day = '', time = ''] = minutes.slice(0, 16).split('T');
  return { text: time === '00:00' ? day : `${day} ${time}`, kind: 'date', number };
}
