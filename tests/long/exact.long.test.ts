import { expect, test } from 'vitest';
import { chanceOf } from '../batch/chance.ts';
import { differencesOf, newTally, told } from '../batch/differing.ts';
import { batchOf } from '../batch/random-councils.ts';

const BATCHES = 50;
const AREAS = 10;

test('500 records at random are made of plates as they are by the full way', async () => {
  const tally = newTally();
  const found: string[] = [];
  for (let seed = 0; seed < BATCHES; seed += 1) {
    const { title, jobs } = batchOf(chanceOf(1000 + seed), AREAS, 'all');
    // oxlint-disable-next-line no-await-in-loop -- council after council
    found.push(...(await differencesOf(`${seed}: ${title}`, jobs, tally)));
  }
  process.stdout.write(told(BATCHES * AREAS, tally));
  expect(found).toEqual([]);
}, 3_600_000);
