import fs, { cpSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Press } from '../../src/commands/editions.ts';
import { warning } from '../../src/diagnostics/diagnostic.ts';
import { type Entry, parseManifest } from '../../src/manifest.ts';
import type { WriteFs } from '../../src/output.ts';
import { filesIn, temporaryFolder } from '../output/folder.ts';
import { PRESSES } from './presses.ts';

const sound = PRESSES['sound'] as Press;

type Ran = { readonly status: number; readonly out: string[]; readonly err: string; readonly made: string[] };
type Circumstances = {
  readonly press?: Press;
  readonly stopped?: () => number | undefined;
  readonly day?: number;
  readonly fs?: WriteFs;
};

/** A project with a list of areas, and a way to run commands in it that tells which areas were made. */
function workshop(names: readonly string[]) {
  const cwd = temporaryFolder();
  cpSync(join(import.meta.dirname, '../fixtures/projects/northfield'), cwd, { recursive: true });
  const list = (given: readonly string[], header = 'name'): void =>
    writeFileSync(join(cwd, 'areas.csv'), `${header}\n${given.map((name) => `${name}\n`).join('')}`);
  list(names);
  return {
    cwd,
    list,
    change: (path: string, from: string | RegExp, to: string): void => {
      const file = join(cwd, path);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    },
    /** Every file of the output folder with its bytes. */
    tree: (folder = 'output'): readonly (readonly [string, string])[] =>
      filesIn(join(cwd, folder)).map((name) => [name, readFileSync(join(cwd, folder, name), 'utf8')]),
    entries: (folder = 'output'): readonly Entry[] =>
      parseManifest(readFileSync(join(cwd, folder, 'manifest.json'), 'utf8')) ?? [],
    async play(line: string, { press = sound, stopped, day = 20, fs: failing }: Circumstances = {}): Promise<Ran> {
      let [out, err] = ['', ''];
      const made: string[] = [];
      const watched: Press = (job, ...rest) => {
        made.push(job.sources.record.area ?? '');
        return press(job, ...rest);
      };
      const io = {
        stdout: { write: (text: string) => void (out += text) },
        stderr: { write: (text: string) => void (err += text) },
        cwd,
        env: {},
        now: () => new Date(2025, 2, day),
        ...(stopped && { stopped }),
      };
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      const status = await run(words, io, { press: watched, ...(failing && { fs: failing }) });
      return { status, out: out.split('\n').filter((each) => each !== ''), err, made };
    },
  };
}

const BATCH = 'batch --council northfield --areas areas.csv';
const NAMES = ['Abbey ward', 'Castle ward', 'Moor ward'];
const files = (...names: string[]): string[] => names.map((name) => `output/northfield/${name}-ward/leaflet.en.pdf`);

describe('a second run', () => {
  test('makes nothing that has not changed, and leaves the manifest as it is', async () => {
    const { play, tree, cwd } = workshop(NAMES);
    const first = await play(`${BATCH} --card`);
    expect([first.made.length, first.err]).toEqual([6, "the council's card and 3 leaflets written\n"]);
    const before = tree();
    const { mtimeMs } = statSync(join(cwd, 'output/manifest.json'));
    const second = await play(`${BATCH} --card`);
    expect([second.status, second.out, second.made]).toEqual([0, [], []]);
    expect(second.err).toBe('0 leaflets written, 3 unchanged\n');
    expect(tree()).toEqual(before);
    expect(statSync(join(cwd, 'output/manifest.json')).mtimeMs).toBe(mtimeMs);
    expect((await play(`${BATCH} --card --afresh`)).made).toHaveLength(6);
    expect(tree()).toEqual(before);
  });

  test('makes the areas that are new, and counts the others', async () => {
    const { play, list } = workshop(NAMES);
    await play(BATCH);
    list(['Abbey ward', 'Dale ward', 'Castle ward', 'Moor ward']);
    const { out, err } = await play(BATCH);
    expect([out, err]).toEqual([files('dale'), '1 leaflet written, 3 unchanged\n']);
  });

  const changes: readonly (readonly [string, string, (shop: ReturnType<typeof workshop>) => void])[] = [
    ["the council's file", '', ({ change }) => change('content/councils/northfield.yaml', '960 101', '960 102')],
    ['the brand', '', ({ change }) => change('content/brands/northfield/brand.yaml', /$/, '\n# changed\n')],
    [
      'words that the council did not have',
      '',
      ({ cwd }) =>
        writeFileSync(join(cwd, 'content/councils/northfield.en.md'), ':::local{slot=your-council}\nHello.\n:::\n'),
    ],
    [
      'guidance of its own',
      '',
      ({ cwd }) => {
        const name = 'content/guidance/candidate-security.en.md';
        mkdirSync(join(cwd, 'content/guidance'), { recursive: true });
        writeFileSync(join(cwd, name), `${readFileSync(name, 'utf8')}\n`);
      },
    ],
    ['the day', '--date 2025-03-21', () => {}],
    ['the status', '--draft', () => {}],
    ['the purpose', '--for print', () => {}],
    ['the version', '', ({ change }) => change('output/manifest.json', /"recipe":"\w+"/g, '"recipe":"other"')],
  ];
  test.each(changes)('makes all areas when this has changed: %s', async (_what, option, change) => {
    const shop = workshop(NAMES);
    await shop.play(BATCH);
    change(shop);
    const { made, status, err } = await shop.play(`${BATCH} ${option}`.trim());
    expect([made.toSorted(), status, err]).toEqual([NAMES, 0, '3 leaflets written\n']);
  });

  test('makes other copies of a file for print when its options are others', async () => {
    const { play } = workshop(NAMES);
    await play(`${BATCH} --for print`);
    expect((await play(`${BATCH} --for print`)).made).toEqual([]);
    expect((await play(`${BATCH} --for print --copies 50`)).made).toEqual(NAMES);
  });

  test('makes again what is gone or was changed by somebody', async () => {
    const { play, cwd, tree } = workshop(['Abbey ward', 'Castle ward', 'Moor ward', 'Dale ward']);
    await play(BATCH);
    const before = tree();
    const [abbey = '', castle = '', moor = ''] = files('abbey', 'castle', 'moor').map((path) => join(cwd, path));
    fs.unlinkSync(abbey);
    writeFileSync(castle, 'shorter');
    // Of the same size: only its hash tells.
    writeFileSync(moor, readFileSync(moor, 'utf8').replace('%PDF', '%FDP'));
    const later = new Date(Date.now() + 5000);
    utimesSync(moor, later, later);
    expect((await play(BATCH)).out).toEqual(files('abbey', 'castle', 'moor'));
    expect(tree()).toEqual(before);
  });

  test('makes only those files of an area that are not there', async () => {
    const { play, cwd } = workshop(NAMES);
    await play(`${BATCH} --html`);
    fs.unlinkSync(join(cwd, 'output/northfield/moor-ward/leaflet.en.html'));
    const { out, err } = await play(`${BATCH} --html`);
    expect(out).toEqual(['output/northfield/moor-ward/leaflet.en.html']);
    expect(err).toBe('1 leaflet written, 2 unchanged\n');
  });

  test('warns again of what it does not make', async () => {
    const { play } = workshop(NAMES);
    const press: Press = (job, report, clock) => {
      if (job.sources.record.area === 'Moor ward')
        report(warning('test/warning', 'something is odd', undefined, 'look'));
      return sound(job, report, clock);
    };
    const first = await play(BATCH, { press });
    const second = await play(BATCH, { press });
    expect(first.err).toContain('for: northfield/Moor ward');
    expect(second.made).toEqual([]);
    expect(second.err.split('\n').slice(0, -2)).toEqual(first.err.split('\n').slice(0, -2));
    expect((await play(`${BATCH} --strict`, { press })).made).toContain('Moor ward');
  });

  test('tells the manifest who has signed since, and makes nothing', async () => {
    const { play, entries } = workshop(NAMES);
    await play(BATCH);
    expect((await play('sign-off --council northfield --name "Helen Marsh"')).status).toBe(0);
    const { made } = await play(BATCH);
    expect(made).toEqual([]);
    expect(entries().map(({ contacts }) => contacts?.signedOff?.name)).toEqual(NAMES.map(() => 'Helen Marsh'));
  });
});

describe('--prune', () => {
  test('removes the files of areas that are gone, with their folders, and nothing else', async () => {
    const { play, list, cwd, entries } = workshop(NAMES);
    await play(`${BATCH} --html --card`);
    await play(`${BATCH} --draft`);
    writeFileSync(join(cwd, 'output/northfield/moor-ward/notes.txt'), 'mine');
    list(['Abbey ward']);
    const dry = await play(`${BATCH} --prune --dry-run`);
    const gone = ['castle', 'moor'].flatMap((name) =>
      ['html', 'pdf'].map((ending) => `output/northfield/${name}-ward/leaflet.en.${ending}`),
    );
    expect(dry.out).toEqual(gone.map((path) => `remove ${path}`));
    expect(dry.err).toBe('0 leaflets would be written, 1 unchanged, 4 files would be removed\n');
    expect(entries()).toHaveLength(12);
    const { out, err } = await play(`${BATCH} --prune`);
    expect(out).toEqual(gone.map((path) => `removed ${path}`));
    expect(err).toBe('0 leaflets written, 1 unchanged, 4 files removed\n');
    expect(filesIn(join(cwd, 'output'))).toEqual([
      'manifest.json',
      'northfield/abbey-ward/leaflet.en.draft.pdf',
      'northfield/abbey-ward/leaflet.en.html',
      'northfield/abbey-ward/leaflet.en.pdf',
      'northfield/castle-ward/leaflet.en.draft.pdf',
      'northfield/moor-ward/leaflet.en.draft.pdf',
      'northfield/moor-ward/notes.txt',
      'northfield/wallet-card.en.pdf',
      'northfield/wallet-card.en.sheet.pdf',
      'northfield/wallet-card.en.txt',
    ]);
    expect(entries()).toHaveLength(8);
    expect((await play(`${BATCH} --draft --prune`)).err).toContain('2 files removed');
    expect(readdirSync(join(cwd, 'output/northfield'))).not.toContain('castle-ward');
    list(['Castle ward']);
    const events = (await play(`${BATCH} --prune --format jsonl`)).out.map((line) => JSON.parse(line) as object);
    expect(events).toContainEqual({ event: 'removed', path: 'output/northfield/abbey-ward/leaflet.en.pdf' });
  });

  test('leaves what somebody has changed, and says so', async () => {
    const { play, list, cwd, entries } = workshop(NAMES);
    await play(BATCH);
    writeFileSync(join(cwd, files('moor')[0]!), 'mine');
    list(['Abbey ward', 'Castle ward']);
    const { err } = await play(`${BATCH} --prune`);
    expect(err).toContain('rule: write/not-removed');
    expect(err).toMatch(/\n0 leaflets written, 2 unchanged\n$/);
    expect(readFileSync(join(cwd, files('moor')[0]!), 'utf8')).toBe('mine');
    expect(entries()).toHaveLength(3);
  });

  test('removes nothing where the list has faults, and nothing of other councils', async () => {
    const { play, list, cwd } = workshop(NAMES);
    await play(BATCH);
    await play('batch --council northmoor --areas areas.csv');
    list(['Abbey ward', '=Castle', 'Moor ward']);
    const faulty = await play(`${BATCH} --prune`);
    expect([faulty.status, faulty.err.includes('rule: write/not-pruned')]).toEqual([1, true]);
    list(['Abbey ward']);
    expect((await play(`${BATCH} --prune`)).err).toContain('2 files removed');
    expect(readdirSync(join(cwd, 'output/northmoor'))).toHaveLength(3);
  });
});

describe('--dry-run', () => {
  test('says what would be written, and touches nothing', async () => {
    const { play, cwd } = workshop(NAMES);
    const { out, err, made } = await play(`${BATCH} --dry-run`);
    expect(out).toEqual(files('abbey', 'castle', 'moor').map((path) => `write  ${path}`));
    expect([err, made]).toEqual(['3 leaflets would be written\n', []]);
    expect(fs.existsSync(join(cwd, 'output'))).toBe(false);
  });
});

describe('a share of the areas', () => {
  const many = Array.from({ length: 20 }, (_, i) => `Ward ${i + 1}`);

  test('are those that are named: as printed, as typed, without their noun, one by one or with commas', async () => {
    const { play, list } = workshop([]);
    list(['Abbey,Y Fynachlog', 'Castle,', 'Moor,'], 'WD25NM,WD25NMW');
    const made = async (line: string): Promise<string[]> => (await play(`${BATCH} --afresh ${line}`)).made;
    expect(await made('--only "Castle, abbey WARD"')).toEqual(['Abbey ward', 'Castle ward']);
    expect(await made('--only Moor --only "Y Fynachlog"')).toEqual(['Abbey ward', 'Moor ward']);
    expect(await made('--only northfield/Moor')).toEqual(['Moor ward']);
    expect(await made('--from castle')).toEqual(['Castle ward', 'Moor ward']);
  });

  test('whose name has a comma is named with it', async () => {
    const { play } = workshop(['"Bow, East ward"', 'Moor ward']);
    expect((await play(`${BATCH} --only "Bow, East ward"`)).made).toEqual(['Bow, East ward']);
  });

  test('with an unknown name is a fault with the nearest one, and nothing is made', async () => {
    const { play } = workshop(NAMES);
    for (const option of ['--only "Abbey,Castel"', '--from Castel']) {
      // oxlint-disable-next-line no-await-in-loop
      const { status, err, made } = await play(`${BATCH} ${option}`);
      expect([status, made]).toEqual([1, []]);
      expect(err).toContain('no area `Castel` in the list');
      expect(err).toMatch(/did you mean `Castle( ward)?`/);
    }
  });

  test('are wrong usage where they do not fit', async () => {
    const { play } = workshop(NAMES);
    for (const line of [
      '--shard 4/3',
      '--shard 0/2',
      '--shard x',
      '--only ","',
      '--prune --only Moor',
      '--only a --from b',
    ])
      // oxlint-disable-next-line no-await-in-loop
      expect([line, (await play(`${BATCH} ${line}`)).status]).toEqual([line, 2]);
  });

  test('as shards, have each area once, and joined they are what one run makes', async () => {
    const { play, cwd, tree } = workshop(many);
    await play(`${BATCH} --card --out whole`);
    const made: string[] = [];
    for (const number of [3, 1, 8, 2, 7, 4, 6, 5]) {
      // oxlint-disable-next-line no-await-in-loop
      const ran = await play(`${BATCH} --card --shard ${number}/8 --out shard-${number}`);
      made.push(...ran.made.filter((area) => area !== ''));
      cpSync(join(cwd, `shard-${number}`), join(cwd, 'joined'), { recursive: true });
    }
    expect(made.toSorted()).toEqual(many.toSorted());
    fs.unlinkSync(join(cwd, 'joined/manifest.json'));
    const folders = Array.from({ length: 8 }, (_, i) => `shard-${i + 1}`).join(' ');
    const { status, err } = await play(`manifest merge ${folders} --out joined`);
    expect([status, err]).toEqual([0, '23 files of 8 manifests listed\n']);
    expect(tree('joined')).toEqual(tree('whole'));
  });
});

describe('manifests that are merged', () => {
  test('must not say different things of one file; files that are not there are warned of', async () => {
    const { play, cwd } = workshop(NAMES);
    await play(`${BATCH} --shard 1/2 --out one`);
    await play(`${BATCH} --shard 2/2 --out two`);
    const missing = await play('manifest merge one two --out one');
    expect([missing.status, missing.err.includes('rule: manifest/missing-file')]).toEqual([0, true]);
    expect(missing.err).toContain('`northfield/castle-ward/leaflet.en.pdf` and 1 other file are not in `one`');
    await play(`${BATCH} --only Abbey --out two --date 2025-03-25`);
    const { status, err } = await play('manifest merge one two --out all');
    expect([status, err.includes('rule: manifest/conflict')]).toEqual([1, true]);
    expect(fs.existsSync(join(cwd, 'all'))).toBe(false);
  });
});

describe('a run that ended', () => {
  const stopAfter = (count: number): Circumstances => {
    let pressed = 0;
    const press: Press = async (...given) => {
      pressed++;
      return sound(...given);
    };
    return { press, stopped: () => (pressed >= count ? 130 : undefined) };
  };

  test('by a signal is gone on with for its day, and then is as if it had never been stopped', async () => {
    const [one, other] = [workshop(NAMES), workshop(NAMES)];
    await other.play(BATCH);
    const stopped = await one.play(BATCH, stopAfter(2));
    expect([stopped.status, stopped.made]).toEqual([130, ['Abbey ward', 'Castle ward']]);
    expect(stopped.err).toContain('run the command again with `--resume`');
    const { made, err } = await one.play(`${BATCH} --resume`, { day: 23 });
    expect([made, err]).toEqual([['Moor ward'], '1 leaflet written, 2 unchanged\n']);
    expect(one.tree()).toEqual(other.tree());
    expect((await one.play(`${BATCH} --resume`, { day: 23 })).made).toEqual(NAMES);
  });

  test('by a full disk keeps what it wrote, and is gone on with', async () => {
    const [one, other] = [workshop(NAMES), workshop(NAMES)];
    await other.play(BATCH);
    let left = 2;
    const full: WriteFs = {
      ...fs,
      openSync: ((path: string, flags: string) => {
        if (String(path).endsWith('.tmp') && left-- <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return fs.openSync(path, flags);
      }) as typeof fs.openSync,
    };
    const { status, err } = await one.play(BATCH, { fs: full });
    expect([status, err.includes('rule: write/disk-full')]).toEqual([1, true]);
    expect(err).toContain('2 leaflets written, 1 area with faults');
    // Not even the manifest could be written, but the journal was.
    expect(one.tree().map(([name]) => name.replace(/[0-9a-f]{8}-\d+-[0-9a-f]{12}/, '…'))).toEqual([
      '.handbill-….journal',
      'northfield/abbey-ward/leaflet.en.pdf',
      'northfield/castle-ward/leaflet.en.pdf',
    ]);
    const journal = readdirSync(join(one.cwd, 'output')).find((name) => name.endsWith('.journal'))!;
    const dead = journal.replace(/-\d+-/, '-999999999-');
    fs.renameSync(join(one.cwd, 'output', journal), join(one.cwd, 'output', dead));
    expect((await one.play(`${BATCH} --resume --dry-run`, { day: 23 })).out).toEqual(
      files('moor').map((path) => `write  ${path}`),
    );
    expect((await one.play(`${BATCH} --resume`, { day: 23 })).made).toEqual(['Moor ward']);
    expect(one.tree()).toEqual(other.tree());
  });
});

describe('--format jsonl', () => {
  test('has a line for each thing that happens', async () => {
    const { play } = workshop([...NAMES, '=x']);
    const { out, status } = await play(`${BATCH} --format jsonl`);
    const events = out.map((line) => JSON.parse(line) as { readonly event: string; readonly [key: string]: unknown });
    expect(status).toBe(1);
    expect(events.map(({ event }) => event)).toEqual([
      'start',
      'diagnostic',
      'progress',
      'file',
      'file',
      'file',
      'progress',
      'end',
    ]);
    expect(events[1]).toMatchObject({ rule: 'areas/formula' });
    expect(events[3]).toMatchObject({ path: files('abbey')[0], area: 'Abbey ward', pages: 5 });
    expect(events.at(-2)).toMatchObject({ done: 3, total: 3, faulty: 0, secondsLeft: 0 });
    expect(events.at(-1)).toMatchObject({ status: 1, summary: { written: 3, unchanged: 0, faulty: 1, left: 0 } });
  });
});
