import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../../src/diagnostics/collect.ts';
import { Stop } from '../../src/diagnostics/diagnostic.ts';
import { openImport } from '../../src/project-import.ts';
import { temporaryFolder } from '../output/folder.ts';

describe('a file to be imported', () => {
  test('is read from its beginning as often as somebody asks', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'wards.csv'), 'name\nAbbey\n');
    const { report, all } = collect();
    const file = openImport(cwd, './wards.csv', report);
    expect([file?.path, file?.size]).toEqual(['./wards.csv', 11]);
    for (let time = 0; time < 2; time++) {
      const pieces: Uint8Array[] = [];
      // oxlint-disable-next-line no-await-in-loop
      for await (const chunk of file?.chunks() ?? []) pieces.push(chunk);
      expect(Buffer.concat(pieces).toString()).toBe('name\nAbbey\n');
    }
    expect(all()).toEqual([]);
  });

  test('that is not there, or is a folder, is said at once', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'wards.csv'), 'name\n');
    mkdirSync(join(cwd, 'lists'));
    const said = (path: string): readonly string[] => {
      const { report, all } = collect();
      expect(openImport(cwd, path, report)).toBeUndefined();
      return all().flatMap(({ rule, message, hints }) => [rule, message, hints[0] ?? '']);
    };
    expect(said('ward.csv')).toEqual(['import/no-file', 'no file `ward.csv`', 'did you mean `wards.csv`?']);
    expect(said('wards.csv/x')).toEqual([
      'import/no-file',
      'no file `wards.csv/x`',
      expect.stringContaining('name a spreadsheet'),
    ]);
    expect(said('lists')[1]).toBe('`lists` is a folder, expected a spreadsheet');
    expect(said('/dev/null')[1]).toBe('`/dev/null` is no file, expected a spreadsheet');
  });

  test('that goes while it is read is said, and the reading ends', async () => {
    const cwd = temporaryFolder();
    const path = join(cwd, 'wards.csv');
    writeFileSync(path, 'name\n');
    const { report, all } = collect();
    const file = openImport(cwd, 'wards.csv', report);
    rmSync(path);
    await expect(file?.chunks()[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(Stop);
    expect(all().map(({ rule }) => rule)).toEqual(['import/no-file']);
  });
});
