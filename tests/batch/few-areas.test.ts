import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/commands/batch-plan.ts';
import { threadCount } from '../../src/commands/thread-count.ts';
import { batchOfNorthfield } from './northfield.ts';

/** Runs a batch over so many areas, and gives what was said of its plates. */
const platesOf = async (count: number): Promise<string> => {
  const names = ['Abbey ward', 'Castle ward', 'Minster ward'].slice(0, count);
  const { status, stderr } = await batchOfNorthfield(names, ' --verbose');
  expect(status).toBe(0);
  return /^plates +(.*)$/m.exec(stderr)?.[1] ?? '';
};

describe('a plate', () => {
  test('is made of the first of several areas, and of one area alone none', async () => {
    expect(await platesOf(1)).toBe('0, 0 files of them, 0 in full beside them');
    expect(await platesOf(3)).toBe('1, 2 files of them, 0 in full beside them');
  });
});

describe('threads', () => {
  const task = {} as Task;
  const planOf = (areas: number, once = 0) => ({
    areas: Array.from({ length: areas }, () => task),
    once: Array.from({ length: once }, () => task),
  });

  test('are as many as cores, where there is work for them', () => {
    expect(threadCount([planOf(0), planOf(0)], 4)).toBe(1);
    expect(threadCount([planOf(3), planOf(33, 3)], 4)).toBe(1);
    expect(
      threadCount(
        Array.from({ length: 361 }, () => planOf(0)),
        4,
      ),
    ).toBe(1);
    expect(
      threadCount(
        Array.from({ length: 361 }, () => planOf(23)),
        4,
      ),
    ).toBe(4);
    expect(threadCount([planOf(5000)], 2)).toBe(2);
  });
});
