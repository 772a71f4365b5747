import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
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
  if (name.includes('-sound-')) expect(found.filter((each) => each.startsWith('error'))).toEqual([]);
  else expect(found).not.toEqual([]);
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
