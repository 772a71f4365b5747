import { expect, test } from 'vitest';
import { describeWith } from '../require.ts';
import { ask, faulty } from './asked.ts';
import type { Verdict } from './vera.ts';

describeWith('verapdf', 'veraPDF', () => {
  let verdicts: readonly Verdict[] = [];

  test('is asked about all files in one go', { timeout: 240_000 }, async () => {
    const asked = await ask('some');
    ({ verdicts } = asked);
    expect(verdicts.filter(({ file }) => !faulty.includes(file))).toHaveLength(asked.wanted);
  });

  test('passes every product of every council, PDF/UA-1 and PDF/A-2a', () => {
    const ours = verdicts.filter(({ file }) => !faulty.includes(file));
    expect(
      ours.flatMap(({ file, flavour, failed }) => failed.map((failure) => ({ file, flavour, ...failure }))),
    ).toEqual([]);
    expect(ours.filter(({ passed }) => !passed)).toEqual([]);
    // Each was looked at in earnest.
    expect(Math.min(...ours.map(({ assertions }) => assertions))).toBeGreaterThan(1000);
    const assertions = ours.reduce((sum, verdict) => sum + verdict.assertions, 0);
    const files = new Set(ours.map(({ file }) => file)).size;
    process.stdout.write(`veraPDF: ${files} files, ${ours.length} verdicts, ${assertions} assertions, none failed\n`);
  });

  test('fails what is wrong: it was really asked', () => {
    const found = faulty.map((name) => {
      const [verdict, ...more] = verdicts.filter(({ file, passed }) => file === name && !passed);
      return [name, verdict?.failed[0]?.clause, more.length];
    });
    expect(found).toEqual([
      ['a false claim', '5-2', 0],
      ['no such part', '6.6.4-2', 0],
      ['half a file', expect.anything(), 1],
    ]);
  });
});
