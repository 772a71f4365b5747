import { describe, expect, test } from 'vitest';
import { isCompiled } from '../compiled.ts';
import { begin, finish, kill, projectOf, treeOf } from './killed.ts';

const ready = isCompiled('tests/cli/batch-kill');

// At ten moments: `tests/long`.
describe.skipIf(!ready || process.platform === 'win32')('a batch that is killed', () => {
  test('is gone on with, and then is as if nothing had happened', async () => {
    const [cwd, other] = [projectOf(150), projectOf(150)];
    finish(other);
    const whole = treeOf(other);
    await kill(cwd, { files: 20, milliseconds: 0 }, whole);
    await kill(cwd, { files: 30, milliseconds: 2 }, whole);
    const said = finish(cwd, '--resume');
    const [, written = 0, unchanged = 0] = (/^(\d+) leaflets? written, (\d+) unchanged$/m.exec(said) ?? []).map(Number);
    expect(unchanged).toBeGreaterThanOrEqual(50);
    expect(written + unchanged).toBe(150);
    expect([...treeOf(cwd).keys()]).toEqual([...whole.keys()]);
    expect(treeOf(cwd)).toEqual(whole);
  });
});

test.skipIf(!ready)('two batches in one folder at the same time do not harm one another', async () => {
  const [cwd, other] = [projectOf(60), projectOf(60)];
  finish(other);
  const runs = [begin(cwd, '--quiet'), begin(cwd, '--quiet', '--shard', '2/3')];
  expect(await Promise.all(runs)).toEqual([0, 0]);
  expect(treeOf(cwd)).toEqual(treeOf(other));
});
