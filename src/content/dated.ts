import type { Nodes } from 'mdast';
import type { Day } from '../data/record.ts';
import { isGap } from '../data/gaps.ts';
import { type Report, warning } from '../diagnostics/diagnostic.ts';
import { monthNames } from './dates.ts';
import type { Guidance } from './guidance.ts';
import { placeOf, placeWithin, sourceOf } from './nodes.ts';
import { sentencesOf } from './sentences.ts';

/** Words with which a language speaks of what is still to come, or of an election by its month. */
const TO_COME: { readonly [language: string]: RegExp } = {
  en: /\b(?:will|shall|going to|upcoming|forthcoming|next)\b|\belections?\b/i,
  cy: /(?<!\p{L})(?:[bf]ydd(?:ant)?|nesaf|[gng]*ad?wain|etholiad(?:au)?)(?!\p{L})/iu,
};

/**
 * Warns of sentences that name a month before the election's as if it were still to come, or as the election: guidance
 * that was written for another election. Sentences that look back are left alone. The message does not name the
 * election, so that it is the same for every council and is told once.
 */
export function checkDated(guidance: Guidance, election: Day, report: Report): void {
  if (isGap(election)) return;
  const { file, facts, root } = guidance;
  const months = monthNames(facts.language);
  const toCome = TO_COME[facts.language] ?? /(?:)/;
  const dated = new RegExp(`(?<!\\p{L})(${months.join('|')})\\s+(\\d{4})(?!\\d)`, 'giu');
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const source = sourceOf(node, file);
      for (const { text, at } of sentencesOf(source)) {
        if (!toCome.test(text) || LOOKS_BACK.test(text)) continue;
        const early = [...text.matchAll(dated)].find(([, month = '', year = '']) => {
          const number = months.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
          return `${year}-${String(number).padStart(2, '0')}` < election.slice(0, 7);
        });
        if (!early) continue;
        const place = node.position === undefined ? placeOf(node, file) : placeWithin(node, file, at, at + text.length);
        const message = `the guidance speaks of ${early[0]} as still to come, and the election is later`;
        const { source: collection } = facts;
        report(
          warning('rules/dated-guidance', message, place, `look for a newer edition of the guidance at ${collection}`),
        );
      }
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
}

/** English alone has a sentence that begins so; elsewhere a warning too many is better than one too few. */
const LOOKS_BACK = /^\s*(?:since|in|after|following)\b[^.]*\b(?:was|were|had|did|saw)\b/i;
