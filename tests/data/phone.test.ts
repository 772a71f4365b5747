import { expect, test } from 'vitest';
import { readPhone, telUri } from '../../src/data/phone.ts';

const printed = (typed: string): string => {
  const phone = readPhone(typed);
  return phone.kind === 'phone' ? phone.printed : `fault: ${phone.message}`;
};

test.for([
  ['01632 960 001', '01632 960 001'],
  ['  01632\u00a0960\t001 ', '01632 960 001'],
  ['01632 960001', '01632 960001'],
  ['(01632) 960 001', '(01632) 960 001'],
  ['01632\u2011960\u2011001', '01632-960-001'],
  ['０１６３２ ９６０ ００１', '01632 960 001'],
  ['01632960001', '01632 960 001'],
  ['02079460018', '020 7946 0018'],
  ['02920872087', '029 2087 2087'],
  ['03001234567', '0300 123 4567'],
  ['07700900123', '07700 900 123'],
  ['01539433500', '015394 33500'],
  ['08001111', '0800 1111'],
  ['+441632960001', '+44 1632 960 001'],
  ['+44 1632 960 001', '+44 1632 960 001'],
  ['18001 01632 960 002', '18001 01632 960 002'],
  ['1800201632960002', '18002 01632 960 002'],
] as const)('%s is printed as %s', ([typed, expected]) => {
  expect(printed(typed)).toBe(expected);
  expect(readPhone(typed)).toMatchObject({ assigned: true });
  expect(printed(expected)).toBe(expected);
});

test.for([
  ['01632 96O 001', '`O` is a letter', 'did you mean `01632 960 001`?'],
  ['01632 960 001 ext 12', '`e` is a letter', '`hours`'],
  ['01253 477490 and ask', '`a` is a letter', '`name`'],
  ['01253 477490 / 477161', 'more than one', 'each number by itself'],
  ['01632.960.001', 'holds `.`', 'spaces'],
  ['', 'no digits', 'digits'],
  ['999', 'not the contact’s own', 'reached'],
  ['101', 'not the contact’s own', 'reached'],
  ['960001', '6 digits', 'area code'],
  ['01632 960 01', '10 digits', 'each digit'],
  ['01632 960 0011', '12 digits', 'each digit'],
  ['1632 960 001', '10 digits', 'area code'],
  ['00000 000 000', '11 digits', 'each digit'],
  ['0044 1632 960 001', 'cannot be dialled', '`01632 960 001`'],
  ['+44 (0)1632 960001', 'cannot be dialled', '`01632 960 001`'],
  ['+33 1 23 45 67 89', 'not a phone number of the United Kingdom', 'area code'],
  ['18001 960', '3 digits', 'each digit'],
] as const)('%s is refused: %s', ([typed, message, hint]) => {
  const phone = readPhone(typed);
  expect(phone.kind).toBe('fault');
  if (phone.kind === 'phone') return;
  expect(phone.message).toContain(message);
  expect(phone.hints.join()).toContain(hint);
});

test('a number in no range in use is told apart, but not one for drama', () => {
  expect(readPhone('01632 961 001')).toMatchObject({ kind: 'phone', assigned: false });
  expect(readPhone('01632 960 999')).toMatchObject({ kind: 'phone', assigned: true });
});

test('the address to ring is international, and Relay UK’s prefix stays', () => {
  expect(telUri('01632 960 001')).toBe('tel:+441632960001');
  expect(telUri('(01632) 960-001')).toBe('tel:+441632960001');
  expect(telUri('+44 1632 960 001')).toBe('tel:+441632960001');
  expect(telUri('18001 01632 960 002')).toBe('tel:1800101632960002');
  expect(telUri('101')).toBe('tel:101');
});
