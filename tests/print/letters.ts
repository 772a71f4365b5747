import { readFileSync } from 'node:fs';
import { parseSheet } from '../../src/data/sheet-file.ts';
import type { Sheet } from '../../src/data/sheet.ts';
import type { Imposed, Placed } from '../../src/print/imposition.ts';
import { silent } from '../sources.ts';

/** A sheet that handbill brings along. */
export const sheetNamed = (name: string): Sheet => {
  const path = `content/sheets/${name}.yaml`;
  return parseSheet({ path, text: readFileSync(path, 'utf8') }, name, silent)!;
};

/** A side of a sheet as one looks at it: each page by its document's letter and its number, `^` with its head at the foot. */
const drawnSide = ({ rows, columns }: Sheet, placed: readonly Placed[]): string => {
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '.'));
  for (const { document, page, cell, stance } of placed) {
    const letter = String.fromCharCode('A'.charCodeAt(0) + document);
    grid[cell.row]![cell.column] = `${letter}${page + 1}${stance === 'turned' ? '^' : ''}`;
  }
  return grid
    .map((row) =>
      row
        .map((each) => each.padEnd(3))
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
};

/** Sheets in letters: the front, and below a line the back. */
export const drawn = (sheet: Sheet, sheets: readonly Imposed[]): string =>
  sheets
    .map(({ front, back }) => `${drawnSide(sheet, front)}${back ? `\n---\n${drawnSide(sheet, back)}` : ''}`)
    .join('\n\n');
