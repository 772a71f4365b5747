import { expect, test } from 'vitest';
import { readPhone } from '../../src/data/phone.ts';
import { cleanPhone, cleanPhones } from '../../src/import/clean-phone.ts';
import { clean, type Given, misworded } from './cells.ts';

test.for<readonly [typed: string, ...numbers: string[]]>([
  ['01632 960001', '01632 960001'],
  ['01632 960 001', '01632 960 001'],
  ['01632960001', '01632 960 001'],
  ['(01632) 960001', '(01632) 960001'],
  ['01632-960-001', '01632-960-001'],
  ['01632.960.001', '01632 960 001'],
  ['01632/960001', '01632 960001'],
  ['01632, 960001', '01632 960001'],
  ['01632\u00a0960001', '01632 960001'],
  ['01632 960\u00ad001\u200b', '01632 960001'],
  ['０１６３２ ９６０ ００１', '01632 960 001'],
  ["'01632960001", '01632 960 001'],
  ['Tel: 01632 960001', '01632 960001'],
  ['Tel. 01632 960001', '01632 960001'],
  ['tel:+441632960001', '+44 1632 960 001'],
  ['T 01632 960001', '01632 960001'],
  ['Phone - 01632 960001', '01632 960001'],
  ['01632 960001.', '01632 960001'],
  ['01632 960001 (24hrs)', '01632 960001'],
  ['01632 960001 (24 hours)', '01632 960001'],
  ['01632 960001 24/7', '01632 960001'],
  ['01632 960001 (Mon-Fri 9am-5pm)', '01632 960001'],
  ['01632 960001, 9am to 5pm', '01632 960001'],
  ['01632 960001 (08:30-17.00)', '01632 960001'],
  ['01632 960001 (0830-1700)', '01632 960001'],
  ['01632 960001 Monday to Friday 9-5', '01632 960001'],
  ['01253 477490 and ask for Electoral Services', '01253 477490'],
  ['Electoral Services on 01253 477490', '01253 477490'],
  ['01632 960001 - Joe Bloggs', '01632 960001'],
  ['01632 960001 (main)', '01632 960001'],
  ['+44 (0)1632 960001', '01632 960001'],
  ['+44(0)1632960001', '01632 960 001'],
  ['+44 (0) 1632 960001', '01632 960001'],
  ['44 (0)1632 960001', '01632 960001'],
  ['0044 1632 960001', '01632 960001'],
  ['00441632960001', '01632 960 001'],
  ['+44 1632 960001', '+44 1632 960001'],
  ['+441632960001', '+44 1632 960 001'],
  ['0300 123 4567', '0300 123 4567'],
  ['03001234567', '0300 123 4567'],
  ['0800 1111', '0800 1111'],
  ['0845 045 4545', '0845 045 4545'],
  ['07700 900123', '07700 900123'],
  ['020 7946 0018', '020 7946 0018'],
  ['18001 01632 960001', '18001 01632 960001'],
  ['Textphone: 18001 01632 960001', '18001 01632 960001'],
  ['01632 960001 or 01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001 neu 01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001 / 01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001/01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001; 01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001, 01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001\n01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001_x000D_\r\n01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001<br/>01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001 01632 960002', '01632 960001', '01632 960002'],
  ['01632 960001 & 07700 900123', '01632 960001', '07700 900123'],
  ['01632 960001 (Tom), 01632 960002 (Jane)', '01632 960001', '01632 960002'],
  ['01632 960001 / 01632960001', '01632 960 001'],
  ['Tel: 01632 960001 Fax: 01632 960002', '01632 960001'],
  ['T: 01632 960001 F: 01632 960002', '01632 960001'],
  ['01632 960001 / 01632 960002 (fax)', '01632 960001'],
  ['Fax 01632 960001'],
  ['in an emergency 999, else 01632 960001', '01632 960001'],
  ['01632 960001 (2 lines)', '01632 960001'],
  ['01632 960001, 30 lines', '01632 960001'],
  [''],
  ['   '],
])('%s', ([typed, ...numbers]) => {
  const { value, rules } = clean(cleanPhones, typed);
  expect(rules).toEqual([]);
  expect(value).toEqual(numbers);
});

test.for<readonly [typed: Given, rule: string, ...numbers: string[]]>([
  ['01253 477490 / 477161', 'phone-completed', '01253 477490', '01253 477161'],
  ['01253 477490/1', 'phone-completed', '01253 477490', '01253 477491'],
  ['020 7946 0018/0019', 'phone-completed', '020 7946 0018', '020 7946 0019'],
  ['020 7946 0018 or 7946 0019', 'phone-completed', '020 7946 0018', '020 7946 0019'],
  ['01632 960001 ext 1234', 'extension', '01632 960001'],
  ['01632 960001 ext. 1234', 'extension', '01632 960001'],
  ['01632 960001 x1234', 'extension', '01632 960001'],
  ['01632 960001, extension 12', 'extension', '01632 960001'],
  ['01632 960001 (ext 1234)', 'extension', '01632 960001'],
  ['01632 960001 ext 1234 / 01632 960002', 'extension', '01632 960001', '01632 960002'],
  ['0300 123 4567 option 2', 'phone-words', '0300 123 4567'],
  ['0300 123 4567 then press 3', 'phone-words', '0300 123 4567'],
  ['Minicom 01632 960001', 'textphone'],
  ['01632 960001, minicom 01632 960002', 'textphone', '01632 960001'],
  ['TBC', 'placeholder'],
  ['n/a', 'placeholder'],
  ['-', 'placeholder'],
  ['see website', 'placeholder'],
  ['1632960001', 'leading-zero', '01632 960 001'],
  [{ text: '1632960001', kind: 'number', number: 1_632_960_001 }, 'leading-zero', '01632 960 001'],
  [{ text: '1,632,960,001', kind: 'number', number: 1_632_960_001 }, 'leading-zero', '01632 960 001'],
  [{ text: '1.63296E+09', kind: 'number', number: 1_632_960_001 }, 'leading-zero', '01632 960 001'],
  ['1.632960001E+09', 'leading-zero', '01632 960 001'],
  ['1632960001.0', 'leading-zero', '01632 960 001'],
  ['441632960001', 'leading-zero', '+44 1632 960 001'],
  [{ text: '4.41633E+11', kind: 'number', number: 441_632_960_001 }, 'leading-zero', '+44 1632 960 001'],
  ['01632 961 001', 'unassigned-phone', '01632 961 001'],
])('%s: warning %s', ([typed, rule, ...numbers]) => {
  const { value, rules, all } = clean(cleanPhones, typed);
  expect(rules).toEqual([`warning ${rule}`]);
  expect(value).toEqual(numbers);
  expect(misworded(all)).toEqual([]);
});

test.for<readonly [typed: Given, rule: string, said: string]>([
  ['01632 96O OO1', 'phone', 'did you mean `01632 960 001`?'],
  ['O1632 960001', 'phone', 'did you mean `01632 960001`?'],
  ['0l632 960001', 'phone', 'did you mean `01632 960001`?'],
  ['960001', 'phone', 'area code'],
  ['01632 96000', 'phone', 'check each digit'],
  ['01632 9600011', 'phone', 'check each digit'],
  ['01632 960001 / 01632 96000', 'phone', 'check each digit'],
  ['01632 960001 / 096002', 'phone', 'check each digit'],
  ['999', 'phone', 'own number'],
  ['101', 'phone', 'own number'],
  [{ text: '101', kind: 'number', number: 101 }, 'phone', 'own number'],
  ['0044 33 1 23 45 67', 'phone', ''],
  ['+33 1 23 45 67 89', 'phone', 'United Kingdom'],
  ['Joe Bloggs', 'phone', 'letter'],
  ['1.63296E+09', 'lost-digits', 'type the number again'],
  [{ text: '1.63E+09', kind: 'number', number: 1_630_000_000 }, 'lost-digits', 'type the number again'],
  ['=HYPERLINK("tel:0")', 'formula', 'formula'],
  ['-01632 960001', 'formula', 'formula'],
  [{ text: '#REF!', kind: 'error' }, 'spreadsheet-fault', 'mend the formula'],
  ['01632\uFFFD960001', 'lost-letters', 'export'],
])('%s: error %s', ([typed, rule, said]) => {
  const { cleaned, rules, all } = clean(cleanPhones, typed);
  expect(cleaned).toBeUndefined();
  expect(rules).toEqual([`error ${rule}`]);
  expect(all.map(({ message, hints }) => [message, ...hints].join(' ')).join()).toContain(said);
  expect(misworded(all)).toEqual([]);
});

test('what was done is told in words', () => {
  expect(clean(cleanPhones, 'Tel: 01253 477490 / 477161 fax').cleaned).toMatchObject({ value: ['01253 477490'] });
  const { cleaned } = clean(cleanPhones, 'Tel: 01253 477490 / 477161');
  expect(cleaned?.typed).toBe('Tel: 01253 477490 / 477161');
  expect(cleaned?.steps).toEqual([
    '`477161` completed to `01253 477161`',
    'words taken off: `Tel`',
    '2 numbers in one cell',
  ]);
  expect(clean(cleanPhones, '01632 960001').cleaned?.steps).toEqual([]);
});

test('a field of one number takes the first, and has Relay UK’s prefix beside it', () => {
  expect(clean(cleanPhone, '18001 01632 960001')).toMatchObject({ value: '01632 960001', rules: [] });
  const two = clean(cleanPhone, '01632 960001 or 01632 960002');
  expect(two).toMatchObject({ value: '01632 960001', rules: ['warning several-values'] });
  expect(misworded(two.all)).toEqual([]);
  expect(clean(cleanPhone, '').cleaned).toEqual({ value: undefined, typed: '', steps: [] });
});

test('every number that is read is one that a council’s file takes as it stands', () => {
  const areas = ['01632', '0113', '020', '0300', '07700', '(01632)', '+44 1632', '0800'];
  for (const area of areas) {
    for (let i = 0; i < 200; i++) {
      const rest = String((i * 7919 + 960_001) % 10_000_000).padStart(7, '0');
      const value = clean(cleanPhones, `Tel ${area} ${rest.slice(0, 3)} ${rest.slice(3)}, or ask`).value ?? [];
      for (const number of value) expect(readPhone(number)).toMatchObject({ kind: 'phone', printed: number });
    }
  }
});
