import { expect, test } from 'vitest';
import { ask, faulty } from '../conformance/asked.ts';
import { describeWith } from '../require.ts';

/** What every run of the tests asks of some councils and purposes, of all of them. */
describeWith('verapdf', 'veraPDF', () => {
  test('passes every product of every council for every purpose', async () => {
    const { verdicts, wanted } = await ask('all');
    const ours = verdicts.filter(({ file }) => !faulty.includes(file));
    expect(ours).toHaveLength(wanted);
    expect(ours.flatMap(({ file, flavour, failed }) => failed.map((each) => ({ file, flavour, ...each })))).toEqual([]);
    expect(ours.filter(({ passed }) => !passed)).toEqual([]);
    const assertions = ours.reduce((sum, verdict) => sum + verdict.assertions, 0);
    process.stdout.write(`veraPDF: ${ours.length} verdicts, ${assertions} assertions, none failed\n`);
  });
});
