import type { Sheet, Span } from '../data/sheet.ts';
import type { Day } from '../data/record.ts';
import type { Tree } from '../data/yaml-text.ts';
import type { Finish } from '../typeset/template.ts';
import { type Mm, mm } from '../units.ts';
import { mostOf } from './inks.ts';
import { paddedToFour } from './imposition.ts';
import type { Order } from './plan.ts';
import type { BrandInks } from './prepare-sheets.ts';
import { bleed, type Purpose } from './purpose.ts';
import { foldsInWords, inksIn, rounded, size, ticketOf, type TicketRow } from './ticket.ts';

/** What a print unit must know of a file of sheets. */
export type TicketedSheets = {
  readonly file: string;
  /** "Anyshire District Council, Emergency card for candidates" */
  readonly title: string;
  readonly date: Day;
  readonly status: 'final' | 'draft';
  readonly purpose: Extract<Purpose, { readonly kind: 'print' }>;
  readonly order: Order;
  /** How many pages each document has. */
  readonly documents: readonly number[];
  /** How many sheets the file holds, and whether one of them has a back. */
  readonly sheets: number;
  readonly sides: 'one' | 'both';
  /** The size of the pages. */
  readonly page: Span;
  readonly finish: Finish;
  readonly inks: readonly BrandInks[];
};

/** The job ticket that goes with a file of sheets, as YAML that people read. */
export const sheetTicket = (given: TicketedSheets): string => {
  const { file, title, date, status, purpose, order, documents, sheets, sides, page, finish, inks } = given;
  const { sheet } = order;
  const { kind, paper, turn, marks } = sheet;
  const finished = finish.finished ?? page;
  const chosen = inks.flatMap((each) => each.chosen);
  const spots = [...new Set(chosen.flatMap(({ ink }) => (ink.kind === 'spot' ? [ink.name] : [])))];
  const turned = `both, the paper turned over its ${turn === 'long-edge' ? 'long' : 'short'} edge`;
  const folds = finish.words ?? (finish.folds ? foldsInWords(finish) : undefined);
  return ticketOf([
    ['job', title],
    ['file', file],
    ['status', status === 'draft' ? 'a draft, not to be printed' : 'final'],
    ['date', date],
    ...copiesIn(given),
    ['sheet', `${sheet.name}, ${size(paper.width, paper.height)}, printed at 100 %`],
    ['sheets', String(sheets)],
    ['sides', sides === 'one' ? 'one' : turned],
    ...(kind === 'cut' ? placesIn(order) : bindingIn(order, documents)),
    ['finished size', size(finished.width, finished.height)],
    ...(kind === 'cut' || folds !== undefined ? [['fold', folds ?? 'none'] as const] : []),
    ['bleed', bleedIn(sheet)],
    ['safe area', `no words within ${finish.safe} mm of the cut`],
    ['marks', marks === 'none' ? 'none' : 'crop and fold marks in the margins, in every ink'],
    ['colours', spots.length === 0 ? 'CMYK' : `CMYK and ${spots.join(', ')}`],
    ['inks', inksOf(inks)],
    ['most ink', `${Math.round(mostOf(chosen))} %`],
    ['profile', purpose.profile.description],
    ['standard', 'PDF/X-4; the file is tagged too (PDF/UA-1, PDF/A-2a), which printing does not need'],
    ['paper', '', 'for whoever orders it; the colours are made for the profile above'],
  ]);
};

/** How many of each are wanted, how many the file makes, and how often it is printed for that. */
const copiesIn = ({ order, purpose, documents }: TicketedSheets): TicketRow[] => {
  const { sheet, copies } = order;
  const filled = sheet.kind === 'cut' && documents.length === 1 ? sheet.columns * sheet.rows : 1;
  const held = copies ?? filled;
  const wanted = copies ?? purpose.copies;
  const times = wanted === undefined ? undefined : Math.ceil(wanted / held);
  return [
    ['copies', wanted === undefined ? '' : String(wanted), wanted === undefined ? 'of each: fill in' : 'of each'],
    ['in the file', `${held} of each`],
    [
      'print the file',
      times === undefined ? '' : times === 1 ? 'once' : `${times} times`,
      times === undefined ? 'fill in' : undefined,
    ],
  ];
};

/** The places of a sheet that is cut, and how pages fill them. */
const placesIn = ({ sheet, stack }: Order): TicketRow[] => {
  const { columns, rows, cell, gutters } = sheet;
  const up = columns * rows;
  const grid = up === 1 ? 'one' : `${up}, ${columns} across and ${rows} down`;
  const apart = [
    ...(columns > 1 ? [`${rounded(gutters.across)} mm apart across`] : []),
    ...(rows > 1 ? [`${rounded(gutters.down)} mm apart down`] : []),
  ];
  const words = {
    step: 'place after place, row by row: what is repeated lies beside itself',
    cut: 'cut and stack: the piles, put on one another row by row, are in order',
  } as const;
  return [
    ['up', [`${grid}, each ${size(cell.width, cell.height)}`, ...apart].join(', ')],
    ...(up > 1 ? [['stack', words[stack]] as const] : []),
  ];
};

/** How a booklet is put together. */
const bindingIn = ({ thickness }: Order, documents: readonly number[]): TicketRow[] => {
  const most = Math.max(...documents);
  const padded = paddedToFour(most).length;
  const blanks = padded - most;
  const inOne = padded / 4;
  return [
    ['up', 'two pages beside one another'],
    ['binding', 'sheets within one another, folded in the middle and stitched there'],
    [
      'pages',
      `${most}${blanks > 0 ? `, and ${blanks} blank before the last one` : ''}: ${inOne} ${inOne === 1 ? 'sheet' : 'sheets'} to a booklet`,
    ],
    [
      'creep',
      inOne === 1 || thickness === 0
        ? 'none'
        : `${rounded(thickness)} mm for each sheet inwards, the thickness of the paper: pages are moved towards the spine`,
    ],
  ];
};

/** How far colours go on round the block of pages, and between two of them. */
const bleedIn = ({ margins, gutters, columns, rows, kind }: Sheet): string => {
  const outer = Math.min(bleed, ...Object.values(margins));
  const between = [...(columns > 1 ? [gutters.across] : []), ...(rows > 1 ? [gutters.down] : [])];
  const inner: Mm | undefined =
    kind === 'booklet' || between.length === 0 ? undefined : mm(Math.min(bleed, ...between.map((gap) => gap / 2)));
  const inside = inner === undefined || inner === outer ? '' : `, ${rounded(inner)} mm between pages`;
  return `${rounded(outer)} mm round ${kind === 'booklet' ? 'the open booklet' : 'the pages'}${inside}`;
};

/** The inks of the one brand, or of each. */
const inksOf = (inks: readonly BrandInks[]): Tree => {
  const [one] = inks;
  if (one && inks.length === 1) return inksIn(one.brand, one.chosen);
  return new Map(inks.map(({ brand, chosen }) => [brand.id, inksIn(brand, chosen)]));
};
