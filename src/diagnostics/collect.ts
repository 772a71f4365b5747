import { type Diagnostic, isError, type Report } from './diagnostic.ts';

/** Keeps what the stages report, in the order in which it came. */
export type Collector = {
  readonly report: Report;
  all(): readonly Diagnostic[];
  /** How many of them are errors. */
  errors(): number;
};

/** A collector without diagnostics. One that is equal to an earlier one is not kept: several products find the same. */
export function collect(): Collector {
  const kept = new Map<string, Diagnostic>();
  return {
    report(diagnostic) {
      const key = toJson(diagnostic);
      if (!kept.has(key)) kept.set(key, diagnostic);
    },
    all: () => [...kept.values()],
    errors: () => [...kept.values()].filter(isError).length,
  };
}

/** One line of JSON, its keys always in the same order; equal diagnostics give equal lines. */
export function toJson({ rule, severity, message, place, hints, record }: Diagnostic): string {
  const { kind, ...rest } = place ?? { kind: undefined };
  const where = place && { kind, ...Object.fromEntries(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))) };
  return JSON.stringify({ rule, severity, message, place: where, hints, record });
}
