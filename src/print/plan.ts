import type { Sheet } from '../data/sheet.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import { type Mm, mm } from '../units.ts';
import {
  imposeBooklet,
  type Imposed,
  imposeLeaves,
  leavesOf,
  paddedToFour,
  repeated,
  type Stack,
} from './imposition.ts';

/** How documents are to fill sheets. */
export type Order = {
  readonly sheet: Sheet;
  /** Of each document; if not given, one of each, or of a single one what fills the sheet. */
  readonly copies?: number;
  readonly stack: Stack;
  /** Of one sheet of paper: what a booklet's inner pages are moved by. */
  readonly thickness: Mm;
  /** Which of them somebody has asked for: what does not go with the sheet is a mistake. */
  readonly asked?: readonly ('stack' | 'thickness')[];
};

/** What is taken where nobody says anything: the thickness is that of office paper, 80 grams a square metre. */
export const usualOrder: Omit<Order, 'sheet'> = { stack: 'step', thickness: mm(0.1) };

/**
 * Tells of what was asked for and does not go with the sheet: piles of a booklet, the thickness of paper that is cut.
 *
 * @returns whether all of it does
 */
export const checkOrder = ({ sheet: { kind, name, cellAt }, asked = [] }: Order, report: Report): boolean => {
  const wrong = asked.filter((each) => (each === 'stack') === (kind === 'booklet'));
  for (const each of wrong) {
    const message =
      each === 'stack'
        ? `the sheet \`${name}\` is folded to a booklet, and --stack is for sheets that are cut into piles`
        : `the sheet \`${name}\` is cut, and --paper-thickness is for booklets, whose sheets lie in one another`;
    report(error('sheet/other-kind', message, cellAt, 'leave it out, or choose a sheet of the other kind'));
  }
  return wrong.length === 0;
};

/** The most sheets of a file: all of them are read back before it is written, which takes a minute. */
export const mostSheets = 1000;

/**
 * Says which page stands where.
 *
 * @param documents how many pages each has
 * @returns undefined when an error was reported: too many sheets, or no booklet
 */
export const planOf = (order: Order, documents: readonly number[], report: Report): Imposed[] | undefined =>
  order.sheet.kind === 'cut' ? planLeaves(order, documents, report) : planBooklets(order, documents, report);

const planLeaves = (
  { sheet, copies, stack }: Order,
  documents: readonly number[],
  report: Report,
): Imposed[] | undefined => {
  const perSheet = sheet.columns * sheet.rows;
  const leaves = documents.flatMap((pages, document) => leavesOf(document, pages));
  const each = copies ?? (documents.length === 1 ? perSheet : 1);
  if (!isWithin(Math.ceil((leaves.length * each) / perSheet), each, report)) return undefined;
  return imposeLeaves(sheet, repeated(leaves, each), stack);
};

const planBooklets = (
  { sheet, copies = 1, thickness }: Order,
  documents: readonly number[],
  report: Report,
): Imposed[] | undefined => {
  const padded = documents.map((pages) => (pages === 1 ? 1 : paddedToFour(pages).length));
  if (padded.includes(1)) {
    const message = `there is one page, and the sheet \`${sheet.name}\` makes a booklet, which needs two at least`;
    const hint = 'choose a sheet of the kind `cut`, or print the page by itself';
    report(error('sheet/one-page', message, undefined, hint));
    return undefined;
  }
  if (!isWithin((copies * padded.reduce((sum, pages) => sum + pages, 0)) / 4, copies, report)) return undefined;
  documents.forEach((pages, document) => {
    const blanks = padded[document]! - pages;
    if (blanks === 0) return;
    const before = `${blanks} blank ${blanks === 1 ? 'page stands' : 'pages stand'} before the last one`;
    const hint = 'leave it as it is, or change the words until the pages are a multiple of four';
    report(warning('sheet/blank-pages', `the booklet has ${pages} pages, so ${before}`, undefined, hint));
  });
  return documents.flatMap((pages, document) =>
    repeated([imposeBooklet(sheet, document, pages, thickness)], copies).flat(),
  );
};

const isWithin = (sheets: number, copies: number, report: Report): boolean => {
  if (sheets <= mostSheets) return true;
  const times = Math.ceil(sheets / mostSheets);
  const message = `${copies} ${copies === 1 ? 'copy' : 'copies'} take ${sheets} sheets, and a file has ${mostSheets} at most`;
  const hint =
    copies >= times
      ? `ask for --copies ${Math.floor(copies / times)}, and print the file ${times} times`
      : 'make the sheets of fewer councils or areas at a time';
  report(error('sheet/too-many', message, undefined, hint));
  return false;
};
