import type { Noun } from '../data/rule.ts';
import { displayName, faultOfName } from '../data/area-name.ts';
import { type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { inCapitals, shown, stepIf, tidy } from './clean-text.ts';

/**
 * The name of an area as it is printed. What hinders a text from being one is the same as for a batch's table.
 *
 * @param noun of a column that leaves it out: `ward` makes "Abbey ward" of "Abbey"
 * @returns undefined when an error was reported, as it is for an empty cell
 */
export function cleanArea(at: CellAt, noun: Noun | undefined, report: Report): Cleaned<string> | undefined {
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  const fault = faultOfName(text, at.place);
  if (fault) {
    report(fault);
    return undefined;
  }
  if (inCapitals(text)) {
    const message = `the name ${shown(text)} is in capitals, and would be printed so`;
    report(warning('import/capitals', message, at.place, 'write it as it is to be printed'));
  }
  const value = displayName(text, noun);
  return { value, typed, steps: [...steps, ...stepIf(text, value, `printed as ${shown(value)}`)] };
}
