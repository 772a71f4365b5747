import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run as ownRun } from '../../src/cli.ts';
import { packageFolder } from '../../src/project.ts';
import { isCompiled } from '../compiled.ts';
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

describe.skipIf(!isCompiled('threads of a batch'))('another thread', () => {
  test('is started where it is asked for, and not for a handful of files', async () => {
    const { run } = (await import(`${packageFolder()}/dist/src/cli.js`)) as { readonly run: typeof ownRun };
    let started = 0;
    const count = (): void => void (started += 1);
    process.on('worker', count);
    try {
      await batchOf(3, run);
      expect(started).toBe(0);
      expect(await batchOf(3, run, ' --workers 2')).toBe('1, 2 files of them, 0 in full beside them');
      expect(started).toBe(1);
    } finally {
      process.off('worker', count);
    }
  });
});
