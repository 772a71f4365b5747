/** Margins of text that flows over pages. `inner` is at the spine: at the left of odd pages, at the right of even ones. */
export type Margins = { readonly top: number; readonly bottom: number } & (
  | { readonly side: number }
  | { readonly inner: number; readonly outer: number }
);

/** As pages with odd numbers have them; without margins, a page is one finished face. */
export const sidesOf = (margins: Margins | undefined): readonly [left: number, right: number] => {
  if (!margins) return [0, 0];
  return 'side' in margins ? [margins.side, margins.side] : [margins.inner, margins.outer];
};
