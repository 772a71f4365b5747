import { checkWording } from '../content/check-wording.ts';
import { checkDated } from '../content/dated.ts';
import { checkRules } from '../data/check-rules.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Wanted } from './editions.ts';
import type { Loaded, Shelf } from './sources.ts';

/**
 * Compares what was parsed with the rules of its nation and its election, and the guidance with the day of the election.
 *
 * @param report takes what is the council's
 * @param reportShared takes what is the guidance's, and the same for every council
 */
export function checkRuled(loaded: Loaded, wanted: Wanted, shelf: Shelf, report: Report, reportShared: Report): void {
  const { sources, second } = loaded;
  const spoken = [sources, ...(second ? [second] : [])];
  const handedOut = wanted.products.some(({ name }) => name !== 'proof-sheet');
  const supplied = shelf.languages();
  // A check makes what can be made, in whichever language: it asks only for what nobody has supplied.
  const made = handedOut ? (wanted.languages ?? supplied) : [];
  const { record } = sources;
  const ruled = { record, registry: shelf.registry, made, supplied };
  const nation = checkRules(ruled, wanted.strictness ?? 'usual', report);
  const slots = new Set(spoken.flatMap(({ words }) => [...(words?.slots.keys() ?? [])]));
  for (const { guidance } of spoken) {
    if (nation) checkWording(guidance, nation, slots, report);
    checkDated(guidance, record.council.election.date, reportShared);
  }
}
