import { expect, test } from 'vitest';
import { finish, kill, projectOf, treeOf } from '../cli/killed.ts';
import { chances } from './chances.ts';

const AREAS = 600;

test('a batch that is killed at ten moments is gone on with, and then is as if nothing had happened', async () => {
  const other = projectOf(AREAS);
  finish(other);
  const whole = treeOf(other);
  const chance = chances(20_250_320);
  for (let round = 0; round < 10; round++) {
    const cwd = projectOf(AREAS);
    const moment = {
      files: Math.floor(chance.next().value * (AREAS - 20)),
      milliseconds: Math.floor(chance.next().value * 10),
    };
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await kill(cwd, moment, whole);
    finish(cwd, '--resume');
    expect([moment, ...treeOf(cwd).keys()]).toEqual([moment, ...whole.keys()]);
    expect(treeOf(cwd)).toEqual(whole);
  }
});
