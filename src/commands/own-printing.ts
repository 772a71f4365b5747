import { printerWith } from '../batch/plates.ts';
import { readFaces } from '../project.ts';
import { openFaces } from '../typeset/faces.ts';
import type { Printing } from './council-press.ts';

/** Makes files of plates in this thread. */
export const ownPrinting = (): Printing => ({
  printer: printerWith(openFaces(readFaces())),
  tally: { imprinted: 0, plates: 0, fallbacks: 0 },
});
