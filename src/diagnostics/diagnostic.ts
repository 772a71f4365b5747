/**
 * Diagnostics are plain data, not exceptions: a stage reports what it finds and goes on, or stops.
 * One run shows every fault of every record.
 */

export type Severity = 'error' | 'warning';

/** A position in a text file; line and column count from 1, as editors do. */
export type Position = { readonly line: number; readonly column: number };

/** `end` is exclusive. */
export type Range = { readonly start: Position; readonly end: Position };

/**
 * Where a fault stands: in a text file (the whole file when there is no range), a spreadsheet cell, a frame of a laid-out
 * page, or a finished PDF (the whole file when there is neither page nor element).
 */
export type Place =
  | { readonly kind: 'text'; readonly path: string; readonly range?: Range }
  | {
      readonly kind: 'cell';
      readonly path: string;
      readonly sheet?: string;
      readonly row: number;
      readonly column: number;
    }
  | { readonly kind: 'frame'; readonly template: string; readonly frame: string; readonly page: number }
  | {
      readonly kind: 'pdf';
      readonly path: string;
      /** From 1. */
      readonly page?: number;
      /** The way to an element of the structure tree: `Document/L[2]/LI[3]`, where 1 is not written. */
      readonly element?: string;
    };

export type Diagnostic = {
  /** `stage/fault`, e.g. `merge/missing-field`: stable, documented, one fixture each. */
  readonly rule: string;
  readonly severity: Severity;
  /** Lower case, no full stop, backticks round names; says what was found and what was expected. */
  readonly message: string;
  readonly place?: Place;
  /** Each hint is an action. */
  readonly hints: readonly string[];
  /** The record (council, or council and area) that it concerns; equal diagnostics of several records are printed once. */
  readonly record?: string;
};

/** Takes what a stage finds. */
export type Report = (diagnostic: Diagnostic) => void;

export const error = (rule: string, message: string, place?: Place, ...hints: string[]): Diagnostic => ({
  rule,
  severity: 'error',
  message,
  ...(place && { place }),
  hints,
});

export const warning = (rule: string, message: string, place?: Place, ...hints: string[]): Diagnostic => ({
  ...error(rule, message, place, ...hints),
  severity: 'warning',
});

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === 'error';

/**
 * Ends a stage that cannot go on, after it has reported why. Whoever drives the stage catches it and goes on with the
 * next record; it carries nothing, since everything has been reported.
 */
export class Stop extends Error {
  override name = 'Stop';
}
