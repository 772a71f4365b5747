import { test } from 'vitest';
import { chanceOf } from './chance.ts';
import { differencesOf, newTally } from './differing.ts';
import { batchOf } from './random-councils.ts';

test('scan', async () => {
  const from = Number(process.env.FROM ?? 0);
  const to = Number(process.env.TO ?? 10);
  for (let seed = from; seed < to; seed++) {
    const { title, jobs } = batchOf(chanceOf(seed), 5);
    const tally = newTally();
    const t = performance.now();
    let found: string[];
    try { found = await differencesOf(title, jobs, tally); } catch (e) { found = ['THROWN ' + title + String((e as Error).stack)]; }
    console.log(seed, title, JSON.stringify(tally), Math.round(performance.now() - t), found.length ? '\n  ' + found.map((f) => f.slice(0, 700)).join('\n  ') : '');
  }
}, 600000);
