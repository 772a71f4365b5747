import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { textOfString, isA } from '../../src/pdf/read/objects.ts';
import { readPdf } from '../pdf/reading.ts';
import { writeWelshProject } from '../welsh.ts';

// Areas of a Welsh council, the last one with one name in both languages.

const folder = writeWelshProject();
const of = (name: string): Buffer => readFileSync(join(folder, 'output/llanfair-y-wyl', name));
const statuses: number[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, 'areas.csv'), 'name,nameWelsh\nTown ward,Y Dref\nMoor ward,Y Rhos\nLlanfihangel,\n');
  for (const [template, language] of [
    ['folded-card', 'cy-en'],
    ['wallet-card', 'cy-en'],
  ] as const) {
    const line = `batch --council llanfair-y-wyl --areas areas.csv --template ${template} --language ${language} --draft --one-file`;
    const io = {
      stdout: { write() {} },
      stderr: { write() {} },
      cwd: folder,
      env: {},
      now: () => new Date(2025, 2, 20),
    };
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push(await run(line.split(' '), io));
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const languageOf = (name: string): string => {
  const { file } = readPdf(of(name));
  const language = file.get(file.catalog, 'Lang');
  return isA(language, 'string') ? textOfString(language) : '';
};

const rowsOf = (name: string): readonly string[] => of(name).toString('utf8').trim().split('\r\n').slice(1);

describe('one file in two languages', () => {
  test('has all areas, each named in both', () => {
    expect(statuses).toEqual([0, 0]);
    const table = rowsOf('wallet-card.areas.cy-en.draft.csv').map((row) => row.split(',').slice(1));
    expect(table).toEqual([
      ['Y Dref / Town ward', '1', '2', ''],
      ['Y Rhos / Moor ward', '3', '4', ''],
      ['Llanfihangel', '5', '6', ''],
    ]);
    expect(languageOf('wallet-card.areas.cy-en.draft.pdf')).toMatch(/^cy/);
  });

  test('is two files where languages do not share a document', () => {
    const named = ['cy', 'en'].map((language) => {
      const name = `folded-card.areas.${language}.draft`;
      const areas = rowsOf(`${name}.csv`).map((row) => row.split(',')[1]);
      return [languageOf(`${name}.pdf`), ...areas];
    });
    expect(named).toEqual([
      ['cy-GB', 'Y Dref / Town ward', 'Y Rhos / Moor ward', 'Llanfihangel'],
      ['en-GB', 'Town ward', 'Moor ward', 'Llanfihangel'],
    ]);
  });
});
