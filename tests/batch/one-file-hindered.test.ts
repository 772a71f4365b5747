import fs, { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { parseManifest } from '../../src/manifest.ts';
import type { WriteFs } from '../../src/output.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';

const NAME = 'output/northfield/poster.areas.en.pdf';
const TABLE = NAME.replace('.pdf', '.csv');

/** A project with two areas, and a way to make one file of them. */
function workshop() {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  writeFileSync(join(cwd, 'areas.csv'), 'name\nAbbey\nCastle\n');
  return {
    cwd,
    files: () => filesIn(join(cwd, 'output')).map((name) => `output/${name}`),
    listed: () =>
      (parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')) ?? []).map(({ path }) => path),
    async play(broken?: WriteFs) {
      let said = '';
      const line = 'batch --council northfield --areas areas.csv --template poster --one-file --date 2025-03-20';
      const io = { stdout: { write() {} }, stderr: { write: (text: string) => void (said += text) }, cwd, env: {} };
      const parts = broken ? { fs: broken } : {};
      return { status: await run(line.split(' '), { ...io, now: () => new Date(0) }, parts), said };
    },
  };
}

const fail = (code: string): never => {
  throw Object.assign(new Error('planted'), { code });
};

/** Everything that is to be opened is on a disk that is read-only. */
const readOnly: WriteFs = { ...fs, openSync: () => fail('EROFS') };

/** What is written piece by piece finds the disk full; what is written whole finds room. */
const full = (): WriteFs => {
  let streamed: unknown;
  return {
    ...fs,
    openSync: ((path: string, flags: string) => {
      const file = fs.openSync(path, flags);
      if (flags === 'wx+') streamed = file;
      return file;
    }) as typeof fs.openSync,
    writeFileSync: ((to: number, bytes: Uint8Array) =>
      to === streamed ? fail('ENOSPC') : fs.writeFileSync(to, bytes)) as typeof fs.writeFileSync,
  };
};

describe('one file of all areas', () => {
  test('on a full disk is not written, and the one before it still stands', async () => {
    const { cwd, play, files, listed } = workshop();
    await play();
    const [pdf, table] = [NAME, TABLE].map((name) => readFileSync(join(cwd, name)));
    writeFileSync(join(cwd, 'areas.csv'), 'name\nAbbey\nCastle\nMoor\n');
    const { status, said } = await play(full());
    expect([status, said.match(/rule: [\w/-]+/g)]).toEqual([1, ['rule: write/disk-full']]);
    expect(said).toContain(`the disk is full: \`${NAME}\` was not written, what stood there before still does`);
    expect(said).toMatch(/\nnothing written\n$/);
    expect([NAME, TABLE].map((name) => readFileSync(join(cwd, name)))).toEqual([pdf, table]);
    expect(files()).toEqual(['output/manifest.json', TABLE, NAME]);
    expect(listed()).toEqual([NAME, TABLE].map((name) => name.slice('output/'.length)).toSorted());
    expect((await play()).said).toBe('3 areas on 3 pages written into 1 file\n');
  });

  test('is not put in the place of a folder', async () => {
    const { cwd, play, files } = workshop();
    mkdirSync(join(cwd, NAME), { recursive: true });
    const { status, said } = await play();
    expect([status, said.match(/rule: [\w/-]+/g)]).toEqual([1, ['rule: write/in-the-way']]);
    expect(said).toMatch(/\nnothing written\n$/);
    expect(files()).toEqual([]);
  });

  test('in a folder that may not be written to is refused', async () => {
    const { cwd, play } = workshop();
    const { status, said } = await play(readOnly);
    expect([status, said.match(/rule: [\w/-]+/g)]).toEqual([1, ['rule: write/not-allowed']]);
    expect(said).toContain('is on a disk that is read-only (EROFS)');
    expect(said).toMatch(/\nnothing written\n$/);
    expect(existsSync(join(cwd, 'output/manifest.json'))).toBe(false);
  });
});
