import type { Kind } from './output-names.ts';

/**
 * A template as the command line knows it. What it looks like is loaded when it is set (`products.ts`), for the
 * libraries behind it are heavy.
 */
export type Listed = {
  /** "3 leaflets written" */
  readonly thing: string;
  /** Whether it is made though nobody has asked for it. */
  readonly made: 'always' | 'asked';
  /** Whether it says the whole guidance, or a few words of it. */
  readonly says: 'whole' | 'parts';
  /** What two languages have: one document together, or each its own. */
  readonly languages: 'together' | 'apart';
};

const catalogue = {
  leaflet: { thing: 'leaflet', made: 'always', says: 'whole', languages: 'together' },
  'large-print': { thing: 'large print leaflet', made: 'asked', says: 'whole', languages: 'apart' },
  trifold: { thing: 'folded leaflet', made: 'asked', says: 'parts', languages: 'apart' },
  'trifold-z': { thing: 'Z-folded leaflet', made: 'asked', says: 'parts', languages: 'apart' },
  booklet: { thing: 'booklet', made: 'asked', says: 'whole', languages: 'apart' },
  'wallet-card': { thing: 'card', made: 'always', says: 'parts', languages: 'together' },
  poster: { thing: 'poster', made: 'asked', says: 'parts', languages: 'together' },
  'folded-card': { thing: 'folded card', made: 'asked', says: 'parts', languages: 'apart' },
} as const satisfies { readonly [name: string]: Listed };

/** What a council asks for by name. */
export type TemplateName = keyof typeof catalogue;

export const CATALOGUE: { readonly [name in TemplateName]: Listed } = catalogue;

export const TEMPLATES = Object.keys(catalogue) as readonly TemplateName[];

/** What is set as pages. */
export type SetName = TemplateName | 'proof-sheet' | 'brand-page';

/** Pages of a template on sheets of paper. */
export type SheetName = `${TemplateName}.sheet`;

/** What is printed or read as pages. */
export type PagedName = SetName | 'wallet-card.sheet';

/** What is read on a screen, from the same edition: it has no pages. */
export type ScreenName = 'leaflet.html' | 'wallet-card.txt';

export type ProductName = PagedName | SheetName | ScreenName;

/** Something that a template makes: its page, or the paper that the page is printed on several times. */
export type Product = {
  readonly name: ProductName;
  readonly template: TemplateName | 'proof-sheet';
  readonly kind: Kind;
};

/** What templates make besides their pages. */
const besides: { readonly [name in TemplateName]?: readonly Omit<Product, 'template'>[] } = {
  leaflet: [{ name: 'leaflet.html', kind: 'html' }],
  'wallet-card': [
    { name: 'wallet-card.sheet', kind: 'sheet' },
    { name: 'wallet-card.txt', kind: 'txt' },
  ],
};

/** The pages of a template, one by one. */
export const pagesOf = (template: TemplateName): Product => ({ name: template, template, kind: 'pdf' });

/** The same on sheets of paper. */
export const sheetsOf = (template: TemplateName): Product => ({ name: `${template}.sheet`, template, kind: 'sheet' });

export const PRODUCTS: readonly Product[] = TEMPLATES.flatMap((template) => [
  pagesOf(template),
  ...(besides[template] ?? []).map((made) => ({ ...made, template })),
]);

/** On which somebody ticks what was rung: nobody hands it out, so `build` and `check` do without. */
export const PROOF_SHEET: Product = { name: 'proof-sheet', template: 'proof-sheet', kind: 'pdf' };
