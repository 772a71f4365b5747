import { afterAll, describe, expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { differencesOf, newTally, told } from './differing.ts';
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
