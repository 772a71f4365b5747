import { error, type Place } from '../../diagnostics/diagnostic.ts';
import { LIMITS } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** Takes text piece by piece. */
export type Scanner = { push(text: string): void; end(): void };

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits delimited text into rows, as spreadsheet programs do: RFC 4180, and leniently. What stands behind a closing
 * quote belongs to the cell; a quote within a cell that has none at its beginning is a quote. Line breaks in a cell
 * become `\n`.
 *
 * We do this ourselves because a large file is gone through more than once, in pieces, and every fault needs its cell:
 * csv-parse takes five times as long, and of a quote says only where it gave up.
 *
 * @param take is given each row; its number is the spreadsheet's: empty rows count, lines within a cell do not
 * @throws Unreadable if a row is larger than any row is, or a quote is never closed
 */
export function scanDelimited(
  delimiter: string,
  path: string,
  take: (cells: readonly string[], row: number) => void,
): Scanner {
  const sign = delimiter.charCodeAt(0);
  let state: 'before' | 'plain' | 'quoted' | 'closing' = 'before';
  let cells: string[] = [];
  let cell = '';
  let row = 1;
  let length = 0;
  let afterCr = false;

  const place = (): Place => ({ kind: 'cell', path, row, column: cells.length + 1 });

  const add = (piece: string): void => {
    cell += piece;
    length += piece.length;
    if (length > LIMITS.row) throw state === 'quoted' ? unclosed(place()) : tooLong(place());
  };
  const endCell = (): void => {
    if (cells.length === LIMITS.columns) throw tooWide(place());
    cells.push(cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell);
    cell = '';
    state = 'before';
  };
  const endRow = (): void => {
    endCell();
    take(cells, row);
    cells = [];
    length = 0;
    row += 1;
  };

  return {
    push(text) {
      let start = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (state === 'quoted') {
          const quote = code === QUOTE ? at : text.indexOf('"', at);
          add(text.slice(start, quote < 0 ? text.length : quote));
          if (quote < 0) return;
          at = quote;
          state = 'closing';
          continue;
        }
        if (afterCr) {
          afterCr = false;
          start = at + 1;
          if (code === LF) continue;
        }
        const ends = code === sign || code === LF || code === CR;
        if (code === QUOTE && state !== 'plain') {
          // Two quotes within quotes are one.
          if (state === 'closing') add('"');
          state = 'quoted';
          start = at + 1;
        } else if (!ends) {
          if (state !== 'plain') start = at;
          state = 'plain';
        } else {
          if (state === 'plain') add(text.slice(start, at));
          if (code === sign) endCell();
          else endRow();
          afterCr = code === CR;
          start = at + 1;
        }
      }
      if (state === 'plain') add(text.slice(start));
    },
    end() {
      if (state === 'quoted') throw unclosed(place());
      if (state !== 'before' || cells.length > 0) endRow();
    },
  };
}

function unclosed(place: Place): Unreadable {
  const message = 'a double quote is opened here and never closed';
  return new Unreadable(error('import/quotes', message, place, 'close it at the end of the cell, or remove it'));
}

function tooLong(place: Place): Unreadable {
  const message = `the row has more than ${LIMITS.row} characters`;
  const hint = 'check that each row ends with a line break, and remove what is no text';
  return new Unreadable(error('import/too-large', message, place, hint));
}

/** Of a row of any format. */
export function tooWide(place: Place): Unreadable {
  const message = `the row has more than ${LIMITS.columns} columns`;
  return new Unreadable(error('import/too-large', message, place, 'remove the columns that are not needed'));
}
