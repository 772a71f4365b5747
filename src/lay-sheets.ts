import { sheetPaper, type SheetSide } from '../templates/sheet/sheet.tsx';
import type { Sheet } from './data/sheet.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Metadata } from './pdf/document.ts';
import type { Clock } from './job.ts';
import { impose, type SheetLook, sidesOf } from './print/impose.ts';
import type { Imposed } from './print/imposition.ts';
import { behind, reverseOf, type Stance } from './print/sheet.ts';
import { bleed } from './print/purpose.ts';
import { foldLinesOn } from './print/sheet-marks.ts';
import type { Spoken } from './products.ts';
import type { LaidPage } from './typeset/laid.ts';
import type { Fold, Parts } from './typeset/template.ts';
import { typeset } from './typeset/typeset.ts';
import { type Mm, mm, pt, ptToMm } from './units.ts';

/** A document that is set, and what it was composed of. */
export type SetDocument = { readonly spoken: Spoken; readonly pages: readonly LaidPage[] };

/** What sheets are for, as far as it is seen on them. */
export type SheetsFor = {
  readonly look?: SheetLook;
  /** What stands beside the pages for those who print them: the file and its day. */
  readonly beside?: string;
};

/**
 * Puts the pages of documents on sheets: sets the slug of each side, and imposes the pages over it.
 *
 * @returns undefined when an error was reported
 */
export const laySheets = async (
  sheet: Sheet,
  sheets: readonly Imposed[],
  documents: readonly SetDocument[],
  report: Report,
  clock: Clock,
  { look, beside }: SheetsFor = {},
): Promise<readonly LaidPage[] | undefined> => {
  const [first] = documents;
  if (!first) throw new Error('there is nothing to be put on sheets');
  const [parts, second] = first.spoken;
  const folded = foldedOf(sheet, documents, look?.folds);
  const slugs = slugsOf(sheets, documents).map((side): SheetSide => {
    const own = folded[side.side];
    return { ...side, ...(own && { folds: own }), ...(beside !== undefined && { beside }) };
  });
  const papers = await typeset(
    sheetPaper(sheet, slugs, second, look?.edges === 'bled' ? bleed : mm(0)),
    parts,
    report,
    clock,
  );
  const pages = documents.map((document) => document.pages);
  return papers && impose(sheet, sheets, pages, papers, parts.palette.ink, look);
};

/** Where the folds of the first column are marked, from its left edge: words of the slug stand between them. */
const foldedOf = (
  sheet: Sheet,
  documents: readonly SetDocument[],
  folds: SheetLook['folds'],
): { readonly [side in SheetSide['side']]?: readonly Mm[] } => {
  const page = documents[0]?.pages[0];
  if (!folds || !page || sheet.kind === 'booklet') return {};
  const size = { width: ptToMm(pt(page.width)), height: ptToMm(pt(page.height)) };
  const { stance } = behind(sheet, { row: 0, column: 0 });
  const within = (seen: Sheet, own: readonly Fold[], how: Stance): Mm[] =>
    foldLinesOn(seen, size, own, how).upright.map((at) => mm(at - seen.margins.left));
  return { front: within(sheet, folds[0], 'upright'), back: within(reverseOf(sheet), folds[1], stance) };
};

/** How a viewer is asked to print sheets. */
export const printingOf = ({ turn }: Sheet): NonNullable<Metadata['printing']> => turn;

const slugsOf = (sheets: readonly Imposed[], documents: readonly SetDocument[]): SheetSide[] =>
  sheets.flatMap((imposed, i): SheetSide[] => {
    const found = [...new Set(imposed.front.map(({ document }) => document))].toSorted((a, b) => a - b);
    const spoken = found.map((document) => documents[document]!.spoken);
    const namesIn = (language: 0 | 1) => namesOf(spoken.map((parts) => (parts[language] ?? parts[0]).edition.record));
    const records = [namesIn(0), namesIn(1)] as const;
    return sidesOf([imposed]).map((side) => ({ side, sheet: i + 1, sheets: sheets.length, records }));
  });

type RecordOf = Parts['edition']['record'];

/** The first and the last of several records; the council once, if it is the council of both. */
const namesOf = (records: readonly RecordOf[]): SheetSide['records'][0] => {
  const [first, last] = [records[0]!, records.at(-1)!];
  const isOfOne = first.council.name === last.council.name;
  const inFull = [
    first.council.name,
    ...(first.area === undefined ? [] : [`, ${first.area}`]),
    ...(records.length === 1 ? [] : [' – ', ...(isOfOne ? [] : [last.council.name])]),
    ...(records.length === 1 || last.area === undefined ? [] : [isOfOne ? last.area : `, ${last.area}`]),
  ].join('');
  const slugs = [...new Set([first.slug, last.slug])];
  return { inFull, inShort: slugs.join(' – ') };
};
