import { type Diagnostic, type Report, Stop } from '../../diagnostics/diagnostic.ts';

/** Ends the reading of a file from deep inside it; who reads the file as a whole reports what it carries. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** Does a piece of reading; undefined when it could not be done, and that was reported. */
export async function reporting<T>(report: Report, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    report(cause.diagnostic);
    return undefined;
  }
}

/**
 * The rows of a file that has been read to its end once already: a fault can only mean that it has changed since.
 *
 * @throws Stop after the fault was reported
 */
export async function* stopping<T>(report: Report, rows: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* rows;
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    report(cause.diagnostic);
    throw new Stop();
  }
}
