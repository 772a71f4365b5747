/** What the card's back gives up when there are many contacts: space first, then addresses, never a number. */
export type CardFit = {
  readonly gap: 'normal' | 'tight';
  readonly email: 'shown' | 'none';
  readonly protect: 'shown' | 'none';
};

export const cardFits: readonly [CardFit, ...CardFit[]] = [
  { gap: 'normal', email: 'shown', protect: 'shown' },
  { gap: 'tight', email: 'shown', protect: 'shown' },
  { gap: 'normal', email: 'none', protect: 'shown' },
  { gap: 'normal', email: 'none', protect: 'none' },
];
