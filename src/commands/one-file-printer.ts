import { PlatePress } from '../batch/imprint.ts';
import type { Printer } from '../batch/plates.ts';
import { readFaces } from '../project.ts';
import { openFaces } from '../typeset/faces.ts';
import type { Printing } from './council-press.ts';

/** Fills plates for one file: its records have no files of their own. */
export type OneFilePrinter = Printing & {
  /** The content streams that differ between records, of a file that a plate was made of. */
  readonly ownIn: (bytes: Uint8Array) => ReadonlySet<number>;
};

const none: ReadonlySet<number> = new Set();

export function openOneFilePrinter(): OneFilePrinter {
  const faces = openFaces(readFaces());
  const own = new WeakMap<Uint8Array, ReadonlySet<number>>();
  const printer: Printer = {
    mount(plate, bytes) {
      const press = new PlatePress(plate, faces);
      own.set(bytes, new Set(plate.content.map(({ number }) => number)));
      return {
        imprint(values) {
          const filled = press.fill(values);
          return filled.kind === 'refused' ? filled : { ...filled, kind: 'file', bytes };
        },
      };
    },
  };
  const tally = { imprinted: 0, plates: 0, fallbacks: 0 };
  return { printer, tally, ownIn: (bytes) => own.get(bytes) ?? none };
}
