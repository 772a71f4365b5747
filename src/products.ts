import { bilingualCard } from '../templates/bilingual-card/bilingual-card.tsx';
import { bilingualLeaflet } from '../templates/bilingual-leaflet/bilingual-leaflet.tsx';
import { brandPage } from '../templates/brand-page/brand-page.tsx';
import { largePrint } from '../templates/large-print/large-print.tsx';
import { leaflet } from '../templates/leaflet/leaflet.tsx';
import { proofSheet } from '../templates/proof-sheet/proof-sheet.tsx';
import { walletCard } from '../templates/wallet-card/wallet-card.tsx';
import type { Sheet } from './data/sheet.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import { laySheets } from './lay-sheets.ts';
import type { Clock } from './pipeline.ts';
import { fits } from './print/fit.ts';
import { imposeLeaves, leavesOf, repeated } from './print/imposition.ts';
import type { LaidPage } from './typeset/laid.ts';
import { filled } from './typeset/phrase.ts';
import { type Finish, type Parts, type Template, usualFinish } from './typeset/template.ts';
import { typeset } from './typeset/typeset.ts';

/** What is printed or read as pages. */
export type PagedName = 'leaflet' | 'large-print' | 'wallet-card' | 'wallet-card.sheet' | 'proof-sheet' | 'brand-page';

/** What a product is composed of, in one language or in two. */
export type Spoken = readonly [first: Parts, second: Parts | undefined];

/** What a proof sheet says besides the record. */
export type Proof = Parameters<typeof proofSheet>[0];

/** What a product takes besides the record. */
export type Setting = {
  /** Asked for a proof sheet only. */
  readonly proof: () => Proof;
  /** What cards are put on. */
  readonly sheet: Sheet;
};

/** Composes and typesets the pages of a product; undefined when an error was reported. */
export const setProduct = async (
  product: PagedName,
  spoken: Spoken,
  { proof, sheet }: Setting,
  report: Report,
  clock: Clock,
): Promise<readonly LaidPage[] | undefined> => {
  const [parts, second] = spoken;
  const set = <Fit>(template: Template<Fit>) => typeset(template, parts, report, clock);
  const setCard = () => (second ? set(bilingualCard(second)) : set(walletCard));
  switch (product) {
    case 'leaflet':
      return second ? set(bilingualLeaflet(second)) : set(leaflet);
    case 'large-print':
      return set(largePrint);
    case 'wallet-card':
      return setCard();
    case 'proof-sheet':
      return set(proofSheet(proof()));
    case 'brand-page': {
      const card = await set(walletCard);
      return card && set(brandPage(card));
    }
    case 'wallet-card.sheet': {
      const pages = fits(walletCard.size, sheet, '`wallet-card`', report) ? await setCard() : undefined;
      if (!pages) return undefined;
      const leaves = repeated(leavesOf(0, pages.length), sheet.columns * sheet.rows);
      return laySheets(sheet, imposeLeaves(sheet, leaves, 'step'), [{ spoken, pages }], report, clock);
    }
  }
};

/** What happens to printed pages: the same in one language and in two. */
const finishes: { readonly [product in PagedName]?: Finish | undefined } = {
  leaflet: leaflet.finish,
  'large-print': largePrint.finish,
  'wallet-card': walletCard.finish,
};

export const finishOf = (product: PagedName): Finish => finishes[product] ?? usualFinish;

/** What a product is called in its file. */
export const titles: { readonly [product in PagedName]: (parts: Parts) => string } = {
  leaflet: ({ edition }) => edition.guidance.title,
  'large-print': ({ edition, furniture }) => filled(furniture.largePrintTitle, { title: edition.guidance.title }),
  'wallet-card': ({ furniture }) => furniture.cardTitle,
  'wallet-card.sheet': ({ furniture }) => furniture.cardTitle,
  'proof-sheet': ({ furniture }) => furniture.proofTitle,
  'brand-page': ({ furniture }) => furniture.brandTitle,
};
