import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run as ownRun } from '../../src/cli.ts';
import type { Task } from '../../src/commands/batch-plan.ts';
import { threadCount } from '../../src/commands/thread-count.ts';
import { temporaryFolder } from '../output/folder.ts';

/** Runs a batch over so many areas, and gives what was said of its plates. */
const batchOf = async (count: number, run: typeof ownRun, more = ''): Promise<string> => {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  const names = ['Abbey ward', 'Castle ward', 'Minster ward'].slice(0, count);
  writeFileSync(join(cwd, 'areas.csv'), `name\n${names.join('\n')}\n`);
  const line = `batch --council northfield --areas areas.csv --date 2025-03-20 --verbose${more}`;
  let stderr = '';
  const status = await run(line.split(' '), {
    stdout: { write() {} },
    stderr: { write: (text: string) => void (stderr += text) },
    cwd,
    env: {},
    now: () => new Date(0),
  });
  expect(status).toBe(0);
  return /^plates +(.*)$/m.exec(stderr)?.[1] ?? '';
};

describe('a plate', () => {
  test('is made of the first of several areas, and of one area alone none', async () => {
    expect(await batchOf(1, ownRun)).toBe('0, 0 files of them, 0 in full beside them');
    expect(await batchOf(3, ownRun)).toBe('1, 2 files of them, 0 in full beside them');
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
