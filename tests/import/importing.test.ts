import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf } from '../../src/data/yaml.ts';
import { filesIn } from '../output/folder.ts';
import { inShort, projectOf, runIn } from './project.ts';

const fixtures = join(import.meta.dirname, '../fixtures/importing');

const files = readdirSync(fixtures).filter((name) => !name.endsWith('.json'));

type Expected = {
  /** What is reported, and where. */
  readonly found: readonly string[];
  /** What is written: names of areas, or the values that a council's file has now. */
  readonly written: { readonly [path: string]: unknown };
};

const HERE = ['leeds', 'sheffield', 'kent', 'belfast', 'isle-of-anglesey'];

test.each(files)('%s is imported as is expected, and nothing else is written', async (name) => {
  const cwd = projectOf(...HERE);
  copyFileSync(join(fixtures, name), join(cwd, 'list.csv'));
  const before = new Map(filesIn(cwd).map((path) => [path, readFileSync(join(cwd, path), 'utf8')]));
  const subject = name.slice(0, name.indexOf('-'));
  const { status, diagnostics, written } = await runIn(cwd, 'import', subject, 'list.csv');
  const found = inShort(diagnostics);
  const expected = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), 'utf8')) as Expected;
  const came = Object.fromEntries(
    filesIn(cwd)
      .filter((path) => readFileSync(join(cwd, path), 'utf8') !== before.get(path))
      .map((path) => [path, shown(path, readFileSync(join(cwd, path), 'utf8'), before.get(path))]),
  );
  expect({ found, written: came }).toEqual(expected);
  expect(written.toSorted()).toEqual(Object.keys(came).toSorted());
  expect(status).toBe(found.some((each) => each.startsWith('error')) ? 1 : 0);
  // A file is named for its fault, or it is sound.
  expect(name.includes('-sound-') ? !found.some((each) => each.startsWith('error')) : found.length > 0).toBe(true);
  for (const { message, hints } of diagnostics) {
    expect(message).toMatch(/^[^A-Z]/);
    expect([message, ...hints].filter((text) => /\.$|undefined|\[object|NaN/.test(text))).toEqual([]);
    expect(hints.length).toBeGreaterThan(0);
  }
});

/** Areas as they stand; of a council's file the lines that an import wrote. */
function shown(path: string, text: string, before: string | undefined): unknown {
  if (path.endsWith('.csv')) return text.trimEnd().split('\n').slice(1);
  if (before === undefined) return path.includes('/brands/') ? 'begun' : documentOf(text)?.toJS();
  const old = new Set(before.split('\n'));
  return text.split('\n').filter((line) => !old.has(line));
}

test('a file with 10,000 columns is refused, and one with many has those passed over that are not known', async () => {
  const cwd = projectOf('leeds');
  const path = join(cwd, 'wide.csv');
  for (const [count, status] of [
    [10_000, 1],
    [990, 0],
  ] as const) {
    const filler = Array.from({ length: count }, (_, at) => `x${at}`);
    writeFileSync(path, `${[...filler, 'Ward'].join()}\n${[...filler, 'Abbey'].join()}\n`);
    // oxlint-disable-next-line no-await-in-loop
    const came = await runIn(cwd, 'import', 'areas', 'wide.csv', '--council', 'leeds');
    expect([came.status, came.written.length]).toEqual([status, status === 0 ? 1 : 0]);
    expect(inShort(came.diagnostics)).toEqual(status === 0 ? [] : ['error import/too-large row 1, column 1001']);
  }
  expect(readFileSync(join(cwd, 'content/areas/leeds.csv'), 'utf8')).toContain('\nAbbey,');
});

test('a file that is faulty as a whole changes nothing, and neither does a look', async () => {
  const cwd = projectOf('leeds');
  const before = filesIn(cwd).map((path) => readFileSync(join(cwd, path), 'utf8'));
  writeFileSync(join(cwd, 'broken.xlsx'), 'PK\u0003\u0004 and nothing more');
  writeFileSync(join(cwd, 'broken.yaml.csv'), 'Council,Returning Officer phone\nLeeds,01632 960001\n');
  expect((await runIn(cwd, 'import', 'contacts', 'broken.xlsx')).status).toBe(1);
  const look = await runIn(cwd, 'import', 'contacts', 'broken.yaml.csv', '--dry-run');
  expect([look.status, look.written]).toEqual([0, []]);
  const after = filesIn(cwd)
    .filter((path) => !path.startsWith('broken'))
    .map((path) => readFileSync(join(cwd, path), 'utf8'));
  expect(after).toEqual(before);
});

test('a council’s file that has a fault is told, and is not touched', async () => {
  const cwd = projectOf('leeds', 'york');
  const path = join(cwd, 'content/councils/leeds.yaml');
  const broken = readFileSync(path, 'utf8').replace('brand: leeds', 'brand: leeds\nbrant: x');
  writeFileSync(path, broken);
  writeFileSync(join(cwd, 'list.csv'), 'Council,Returning Officer phone\nLeeds,01632 960001\nYork,01632 960002\n');
  const { status, diagnostics, written } = await runIn(cwd, 'import', 'contacts', 'list.csv');
  expect([status, written]).toEqual([1, ['content/councils/york.yaml']]);
  expect(inShort(diagnostics)).toEqual(['error parse/unknown-key']);
  expect(readFileSync(path, 'utf8')).toBe(broken);
});

test('the day on which numbers were rung fills a gap, and is never put in the place of another', async () => {
  const cwd = projectOf('leeds');
  const path = join(cwd, 'content/councils/leeds.yaml');
  const list = (day: string): void =>
    writeFileSync(join(cwd, 'list.csv'), `Council,Contacts checked on,Polling day\nLeeds,${day},${day}\n`);
  list('2027-03-01');
  await runIn(cwd, 'import', 'contacts', 'list.csv');
  expect(readFileSync(path, 'utf8')).toContain('contactsCheckedOn: 2027-03-01  # from list.csv, B2, 2026-11-22\n');
  list('2027-04-01');
  await runIn(cwd, 'import', 'contacts', 'list.csv', '--replace');
  expect(readFileSync(path, 'utf8')).toContain('contactsCheckedOn: 2027-03-01  # from');
  expect(readFileSync(path, 'utf8')).toContain(
    'date: 2027-04-01  # from list.csv, C2, 2026-11-22; before "2027-03-01"\n',
  );
});

test('what was said of a column is remembered, for people to read', async () => {
  const cwd = projectOf('leeds');
  writeFileSync(join(cwd, 'list.csv'), 'Council,Quux\nLeeds,01632 960001\n');
  const map = ['--map', 'electoral services phone=Quux'];
  expect((await runIn(cwd, 'import', 'contacts', 'list.csv')).status).toBe(1);
  expect((await runIn(cwd, 'import', 'contacts', 'list.csv', ...map, '--dry-run')).written).toEqual([]);
  expect((await runIn(cwd, 'import', 'contacts', 'list.csv', ...map)).written).toContain('content/imports.yaml');
  expect(readFileSync(join(cwd, 'content/imports.yaml'), 'utf8')).toContain(
    '- first: "list.csv"\n  subject: contacts\n  columns:\n    "Quux": electoralServices.phones\n',
  );
  writeFileSync(join(cwd, 'next.csv'), 'Council,Quux\nLeeds,01632 960002\n');
  const { status } = await runIn(cwd, 'import', 'contacts', 'next.csv', '--replace');
  expect(status).toBe(0);
  expect(readFileSync(join(cwd, 'content/councils/leeds.yaml'), 'utf8')).toContain('["01632 960002"]  # from next.csv');
});

test('two imports at once leave each file whole', async () => {
  const cwd = projectOf('leeds', 'york');
  for (const name of ['a', 'b']) {
    writeFileSync(join(cwd, `${name}.csv`), `Council,Returning Officer name\nLeeds,Jo ${name}\nYork,Ann ${name}\n`);
  }
  await Promise.all(['a', 'b'].map((name) => runIn(cwd, 'import', 'contacts', `${name}.csv`)));
  for (const slug of ['leeds', 'york']) {
    const text = readFileSync(join(cwd, `content/councils/${slug}.yaml`), 'utf8');
    expect(text.match(/^ {2}name: (Jo|Ann) [ab] /gm)).toHaveLength(1);
    expect(text.endsWith('\n')).toBe(true);
  }
  expect(filesIn(cwd).filter((path) => path.endsWith('.tmp'))).toEqual([]);
});
