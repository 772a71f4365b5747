import { bilingualCard } from '../templates/bilingual-card/bilingual-card.tsx';
import { bilingualLeaflet } from '../templates/bilingual-leaflet/bilingual-leaflet.tsx';
import { bilingualPoster } from '../templates/bilingual-poster/bilingual-poster.tsx';
import { booklet } from '../templates/booklet/booklet.tsx';
import { brandPage } from '../templates/brand-page/brand-page.tsx';
import { foldedCard } from '../templates/folded-card/folded-card.tsx';
import { largePrint } from '../templates/large-print/large-print.tsx';
import { leaflet } from '../templates/leaflet/leaflet.tsx';
import { poster } from '../templates/poster/poster.tsx';
import { proofSheet } from '../templates/proof-sheet/proof-sheet.tsx';
import { trifold, trifoldZ } from '../templates/trifold/trifold.tsx';
import { walletCard } from '../templates/wallet-card/wallet-card.tsx';
import type { SetName, TemplateName } from './catalogue.ts';
import type { Span } from './data/sheet.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Clock } from './job.ts';
import type { LaidPage } from './typeset/laid.ts';
import { filled } from './typeset/phrase.ts';
import { type Finish, type Parts, type Template, usualFinish } from './typeset/template.ts';
import { typeset } from './typeset/typeset.ts';

/** What a product is composed of, in one language or in two. */
export type Spoken = readonly [first: Parts, second: Parts | undefined];

/** What a proof sheet says besides the record. */
export type Proof = Parameters<typeof proofSheet>[0];

/** Composes and typesets pages; undefined when an error was reported. */
type SetPages = (spoken: Spoken, report: Report, clock: Clock) => Promise<readonly LaidPage[] | undefined>;

/** What is made of a template. */
type Paged = {
  readonly size: Span;
  readonly finish: Finish;
  /** What it is called in its file. */
  readonly title: (parts: Parts) => string;
  readonly set: SetPages;
};

/** @param inTwo the template of both languages together, where there is one */
const paged = <Fit, FitInTwo>(
  template: Template<Fit>,
  title: Paged['title'],
  inTwo?: (second: Parts) => Template<FitInTwo>,
): Paged => ({
  size: template.size,
  finish: template.finish ?? usualFinish,
  title,
  set: ([parts, second], report, clock) =>
    second && inTwo ? typeset(inTwo(second), parts, report, clock) : typeset(template, parts, report, clock),
});

const guidanceTitle: Paged['title'] = ({ edition }) => edition.guidance.title;

const trifoldTitle: Paged['title'] = ({ edition, furniture }) =>
  filled(furniture.trifoldTitle, { title: edition.guidance.title });

const templates: { readonly [name in TemplateName]: Paged } = {
  leaflet: paged(leaflet, guidanceTitle, bilingualLeaflet),
  'large-print': paged(largePrint, ({ edition, furniture }) =>
    filled(furniture.largePrintTitle, { title: edition.guidance.title }),
  ),
  trifold: paged(trifold, trifoldTitle),
  'trifold-z': paged(trifoldZ, trifoldTitle),
  booklet: paged(booklet, guidanceTitle),
  'wallet-card': paged(walletCard, ({ furniture }) => furniture.cardTitle, bilingualCard),
  poster: paged(poster, ({ furniture }) => furniture.posterTitle, bilingualPoster),
  'folded-card': paged(foldedCard, ({ furniture }) => furniture.foldedTitle),
};

/**
 * Composes and typesets the pages of a product; undefined when an error was reported.
 *
 * @param proof asked for a proof sheet only
 */
export const setProduct = async (
  product: SetName,
  spoken: Spoken,
  proof: () => Proof,
  report: Report,
  clock: Clock,
): Promise<readonly LaidPage[] | undefined> => {
  const [parts] = spoken;
  switch (product) {
    case 'proof-sheet':
      return typeset(proofSheet(proof()), parts, report, clock);
    case 'brand-page': {
      const pages = await templates['wallet-card'].set([parts, undefined], report, clock);
      return pages && typeset(brandPage(pages), parts, report, clock);
    }
    default:
      return templates[product].set(spoken, report, clock);
  }
};

/** The size of a page. */
export const sizeOf = (template: TemplateName): Span => templates[template].size;

const isTemplate = (product: SetName): product is TemplateName => Object.hasOwn(templates, product);

/** What happens to printed pages: the same in one language and in two. */
export const finishOf = (product: SetName): Finish => (isTemplate(product) ? templates[product].finish : usualFinish);

/** What a product is called in its file. */
export const titleOf = (product: SetName): ((parts: Parts) => string) => {
  switch (product) {
    case 'proof-sheet':
      return ({ furniture }) => furniture.proofTitle;
    case 'brand-page':
      return ({ furniture }) => furniture.brandTitle;
    default:
      return templates[product].title;
  }
};
