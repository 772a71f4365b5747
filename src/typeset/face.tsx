import type { ReactElement } from 'react';
import { type Children, view } from './elements.tsx';

/**
 * A panel of folded paper: its words are read as one, at their place in the order in which the paper is unfolded,
 * whatever stands before them on the page. Its frames count from the page's upper left corner.
 */
export const Face = ({ order, children }: Children & { readonly order: number }): ReactElement =>
  view({ role: 'Sect', order, style: { position: 'absolute', left: 0, top: 0 } }, children);
