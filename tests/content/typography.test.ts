import { describe, expect, test } from 'vitest';
import { dayInWords, weekdayInWords } from '../../src/content/dates.ts';
import type { Inline, Language } from '../../src/content/edition.ts';
import { slugOf } from '../../src/content/ids.ts';
import { type Role, typographic, typographicInlines } from '../../src/content/typography.ts';
import type { Day } from '../../src/data/record.ts';

/** `~` stands for a non-breaking space. */
const shown = (text: string): string => text.replaceAll('\u00A0', '~');

const TABLE: readonly (readonly [given: string, set: string, language: Language])[] = [
  [`you're the candidate's`, `you’re the candidate’s`, 'en'],
  [`the candidates' "own" words`, `the candidates’ “own” words`, 'en'],
  [`'fake content', and 'Deepfakes' are`, `‘fake content’, and ‘Deepfakes’ are`, 'en'],
  [`("in brackets") – "after a dash"`, `(“in brackets”)~– “after a dash”`, 'en'],
  [`"he said 'no'"`, `“he said ‘no’”`, 'en'],
  [`and/or "this"/"that"`, `and/or “this”/“that”`, 'en'],
  [`in the '90s and '25`, `in the ’90s and ’25`, 'en'],
  [`“be alert, plan ahead”, it’s there`, `“be alert, plan ahead”, it’s there`, 'en'],
  [`on GOV.UK - your one-stop-shop`, `on GOV.UK~– your one-stop-shop`, 'en'],
  [`9am-5pm, 1 -2, cyber-attacks`, `9am-5pm, 1 -2, cyber-attacks`, 'en'],
  [`write to o'brien@a.example, "jo@a.example"`, `write to o'brien@a.example, “jo@a.example”`, 'en'],
  [`write to o'neil@llanfair-y-ŵyl.example, 'no'`, `write to o'neil@llanfair-y-ŵyl.example, ‘no’`, 'en'],
  [`see www.tŷ.example/o'neil/a. 'So' and/or 'this'`, `see www.tŷ.example/o'neil/a. ‘So’ and/or ‘this’`, 'en'],
  [`see https://a.example/it's-here/x. 'So'`, `see https://a.example/it's-here/x. ‘So’`, 'en'],
  [`see 'https://a.example/x' there`, `see ‘https://a.example/x’ there`, 'en'],
  [`an Operation Ford incident`, `an Operation~Ford incident`, 'en'],
  [`on 1 May 2025, in May 2025, on 20 March`, `on 1~May~2025, in May~2025, on 20~March`, 'en'],
  [`they may 2 times`, `they may 2 times`, 'en'],
  [`ring 01632 960 001, 18001 101, 999 BSL`, `ring 01632~960~001, 18001~101, 999~BSL`, 'en'],
  [`ring (01632) 960 001 or +44 1632 960 001`, `ring (01632)~960~001 or +44~1632~960~001`, 'en'],
  [`call 999 or 101, 24/7`, `call 999 or 101, 24/7`, 'en'],
  [`Page 1 of 4`, `Page~1~of~4`, 'en'],
  [`Mae'n hawdd i'r 'gair' a 'r llall ar 1 Mai 2025`, `Mae’n hawdd i’r ‘gair’ a ’r llall ar 1~Mai~2025`, 'cy'],
  ['Llanfair-y-W\u0302yl', 'Llanfair-y-Ŵyl', 'cy'],
];

describe('typographic', () => {
  test.each(TABLE)('%s', (given, set, language) => {
    const once = typographic(given, language);
    expect(shown(once)).toBe(set);
    expect(typographic(once, language)).toBe(once);
    expect(once).toHaveLength(given.normalize('NFC').length);
  });
});

const text = (value: string): Inline => ({ kind: 'text', value });
const strong = (...children: Inline[]): Inline => ({ kind: 'strong', children });
const link = (url: string, ...children: Inline[]): Inline => ({ kind: 'link', url, children });

const RUNS: readonly (readonly [name: string, given: readonly Inline[], role: Role, set: readonly Inline[]])[] = [
  [
    'a quote knows what stands before it in another node',
    [text('do: "'), strong(text('be'), text(`"'s (`)), text(`'x'`), text(')')],
    'running',
    [text('do: “'), strong(text('be”’s (')), text('‘x’)')],
  ],
  [
    'white space is collapsed across nodes and trimmed',
    [text('  one \n two '), strong(text(' three ')), text(' \t'), strong(text(' ')), text('\n')],
    'running',
    [text('one two '), strong(text('three'))],
  ],
  [
    'a dash between nodes',
    [strong(text('Report')), text(' - the page')],
    'running',
    [strong(text('Report')), text('~– the page')],
  ],
  [
    'a non-breaking space between nodes',
    [text('an Operation '), strong(text('Ford')), text(' incident')],
    'running',
    [text('an Operation~'), strong(text('Ford')), text(' incident')],
  ],
  [
    'a short last word of an item',
    [text('and press '), strong(text('55')), text('.')],
    'item',
    [text('and press~'), strong(text('55')), text('.')],
  ],
  ['a long last word of an item', [text('you can improve')], 'item', [text('you can improve')]],
  ['a short last word of a heading', [text('on the phone')], 'heading', [text('on the~phone')]],
  ['a short last word of a paragraph', [text('on the phone')], 'running', [text('on the phone')]],
  ['an address', [link(`https://a.example/'x'`, text(`'x'`))], 'running', [link(`https://a.example/'x'`, text('‘x’'))]],
  ['nothing', [text(' '), strong(text('')), link('#a', text(' '))], 'item', []],
];

describe('typographicInlines', () => {
  test.each(RUNS)('%s', (_name, given, role, set) => {
    const once = typographicInlines(given, 'en', role);
    expect(JSON.parse(shown(JSON.stringify(once)))).toEqual(set);
    expect(typographicInlines(once, 'en', role)).toEqual(once);
  });
});

test('dates are in words', () => {
  const day = '2025-05-01' as Day;
  expect(dayInWords(day, 'en')).toBe('1 May 2025');
  expect(weekdayInWords(day, 'en')).toBe('Thursday 1 May 2025');
  expect(weekdayInWords(day, 'cy')).toBe('Dydd Iau 1 Mai 2025');
  expect(weekdayInWords('2024-12-31' as Day, 'en')).toBe('Tuesday 31 December 2024');
});

test('Welsh days have their names', () => {
  const months = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ');
  const inYear = months.map((_, month) => dayInWords(`2025-${String(month + 1).padStart(2, '0')}-09` as Day, 'cy'));
  expect(inYear).toEqual(months.map((month) => `9 ${month} 2025`));
  const week = ['Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn', 'Sul'];
  const inWeek = week.map((_, day) => weekdayInWords(`2025-06-0${day + 2}` as Day, 'cy'));
  expect(inWeek).toEqual(week.map((day, i) => `Dydd ${day} ${i + 2} Mehefin 2025`));
});

test('a further language needs no table of days', () => {
  expect(weekdayInWords('2025-05-01' as Day, 'ga')).toBe('Déardaoin 1 Bealtaine 2025');
  expect(shown(typographic('ar 1 Bealtaine 2025', 'ga'))).toBe('ar 1~Bealtaine~2025');
  expect(dayInWords('2025-05-01' as Day, 'gd')).toContain('Chèitean 2025');
});

test('ids are the words of a heading', () => {
  expect(slugOf('Five ways to improve your security today:')).toBe('five-ways-to-improve-your-security-today');
  expect(slugOf("If you can’t (or don't) speak: “Ŵyl”")).toBe('if-you-cant-or-dont-speak-wyl');
});
