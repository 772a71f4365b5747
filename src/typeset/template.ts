import type { ReactElement } from 'react';
import type { Edition } from '../content/edition.ts';
import type { Brand } from '../data/brand.ts';
import type { Furniture } from '../data/furniture.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type Mm, mm } from '../units.ts';
import type { Faces } from './faces.ts';
import type { Palette } from './scale.ts';

/** What a template composes from. */
export type Parts = {
  readonly edition: Edition;
  readonly brand: Brand;
  readonly palette: Palette;
  readonly furniture: Furniture;
  readonly faces: Faces;
  /** The other languages that it is to be had in, and how each says so in its own words. */
  readonly also?: readonly Also[];
};

/** Another language that a product is to be had in, and what it says of that. */
export type Also = {
  /** Its tag (BCP 47): `cy-GB`. */
  readonly language: string;
  /** "Mae’r daflen hon ar gael yn Gymraeg hefyd." */
  readonly says: string;
  /** Whether its web page is made with this one, and lies beside it. */
  readonly isBeside?: true;
};

/** What the layout before this one showed. */
export type Known = {
  /** The page, from 1, on which a heading stands; undefined in the first layout. */
  readonly pageOf: (id: string) => number | undefined;
};

/** Of pages that are bound: their number is a multiple of `of`, and the last `kept` stay last when blank ones fill it up. */
export type Signature = { readonly of: number; readonly kept: number };

/** A layout as a template may judge it. */
export type LaidOut = {
  /** The blank ones too. */
  readonly pages: number;
  /** Pages that fill up a signature: nothing stands on them. */
  readonly blanks: number;
  /** How far down the words of the last page reach, as a share of its height. */
  readonly lastPageFill: number;
  /** The same of the emptiest page that is not blank. */
  readonly leastFill: number;
};

/** The page that furniture is for. */
export type Folio = { readonly page: number; readonly pages: number };

/** A line that the paper is folded along, from the page's left or upper edge. */
export type Fold = { readonly axis: 'upright' | 'level'; readonly at: Mm };

/** The folds of a page, from 0: fronts and backs take turns. */
export const foldsOf = ({ folds }: Pick<Finish, 'folds'>, page: number): readonly Fold[] =>
  folds?.[page % 2 === 0 ? 0 : 1] ?? [];

/** What happens to printed pages, and what words must keep clear of for it. */
export type Finish = {
  /** How far words stay from the cut, and from folds. */
  readonly safe: Mm;
  /** The folds of a sheet's front and of its back, each as one sees them there. */
  readonly folds?: readonly [front: readonly Fold[], back: readonly Fold[]];
  /** The size that somebody holds in the hand, where it is not that of the page. */
  readonly finished?: { readonly width: Mm; readonly height: Mm };
  /** The size of the paper that it is folded from, where it is not that of the page. */
  readonly flat?: { readonly width: Mm; readonly height: Mm };
  /** How it is folded or bound, in words for a print unit. */
  readonly words?: string;
  /** Single pages in the order of reading, which the print unit puts onto sheets. */
  readonly bound?: 'stitched';
};

/** Pages that are cut and no more. */
export const usualFinish: Finish = { safe: mm(5) };

/**
 * A template: a React component and its description. `Fit` is what it can give way on when space is short.
 */
export type Template<Fit = unknown> = {
  readonly name: string;
  readonly size: { readonly width: Mm; readonly height: Mm };
  /** How many pages a good edition has, and how many it may have at the most. */
  readonly pages: { readonly least: number; readonly usual?: number; readonly most: number };
  /** `whole`: a section of the guidance that is not placed is an error; `parts`: it takes what it names. */
  readonly takes: 'whole' | 'parts';
  /** Editions that it sets beside the one that it is given: another language of the same. */
  readonly also?: readonly Edition[];
  /** What yields when space is short, in order: the first fit in which nothing is overset is taken, else the last. */
  readonly fits: readonly [Fit, ...Fit[]];
  /** Which of them most records come to, from 0, to be quick: it changes none. Where it says nothing, the first. */
  readonly usualFit?: number;
  /** Where it says nothing, pages are as many as they are. */
  readonly signature?: Signature;
  /** Where it says nothing, pages are cut: `usualFinish`. */
  readonly finish?: Finish;
  /** Stage 3: the tree of semantic elements. Called anew for each fit; reports go with the fit that is taken. */
  readonly compose: (parts: Parts, fit: Fit, known: Known, report: Report) => ReactElement;
  /** Heads, feet and folios of one page, as an artboard of the page's size; laid over the page once pages are counted. */
  readonly furnish?: (parts: Parts, folio: Folio) => ReactElement;
  /** Whether a layout in which nothing is overset is also a good one. */
  readonly isGood?: (laid: LaidOut) => boolean;
  /** Whether it will do, where none that is tried is good. */
  readonly isFair?: (laid: LaidOut) => boolean;
  /** What to try, in order, if it is not; the first good one is taken, else the first fair one, else the fit stays. */
  readonly improve?: (fit: Fit) => readonly Fit[];
};
