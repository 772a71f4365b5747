import { type Diagnostic, error, type Place } from '../diagnostics/diagnostic.ts';
import type { Expectations } from './expectations.ts';
import type { PdfPage } from './read/pages.ts';
import type { TextLine, TextPiece } from './read/text.ts';

/** A page of the finished file, as it was read. */
export type ReadPage = {
  readonly page: PdfPage;
  /** From 1. */
  readonly number: number;
  readonly lines: readonly TextLine[];
  readonly pieces: readonly TextPiece[];
};

/** What stands in a finished file and should not, or does not and should: at the value that it is about, else at its page. */
export const mismatch = (message: string, { product }: Expectations, page: number, place?: Place): Diagnostic =>
  error(
    'trust/read-back',
    message,
    place ?? { kind: 'frame', template: product, frame: 'page', page },
    'nothing was written; report it as a bug in handbill, with the council’s file',
  );
