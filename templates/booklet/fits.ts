/** What the booklet can give way on. Never: 999, 101, Operation Ford, a phone number. */
export type BookletFit = {
  /** The QR code with the contents; it is on the back cover in any case. */
  readonly code: 'shown' | 'none';
  readonly hours: 'shown' | 'none';
  /** Page 2 is a finished face; or the contacts flow over pages, and the contents follow where there is room. */
  readonly second: 'face' | 'flow';
  /** Spaces between paragraphs, panels and sections. */
  readonly spacing: 'normal' | 'tight';
  /**
   * Sections one below the other, or each begins a page. `opening`: the introduction and the first section, which is a
   * list of what to do today, have pages to themselves and are set more closely; the others run on.
   */
  readonly sections: 'opening' | 'run-on' | 'new-page';
};

const roomy: BookletFit = { code: 'shown', hours: 'shown', second: 'face', spacing: 'normal', sections: 'opening' };

/** In order of preference: the QR code on page 2 yields first, then hours; then the contents go where there is room. */
export const bookletFits: readonly [BookletFit, ...BookletFit[]] = [
  roomy,
  { ...roomy, code: 'none' },
  { ...roomy, code: 'none', hours: 'none' },
  { ...roomy, second: 'flow' },
];

/** In order of preference, where pages are nearly empty or blank ones many: what stands where first, then spaces. */
export const improved = (fit: BookletFit): readonly BookletFit[] =>
  (['normal', 'tight'] as const).flatMap((spacing) =>
    (['opening', 'run-on', 'new-page'] as const)
      .map((sections) => ({ ...fit, spacing, sections }))
      .filter(({ sections }) => spacing !== fit.spacing || sections !== fit.sections),
  );
