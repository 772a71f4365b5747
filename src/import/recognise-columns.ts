import type { Noun } from '../data/rule.ts';
import { type Detail, type Field, holdsSeveral, type Role, type Subject } from './fields.ts';
import type { Heading } from './recognise-header.ts';
import { foldHeading } from './recognise-heading.ts';
import { knownBy } from './recognise-known.ts';
import type { Wish } from './recognise-map.ts';
import type { Column, Ignored } from './recognise.ts';

/** What is known of a column before the columns are looked at together. */
type Taken = Column & { readonly rank: number; readonly noun?: Noun; readonly isWelsh?: true };

export type Assigned = {
  readonly columns: readonly Column[];
  readonly ignored: readonly Ignored[];
  readonly noun?: Noun;
  /** Columns that do not say whose details they hold, and were taken for somebody's. */
  readonly assumed: readonly Column[];
  /** Columns that lost against another for the same field. */
  readonly twice: readonly { readonly lost: Column; readonly won: Column }[];
};

export type Remembered = ReadonlyMap<string, Field | 'ignore'>;

type Context = {
  readonly subject: Subject;
  readonly wishes: readonly Wish[];
  readonly remembered: Remembered;
};

/** Says of every column what it holds, by what was asked for, by what was so last time, and by its heading. */
export function assign(headings: readonly Heading[], { subject, wishes, remembered }: Context): Assigned {
  const known = subject === 'areas' ? undefined : knownBy(headings.map(({ own }) => own));
  const last = new Map([...remembered].map(([heading, field]) => [foldHeading(heading), field]));
  const meanings = headings.map(({ own, meaning }) => known?.meaningOf(foldHeading(own), subject) ?? meaning);
  const saysRole = meanings.some((meaning) => meaning?.kind === 'field' && meaning.field === 'role');
  const saysCouncil = meanings.some((meaning) => meaning?.kind === 'field' && /^(council|name)$/.test(meaning.field));
  const taken: Taken[] = [];
  const ignored: Ignored[] = [];
  const assumed: number[] = [];
  let role: Role | undefined;

  for (const [i, heading] of headings.entries()) {
    const { column, typed, samples } = heading;
    const [first] = samples;
    const base = { column, heading: typed, ...(first !== undefined && { first }) };
    const take = (field: Field, by: Column['by'], because: string, rest: Partial<Taken> = {}): void =>
      void taken.push({
        ...base,
        field,
        by,
        because,
        rank: RANKS[by] + (foldHeading(typed) === 'name' ? 1 : 0),
        ...rest,
      });
    const wish = wishes.find((each) => each.column === column);
    const before = wish?.means ?? last.get(foldHeading(typed));
    const by = wish ? 'map' : 'remembered';
    const because = wish ? '`--map`' : 'as it was last time';
    const meaning = meanings[i];
    if (meaning?.kind === 'role') role = meaning.role;
    else if (meaning?.kind === 'field')
      role = roleOf(meaning.field) ?? (/^council|^name$/.test(meaning.field) ? undefined : role);
    if (before === 'ignore') ignored.push({ ...base, note: because });
    else if (typeof before === 'string') take(before, by, because);
    else if (before) take(whose(before.detail).field, by, because);
    else if (meaning?.kind === 'field' && isOtherCode(heading, meaning.field))
      ignored.push({ ...base, note: 'no GSS codes stand below it' });
    else if (meaning?.kind === 'field') {
      const { noun, isWelsh } = meaning;
      const rest = { ...(noun && { noun }), ...(isWelsh && { isWelsh }) };
      take(meaning.field, meaning.by, meaning.by === 'synonym' ? 'its heading' : (known?.source ?? STATISTICS), rest);
    } else if (meaning?.kind === 'role') {
      const detail = detailBy(samples);
      take(
        `${meaning.role}.${detail}`,
        'synonym',
        detail === 'name' ? 'its heading' : 'its heading and what stands below it',
      );
    } else if (meaning?.kind === 'detail') {
      const { field, because: reason, isAssumed } = whose(meaning.detail);
      take(field, known?.plain ? 'pattern' : meaning.by, reason);
      if (isAssumed) assumed.push(column);
    } else if (meaning) ignored.push({ ...base, note: meaning.note });
    else if (typed !== '' || first !== undefined) ignored.push(base);
  }
  return settle(taken, ignored, assumed);

  /** The field of a detail of which the heading does not say whose it is. */
  function whose(detail: Detail): { readonly field: Field; readonly because: string; readonly isAssumed?: true } {
    if (saysRole) return { field: `contact.${detail}`, because: 'its heading; the column of roles says whose' };
    if (known?.plain) return { field: `${known.plain}.${detail}`, because: known.source };
    if (role)
      return {
        field: `${role}.${detail}`,
        because: `it stands right of \`${headingOfRole(role, taken)}\``,
        isAssumed: true,
      };
    if (detail === 'name' && !saysCouncil)
      return { field: subject === 'contacts' ? 'council' : 'name', because: 'its heading' };
    if (detail === 'website' && subject === 'councils') return { field: 'issuedBy.website', because: 'its heading' };
    return { field: `electoralServices.${detail}`, because: 'nothing says whose it is', isAssumed: true };
  }
}

/** A heading `code` is of any list's own codes, unless those below it are GSS codes. */
const isOtherCode = ({ own, samples }: Heading, field: Field): boolean =>
  /(^|\.)gss$|^code$/.test(field) &&
  !/gss|ons|\d/i.test(own) &&
  samples.length > 0 &&
  !samples.some((text) => /^[ENSW]\s?[\dO\s]{6,}$/i.test(text));

const STATISTICS = 'a heading of the Office for National Statistics';

const RANKS: { readonly [by in Column['by']]: number } = { map: 9, remembered: 6, pattern: 3, synonym: 3 };

const roleOf = (field: Field): Role | undefined =>
  /^(returningOfficer|deputyReturningOfficers\.\d|electoralServices|feoa)\./.exec(field)?.[1] as Role | undefined;

const headingOfRole = (role: Role, taken: readonly Taken[]): string =>
  taken.find(({ field }) => roleOf(field) === role)?.heading ?? role;

/** What a column holds whose heading says only whose it is. */
function detailBy(samples: readonly string[]): Detail {
  const most = (pattern: RegExp): boolean =>
    samples.length > 0 && samples.filter((text) => pattern.test(text)).length * 2 > samples.length;
  if (most(/\S@\S/)) return 'email';
  if (most(/\d[\d ]{7,}\d/)) return 'phones';
  return most(/^(https?:|www\.)/i) ? 'website' : 'name';
}

/** One column for each field that holds one value: what was asked for wins, then what says it best, then the first. */
function settle(taken: readonly Taken[], ignored: readonly Ignored[], assumed: readonly number[]): Assigned {
  const english = taken.some(({ field, isWelsh }) => field === 'name' && !isWelsh);
  const placed = taken.map((each): Taken =>
    each.isWelsh && english && each.field === 'name' ? { ...each, field: 'nameCy' } : each,
  );
  const kept: Taken[] = [];
  const twice: { lost: Column; won: Column }[] = [];
  for (const each of placed.toSorted((a, b) => b.rank - a.rank || a.column - b.column)) {
    const won = holdsSeveral(each.field) ? undefined : kept.find(({ field }) => field === each.field);
    if (won) twice.push({ lost: bare(each), won: bare(won) });
    else kept.push(each);
  }
  const lost = twice.map(({ lost: each, won }): Ignored => {
    const { column, heading, first } = each;
    return {
      column,
      heading,
      ...(first !== undefined && { first }),
      note: `\`${won.heading}\` is taken for \`${won.field}\``,
    };
  });
  const noun = kept.find(({ field }) => field === 'name')?.noun;
  const columns = inOrder(kept.map(bare));
  return {
    columns,
    ignored: inOrder([...ignored, ...lost]),
    ...(noun && { noun }),
    assumed: columns.filter(({ column }) => assumed.includes(column)),
    twice: twice.toSorted((a, b) => a.lost.column - b.lost.column),
  };
}

const inOrder = <T extends { readonly column: number }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => a.column - b.column);

const bare = ({ field, column, heading, by, because, first }: Taken): Column => ({
  field,
  column,
  heading,
  by,
  because,
  ...(first !== undefined && { first }),
});
