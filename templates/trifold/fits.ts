/** What yields when space is short. */
export type TrifoldFit = {
  /** What is said of Operation Ford: in the size of the text, or in 11/16. */
  readonly passage: 'text' | 'small';
  /** Between paragraphs and items. */
  readonly spacing: 'normal' | 'tight';
  /** Type never yields, so where words of a language are long, margins do. */
  readonly margins: 'wide' | 'narrow';
  /** In `beside` each number stands beside whose it is; in `compact` addresses are gone too. A number never yields. */
  readonly contacts: 'whole' | 'without-hours' | 'without-names' | 'beside' | 'compact';
};

const first: TrifoldFit = { passage: 'text', spacing: 'normal', margins: 'wide', contacts: 'whole' };

const texts: readonly Omit<TrifoldFit, 'contacts'>[] = [
  { passage: 'text', spacing: 'normal', margins: 'wide' },
  { passage: 'small', spacing: 'normal', margins: 'wide' },
  { passage: 'small', spacing: 'tight', margins: 'wide' },
  { passage: 'small', spacing: 'tight', margins: 'narrow' },
];

const contacts: readonly TrifoldFit['contacts'][] = ['whole', 'without-hours', 'without-names', 'beside', 'compact'];

/** Text and contacts stand on faces of their own, so each yields no more than it must. */
export const trifoldFits: readonly [TrifoldFit, ...TrifoldFit[]] = [
  first,
  ...texts.flatMap((text) => contacts.map((each) => ({ ...text, contacts: each }))).slice(1),
];
