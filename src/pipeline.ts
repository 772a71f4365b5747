import type { Guidance } from './content/guidance.ts';
import type { LinkTable } from './content/links.ts';
import type { LocalWords } from './content/local-words.ts';
import type { Brand } from './data/brand.ts';
import type { Furniture } from './data/furniture.ts';
import type { Day, Record } from './data/record.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Faces } from './typeset/faces.ts';

/** The six stages, in the words used everywhere: docs, folders, functions, `--verbose`. */
export type Stage = 'parse' | 'merge' | 'compose' | 'typeset' | 'paint' | 'write';

/** Everything one edition is made of, parsed. */
export type Sources = {
  readonly guidance: Guidance;
  readonly links: LinkTable;
  /** The council's own words, if it has any. */
  readonly words?: LocalWords;
  readonly record: Record;
  readonly brand: Brand;
  readonly furniture: Furniture;
  readonly faces: Faces;
};

/** guidance × record × template × purpose, and the day it is made on. */
export type Job = {
  readonly product: ProductName;
  readonly sources: Sources;
  /** A draft shows its gaps and says DRAFT on each page; it never replaces a final file. */
  readonly status: 'final' | 'draft';
  readonly day: Day;
};

export type Pressed = { readonly bytes: Uint8Array; readonly pages: number };

export type ProductName = 'leaflet' | 'wallet-card' | 'wallet-card.sheet';

/** Told the time that a stage took, in milliseconds. */
export type Clock = (stage: Stage, milliseconds: number) => void;

/**
 * Runs merge, compose, typeset and paint for one job.
 *
 * @returns the finished bytes, or undefined when an error was reported: a faulty edition makes no file.
 */
export declare function press(job: Job, report: Report, clock: Clock): Promise<Pressed | undefined>;
