import type { Change } from '../data/yaml-edit.ts';
import type { Day } from '../data/record.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Given } from './council-values.ts';
import { inWords } from './rows.ts';
import { saysTheSame } from './same-value.ts';

type Value = string | readonly string[];

/** What becomes of a value that a file gives. */
export type Planned = {
  readonly key: string;
  /** `kept`: the council's file has another, which stays. */
  readonly kind: 'new' | 'same' | 'kept' | 'replaced';
  readonly from?: Value;
  readonly to: Value;
  readonly place: Place;
};

export type Plan = { readonly planned: readonly Planned[]; readonly changes: readonly Change[] };

/** What stands in a council's file, and what is to be done where a spreadsheet says otherwise. */
export type Present = {
  /** Undefined where nothing stands, or null. */
  readonly valueAt: (key: string) => unknown;
  readonly differing: 'kept' | 'replaced';
  /** Whether a name or a code is the council's, by which its rows may be called; it may have others too. */
  readonly isOwn: (text: string) => boolean;
  readonly day: Day;
};

/**
 * Compares what is given with what is there. What is there is never changed unless that was asked for, and the day on
 * which the numbers were rung not even then: a spreadsheet rings nobody.
 */
export function planCouncil(given: readonly Given[], present: Present): Plan {
  const placed = inDeputies(given, present);
  const planned = placed.map((each) => plannedOf(each, present));
  const byKey = new Map(placed.map((each) => [each.key, each]));
  const changes = planned.flatMap(({ key, kind, from, to, place }): Change[] => {
    if (kind === 'same' || kind === 'kept') return [];
    const typed = byKey.get(key)?.typed;
    const notes = [
      `from ${inWords(place)}, ${present.day}`,
      ...(typed === undefined ? [] : [`was ${quoted(typed)}`]),
      ...(from === undefined ? [] : [`before ${quoted(printed(from))}`]),
    ];
    return [{ keyPath: key, value: to, note: asNote(notes.join('; ')) }];
  });
  return { planned, changes: inOrder([...titlesFor(changes, present), ...changes]) };
}

const ORDER =
  'name shortName gss nation election contactsCheckedOn returningOfficer deputyReturningOfficers electoralServices police feoa alternativeFormats issuedBy title phones phone email hours address website'.split(
    ' ',
  );

/** As people read a council's file, whatever the order of columns was. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const rank = ({ keyPath }: Change): string =>
    keyPath
      .split('.')
      .map((step, at) => {
        if (/^\d+$/.test(step)) return step.padStart(3, '0');
        // The name of a contact stands below its title.
        return String(step === 'name' && at > 0 ? ORDER.indexOf('title') + 0.5 : ORDER.indexOf(step)).padStart(5, '0');
      })
      .join(' ');
  return changes.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** A value in one line, for people. */
export const printed = (value: Value): string => (typeof value === 'string' ? value : value.join('; '));

function plannedOf({ key, value, place }: Given, { valueAt, differing, isOwn }: Present): Planned {
  const before = asValue(valueAt(key));
  if (before === undefined) return { key, kind: 'new', to: value, place };
  const isSame = saysTheSame(key, before, value) || (/^(name|gss)$/.test(key) && isOwn(printed(value)));
  if (isSame) return { key, kind: 'same', from: before, to: value, place };
  const kind = key === 'contactsCheckedOn' ? 'kept' : differing;
  return { key, kind, from: before, to: value, place };
}

const asValue = (found: unknown): Value | undefined => {
  if (Array.isArray(found)) {
    const texts = found.filter((each) => each !== null).map(String);
    return texts.length === 0 ? undefined : texts;
  }
  return found === undefined || found === null || typeof found === 'object' ? undefined : String(found);
};

/** Gives each deputy that a row speaks of a place in the list: that of the one who is there, else the next. */
function inDeputies(given: readonly Given[], { valueAt }: Present): readonly Given[] {
  const list = valueAt('deputyReturningOfficers');
  const there = Array.isArray(list) ? list.length : 0;
  const used = new Set(
    given.flatMap(({ key }) => /^deputyReturningOfficers\.(\d+)\./.exec(key)?.[1] ?? []).map(Number),
  );
  const indexes = new Map<string, number>();
  let next = Math.max(there, ...[...used].map((at) => at + 1));
  for (const name of new Set(given.flatMap(({ key }) => /^deputyReturningOfficers\.(row\d+)\./.exec(key)?.[1] ?? []))) {
    const own = given.filter(({ key }) => key.startsWith(`deputyReturningOfficers.${name}.`));
    const [found] = Array.from({ length: there }, (_, at) => ({ at, likeness: likenessOf(own, at, valueAt) }))
      .filter(({ at, likeness }) => !used.has(at) && likeness > 0)
      .toSorted((a, b) => b.likeness - a.likeness);
    indexes.set(name, found?.at ?? next++);
    used.add(indexes.get(name) ?? 0);
  }
  return given.map((each) => ({
    ...each,
    key: each.key.replace(/row\d+/, (name) => String(indexes.get(name) ?? name)),
  }));
}

/** Who has the same number, address or name is the same person, and so is of whom nothing else is said. */
function likenessOf(own: readonly Given[], at: number, valueAt: Present['valueAt']): number {
  const same = own.filter(({ key, value }) => {
    const theirs = asValue(valueAt(`deputyReturningOfficers.${at}.${detailOf(key)}`));
    return theirs !== undefined && saysTheSame(key, theirs, value);
  });
  if (same.length === own.length) return 9;
  const details = new Set(same.map(({ key }) => detailOf(key)));
  return (details.has('phones') ? 4 : 0) + (details.has('email') ? 2 : 0) + (details.has('name') ? 1 : 0);
}

const detailOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1);

const TITLES: readonly (readonly [group: RegExp, title: string])[] = [
  [/^returningOfficer$/, 'Returning Officer'],
  [/^deputyReturningOfficers\.\d+$/, 'Deputy Returning Officer'],
  [/^electoralServices$/, 'Electoral services'],
  [/^feoa$/, 'Operation Ford advisor'],
];

/** A contact needs a title. Who gives none gets the usual one, and a note that says so. */
function titlesFor(changes: readonly Change[], { valueAt }: Present): readonly Change[] {
  const groups = new Set(changes.map(({ keyPath }) => keyPath.slice(0, keyPath.lastIndexOf('.'))));
  return [...groups].flatMap((group): Change[] => {
    const [, title] = TITLES.find(([pattern]) => pattern.test(group)) ?? [];
    const keyPath = `${group}.title`;
    const isGiven = valueAt(keyPath) !== undefined || changes.some((change) => change.keyPath === keyPath);
    return title === undefined || isGiven
      ? []
      : [{ keyPath, value: title, note: 'the usual title: no file gave another' }];
  });
}

const quoted = (text: string): string =>
  JSON.stringify([...text].length > 160 ? `${[...text].slice(0, 159).join('')}…` : text);

/** A comment is one line, and shows what stands in it. */
const asNote = (text: string): string =>
  text.replace(/[\p{C}\u2028\u2029]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
