import type { Brand } from '../data/brand.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { pressInks, screenInks } from '../pdf/inks.ts';
import { reachOf } from '../pdf/font.ts';
import { type Press, screenPress } from '../pdf/press.ts';
import type { Faces } from '../typeset/faces.ts';
import type { LaidPage } from '../typeset/laid.ts';
import { type Finish, foldsOf } from '../typeset/template.ts';
import { mmToPt } from '../units.ts';
import { conversionOf } from './conversion.ts';
import { withGuides } from './guides.ts';
import { type Chosen, checkInk, type InkBook, openInks, softProofInks } from './inks.ts';
import { withMarks } from './marks.ts';
import { bleed, type Purpose, surround } from './purpose.ts';
import { checkSafeArea, traceSafeArea } from './safe-area.ts';

/** Laid-out pages, and whose they are. */
export type ToPrint = {
  readonly template: string;
  readonly pages: readonly LaidPage[];
  readonly finish: Finish;
  readonly brand: Brand;
  readonly faces: Faces;
  /** Of each page, what stands beside it: file, day, council. */
  readonly slugOf: (page: number) => string;
};

/** What the painter gets, and what is to be asked once it has painted. */
export type Prepared = {
  readonly pages: readonly LaidPage[];
  readonly press: Press;
  /** Texts that stand outside the page. */
  readonly beside: readonly string[];
  /** Checks the inks that were painted; gives them. */
  readonly painted: (report: Report) => readonly Chosen[];
};

/** Roles that a brand has printed in an ink of its own. */
const spotsOf = ({ given }: Brand): (keyof Brand['roles'])[] =>
  (['brand', 'onBrand', 'tint'] as const).filter((role) => given[role]?.spot !== undefined);

/**
 * Makes pages ready for what they are for: colours, boxes, marks; no word and no line break changes. Words too near to
 * the cut or to a fold are reported.
 *
 * @returns undefined when an error was reported
 */
export const prepare = async (purpose: Purpose, given: ToPrint, report: Report): Promise<Prepared | undefined> => {
  const { template, pages, finish, brand, faces, slugOf } = given;
  if (purpose.kind === 'screen') return { pages, press: screenPress, beside: [], painted: () => [] };
  const beside = pages.map((_, page) => slugOf(page + 1));
  const profile = purpose.kind === 'print' ? purpose.profile : purpose.press;
  const conversion = profile && (await conversionOf(profile, report));
  if (profile && !conversion) return undefined;
  const book: InkBook | undefined = conversion && openInks(brand, conversion);
  checkSafeArea(template, pages, finish, report, purpose.kind === 'print' ? 'error' : 'warning');
  if (faces.trace) traceSafeArea(pages, finish, faces.trace, reachOf);
  const painted = (told: Report): readonly Chosen[] => {
    if (book && conversion && purpose.kind === 'print') checkInk(book, brand, conversion, told);
    return book?.chosen() ?? [];
  };
  if (purpose.kind === 'proof') {
    const inks = book && conversion ? softProofInks(book, conversion) : screenInks;
    const press: Press = { ...screenPress, inks, bleed: mmToPt(bleed), surround: mmToPt(surround) };
    const guided = pages.map((page, i) =>
      withGuides(page, { safe: finish.safe, folds: foldsOf(finish, i), slug: beside[i]! }, faces),
    );
    return { pages: guided, press, beside, painted };
  }
  if (!book) return undefined;
  const hasMarks = purpose.marks === 'all';
  const { bytes, identifier, description } = purpose.profile;
  const press: Press = {
    inks: pressInks(book.choose),
    intent: { kind: 'press', profile: bytes, identifier, description },
    bleed: mmToPt(bleed),
    surround: mmToPt(hasMarks ? surround : bleed),
    links: 'none',
  };
  if (!hasMarks) return { pages, press, beside: [], painted };
  const marked = pages.map((page, i) =>
    withMarks(page, { folds: foldsOf(finish, i), spots: spotsOf(brand), slug: beside[i]! }, faces),
  );
  return { pages: marked, press, beside, painted };
};
