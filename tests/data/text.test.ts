import { expect, test } from 'vitest';
import type { z } from 'zod';
import { guessDay, parseDay } from '../../src/data/day.ts';
import { day, email, isSafeName, optionalLine, shownUrl, website } from '../../src/data/text.ts';

/** The value, or the message that refuses it. */
const read = (schema: z.ZodType<string>, typed: string): string => {
  const result = schema.safeParse(typed);
  return result.success ? result.data : `fault: ${result.error.issues[0]!.message}`;
};

test.for([
  'ro@anyshire.example',
  'first.last+elections@sub.council.gov.uk',
  "o'brien@council.gov.uk",
  'etholiadau@llanfair-y-ŵyl.example',
  'ro@xn--bcher-kva.example',
])('%s is an email address', (typed) => {
  expect(read(email, ` ${typed} `)).toBe(typed);
});

test.for([
  ['ro.anyshire.example', 'no `@`'],
  ['ro@@anyshire.example', 'more than one `@`'],
  ['ro@a.example, x@b.example', 'more than one `@`'],
  ['Helen Marsh <ro@anyshire.example>', 'a space'],
  ['<ro@anyshire.example>', 'cannot stand before'],
  ['@anyshire.example', 'nothing stands before'],
  ['.ro@anyshire.example', 'cannot stand before'],
  ['ro@anyshire', 'is not a domain'],
  ['ro@anyshire.example.', 'is not a domain'],
  ['ro@anyshire..example', 'is not a domain'],
  ['ro@127.0.0.1', 'is not a domain'],
  ['ro@[::1]', 'is not a domain'],
  ['mailto:ro@anyshire.example', '`mailto:`'],
  ['', 'empty'],
] as const)('%s is no email address: %s', ([typed, reason]) => {
  expect(read(email, typed)).toMatch(/^fault: /);
  expect(read(email, typed)).toContain(reason);
});

test.for([
  ['anyshire.example', 'https://anyshire.example', 'anyshire.example'],
  ['https://www.anyshire.example/', 'https://www.anyshire.example', 'www.anyshire.example'],
  ['http://anyshire.example/elections/', 'http://anyshire.example/elections/', 'anyshire.example/elections'],
  ['WWW.Anyshire.example/A?b=c#d', 'https://www.anyshire.example/A?b=c#d', 'www.anyshire.example/A?b=c#d'],
  ['llanfair-y-ŵyl.example/ŵyl', 'https://xn--llanfair-y-yl-l2c.example/%C5%B5yl', 'llanfair-y-ŵyl.example/ŵyl'],
] as const)('%s links to %s and is printed as %s', ([typed, href, shown]) => {
  expect(read(website, typed)).toBe(href);
  expect(shownUrl(href)).toBe(shown);
});

test.for([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'mailto:ro@anyshire.example',
  'anyshire',
  'any shire.example',
  'https://user:secret@anyshire.example',
  'anyshire.example:8080',
  'http://127.0.0.1/',
  'https://',
  '',
])('%s is no website', (typed) => {
  expect(read(website, typed)).toMatch(/^fault: /);
});

test('an address that hides its direction or holds spaces is printed as it is linked', () => {
  expect(shownUrl('https://a.example/%E2%80%AEx')).toBe('a.example/%E2%80%AEx');
  expect(shownUrl('https://a.example/x%20y')).toBe('a.example/x%20y');
  expect(shownUrl('https://a.example/%ff')).toBe('a.example/%ff');
});

test('days exist', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29');
  for (const typed of ['2025-02-29', '2025-00-10', '2025-13-01', '2025-1-1', '20250101', '2025-01-01T00:00', '']) {
    expect([typed, parseDay(typed)]).toEqual([typed, undefined]);
  }
  expect(read(day, ' 2025-05-01 ')).toBe('2025-05-01');
});

test('a day written otherwise is recognised for the hint', () => {
  for (const typed of ['1 May 2025', 'Thursday 1 May 2025', '1st May, 2025', '01/05/2025', '1.5.2025', '2025/5/1']) {
    expect([typed, guessDay(typed)]).toEqual([typed, '2025-05-01']);
  }
  for (const typed of ['May', '31/02/2025', 'soon', '']) expect([typed, guessDay(typed)]).toEqual([typed, undefined]);
});

test('one line is one line', () => {
  for (const typed of ['a\nb', 'a\u0000b', 'a\tb', 'a\u202eb', 'a\u00adb', 'a\u2028b', '\ud800', '   ', '']) {
    expect(read(optionalLine, typed)).toMatch(/^fault: /);
  }
  expect(read(optionalLine, ' Ty\u0302 Mawr\n')).toBe('T\u0177 Mawr');
});

test('names of folders are safe everywhere', () => {
  for (const name of ['anyshire', 'north-moor', 'a1']) expect(isSafeName(name)).toBe(true);
  for (const name of ['', '.', '..', 'a/b', 'A', 'ŵ', '-a', 'a--b', 'nul', 'com1', 'x'.repeat(65)]) {
    expect([name, isSafeName(name)]).toEqual([name, false]);
  }
});
