import { kindByName } from '../data/other-council-starter.ts';
import type { ElectionKind } from '../data/record.ts';
import type { RegisteredCouncil } from '../data/registry.ts';
import { error, type Place, type Report } from '../diagnostics/diagnostic.ts';
import { cleanSlug } from './clean-choice.ts';
import { shown } from './clean-text.ts';
import { type CouncilRow, type Given, readCouncilRow } from './council-values.ts';
import type { Matched, Matcher } from './match.ts';
import type { Recognised } from './recognise.ts';
import { rowsBelow } from './rows.ts';
import { saysTheSame } from './same-value.ts';
import { openUnmatched } from './unmatched.ts';
import type { Workbook } from './workbook.ts';

/** Whose file it is, and how it is begun where there is none. */
export type Target =
  | { readonly kind: 'own'; readonly slug: string; readonly name: string; readonly council?: RegisteredCouncil }
  | { readonly kind: 'registered'; readonly slug: string; readonly name: string; readonly council: RegisteredCouncil }
  | { readonly kind: 'other'; readonly slug: string; readonly name: string; readonly election: ElectionKind };

/** All that the rows of one council give. */
export type Gathered = { readonly target: Target; readonly given: readonly Given[] };

export type GatheredAll = {
  readonly councils: readonly Gathered[];
  /** Rows that an error left out. */
  readonly faulty: number;
  /** Rows of councils that have no file, where none is begun. */
  readonly others: number;
};

/** Reads rows of contacts or councils, and puts together what is of one council. */
export async function gatherCouncils(
  recognised: Recognised,
  workbook: Pick<Workbook, 'format'>,
  matcher: Matcher,
  report: Report,
): Promise<GatheredAll> {
  const { subject } = recognised;
  const tally = { faulty: 0 };
  const unmatched = openUnmatched();
  const gathered = new Map<string, { target: Target; given: readonly Given[]; row: number }>();
  for await (const row of rowsBelow(recognised, workbook, tally, report)) {
    const read = readCouncilRow(row, subject, report);
    const target = read && (subject === 'councils' ? targetOf(read, matcher, report) : ownOf(read, matcher));
    if (!read || !target) {
      tally.faulty += 1;
      continue;
    }
    if (target.kind === 'unmatched') {
      unmatched.note(target.matched, row.place);
      continue;
    }
    if (target.kind === 'own') unmatched.note(matcher(read.named)[0], row.place);
    const before = gathered.get(target.slug);
    const isRight = !before || (subject === 'contacts' && agrees(before.given, read.values, report));
    if (before && subject === 'councils') tellTwice(target, before.row, row.place, report);
    if (isRight) {
      const given = [...(before?.given ?? []), ...read.values.filter(({ key }) => isNew(before?.given ?? [], key))];
      gathered.set(target.slug, { target, given, row: before?.row ?? row.number });
    } else tally.faulty += 1;
  }
  const told = unmatched.tell(report);
  return { councils: [...gathered.values()], faulty: tally.faulty + told.faulty, others: told.others };
}

const isNew = (given: readonly Given[], key: string): boolean => !given.some((each) => each.key === key);

type Sorted = Target | { readonly kind: 'unmatched'; readonly matched: Matched | undefined };

function ownOf({ named }: CouncilRow, matcher: Matcher): Sorted {
  const [found, ...more] = matcher(named);
  if (found && more.length > 0) return { kind: 'unmatched', matched: severalOf([found, ...more]) };
  if (found?.kind !== 'own') return { kind: 'unmatched', matched: found };
  return { ...found, kind: 'own' };
}

const severalOf = (found: readonly Matched[]): Matched => ({
  kind: 'several',
  names: found.flatMap((one) => ('slug' in one ? one.name : [])),
});

/** Whose file a row of councils is to fill; undefined when an error was reported. */
function targetOf({ named, slug, values, place }: CouncilRow, matcher: Matcher, report: Report): Sorted | undefined {
  const found = matcher(named);
  const [first] = found;
  const [asked] = slug === undefined ? [] : matcher({ codes: [], names: [slug] });
  const known = asked?.kind === 'own' || asked?.kind === 'registered' ? asked : first;
  if (known === first && found.length > 1) return { kind: 'unmatched', matched: severalOf(found) };
  if (known?.kind === 'own' && (slug === undefined || known.slug === slug)) return { ...known, kind: 'own' };
  if ((known?.kind === 'own' || known?.kind === 'registered') && known.council) {
    return { kind: 'registered', slug: slug ?? known.slug, name: known.name, council: known.council };
  }
  if (known?.kind === 'several') return { kind: 'unmatched', matched: known };
  // A council that nobody knows: what it is called and what it is must be said, and not nearly be somebody else's.
  const name = values.find(({ key }) => key === 'name')?.value;
  if (typeof name !== 'string') return { kind: 'unmatched', matched: first };
  const election = (values.find(({ key }) => key === 'election.kind')?.value ?? kindByName(name)) as
    | ElectionKind
    | undefined;
  const isSmall = election === 'parish' || election === 'town';
  const isNear = known?.kind === 'unknown' ? known.likely.length > 0 : false;
  if (slug === undefined && !isSmall && (isNear || isGone(known))) return { kind: 'unmatched', matched: known };
  if (election === undefined) {
    const message = `${shown(name)} is not in the registry, and nothing says what it elects`;
    report(error('import/no-election', message, place, 'fill in the election type: `parish`, `town`, `mayor`'));
    return undefined;
  }
  const made = slug ?? cleanSlug({ cell: { text: name, kind: 'text' }, place }, report)?.value;
  return made === undefined ? undefined : { kind: 'other', slug: made, name, election };
}

/** Codes of parishes and communities are in no list of ours. */
const isGone = (known: Matched | undefined): boolean => known?.kind === 'gone' && !/^[EW]04/.test(known.code);

/** Whether a row says nothing else than the rows before it; reports what it does. */
function agrees(before: readonly Given[], values: readonly Given[], report: Report): boolean {
  for (const { key, value, place: at } of values) {
    const other = before.find((each) => each.key === key);
    if (!other || saysTheSame(key, other.value, value)) continue;
    const message = `another row gives another \`${key}\` for the same council; the row is left out`;
    report(error('import/two-values', message, at, 'leave one of the two rows'));
    return false;
  }
  return true;
}

function tellTwice({ name }: Target, row: number, place: Place, report: Report): void {
  const message = `the row is of ${name}, as row ${row} is; it is left out`;
  report(error('import/council-twice', message, place, 'remove one of the two rows'));
}
