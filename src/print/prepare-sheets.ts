import type { Brand } from '../data/brand.ts';
import type { Sheet, Span } from '../data/sheet.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type Inks, openPressInks, screenInks } from '../pdf/inks.ts';
import { type Press, screenPress } from '../pdf/press.ts';
import type { Faces } from '../typeset/faces.ts';
import type { LaidPage } from '../typeset/laid.ts';
import type { Finish } from '../typeset/template.ts';
import { mmToPt } from '../units.ts';
import { type Conversion, conversionOf } from './conversion.ts';
import { type Chosen, checkInk, type InkBook, openInks, softProofInks } from './inks.ts';
import { type Purpose, surround } from './purpose.ts';
import { withSheetGuides } from './sheet-guides.ts';

/** Sheets that are laid out, and whose pages stand on them. */
export type SheetsToPrint = {
  readonly sheet: Sheet;
  readonly sides: readonly LaidPage[];
  /** Which side of the paper each of them is. */
  readonly which: readonly ('front' | 'back')[];
  /** The size of the pages that stand on them. */
  readonly size: Span;
  /** The brand of each document. */
  readonly brands: readonly Brand[];
  readonly finish: Finish;
  readonly faces: Faces;
};

/** The inks of one brand on the sheets. */
export type BrandInks = { readonly brand: Brand; readonly chosen: readonly Chosen[] };

/** What the painter gets, and what is to be asked once it has painted. */
export type PreparedSheets = {
  readonly pages: readonly LaidPage[];
  readonly press: Press;
  /** Checks the inks that were painted; gives those of each brand. */
  readonly painted: (report: Report) => readonly BrandInks[];
};

/**
 * Makes sheets ready for what they are for. Each document is printed in the inks of its own brand; what no document
 * holds (marks, slugs) is in black or in all inks.
 *
 * @returns undefined when an error was reported
 */
export const prepareSheets = async (
  purpose: Purpose,
  { sheet, sides, which, size, brands, finish, faces }: SheetsToPrint,
  report: Report,
): Promise<PreparedSheets | undefined> => {
  if (purpose.kind === 'screen') return { pages: sides, press: screenPress, painted: () => [] };
  const profile = purpose.kind === 'print' ? purpose.profile : purpose.press;
  const conversion = profile && (await conversionOf(profile, report));
  if (profile && !conversion) return undefined;
  const books = conversion ? booksOf(brands, conversion) : undefined;
  const painted = (told: Report): readonly BrandInks[] =>
    [...(books?.each ?? [])].map(([brand, book]) => {
      if (conversion && purpose.kind === 'print') checkInk(book, brand, conversion, told);
      return { brand, chosen: book.chosen() };
    });
  if (purpose.kind === 'proof') {
    const inks = books && conversion && inBooks(books, (book) => softProofInks(book, conversion));
    const press: Press = { ...screenPress, ...(inks ?? { inks: screenInks }), surround: mmToPt(surround) };
    const pages = sides.map((page, i) => withSheetGuides(page, sheet, { side: which[i]!, finish, size }, faces));
    return { pages, press, painted };
  }
  if (!books) return undefined;
  const inksOf = openPressInks();
  const { bytes, identifier, description } = purpose.profile;
  const press: Press = {
    ...inBooks(books, ({ choose }) => inksOf(choose)),
    intent: { kind: 'press', profile: bytes, identifier, description },
    bleed: 0,
    surround: 0,
    links: 'none',
  };
  return { pages: sides, press, painted };
};

/** A book of inks for each brand, and for each document the brand that is its. */
type Books = { readonly each: ReadonlyMap<Brand, InkBook>; readonly of: readonly Brand[] };

const booksOf = (brands: readonly Brand[], conversion: Conversion): Books => {
  const each = new Map([...new Set(brands)].map((brand) => [brand, openInks(brand, conversion)] as const));
  return { each, of: brands };
};

/** The inks of the first brand, and those of each document by its scope: `0/`. */
const inBooks = ({ each, of }: Books, make: (book: InkBook) => Inks): Pick<Press, 'inks' | 'inksIn'> => {
  const inks = new Map([...each].map(([brand, book]) => [brand, make(book)]));
  return {
    inks: inks.get(of[0]!)!,
    inksIn: (scope) => {
      const document = /^(\d+)\/$/.exec(scope)?.[1];
      return document === undefined ? undefined : inks.get(of[Number(document)]!);
    },
  };
};
