import { type Diagnostic, isError, type Place, type Position, type Report } from './diagnostic.ts';

/** Keeps what the stages report, in the order in which it came. */
export type Collector = {
  readonly report: Report;
  all(): readonly Diagnostic[];
  /** How many of them are errors. */
  errors(): number;
};

/**
 * A collector without diagnostics. One that is equal to an earlier one is not kept: several products find the same.
 *
 * @param taken hears of each that is kept, at once
 */
export function collect(taken: (diagnostic: Diagnostic) => void = () => {}): Collector {
  const kept = new Map<string, Diagnostic>();
  return {
    report(diagnostic) {
      const key = toJson(diagnostic);
      if (kept.has(key)) return;
      kept.set(key, diagnostic);
      taken(diagnostic);
    },
    all: () => [...kept.values()],
    errors: () => [...kept.values()].filter(isError).length,
  };
}

/** One line of JSON, its keys always in the same order; equal diagnostics give equal lines. */
export function toJson({ rule, severity, message, place, hints, record }: Diagnostic): string {
  return JSON.stringify({ rule, severity, message, place: place && inOrder(place), hints, record });
}

function inOrder(place: Place): Place {
  switch (place.kind) {
    case 'text': {
      const { kind, path, range } = place;
      return { kind, path, ...(range && { range: { start: position(range.start), end: position(range.end) } }) };
    }
    case 'cell': {
      const { kind, path, sheet, row, column } = place;
      return { kind, path, ...(sheet !== undefined && { sheet }), row, column };
    }
    case 'frame': {
      const { kind, template, page, frame } = place;
      return { kind, template, page, frame };
    }
    case 'pdf': {
      const { kind, path, page, element } = place;
      return { kind, path, ...(page !== undefined && { page }), ...(element !== undefined && { element }) };
    }
  }
}

const position = ({ line, column }: Position): Position => ({ line, column });

/** Counts the errors among what is reported through it. */
export function counting(report: Report): { readonly report: Report; readonly errors: () => number } {
  let errors = 0;
  return {
    report(diagnostic) {
      if (isError(diagnostic)) errors += 1;
      report(diagnostic);
    },
    errors: () => errors,
  };
}
