import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { writeWholeCountry } from '../whole-country.mjs';
import { areaNames } from './example.mjs';
import { cli } from './measured.mjs';

// A project with every area of the country: as the Office for National Statistics lists them, if the folder that
// HANDBILL_REFERENCE names has its list; else as many made-up ones of as many councils.

const WARDS = 'ons-WD25_LAD25.csv';
export const ALL = 8405;

/**
 * @param {string} folder where it is made
 * @returns {'real' | 'made up'} whose areas they are
 */
export const makeCountry = (folder) => {
  const slugs = writeWholeCountry(folder);
  const wards = join(process.env.HANDBILL_REFERENCE ?? '', WARDS);
  if (process.env.HANDBILL_REFERENCE !== undefined && existsSync(wards)) {
    const given = ['import', 'areas', wards, '--project', folder, '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [cli, ...given], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the areas were not imported\n${stderr}`);
    return 'real';
  }
  const names = areaNames(ALL);
  const listed = slugs.slice(0, 361);
  mkdirSync(join(folder, 'content/areas'), { recursive: true });
  listed.forEach((slug, i) => {
    const [from, to] = [i, i + 1].map((at) => Math.floor((at * ALL) / listed.length));
    const areas = names.slice(from, to);
    writeFileSync(join(folder, 'content/areas', `${slug}.csv`), `name\n${areas.join('\n')}\n`);
  });
  return 'made up';
};

/** Puts a word before the names of three areas, each of another council. */
export const renameThree = (folder, word) => {
  const areas = join(folder, 'content/areas');
  const lists = readdirSync(areas).toSorted();
  for (const name of [3, 50, 200].map((at) => lists[at])) {
    const path = join(areas, name);
    const [head = '', first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
    const renamed = first.replace(/^("?)(?:(?:Upper|Lower|Great|Little) )*/, `$1${word} `);
    writeFileSync(path, [head, renamed, ...rest].join('\n'));
  }
};
