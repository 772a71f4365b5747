import type { Edition } from '../content/edition.ts';
import { withoutMarked } from '../content/marks.ts';
import { type Report, warning } from '../diagnostics/diagnostic.ts';
import type { Words } from './laid.ts';
import { excerpt, fold, leavesOf, normal, textOf } from './preflight.ts';
import type { Trace } from './trace.ts';

/** Values that are not printed as they are typed: choices, days, and of two names the one that the other stands for. */
const notPrinted = /^(name|brand|gss|nation|example|shortName|election\.(kind|date)|contactsCheckedOn)$/;

const ofCouncil = ({ record }: Edition) => leavesOf(record.council).map((leaf) => ({ ...leaf, record }));

/** What of words all records say: of words that were chosen for one of them, nothing. */
const saidByAll = ({ runs, fields, choices }: Words): string => {
  if (choices) return '';
  return (fields ?? runs).map(({ text }) => withoutMarked(text)).join('');
};

/**
 * What a council has typed and nothing prints is a misunderstanding worth a warning. The name of an area may say it by
 * chance: the trace is told of what it must not say, for others to be warned of the same.
 */
export const checkUsed = (
  editions: readonly Edition[],
  given: readonly Words[],
  report: Report,
  trace?: Trace,
): void => {
  const printed = given.map((words) => normal(textOf(words))).join('\n');
  const shared = trace ? given.map((words) => normal(saidByAll(words))).join('\n') : printed;
  const links = new Set(
    given.flatMap(({ runs }) => runs.flatMap(({ link }) => (link === undefined ? [] : [normal(link)]))),
  );
  const known = new Set<string>();
  for (const { path, text, record } of editions.flatMap(ofCouncil)) {
    // What several languages share is one value.
    const isShared = known.has(`${path} ${text}`);
    known.add(`${path} ${text}`);
    if (isShared || notPrinted.test(path) || links.has(normal(text)) || shared.includes(normal(text))) continue;
    if (printed.includes(normal(text))) {
      trace?.lose(`\`${path}\` stands in words that differ, and nowhere else`);
      continue;
    }
    trace?.missed(normal(text));
    const message = `\`${path}\` is printed nowhere: \`${excerpt(fold(text))}\``;
    report(
      warning(
        'preflight/unused-key',
        message,
        record.placeOf(path),
        'leave it out, or print it in the council’s own words',
      ),
    );
  }
};
