/** What the booklet can give way on. Never: 999, 101, Operation Ford, a phone number. */
export type BookletFit = {
  /** The QR code with the contents; it is on the back cover in any case. */
  readonly code: 'shown' | 'none';
  readonly hours: 'shown' | 'none';
  /** Page 2 is a finished face; or the contacts flow over pages, and the contents follow where there is room. */
  readonly second: 'face' | 'flow';
  /** Spaces between paragraphs, panels and sections. */
  readonly spacing: 'normal' | 'tight';
  /** Sections one below the other, or each on a page of its own. */
  readonly sections: 'run-on' | 'new-page';
};

const roomy: BookletFit = { code: 'shown', hours: 'shown', second: 'face', spacing: 'normal', sections: 'run-on' };

/** In order of preference: the QR code on page 2 yields first, then hours; then the contents go where there is room. */
export const bookletFits: readonly [BookletFit, ...BookletFit[]] = [
  roomy,
  { ...roomy, code: 'none' },
  { ...roomy, code: 'none', hours: 'none' },
  { ...roomy, second: 'flow' },
];
