/** What the list of contacts gives up when there are many of them. Never a number. */
export type FoldedFit = {
  /** One below the other; or in two columns; or each on a line, without addresses. */
  readonly listing: 'rows' | 'columns' | 'lines';
  readonly hours: 'shown' | 'none';
  readonly names: 'shown' | 'none';
  readonly gap: 'normal' | 'tight';
};

/** Hours yield first, then names, then addresses. */
export const foldedFits: readonly [FoldedFit, ...FoldedFit[]] = [
  { listing: 'rows', hours: 'shown', names: 'shown', gap: 'normal' },
  { listing: 'rows', hours: 'shown', names: 'shown', gap: 'tight' },
  { listing: 'rows', hours: 'none', names: 'shown', gap: 'normal' },
  { listing: 'rows', hours: 'none', names: 'shown', gap: 'tight' },
  { listing: 'columns', hours: 'none', names: 'none', gap: 'tight' },
  { listing: 'lines', hours: 'none', names: 'none', gap: 'normal' },
  { listing: 'lines', hours: 'none', names: 'none', gap: 'tight' },
];
