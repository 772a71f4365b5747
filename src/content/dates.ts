import { isGap } from '../data/gaps.ts';
import type { Day } from '../data/record.ts';
import type { Language } from './edition.ts';

const MONTHS: { readonly [language in Language]: readonly string[] } = {
  en: 'January February March April May June July August September October November December'.split(' '),
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
};

const WEEKDAYS: { readonly [language in Language]: readonly string[] } = {
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  cy: 'Dydd Sul,Dydd Llun,Dydd Mawrth,Dydd Mercher,Dydd Iau,Dydd Gwener,Dydd Sadwrn'.split(','),
};

/** The names of the months in every language of editions. */
export const monthNames: readonly string[] = Object.values(MONTHS).flat();

/** `2025-05-01` as "1 May 2025"; the gap of a draft stays as it is. */
export function dayInWords(day: Day, language: Language): string {
  if (isGap(day)) return day;
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[language][Number(month) - 1]} ${year}`;
}

/** `2025-05-01` as "Thursday 1 May 2025"; the gap of a draft stays as it is. */
export function weekdayInWords(day: Day, language: Language): string {
  if (isGap(day)) return day;
  return `${WEEKDAYS[language][new Date(`${day}T00:00Z`).getUTCDay()]} ${dayInWords(day, language)}`;
}
