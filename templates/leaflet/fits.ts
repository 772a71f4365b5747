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

/** Each step keeps what the steps before it gave. */
const yields: readonly Partial<LeafletFit>[] = [
  {},
  { contents: 'none' },
  { introduction: 'second' },
  { fiveWays: 'second' },
  { hours: 'none' },
  { caption: 'one-line' },
];

/** In order of preference. */
export const leafletFits = yields.map((_, step): LeafletFit =>
  Object.assign({}, roomy, ...yields.slice(0, step + 1)),
) as [LeafletFit, ...LeafletFit[]];
