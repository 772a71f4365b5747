import { error, type Report } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { cleanPostcodeIn, readPostcode } from './clean-postcode.ts';
import { isPlaceholder, plain, shown, tidy } from './clean-text.ts';

/**
 * The lines of an address in one cell. Line breaks part them; without any, semicolons, strokes or commas do. None where
 * the cell is empty; undefined when an error was reported.
 */
export function cleanAddress(at: CellAt, report: Report): Cleaned<readonly string[]> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  const [sign, trimmed] = linesOf(text);
  const formula = trimmed.find((line) => /^[=+@-]/.test(line));
  if (formula !== undefined) {
    const message = `the line ${shown(formula)} begins as a formula does, expected text`;
    report(error('import/formula', message, at.place, 'write the address as it is to be printed'));
    return undefined;
  }
  const read = trimmed.map((line) => cleanPostcodeIn(line, at, report));
  const split = trimmed.length > 1 && sign !== '\n' ? [`parted into ${trimmed.length} lines`] : [];
  const value = read.map(({ line }) => line);
  return { value, typed, steps: [...new Set([...steps, ...split, ...read.flatMap((each) => each.steps)])] };
}

/** The lines with a postcode that stood in a column of its own; it is the last line, unless it is in one already. */
export const withPostcode = (lines: readonly string[], postcode: string): readonly string[] =>
  lines.some((line) => line.toUpperCase().endsWith(postcode)) ? lines : [...lines, postcode];

/** The lines of a text, and what parted them. One that is left alone may hold several by another sign. */
function linesOf(text: string): readonly [sign: string, lines: readonly string[]] {
  const whole = partsBy('\n', text).join('\n');
  for (const sign of ['\n', ';', '|', ',']) {
    const lines = withNumbers(partsBy(sign, whole));
    if (lines.length > 1) return [sign, lines];
    if (lines.length === 1 && lines[0] !== whole) return linesOf(lines[0] ?? '');
  }
  return ['', partsBy('\n', whole)];
}

const partsBy = (sign: string, text: string): readonly string[] =>
  text
    .split(sign)
    .map((part) => plain(part.replace(/^[\s,;|]+|[\s,;|]+$/g, '')))
    .filter((part) => part !== '' && !isPlaceholder(part));

/** `12, High Street`: a number alone belongs to what follows. */
function withNumbers(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const isJoined = before !== undefined && /^\d+[a-zA-Z]?$/.test(before) && readPostcode(line) === undefined;
    if (isJoined) joined[joined.length - 1] = `${before} ${line}`;
    else joined.push(line);
  }
  return joined;
}
