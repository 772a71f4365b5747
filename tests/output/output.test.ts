import { spawnSync } from 'node:child_process';
import fs, { mkdirSync, readFileSync, statfsSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isDead, openOutput, ownMark } from '../../src/output.ts';
import type { WriteFs } from '../../src/output.ts';
import { filesIn, stand, temporaryFolder } from './folder.ts';

const NAME = 'anyshire/leaflet.en.pdf';
const OLD = 'the old leaflet';

/** A file system whose one call fails with a code; `times` says how often. */
function failing(call: keyof WriteFs, code: string, times = Infinity): WriteFs {
  let left = times;
  const fail = (...given: unknown[]): unknown => {
    if (left-- > 0) throw Object.assign(new Error(`${code}: planted`), { code });
    return Reflect.apply(fs[call], fs, given);
  };
  return { ...fs, [call]: fail };
}

/** A stand whose file was written before. */
function standWithOld(broken: WriteFs): ReturnType<typeof stand> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'output/anyshire'), { recursive: true });
  writeFileSync(join(cwd, 'output', NAME), OLD);
  return stand(broken, cwd);
}

describe('writing', () => {
  test('makes the folders and the file, and leaves nothing else', () => {
    const { output, diagnostics, files, cwd } = stand();
    expect(output.write(NAME, Uint8Array.of(1, 2, 3))).toBe(true);
    expect(files()).toEqual([`output/${NAME}`]);
    expect([...readFileSync(join(cwd, 'output', NAME))]).toEqual([1, 2, 3]);
    expect(diagnostics).toEqual([]);
  });

  test('replaces what is there', () => {
    const { output, cwd, files } = standWithOld(fs);
    expect(output.write(NAME, 'new')).toBe(true);
    expect(readFileSync(join(cwd, 'output', NAME), 'utf8')).toBe('new');
    expect(files()).toEqual([`output/${NAME}`]);
  });

  test('shows files as seen from the working folder', () => {
    const cwd = temporaryFolder();
    const report = (): void => {};
    expect(openOutput(join(cwd, 'output'), cwd, report).shown(NAME)).toBe(`output/${NAME}`);
    expect(openOutput(cwd, join(cwd, 'deep/er'), report).shown(NAME)).toBe(`../../${NAME}`);
  });
});

describe('what hinders it', () => {
  const cases = [
    ['writeFileSync', 'ENOSPC', 'write/disk-full'],
    ['writeFileSync', 'EDQUOT', 'write/disk-full'],
    ['openSync', 'ENOSPC', 'write/disk-full'],
    ['closeSync', 'ENOSPC', 'write/disk-full'],
    ['writeFileSync', 'EIO', 'write/failed'],
    ['openSync', 'EACCES', 'write/not-allowed'],
    ['openSync', 'EROFS', 'write/not-allowed'],
    ['mkdirSync', 'EACCES', 'write/not-allowed'],
    ['mkdirSync', 'EROFS', 'write/not-allowed'],
    ['renameSync', 'EBUSY', 'write/locked'],
    ['renameSync', 'EPERM', 'write/locked'],
    ['openSync', 'ENAMETOOLONG', 'write/failed'],
  ] as const;
  test.each(cases)('%s fails with %s: %s, and the old file is intact', (call, code, rule) => {
    const { output, diagnostics, files, cwd } = standWithOld(failing(call, code));
    expect(output.write(NAME, 'new')).toBe(false);
    expect(diagnostics.map((each) => each.rule)).toEqual([rule]);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', place: { kind: 'text', path: `output/${NAME}` } });
    expect(diagnostics[0]?.hints.length).toBeGreaterThan(0);
    expect(readFileSync(join(cwd, 'output', NAME), 'utf8')).toBe(OLD);
    expect(files()).toEqual([`output/${NAME}`]);
  });

  test('for a moment only is overcome', () => {
    const { output, diagnostics } = standWithOld(failing('renameSync', 'EBUSY', 2));
    expect(output.write(NAME, 'new')).toBe(true);
    expect(diagnostics).toEqual([]);
  });

  test('of one file lets the others go on', () => {
    const { output, diagnostics, files } = stand(failing('writeFileSync', 'ENOSPC', 1));
    expect(output.write(NAME, 'lost')).toBe(false);
    expect(output.write('anyshire/wallet-card.en.pdf', 'written')).toBe(true);
    expect(files()).toEqual(['output/anyshire/wallet-card.en.pdf']);
    expect(diagnostics).toHaveLength(1);
  });

  test('is a file where a folder is to be', () => {
    for (const blocked of ['output', 'output/anyshire']) {
      const { output, diagnostics, cwd } = stand();
      mkdirSync(join(cwd, blocked, '..'), { recursive: true });
      writeFileSync(join(cwd, blocked), 'mine');
      expect(output.write(NAME, 'new')).toBe(false);
      expect(diagnostics).toMatchObject([
        { rule: 'write/in-the-way', message: `a file stands where the folder \`${blocked}\` is to be` },
      ]);
      expect(readFileSync(join(cwd, blocked), 'utf8')).toBe('mine');
    }
  });

  test('is a folder where a file is to be', () => {
    const { output, diagnostics, cwd, files } = stand();
    mkdirSync(join(cwd, 'output', NAME), { recursive: true });
    writeFileSync(join(cwd, 'output', NAME, 'mine'), '');
    expect(output.write(NAME, 'new')).toBe(false);
    expect(diagnostics).toMatchObject([
      { rule: 'write/in-the-way', message: `a folder stands where the file \`output/${NAME}\` is to be` },
    ]);
    expect(files()).toEqual([`output/${NAME}/mine`]);
  });

  test('is a name too long for the disk', () => {
    const { output, diagnostics } = stand();
    expect(output.write(`${'x'.repeat(300)}.pdf`, 'new')).toBe(false);
    expect(diagnostics).toMatchObject([{ rule: 'write/failed' }]);
  });

  test('does not hide a bug: what is no error of the system is thrown on', () => {
    const broken: WriteFs = {
      ...fs,
      writeFileSync: () => {
        throw new TypeError('planted');
      },
    };
    const { output, files } = stand(broken);
    expect(() => output.write(NAME, 'new')).toThrow(TypeError);
    expect(files()).toEqual([]);
  });
});

describe('a disk that is really full', () => {
  test('keeps the old file and no part of the new one', ({ skip }) => {
    const folder = temporaryFolder();
    skip(!mountSmallDisk(folder), 'needs Linux, and the right to mount 64 kB of memory');
    mkdirSync(join(folder, 'output/anyshire'), { recursive: true });
    writeFileSync(join(folder, 'output', NAME), OLD);
    const { output, diagnostics, files } = stand(fs, folder);
    const { bsize, bfree } = statfsSync(folder);
    expect(output.write(NAME, new Uint8Array(bsize * bfree + 1))).toBe(false);
    expect(diagnostics).toMatchObject([{ rule: 'write/disk-full' }]);
    expect(files()).toEqual([`output/${NAME}`]);
    expect(readFileSync(join(folder, 'output', NAME), 'utf8')).toBe(OLD);
    expect(output.write(NAME, 'small')).toBe(true);
  });
});

function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  if (mount.status === 0) onTestFinished(() => void spawnSync('umount', [folder]));
  return mount.status === 0;
}

describe('what runs that were killed have left', () => {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;
  const left = (mark: string): string => `.handbill-${mark}.tmp`;
  const plant = (cwd: string, name: string, age = 0): void => {
    mkdirSync(join(cwd, 'output/anyshire'), { recursive: true });
    const path = join(cwd, 'output/anyshire', name);
    writeFileSync(path, 'half');
    const then = new Date(Date.now() - age);
    utimesSync(path, then, then);
  };
  const twoHours = 7_200_000;

  test('is removed at the next run: of an ended process at once, else after an hour', () => {
    const { output, cwd } = stand();
    const names = {
      dead: left(`${host}-${deadPid()}-aaaaaaaaaaaa`),
      alive: left(`${host}-${process.pid}-bbbbbbbbbbbb`),
      elsewhere: left('00000000-1-cccccccccccc'),
    };
    for (const name of Object.values(names)) plant(cwd, name);
    plant(cwd, left('00000000-2-dddddddddddd'), twoHours);
    plant(cwd, '.handbill-notes.tmp', twoHours);
    plant(cwd, 'mine.tmp', twoHours);
    expect(output.write(NAME, 'new')).toBe(true);
    expect(filesIn(join(cwd, 'output/anyshire'))).toEqual(
      [names.alive, names.elsewhere, '.handbill-notes.tmp', 'leaflet.en.pdf', 'mine.tmp'].toSorted(),
    );
  });

  test('is judged by its mark', () => {
    expect(isDead(ownMark())).toBe(false);
    expect(isDead(`${host}-${deadPid()}-aaaaaaaaaaaa`)).toBe(true);
    expect(isDead(`00000000-${deadPid()}-aaaaaaaaaaaa`)).toBe(false);
    expect(isDead('')).toBe(false);
  });
});
