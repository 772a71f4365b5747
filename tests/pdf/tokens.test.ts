import { describe, expect, test } from 'vitest';
import { joinAddresses, type Known, plain, sayingsOf, tokensOf } from '../../src/pdf/tokens.ts';

const found = (line: string, known: Known): string[] =>
  tokensOf(plain(line), known).map(({ kind, text, isKnown }) => `${isKnown ? '' : '?'}${kind} ${text}`);

const known = (number: string[], email: string[] = [], web: string[] = []): Known => ({
  number: new Set(number),
  email: new Set(email),
  web: new Set(web),
});

describe('tokens', () => {
  test.each([
    ['', []],
    ['On 1 May 2025, page 1 of 6, 24/7', ['number 1', 'number 2025', 'number 1', 'number 6', 'number 24', 'number 7']],
    ['Ring 01632\u00a0960\u00a0001.', ['number 01632 960 001']],
    ['Ring (01632) 960-001 now', ['number 01632 960 001']],
    ['Ring +44 1632 960001', ['number +44 1632 960001']],
    ['Ring 999, or 101', ['number 999', 'number 101']],
    ['Write to ro@anyshire.example.', ['email ro@anyshire.example']],
    ['“o’neil@x.example”', ['email neil@x.example']],
    ["o'neil+ro@llanfair-y-ŵyl.example", ["email o'neil+ro@llanfair-y-ŵyl.example"]],
    ['See www.anyshire.example/vote-2025?a=b#c.', ['web www.anyshire.example/vote-2025?a=b#c']],
    ['(police.uk), GOV.UK', ['web police.uk', 'web GOV.UK']],
    ['https://x.example/a_(b), then', ['web https://x.example/a_(b']],
    ['9.30am, a.m., i.e. St. Helens, v3.0', ['number 9', 'number 30', 'number 3', 'number 0']],
  ])('%s', (line, expected) => {
    expect(sayingsOf(plain(line)).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
  });

  test('a group of digits is what may stand there, and short numbers', () => {
    const two = known(['01632 960 001', '18001', '999']);
    expect(found('01632 960 001 24', two)).toEqual(['number 01632 960 001']);
    expect(found('01632 960 001 (24 hours)', two)).toEqual(['number 01632 960 001']);
    expect(found('18001 01632 960 001', two)).toEqual(['number 18001', 'number 01632 960 001']);
    expect(found('3 999', two)).toEqual(['number 999']);
    expect(found('01632 960 0012', two)).toEqual(['?number 01632 960 0012']);
    expect(found('01632 960 01', two)).toEqual(['?number 01632 960 01']);
    expect(found('1632 960 001', two)).toEqual(['?number 1632 960 001']);
    expect(found('01632 999', two)).toEqual(['?number 01632 999']);
  });

  test('the longest that may stand there is taken', () => {
    expect(found('18001 01632', known(['18001', '01632', '18001 01632']))).toEqual(['number 18001 01632']);
  });

  test('what stands close to an address is not part of it', () => {
    const all = known([], ['ro@x.example'], ['www.x.example/a', 'x.example']);
    expect(found('Smith/ro@x.example', all)).toEqual(['email ro@x.example']);
    expect(found('www.x.example/a,ro@x.example', all)).toEqual(['email ro@x.example', 'web www.x.example/a']);
    expect(found('www.x.example/a–b x.example’s', all)).toEqual(['web www.x.example/a', 'web x.example']);
    expect(found('evil.x.example', all)).toEqual(['?web evil.x.example']);
    expect(found('aro@x.example ro@x.example.org', all)).toEqual(['?email aro@x.example', '?email ro@x.example.org']);
  });

  test('digits of addresses are no numbers', () => {
    expect(found('ward123@x456.example www.x.example/2025/01632960001', known([]))).toEqual([
      '?email ward123@x456.example',
      '?web www.x.example/2025/01632960001',
    ]);
  });

  test('an address goes on in the next line, and after the foot of a page', () => {
    const all = known([], [], ['www.x.example/a-b/c', 'www.x.example']);
    expect(joinAddresses(['see www.x.example/a-', 'b/c. Then', 'more'], all)).toEqual([
      'see www.x.example/a-b/c.',
      ' Then',
      'more',
    ]);
    expect(joinAddresses(['www.x.example/', 'a-', 'b/c'], all)).toEqual(['www.x.example/a-b/c', '', '']);
    expect(joinAddresses(['www.x.example/', 'The foot', 'Page 3', 'a-', 'b/c'], all)).toEqual([
      'www.x.example/a-b/c',
      'The foot',
      'Page 3',
      '',
      '',
    ]);
    expect(joinAddresses(['www.x.example/', 'another'], all)).toEqual(['www.x.example/', 'another']);
  });
});
