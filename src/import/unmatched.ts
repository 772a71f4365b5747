import { error, type Place, type Report, warning } from '../diagnostics/diagnostic.ts';
import { shown } from './clean-text.ts';
import type { Found, Matched } from './match.ts';

/** Rows that were given to no council, or to one in a way that somebody should know of; each kind is told once. */
export type Unmatched = {
  /** Takes what a row's texts mean; the place is where they stand. */
  readonly note: (matched: Matched | undefined, place: Place) => void;
  /** Tells of them, and gives the number of rows that an error left out, and of those of councils without a file. */
  readonly tell: (report: Report) => {
    readonly faulty: number;
    readonly others: number;
    readonly otherCouncils: number;
  };
};

/** Names that nobody has, of which each is told. */
const MOST = 50;

type Group = { readonly matched: Matched | undefined; readonly place: Place; rows: number };

export function openUnmatched(): Unmatched {
  const groups = new Map<string, Group>();
  return {
    note(matched, place) {
      const key = JSON.stringify([matched?.kind, matched && keyOf(matched)]);
      const group = groups.get(key) ?? { matched, place, rows: 0 };
      group.rows += 1;
      groups.set(key, group);
    },
    tell(report) {
      let [faulty, others, unknown] = [0, 0, 0];
      let beyond: Place | undefined;
      const councils = new Set<string>();
      for (const group of groups.values()) {
        const { matched, rows } = group;
        if (matched?.kind === 'registered') {
          others += rows;
          councils.add(matched.slug);
        } else if (matched?.kind === 'gone') others += rows;
        else if (matched?.kind !== 'own') faulty += rows;
        const isUnknown = matched?.kind === 'unknown' || matched?.kind === 'several';
        if (isUnknown) unknown += 1;
        if (matched?.kind !== 'gone' && !(isUnknown && unknown > MOST)) tellOf(group, report);
        if (isUnknown && unknown === MOST + 1) beyond = group.place;
      }
      if (beyond) {
        const message = `${(unknown - MOST).toLocaleString('en-GB')} more names are of no council; their rows are left out`;
        report(error('import/unknown-council', message, beyond, 'check that the column holds names of councils'));
      }
      tellGone([...groups.values()], report);
      return { faulty, others, otherCouncils: councils.size };
    },
  };
}

const keyOf = (matched: Matched): readonly unknown[] => {
  switch (matched.kind) {
    case 'own':
    case 'registered':
      return [matched.slug, matched.formerCode, matched.otherCode];
    case 'gone':
      return [matched.code];
    case 'several':
      return [matched.names];
    case 'unknown':
      return [matched.name];
  }
};

function tellOf({ matched, place, rows }: Group, report: Report): void {
  const these = rows === 1 ? 'the row is' : `its ${rows.toLocaleString('en-GB')} rows are`;
  switch (matched?.kind) {
    case undefined: {
      const message = `${rows === 1 ? 'a row does' : `${rows} rows do`} not say whose ${rows === 1 ? 'it is' : 'they are'}`;
      report(error('import/no-council', message, place, 'fill in the council, or name it with `--council <slug>`'));
      return;
    }
    case 'several': {
      const names = matched.names.map((name) => `\`${name}\``).join(' and ');
      const message = `the row may be of ${names}; ${these} left out`;
      report(error('import/two-councils', message, place, 'put the code of the council beside it'));
      return;
    }
    case 'unknown': {
      const meant = matched.likely.map((name) => `did you mean \`${name}\`?`);
      const message = `no council is called ${shown(matched.name)}; ${these} left out`;
      const hint = 'write the name as `handbill councils` has it, or put the code of the council beside it';
      report(error('import/unknown-council', message, place, ...meant, hint));
      return;
    }
    case 'own':
      tellCodes(matched, place, report);
      return;
    case 'gone':
    case 'registered':
  }
}

/** An older list has many codes of councils that have been joined since: they are told together. */
function tellGone(groups: readonly Group[], report: Report): void {
  const gone = groups.flatMap(({ matched, ...group }) => (matched?.kind === 'gone' ? [{ ...group, ...matched }] : []));
  const [first] = gone;
  if (!first) return;
  const rows = gone.reduce((sum, group) => sum + group.rows, 0);
  const called = gone
    .slice(0, 20)
    .map(({ code, name }) => (name === undefined ? `\`${code}\`` : `${shown(name)} (${code})`));
  const more = gone.length > 20 ? ` and ${gone.length - 20} more` : '';
  const message = `${rows === 1 ? 'a row has a code' : `${rows.toLocaleString('en-GB')} rows have codes`} that no council has today, and ${rows === 1 ? 'was' : 'were'} passed over: ${called.join(', ')}${more}`;
  const hint = 'use a list of this year: codes change when councils are joined or their boundaries moved';
  report(warning('import/gone-council', message, first.place, hint));
}

function tellCodes({ name, council, formerCode, otherCode }: Found, place: Place, report: Report): void {
  if (formerCode !== undefined) {
    const message = `\`${formerCode}\` is a former code of ${name}, which has \`${council?.gss ?? 'none'}\` now`;
    report(warning('import/former-code', message, place, 'look whether the list is of this year'));
  }
  if (otherCode !== undefined) {
    const message = `the row has the name of ${name}, and the code \`${otherCode}\`, which is not its own`;
    report(warning('import/other-code', message, place, 'check that the rows are of this council'));
  }
}
