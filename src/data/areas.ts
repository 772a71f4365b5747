import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { collisions, folderName } from '../output-names.ts';
import { type Columns, excerpt, findColumns } from './area-columns.ts';
import { displayName, faultOfName, isFormula } from './area-name.ts';
import { type Owner, type Row, rowsOf } from './area-rows.ts';
import { checkNoun } from './check-noun.ts';
import { cell, parseCells, type TableFile } from './cells.ts';

/** A ward, division or district electoral area of a council. */
export type Area = {
  /** As it is printed: "Abbey ward". */
  readonly name: string;
  /** The same in other languages, by their tags: `cy`. */
  readonly names?: Readonly<Record<string, string>>;
  /** As it was typed, if it is printed otherwise: "Abbey". */
  readonly typed?: string;
  /** The cell that it was read from. */
  readonly place: Place;
};

export type Areas = {
  readonly areas: readonly Area[];
  /** How many rows of the council have a fault and give no area. */
  readonly faulty: number;
};

/**
 * Reads the areas of a council: of a table with a column `name`, or of a list of the Office for National Statistics.
 * A row with a fault is reported, and the others are read.
 *
 * @returns undefined when the file as a whole is faulty
 */
export function parseAreas(file: TableFile, owner: Owner, report: Report): Areas | undefined {
  const { path } = file;
  const table = parseCells(file, report);
  const columns = table && findColumns(table, path, report);
  const rows = columns && rowsOf(owner, table, columns, path, report);
  if (!rows) return undefined;
  checkNoun(owner, columns, path, report);
  const sound = rows.flatMap((row) => readRow(row, columns, path, report) ?? []);
  const areas = distinctAreas(sound, report).map(({ name, names, typed, place }) => ({
    name,
    ...(names && { names }),
    ...(typed !== undefined && { typed }),
    place,
  }));
  if (file.encoding === 'windows-1252') warnOfGuess(areas, path, report);
  return { areas, faulty: rows.length - areas.length };
}

type Named = Area & { readonly row: number };

/** The areas that can be told from one another, each with the row that it stands in; the others are reported. */
export const distinctAreas = <T extends Named>(areas: readonly T[], report: Report): readonly T[] =>
  apart(once(areas, report), report);

function readRow({ number, cells }: Row, columns: Columns, path: string, report: Report): Named | undefined {
  const { name: column, width, noun } = columns;
  const place = cell(path, number, column + 1);
  const text = (cells[column] ?? '').trim().normalize('NFC');
  const uneven = cells.length < width || cells.slice(width).some((more) => more !== '');
  if (uneven && !isFormula(text)) {
    const message = `the row has ${counted(cells.length, 'cell')}, and the header ${counted(width, 'column')}`;
    const hint =
      cells.length > width ? 'put a name with a comma in double quotes' : 'fill in the cells that are missing';
    report(error('areas/columns', message, cell(path, number, Math.min(cells.length, width) + 1), hint));
    return undefined;
  }
  const welsh = (columns.welsh === undefined ? '' : (cells[columns.welsh] ?? '')).trim().normalize('NFC');
  const fault =
    faultOfName(text, place) ??
    (welsh === '' ? undefined : faultOfName(welsh, cell(path, number, (columns.welsh ?? 0) + 1)));
  if (fault) report(fault);
  if (fault) return undefined;
  const name = displayName(text, noun);
  const typed = (columns.typed === undefined ? text : (cells[columns.typed] ?? '')).trim().normalize('NFC');
  return {
    name,
    ...(welsh !== '' && { names: { cy: welsh } }),
    ...(typed !== '' && typed !== name && { typed }),
    place,
    row: number,
  };
}

/** Each name once: the second is the fault. */
function once<T extends Named>(areas: readonly T[], report: Report): readonly T[] {
  const seen = new Map<string, number>();
  return areas.filter(({ name, place, row }) => {
    const key = name.toUpperCase().toLowerCase();
    const first = seen.get(key);
    if (first === undefined) return seen.set(key, row);
    const message = `\`${excerpt(name)}\` is the name of row ${first} too`;
    report(error('areas/duplicate-name', message, place, 'remove one of the two rows'));
    return false;
  });
}

/** Names that differ and would still be written into one folder: neither is. */
function apart<T extends Named>(areas: readonly T[], report: Report): readonly T[] {
  const folders = areas.map(({ name }) => folderName(name));
  if (new Set(folders).size === folders.length) return areas;
  const found = collisions(folders.map((folder, index) => [String(index), folder] as const));
  const lost = new Set<Named>();
  for (const { name: folder, records } of found) {
    const same = records.flatMap((index) => areas[Number(index)] ?? []);
    for (const area of same) {
      const others = same
        .filter((other) => other !== area)
        .map(({ row, name }) => `\`${excerpt(name)}\` in row ${row}`);
      const message = `\`${excerpt(area.name)}\` would be written over ${others.join(' and ')}, as \`${folder}\``;
      report(error('areas/same-file', message, area.place, 'make them differ in a letter or a figure'));
      lost.add(area);
    }
  }
  return areas.filter((area) => !lost.has(area));
}

/** Letters beyond ASCII are what a guess gets wrong. */
function warnOfGuess(areas: readonly Area[], path: string, report: Report): void {
  const telling = areas.find(({ name }) => /[^\0-\x7f]/.test(name));
  if (!telling) return;
  const message = `\`${path}\` is not in UTF-8 and was read as Windows-1252: is \`${excerpt(telling.name)}\` right?`;
  report(warning('areas/encoding', message, telling.place, 'save the file as `CSV UTF-8`'));
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
