/** What yields when space is short. */
export type TrifoldFit = {
  /** What is said of Operation Ford: in the size of the text, or in 11/16. */
  readonly passage: 'text' | 'small';
  /** Between paragraphs and items. */
  readonly spacing: 'normal' | 'tight';
  /** In `compact` addresses are gone too, and each number stands beside whose it is. A number never yields. */
  readonly contacts: 'whole' | 'without-hours' | 'without-names' | 'compact';
};

const first: TrifoldFit = { passage: 'text', spacing: 'normal', contacts: 'whole' };

const texts: readonly Pick<TrifoldFit, 'passage' | 'spacing'>[] = [
  { passage: 'text', spacing: 'normal' },
  { passage: 'small', spacing: 'normal' },
  { passage: 'small', spacing: 'tight' },
];

const contacts: readonly TrifoldFit['contacts'][] = ['whole', 'without-hours', 'without-names', 'compact'];

/** Text and contacts stand on faces of their own, so each yields no more than it must. */
export const trifoldFits: readonly [TrifoldFit, ...TrifoldFit[]] = [
  first,
  ...texts.flatMap((text) => contacts.map((each) => ({ ...text, contacts: each }))).slice(1),
];
