import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { changes, type SignOff } from './sign-off.ts';
import type { Parsed } from './yaml.ts';
import { contactsHash, detailsOf, inALine, type InWords, isReachable } from './contacts.ts';
import { whyExample } from './example-values.ts';
import { isGap } from './gaps.ts';
import type { Day, Record } from './record.ts';

/** In what a run is strict: a doubt about the contacts is an error, not a warning. */
export type Strictness = 'usual' | 'strict';

/** What is to be trusted: a record, the numbers in the council's own words, and who has signed for them. */
export type Trusted = {
  readonly record: Record;
  readonly inWords: readonly (InWords & { readonly slot: string; readonly place: Place })[];
  readonly signOff?: Parsed<SignOff>;
};

/** Contacts that were checked longer ago than this before the election are old. */
const mostDays = 90;

/** Looks for reasons to doubt the contacts of a record that is printed on a day. */
export function checkTrust(trusted: Trusted, day: Day, strictness: Strictness, report: Report): void {
  checkAge(trusted.record, day, strictness, report);
  checkExamples(trusted, strictness, report);
  checkSignOff(trusted, strictness, report);
}

const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);

function checkAge({ council, placeOf }: Record, day: Day, strictness: Strictness, report: Report): void {
  const make = strictness === 'strict' ? error : warning;
  const { contactsCheckedOn: checked, election } = council;
  const ring = 'ring every number again, and write the day into `contactsCheckedOn`';
  const place = placeOf('contactsCheckedOn');
  if (!isGap(election.date) && election.date < day) {
    const message = `the election on ${election.date} is over: today is ${day}`;
    const hint = 'write the day of the next election into `election.date`';
    report(make('trust/past-election', message, placeOf('election.date'), hint, 'or give the day with --date'));
  }
  if (isGap(checked)) return;
  if (checked > day) {
    const message = `the contacts were checked on ${checked}, which is still to come: today is ${day}`;
    report(make('trust/checked-in-future', message, place, 'write the day on which somebody last rang the numbers'));
  }
  if (isGap(election.date)) return;
  const age = daysBetween(checked, election.date);
  if (age <= mostDays) return;
  const message = `the contacts were checked on ${checked}, ${age} days before the election: expected ${mostDays} at the most`;
  report(make('trust/stale-contacts', message, place, ring));
}

/** An officer who copied the example and forgot a number must be told. */
function checkExamples({ record, inWords }: Trusted, strictness: Strictness, report: Report): void {
  const make = strictness === 'strict' ? error : warning;
  // A copy under another name is no longer the example.
  if (record.council.example === record.slug) return;
  const own = detailsOf(record).map((detail) => ({ ...detail, place: record.placeOf(detail.key) }));
  for (const { kind, value, place } of [...own, ...inWords].filter(isReachable)) {
    const why = whyExample({ kind, value });
    if (why === undefined) continue;
    report(
      make('trust/example-value', `\`${value}\` is only an example: ${why}`, place, "write the council's own here"),
    );
  }
}

function checkSignOff({ record, inWords, signOff }: Trusted, strictness: Strictness, report: Report): void {
  const make = strictness === 'strict' ? error : warning;
  if (!signOff || signOff.value.signedOff.contacts === contactsHash(record, inWords)) return;
  const { name, date, values } = signOff.value.signedOff;
  const { removed, added } = changes(values, linesOf({ record, inWords }));
  const said = [...listed('removed', removed), ...listed('added', added)];
  const what = said.length > 0 ? said.join('; ') : 'a title or the order of the contacts';
  report(
    make(
      'trust/sign-off-outdated',
      `the contacts have changed since ${name} signed them off on ${date}: ${what}`,
      signOff.placeOf('signedOff.contacts'),
      `make a new proof sheet with \`handbill proof-sheet --council ${record.slug}\`, and ring what has changed`,
      'then sign again with `handbill sign-off`',
    ),
  );
}

const listed = (verb: string, lines: readonly string[]): string[] => {
  if (lines.length === 0) return [];
  const more = lines.length > 4 ? ` and ${lines.length - 4} more` : '';
  const shown = lines.slice(0, 4).map((line) => `\`${line}\``);
  return [`${verb} ${shown.join(', ')}${more}`];
};

/** Every value that a signature stands for, a line each. */
export const linesOf = ({ record, inWords }: Pick<Trusted, 'record' | 'inWords'>): readonly string[] => [
  ...detailsOf(record).map(inALine),
  ...inWords.map(({ slot, kind, value }) => `Own words (${slot}), ${kind}: ${value}`),
];
