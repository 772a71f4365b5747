import { afterAll, describe, expect, test } from 'vitest';
import { isCompiled } from '../compiled.ts';
import { packageFolder, readFaces } from '../../src/project.ts';
import { inTurns, Plates, type Printer } from '../../src/batch/plates.ts';
import type { Pool } from '../../src/batch/pool.ts';
import { chanceOf } from './chance.ts';
import { differenceOf, differencesOf, newTally, outcome, told } from './differing.ts';
import { batchOf } from './random-councils.ts';

/** The file that a batch writes of an area is byte for byte that of the full way, and the same is said of it. */

const BATCHES = 12;
const AREAS = 5;
const random = Array.from({ length: BATCHES }, (_, seed) => ({ seed, ...batchOf(chanceOf(seed), AREAS, 'quick') }));

describe('60 records at random', () => {
  const tally = newTally();

  test.each(random)('$seed: $title', async ({ title, jobs }) => {
    expect(await differencesOf(title, jobs, tally, 'imprints')).toEqual([]);
  });

  afterAll(() => {
    process.stdout.write(told(BATCHES * AREAS, tally));
  });

  test('were made of plates for the greater part', () => {
    expect(tally.imprinted).toBeGreaterThan((BATCHES * AREAS) / 3);
  });
});

/** The pool as it is compiled: its workers are files beside it. */
const openPool = async (size: number): Promise<Printer & Pick<Pool, 'close'>> => {
  const { Pool: Compiled } = (await import(`${packageFolder()}/dist/src/batch/pool.js`)) as {
    readonly Pool: typeof Pool;
  };
  return new Compiled(size, readFaces());
};

describe.skipIf(!isCompiled('records made by workers'))('records made by workers', () => {
  test('are those of the full way, in whatever order they are made', async () => {
    const pool = await openPool(2);
    const tally = newTally();
    const found: string[] = [];
    for (const { title, jobs } of random.slice(0, 4)) {
      const plates = new Plates({ printer: pool, tally, turn: inTurns() });
      // oxlint-disable-next-line no-await-in-loop -- council after council
      const made = await Promise.all(jobs.map((job) => outcome(job, plates.press)));
      for (const [i, job] of jobs.entries()) {
        // oxlint-disable-next-line no-await-in-loop
        found.push(...[differenceOf(title, job, await outcome(job), made[i]!)].flatMap((each) => each ?? []));
      }
      plates.close();
    }
    await pool.close();
    expect(found).toEqual([]);
    expect(tally.imprinted).toBeGreaterThan(0);
  });
});
