/** What the leaflet can give way on. Never: 999, 101, Operation Ford, a phone number. */
export type LeafletFit = {
  readonly contents: 'first' | 'none';
  readonly introduction: 'first' | 'second';
  readonly fiveWays: 'first' | 'second';
  readonly hours: 'shown' | 'none';
  /** Of the QR code. */
  readonly caption: 'full' | 'one-line';
  /** Spaces between paragraphs and panels: one step down when the last page would be nearly empty. */
  readonly spacing: 'normal' | 'tight';
  /** The end (numbers, colophon) alone, or kept on one page with the last list, so that it does not stand there alone. */
  readonly end: 'alone' | 'with-text';
};

const roomy: LeafletFit = {
  contents: 'first',
  introduction: 'first',
  fiveWays: 'first',
  hours: 'shown',
  caption: 'full',
  spacing: 'normal',
  end: 'alone',
};

/**
 * In order of preference: the contents list yields first, then the introduction, then the five ways; where these have
 * to go, the introduction may find room again, and is read before them.
 */
export const leafletFits: readonly [LeafletFit, ...LeafletFit[]] = [
  roomy,
  { ...roomy, contents: 'none' },
  { ...roomy, contents: 'none', introduction: 'second' },
  { ...roomy, contents: 'none', fiveWays: 'second' },
  { ...roomy, contents: 'none', introduction: 'second', fiveWays: 'second' },
  { ...roomy, contents: 'none', introduction: 'second', fiveWays: 'second', hours: 'none' },
  { ...roomy, contents: 'none', introduction: 'second', fiveWays: 'second', hours: 'none', caption: 'one-line' },
];
