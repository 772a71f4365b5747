import { isGap } from '../data/gaps.ts';
import type { Day } from '../data/record.ts';
import type { Language } from './edition.ts';

/** How a language writes days: from Unicode's locale data (CLDR), so that a further language needs no table of ours. */
type Calendar = { readonly day: Intl.DateTimeFormat; readonly weekday: Intl.DateTimeFormat };

const calendars = new Map<Language, Calendar>();

function calendarOf(language: Language): Calendar {
  const known = calendars.get(language);
  if (known) return known;
  const locale = `${language}-GB`;
  const made: Calendar = {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  };
  calendars.set(language, made);
  return made;
}

/** The names of the months as they stand in dates: "Mai", in Gaelic "dhen Chèitean". */
export const monthNames = (language: Language): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => {
    const parts = calendarOf(language).day.formatToParts(new Date(Date.UTC(2025, month, 1)));
    return parts.find(({ type }) => type === 'month')?.value ?? '';
  });

const dateOf = (day: Day): Date => new Date(`${day}T00:00Z`);

/** `2025-05-01` as "1 May 2025"; the gap of a draft stays as it is. */
export const dayInWords = (day: Day, language: Language): string =>
  isGap(day) ? day : calendarOf(language).day.format(dateOf(day));

/** `2025-05-01` as "Thursday 1 May 2025"; the gap of a draft stays as it is. */
export const weekdayInWords = (day: Day, language: Language): string =>
  isGap(day) ? day : `${calendarOf(language).weekday.format(dateOf(day))} ${dayInWords(day, language)}`;
