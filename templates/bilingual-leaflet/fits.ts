import { space } from '../../src/typeset/scale.ts';

/** What the leaflet in two languages can give way on. Never: 999, 101, Operation Ford, a phone number. */
export type BilingualFit = {
  readonly hours: 'shown' | 'none';
  /** On the first page: the sections of both languages, only where each language begins, or neither. */
  readonly contents: 'sections' | 'languages' | 'none';
  /** Between the entries of the first page's contents, in points. */
  readonly contentsGap: 0 | 4;
  /** Where a language begins, the list of its sections, if the first page has none. */
  readonly list: 'shown' | 'none';
  /** The page that the QR code stands on. */
  readonly code: 'first' | 'last';
  /** Spaces between paragraphs and panels: one step down where a page would be nearly empty. */
  readonly spacing: { readonly first: 'normal' | 'tight'; readonly second: 'normal' | 'tight' };
};

const roomy: BilingualFit = {
  hours: 'shown',
  contents: 'sections',
  contentsGap: space.xs,
  list: 'shown',
  code: 'first',
  spacing: { first: 'normal', second: 'normal' },
};

/** A space yields first, then hours, for the guidance says them again; then the contents lists; then the QR code. */
export const bilingualFits: readonly [BilingualFit, ...BilingualFit[]] = [
  roomy,
  { ...roomy, contentsGap: 0 },
  { ...roomy, hours: 'none' },
  { ...roomy, hours: 'none', contentsGap: 0 },
  { ...roomy, contents: 'languages' },
  { ...roomy, contents: 'languages', hours: 'none' },
  { ...roomy, contents: 'languages', code: 'last' },
  { ...roomy, contents: 'languages', code: 'last', hours: 'none' },
  { ...roomy, contents: 'none', code: 'last', hours: 'none' },
];

/** What to try where a language ends on a page that is nearly empty. */
export const improved = (fit: BilingualFit): readonly BilingualFit[] => {
  const tighter: readonly BilingualFit['spacing'][] = [
    { first: 'tight', second: 'normal' },
    { first: 'normal', second: 'tight' },
    { first: 'tight', second: 'tight' },
  ];
  const lists = fit.contents === 'sections' ? [fit.list] : (['shown', 'none'] as const);
  return lists.flatMap((list) => [
    ...(list === fit.list ? [] : [{ ...fit, list }]),
    ...tighter.map((spacing) => ({ ...fit, list, spacing })),
  ]);
};
