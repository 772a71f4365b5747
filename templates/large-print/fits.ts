/** What the large print edition can give way on. Nothing is left out: what finds no room on page 1 opens page 2. */
export type LargePrintFit = {
  /** How many contacts stand on the first page, at the most. */
  readonly contacts: number;
  /** Of the contacts on the first page: there, or on page 2. */
  readonly hours: 'with-contacts' | 'later';
  /** Spaces between paragraphs and panels. */
  readonly spacing: 'normal' | 'tight';
};

/** In order of preference: as many numbers to call as there is room for, then the hours. */
export const largePrintFits = [Number.POSITIVE_INFINITY, 4, 3, 2, 1, 0].flatMap((contacts): LargePrintFit[] => [
  { contacts, hours: 'with-contacts', spacing: 'normal' },
  { contacts, hours: 'later', spacing: 'normal' },
]) as [LargePrintFit, ...LargePrintFit[]];
