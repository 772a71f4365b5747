import { describe, expect, test } from 'vitest';
import { cleanArea } from '../../src/import/clean-area.ts';
import { cleanName, cleanText } from '../../src/import/clean-text.ts';
import { clean, type Given, misworded } from './cells.ts';

describe('text', () => {
  test.for<readonly [typed: string, value: string]>([
    ['Helen Marsh', 'Helen Marsh'],
    ['  Helen   Marsh ', 'Helen Marsh'],
    ['Helen\u00a0Marsh', 'Helen Marsh'],
    ['Helen\tMarsh', 'Helen Marsh'],
    ['Hel\u00aden Mar\u200bsh\ufeff', 'Helen Marsh'],
    ['\u202aHelen Marsh\u202c', 'Helen Marsh'],
    ['\ufeffHelen Marsh', 'Helen Marsh'],
    ['ï»¿Helen Marsh', 'Helen Marsh'],
    ['Siân Llewelyn', 'Siân Llewelyn'],
    ['Sia\u0302n Llewelyn', 'Siân Llewelyn'],
    ['Windsor &amp; Maidenhead', 'Windsor & Maidenhead'],
    ['Windsor &amp;amp; Maidenhead', 'Windsor & Maidenhead'],
    ['King&#39;s Lynn', "King's Lynn"],
    ['King&#x27;s Lynn', "King's Lynn"],
    ['King&amp;#39;s Lynn', "King's Lynn"],
    ['King&rsquo;s Lynn', 'King’s Lynn'],
    ['King&#146;s Lynn', 'King’s Lynn'],
    ['Caf&eacute;', 'Café'],
    ['Ll&ycirc;n', 'Llŷn'],
    ['a&nbsp;b', 'a b'],
    ['?a=1&copy=2', '?a=1&copy=2'],
    ['AT&T', 'AT&T'],
    ['&unknown;', '&unknown;'],
    ['&#0;x', '&#0;x'],
    ['<p>Helen Marsh</p>', 'Helen Marsh'],
    ['<strong>Helen</strong> Marsh', 'Helen Marsh'],
    ['&lt;b&gt;Helen&lt;/b&gt; Marsh', 'Helen Marsh'],
    ['5 < 6 > 4', '5 < 6 > 4'],
    ['Monday to Friday\n9am to 5pm', 'Monday to Friday, 9am to 5pm'],
    ['Monday, Tuesday\n9am', 'Monday, Tuesday 9am'],
    ['Monday_x000D_\n9am', 'Monday, 9am'],
    ["'9am to 5pm", '9am to 5pm'],
    ["O'Neill", "O'Neill"],
    ["'t Hooft", "'t Hooft"],
  ])('%j', ([typed, value]) => {
    const outcome = clean(cleanText, typed);
    expect(outcome.rules).toEqual([]);
    expect(outcome.value).toBe(value);
    expect((outcome.cleaned?.steps.length ?? 0) > 0).toBe(typed !== value);
  });

  test.for(['', ' ', '\u00a0', '\n', '\ufeff', '\u200b'])('of nothing is nothing: %j', (typed) => {
    const outcome = clean(cleanText, typed);
    expect(outcome.rules).toEqual([]);
    expect(outcome.cleaned).toMatchObject({ value: undefined, typed });
  });

  test.for([
    'NULL',
    'null',
    'None',
    'N/A',
    'n/a',
    'NA',
    'N.A.',
    'TBC',
    'tbc.',
    'T.B.C.',
    'TBA',
    'TBD',
    '-',
    '--',
    '–',
    '—',
    '?',
    '???',
    '...',
    'x',
    'xxx',
    'nil',
    'Not applicable',
    'not known',
    'Unknown',
    'To be confirmed',
    'see website',
    'See our website',
    'as above',
    'Same as above',
    'ditto',
    'vacant',
    '#N/A',
    "I'w gadarnhau",
  ])('%s is taken for nothing, with a warning', (typed) => {
    const outcome = clean(cleanText, typed);
    expect(outcome.rules).toEqual(['warning placeholder']);
    expect(outcome.cleaned?.value).toBeUndefined();
    expect(outcome.cleaned?.steps).toHaveLength(1);
    expect(misworded(outcome.all)).toEqual([]);
  });

  test.for(['Nathan', 'Na', 'Nilsson', 'Nonesuch', 'X Division', 'Tbilisi Road', 'Unknown Soldier Road'])(
    '%s is a name',
    (typed) => {
      const { value } = clean(cleanText, typed);
      expect(value).toBe(typed === 'Na' ? undefined : typed);
    },
  );

  test.for<readonly [typed: string, value: string]>([
    ['LlÅ·n', 'Llŷn'],
    ['Å´en', 'Ŵen'],
    ['SiÃ¢n', 'Siân'],
    ['Kingâ€™s Lynn', 'King’s Lynn'],
    ['CafÃ\u00a0', 'Cafà'],
    ['SiÃƒÂ¢n', 'Siân'],
    ['Â£5', '£5'],
  ])('%s was read in the wrong encoding: %s', ([typed, value]) => {
    const outcome = clean(cleanText, typed);
    expect(outcome.rules).toEqual(['warning misread']);
    expect(outcome.value).toBe(value);
    expect(misworded(outcome.all)).toEqual([]);
  });

  test.for(['CAFÉ”', 'Siân', 'Ŵen', 'Ynys Môn', '£5', 'Å', 'Ãrea'])('%s was not', (typed) => {
    expect(clean(cleanText, typed)).toMatchObject({ value: typed, rules: [] });
  });

  test.for<readonly [typed: Given, rule: string]>([
    ['=1+1', 'formula'],
    ["'=1+1", 'formula'],
    ['=cmd|"/c calc"!A1', 'formula'],
    ['+SUM(A1)', 'formula'],
    ['+44', 'formula'],
    ['@SUM(A1)', 'formula'],
    ['-2+3', 'formula'],
    ['\u200b=1+1', 'formula'],
    ['&#61;1+1', 'formula'],
    ['Llandaf\uFFFDf', 'lost-letters'],
    ['a'.repeat(2001), 'too-long'],
    ['a\u0007b', 'hidden-character'],
    ['a\u{e0041}b', 'hidden-character'],
    ['a\ud800b', 'hidden-character'],
    [{ text: '#REF!', kind: 'error' }, 'spreadsheet-fault'],
    [{ text: '#N/A', kind: 'error' }, 'spreadsheet-fault'],
  ])('%j is refused: %s', ([typed, rule]) => {
    const outcome = clean(cleanText, typed);
    expect(outcome.rules).toEqual([`error ${rule}`]);
    expect(outcome.cleaned).toBeUndefined();
    expect(misworded(outcome.all)).toEqual([]);
  });

  test('that a formula made is text', () => {
    expect(clean(cleanText, { text: 'Helen Marsh', kind: 'text', isFormula: true })).toMatchObject({
      value: 'Helen Marsh',
      rules: [],
    });
  });
});

describe('names', () => {
  test.for<readonly [typed: string, ...rules: string[]]>([
    ['Tom Riordan CBE'],
    ['PSNI'],
    ['Police Scotland'],
    ['HELEN MARSH', 'warning capitals'],
    ['SOUTHAMPTON', 'warning capitals'],
    ['Helen Marsh 01632 960001', 'warning contact-in-name'],
    ['Helen Marsh (helen@anyshire.example)', 'warning contact-in-name'],
  ])('%s', ([typed, ...rules]) => {
    const outcome = clean(cleanName, typed);
    expect(outcome.rules).toEqual(rules);
    expect(outcome.value).toBe(typed);
    expect(misworded(outcome.all)).toEqual([]);
  });
});

const area = (typed: string, noun?: 'ward' | 'division') => clean((at, report) => cleanArea(at, noun, report), typed);

describe('names of areas', () => {
  test.for<readonly [typed: string, noun: 'ward' | 'division' | undefined, value: string]>([
    ['Abbey', 'ward', 'Abbey ward'],
    ['Abbey Ward', 'ward', 'Abbey Ward'],
    ['Abbey', undefined, 'Abbey'],
    ['Alderley ED', 'division', 'Alderley division'],
    ['Alderley ED (DET)', 'division', 'Alderley division'],
    ['Bow/Bromley', 'ward', 'Bow/Bromley ward'],
    ['St. Mary&#39;s', 'ward', "St. Mary's ward"],
    ['  Llanfairpwll ', 'ward', 'Llanfairpwll ward'],
    ['Westward Ho!', 'ward', 'Westward Ho! ward'],
  ])('%s (%s) is printed as %s', ([typed, noun, value]) => {
    expect(area(typed, noun)).toMatchObject({ value, rules: [] });
  });

  test('are refused by the rules of a batch', () => {
    expect(area('').rules).toEqual(['error areas/empty-name']);
    expect(area('../x').rules).toEqual(['error areas/path']);
    expect(area('a'.repeat(201)).rules).toEqual(['error areas/too-long']);
    expect(area('Ab"bey').rules).toEqual(['error areas/quotes']);
    expect(area('=A1').rules).toEqual(['error formula']);
    expect(area('ABBEY ROAD').rules).toEqual(['warning capitals']);
  });
});
