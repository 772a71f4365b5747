/** How contacts stand, and in what size. Never left out: a phone number, nor the address of who has none. */
export type PosterFit = {
  readonly contacts: 'columns' | 'rows';
  readonly size: 'large' | 'medium' | 'small';
  readonly emails: 'shown' | 'none';
};

const sizes = ['large', 'medium', 'small'] as const;

/** In order of preference: numbers become smaller, in columns and then in rows; at the last addresses yield. */
export const posterFits = (['shown', 'none'] as const).flatMap((emails): PosterFit[] =>
  sizes.flatMap((size): PosterFit[] => [
    { contacts: 'columns', size, emails },
    { contacts: 'rows', size, emails },
  ]),
) as [PosterFit, ...PosterFit[]];
