import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCompiled } from '../compiled.ts';

test.skipIf(!isCompiled('tests/fuzz'))(
  '200 files that have gone wrong break nothing',
  () => {
    const script = join(import.meta.dirname, 'fuzz.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--runs', '200', '--seed', '1'], {
      encoding: 'utf8',
    });
    expect([status, stderr, stdout.trim().split('\n').at(-1)]).toEqual([
      0,
      '',
      expect.stringContaining('no crash, none too slow, no file damaged'),
    ]);
  },
  120_000,
);
