import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/data/record.ts';
import { parseSignOff, printSignOff, sign, type Signing } from '../../src/data/sign-off.ts';
import { collect } from '../../src/diagnostics/collect.ts';
import { silent } from '../sources.ts';

const helen: Signing = {
  name: 'Helen Marsh',
  date: '2025-03-20' as Day,
  contacts: 'a'.repeat(64),
  values: ['Returning Officer, phone: 01632 960 001', 'Returning Officer, name: “Jo”, # {x}', 'yes'],
};
const dev: Signing = { ...helen, name: 'Dev Okafor', date: '2025-03-21' as Day };
const later: Signing = { ...dev, date: '2025-04-02' as Day, contacts: 'b'.repeat(64), values: [] };

describe('a sign-off file', () => {
  test.each([
    { signedOff: helen, before: [] },
    { signedOff: later, before: [dev, helen] },
    { signedOff: { ...helen, name: 'O\'Neill: #1 \\ "x"' }, before: [] },
  ])('gives back what was written', (signOff) => {
    const text = printSignOff(signOff);
    expect(parseSignOff({ path: 'a.signoff.yaml', text }, silent)?.value).toEqual(signOff);
    expect(printSignOff(signOff)).toBe(text);
  });

  test.each([
    ['signedOff: {}', 'parse/missing-key'],
    [printSignOff({ signedOff: { ...helen, contacts: 'abc' }, before: [] }), 'parse/invalid-value'],
    [printSignOff({ signedOff: helen, before: [] }).replace('date:', 'day:'), 'parse/unknown-key'],
    [printSignOff({ signedOff: helen, before: [] }).replace('2025-03-20', '20 March'), 'parse/invalid-date'],
  ])('that is %j is a fault', (text, rule) => {
    const { report, all } = collect();
    expect(parseSignOff({ path: 'a.signoff.yaml', text }, report)).toBeUndefined();
    expect(all().map((found) => found.rule)).toContain(rule);
  });
});

describe('signing', () => {
  test('is the first, changes nothing, or is put onto what was signed before', () => {
    const first = sign(helen, undefined);
    expect(first).toEqual({ kind: 'first', signOff: { signedOff: helen, before: [] } });
    expect(sign(helen, first.signOff)).toEqual({ kind: 'unchanged', signOff: first.signOff });
    const again = sign(dev, first.signOff);
    expect(again).toEqual({ kind: 'again', signOff: { signedOff: dev, before: [helen] }, earlier: helen });
    const renewed = sign(later, again.signOff);
    expect(renewed).toEqual({ kind: 'renewed', signOff: { signedOff: later, before: [dev, helen] }, earlier: dev });
  });

  test('on another day counts as another signing', () => {
    const next = { ...helen, date: '2025-03-22' as Day };
    expect(sign(next, { signedOff: helen, before: [] })).toMatchObject({ kind: 'again', signOff: { before: [helen] } });
  });
});
