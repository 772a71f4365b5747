import type { Imprinted, Refused } from './imprint.ts';
import type { Plate } from './plate.ts';

/** What a worker is started with: the bytes of the faces, which it opens for itself. */
export type WorkerStart = { readonly regular: Uint8Array; readonly bold: Uint8Array };

/** What a worker is told. */
export type Told =
  | { readonly kind: 'mount'; readonly plate: number; readonly data: Plate }
  | { readonly kind: 'unmount'; readonly plate: number }
  | { readonly kind: 'imprint'; readonly records: readonly Wanted[] };

/** A file that is wanted of a plate. */
export type Wanted = { readonly record: number; readonly plate: number; readonly values: readonly string[] };

/** What a worker answers: the files of records. */
export type Answer = readonly { readonly record: number; readonly made: Imprinted | Refused }[];
