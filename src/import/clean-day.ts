import { parseDay } from '../data/day.ts';
import type { Day } from '../data/record.ts';
import { error, type Report, warning } from '../diagnostics/diagnostic.ts';
import type { CellAt, Cleaned } from './clean.ts';
import { shown, tidy } from './clean-text.ts';

/**
 * A day, typed in any of the ways that are usual here, day before month; or the spreadsheet's own. Undefined when an
 * error was reported; a value undefined where the cell is empty.
 */
export function cleanDay(at: CellAt, report: Report): Cleaned<Day | undefined> | undefined {
  const { cell, place } = at;
  const serial = cell.kind === 'date' || cell.kind === 'number' ? cell.number : undefined;
  const counted = serial === undefined ? undefined : dayOfSerial(serial);
  if (cell.kind === 'date' && counted) {
    return { value: counted, typed: cell.text, steps: cell.text === counted ? [] : ['a date of the spreadsheet'] };
  }
  const tidied = tidy(at, 'refused', report);
  if (!tidied) return undefined;
  const { text, typed, steps } = tidied;
  if (text === '') return { value: undefined, typed, steps };
  const bare = counted ?? (/^\d{5}$/.test(text) ? dayOfSerial(Number(text)) : undefined);
  if (bare) {
    const message = `${shown(text)} is the number by which spreadsheets count days, and was read as ${bare}`;
    report(warning('import/counted-day', message, place, 'check the day, and format the column as dates'));
    return { value: bare, typed, steps: [...steps, 'a number of the spreadsheet read as a day'] };
  }
  const read = readDay(text);
  if (typeof read === 'object') {
    report(error('import/day', read.message, place, read.hint));
    return undefined;
  }
  return { value: read, typed, steps: read === text ? steps : [...steps, 'written as year, month and day'] };
}

/** Days of 2000 to 2099: a number outside is no day of an election. Excel counts from the end of 1899. */
function dayOfSerial(serial: number): Day | undefined {
  if (!(serial >= 36_526 && serial < 73_051)) return undefined;
  return parseDay(new Date(Date.UTC(1899, 11, 30 + Math.floor(serial))).toISOString().slice(0, 10));
}

type Fault = { readonly message: string; readonly hint: string };

const HOW = 'write the year, the month and the day: `2025-05-01`';

function readDay(text: string): Day | Fault {
  const plain = text.replace(
    /(?<=\d{4})[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?Z?$|(?<=-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i,
    '',
  );
  const said = plain
    .replace(/,/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^(?:the|dydd) /i, '');
  const [before = '', first = ''] = /^(\p{L}{2,})(?:day)? (?:the )?(?=\d)/u.exec(said) ?? [];
  const weekday = first === '' || monthOf(first) !== undefined ? undefined : first;
  const rest = weekday === undefined ? said : said.slice(before.length);
  const words = rest
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/i, '')
    .replace(/ of /i, ' ')
    .split(/[\s./-]+/)
    .filter((word) => word !== '');
  const none: Fault = { message: `${shown(text)} is not a day`, hint: HOW };
  if (words.length !== 3) return none;
  const [a = '', b = '', c = ''] = words;
  const named = [a, b].map(monthOf);
  // `May 1 2025` is named; `1 May 2025` too; and a month as a figure stands between day and year.
  const [year, month, day] = /^\d{4}$/.test(a)
    ? [a, named[1] ?? b, c]
    : named[0] === undefined
      ? [c, named[1] ?? b, a]
      : [c, named[0], b];
  if (![year, month, day].every((part) => /^\d{1,4}$/.test(part))) return none;
  const full = year.length === 2 ? `20${year}` : year;
  const made = parseDay(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!made) {
    const turned = parseDay(`${full}-${day.padStart(2, '0')}-${month.padStart(2, '0')}`);
    const message = `there is no day ${shown(text)}: days are read before months`;
    return turned
      ? { message, hint: `did you mean \`${turned}\`?` }
      : { message: `there is no day ${shown(text)}`, hint: HOW };
  }
  const is = new Date(`${made}T00:00:00Z`).getUTCDay();
  if (weekday !== undefined && weekdayOf(weekday) !== is) {
    return { message: `${shown(text)} is a ${WEEKDAYS[is]}`, hint: 'check the day and its date' };
  }
  return made;
}

const MONTHS = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth'],
  ['april', 'ebrill'],
  ['may', 'mai'],
  ['june', 'mehefin'],
  ['july', 'gorffennaf'],
  ['august', 'awst'],
  ['september', 'medi'],
  ['october', 'hydref'],
  ['november', 'tachwedd'],
  ['december', 'rhagfyr'],
];

/** The number of a month by its name, in English or Welsh, or three of its letters or more. */
function monthOf(word: string): string | undefined {
  if (!/^\p{L}{3,}$/u.test(word)) return undefined;
  const at = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word.toLowerCase())));
  return at < 0 ? undefined : String(at + 1);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WELSH_WEEKDAYS = ['sul', 'llun', 'mawrth', 'mercher', 'iau', 'gwener', 'sadwrn'];

const weekdayOf = (word: string): number => {
  const key = word.toLowerCase();
  const english = WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(key.slice(0, 3)));
  return english >= 0 ? english : WELSH_WEEKDAYS.indexOf(key);
};
