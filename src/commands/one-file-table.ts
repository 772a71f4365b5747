import { printCsv } from '../data/csv.ts';

/** An area, and where its pages stand in the file, counted from 1; without them, it is not in it. */
export type Row = {
  /** As people write it. */
  readonly council: string;
  readonly area: string;
  readonly pages?: { readonly first: number; readonly last: number };
};

const heads = ['Council', 'Area', 'First page', 'Last page', 'Remark'];

/**
 * The table beside a file of many areas: who must print one of them again finds its pages there. Areas are in the order
 * of the file; those that are not in it stand in their places, and say so.
 */
export const indexTable = (rows: readonly Row[]): string =>
  printCsv([
    heads,
    ...rows.map(({ council, area, pages }) => [
      council,
      area,
      pages ? String(pages.first) : '',
      pages ? String(pages.last) : '',
      pages ? '' : 'not in the file: it has faults',
    ]),
  ]);
