/** How contacts stand, and in what size. Never left out: a phone number, nor the address of who has none. */
export type PosterFit = {
  /** Side by side, below one another with numbers in a column of their own, or each on a line. */
  readonly contacts: 'columns' | 'rows' | 'lines';
  readonly size: 'large' | 'medium' | 'small';
  readonly emails: 'shown' | 'none';
};

const sizes = ['large', 'medium', 'small'] as const;

const inSizes = (emails: PosterFit['emails']): readonly [PosterFit, ...PosterFit[]] =>
  sizes.flatMap((size): PosterFit[] => [
    { contacts: 'columns', size, emails },
    { contacts: 'rows', size, emails },
  ]) as [PosterFit, ...PosterFit[]];

/** In order of preference: numbers become smaller, then addresses yield, and at the last each contact has one line. */
export const posterFits: readonly [PosterFit, ...PosterFit[]] = [
  ...inSizes('shown'),
  ...inSizes('none'),
  { contacts: 'lines', size: 'medium', emails: 'none' },
  { contacts: 'lines', size: 'small', emails: 'none' },
];
