import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import { parseManifest } from '../../src/manifest.ts';
import type { Entry } from '../../src/manifest.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';
import { PRESSES } from './presses.ts';

type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

const sound = PRESSES['sound'] as Press;

type Circumstances = {
  readonly press?: Press;
  readonly terminal?: 'both' | 'stderr';
  readonly env?: Record<string, string>;
  readonly stopped?: () => number | undefined;
};

/** A project with a table of areas, and a way to run commands in it. */
function workshop(areas: string): {
  cwd: string;
  play: (line: string, circumstances?: Circumstances) => Promise<Ran>;
  entries: () => readonly Entry[];
} {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  writeFileSync(join(cwd, 'areas.csv'), areas);
  return {
    cwd,
    async play(line, { press = sound, terminal, env = {}, stopped } = {}) {
      let [stdout, stderr] = ['', ''];
      const io = {
        stdout: { isTTY: terminal === 'both', write: (text: string) => void (stdout += text) },
        stderr: { isTTY: terminal !== undefined, write: (text: string) => void (stderr += text) },
        cwd,
        env,
        now: () => new Date(2025, 2, 20),
        ...(stopped && { stopped }),
      };
      const status = await run(line.split(' '), io, { press });
      return { status, stdout, stderr };
    },
    entries: () => parseManifest(readFileSync(join(cwd, 'output/manifest.json'), 'utf8')) ?? [],
  };
}

const BATCH = 'batch --council northfield --areas areas.csv';
const many = (count: number): string => `name\n${Array.from({ length: count }, (_, i) => `Ward ${i + 1}\n`).join('')}`;

describe('a batch', () => {
  test('writes what `build --area` writes, and says the same of it', async () => {
    const { play, cwd } = workshop('name\nAbbey   ward\n"St Mary’s & W\u0302yl"\n');
    const other = workshop('');
    const together = await play(`${BATCH} --html --date 2025-03-20`);
    expect([together.status, together.stderr]).toEqual([0, '2 leaflets written\n']);
    for (const area of ['Abbey ward', 'St Mary’s & Ŵyl']) {
      const argv = ['build', '--council', 'northfield', '--template', 'leaflet', '--area', area];
      const io = { stdout: { write() {} }, stderr: { write() {} }, cwd: other.cwd, env: {} };
      // oxlint-disable-next-line no-await-in-loop
      await run([...argv, '--date', '2025-03-20'], { ...io, now: () => new Date(0) }, { press: sound });
    }
    const [ours, theirs] = [cwd, other.cwd].map((folder) =>
      filesIn(join(folder, 'output')).map((name) => [name, readFileSync(join(folder, 'output', name), 'utf8')]),
    );
    expect(ours).toEqual(theirs);
  });

  test('makes the card of the council once', async () => {
    const { play, entries } = workshop(many(2));
    const { stderr } = await play(`${BATCH} --card`);
    expect(stderr).toBe("the council's card and 2 leaflets written\n");
    expect(entries().map(({ path }) => path)).toEqual([
      'northfield/wallet-card.en.pdf',
      'northfield/wallet-card.en.sheet.pdf',
      'northfield/wallet-card.en.txt',
      'northfield/ward-1/leaflet.en.pdf',
      'northfield/ward-2/leaflet.en.pdf',
    ]);
  });

  test('goes on after an area that fails, and parses the council once', async () => {
    const { play, entries } = workshop(many(5));
    const records = new Set<unknown>();
    const press: Press = async (job, report, clock) => {
      records.add(job.sources.record.council);
      if (job.sources.record.area === 'Ward 3') throw new TypeError('broken');
      return sound(job, report, clock);
    };
    const { status, stderr } = await play(BATCH, { press });
    expect([status, entries().length, records.size]).toEqual([1, 4, 1]);
    expect(stderr).toContain('while making northfield/Ward 3 leaflet');
    expect(stderr).toContain('4 leaflets written, 1 area with faults');
  });

  test('prints what all areas have in common once', async () => {
    const { play } = workshop(many(40));
    const { status, stdout, stderr } = await play(BATCH, { press: PRESSES['faulty'] as Press });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.match(/^error/gm)).toHaveLength(1);
    expect(stderr).toContain('= for: northfield/Ward 1, northfield/Ward 2, northfield/Ward 3 and 37 more records');
    expect(stderr).toMatch(/\n0 leaflets written, 40 areas with faults\n$/);
  });

  test('that is stopped finishes the file in hand and tells the manifest', async () => {
    const { play, cwd, entries } = workshop(many(5));
    let pressed = 0;
    const press: Press = async (job, report, clock) => {
      pressed++;
      return sound(job, report, clock);
    };
    const stopped = (): number | undefined => (pressed >= 3 ? 130 : undefined);
    const { status, stderr } = await play(BATCH, { press, stopped });
    expect([status, pressed]).toEqual([130, 3]);
    expect(stderr).toContain('the run was stopped: 2 of 5 areas are left');
    expect(stderr).toMatch(/\n3 leaflets written, 2 areas left\n$/);
    expect(entries().map(({ path }) => path)).toEqual(
      filesIn(join(cwd, 'output')).filter((name) => name !== 'manifest.json'),
    );
    const json = await play(`${BATCH} --format json`, { stopped: () => 130 });
    expect(JSON.parse(json.stdout)).toMatchObject({ status: 130, files: [], diagnostics: [{ rule: 'write/stopped' }] });
  });

  test('that is stopped in the middle of an area leaves that area', async () => {
    const { play } = workshop(many(2));
    let pressed = 0;
    const press: Press = async (job, report, clock) => {
      pressed++;
      return sound(job, report, clock);
    };
    const { stderr } = await play(`${BATCH} --template wallet-card`, {
      press,
      stopped: () => (pressed >= 3 ? 143 : undefined),
    });
    expect(stderr).toMatch(/\n1 card written, 1 area left\n$/);
  });

  test('gives up where nothing can be written', async () => {
    const { play, cwd } = workshop(many(9));
    writeFileSync(join(cwd, 'output'), 'in the way');
    const { status, stderr } = await play(BATCH);
    expect(status).toBe(1);
    expect(stderr.match(/a file stands where the folder/g)).toHaveLength(5);
    expect(stderr).toContain('5 areas in a row could not be written, so the run was ended: 4 of 9 areas are left');
    expect(stderr).toMatch(/\n0 leaflets written, 5 areas with faults, 4 areas left\n$/);
  });

  test('goes on where one file is in the way', async () => {
    const { play, cwd } = workshop(many(7));
    for (const number of [2, 5])
      mkdirSync(join(cwd, `output/northfield/ward-${number}/leaflet.en.pdf`), { recursive: true });
    const { status, stderr } = await play(BATCH);
    expect(status).toBe(1);
    expect(stderr.match(/a folder stands where the file/g)).toHaveLength(2);
    expect(stderr).toMatch(/\n5 leaflets written, 2 areas with faults\n$/);
  });
});

describe('the table of areas', () => {
  test('may lie anywhere', async () => {
    const { play } = workshop('');
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'wards.csv'), many(1));
    expect((await play(`batch --council northfield --areas ${join(elsewhere, 'wards.csv')}`)).status).toBe(0);
    const { status, stderr } = await play('batch --council northfield --areas nowhere/wards.csv');
    expect([status, stderr]).toEqual([1, expect.stringContaining('no file `nowhere/wards.csv`')]);
    expect((await play('batch --council northfield --areas aeras.csv')).stderr).toContain('did you mean `areas.csv`?');
    expect((await play('batch --council northfield --areas content')).stderr).toContain('`content` is a folder');
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('may be closed to us', async () => {
    const { play, cwd } = workshop(many(1));
    chmodSync(join(cwd, 'areas.csv'), 0);
    expect((await play(BATCH)).stderr).toContain('`areas.csv` cannot be read (EACCES)');
  });
});

describe('on a terminal', () => {
  const isBar = /\r\[/;

  test('a bar stands in place of the paths, and is gone at the end', async () => {
    const { play } = workshop(many(3));
    const { stdout, stderr } = await play(BATCH, { terminal: 'both' });
    expect(stdout).toBe('');
    expect(stderr).toMatch(isBar);
    expect(stderr.endsWith('\r\u001B[K3 leaflets written\n')).toBe(true);
    expect(stderr).toContain('\u001B[32m');
  });

  test('paths go where stdout goes', async () => {
    const { play } = workshop(many(3));
    const { stdout, stderr } = await play(BATCH, { terminal: 'stderr', env: { NO_COLOR: '1' } });
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stderr).toMatch(isBar);
    expect(stderr).not.toContain('\u001B[32m');
  });

  test.each(['--quiet', '--verbose'])('there is no bar with %s', async (option) => {
    const { play } = workshop(many(3));
    expect((await play(`${BATCH} ${option}`, { terminal: 'both' })).stderr).not.toMatch(isBar);
  });

  test('there is no bar where a line cannot be rewritten', async () => {
    const { play } = workshop(many(3));
    const { stdout, stderr } = await play(BATCH, { terminal: 'both', env: { TERM: 'dumb' } });
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stderr).toBe('3 leaflets written\n');
  });
});
