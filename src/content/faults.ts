import { isError, type Report, Stop } from '../diagnostics/diagnostic.ts';

/**
 * Does a piece of work to its end, so that one run reports every fault.
 *
 * @throws {Stop} afterwards, when an error was among what was reported
 */
export function toTheEnd<T>(report: Report, work: (report: Report) => T): T {
  let errors = 0;
  const result = work((diagnostic) => {
    if (isError(diagnostic)) errors++;
    report(diagnostic);
  });
  if (errors > 0) throw new Stop();
  return result;
}
