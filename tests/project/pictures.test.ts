import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openShelf } from '../../src/commands/sources.ts';
import { openProject } from '../../src/project.ts';
import { temporaryFolder } from '../output/folder.ts';
import { silent } from '../sources.ts';

/** A project whose council has a picture among its own words. */
const project = (words: string): string => {
  const folder = temporaryFolder();
  cpSync('content/councils', join(folder, 'content/councils'), { recursive: true });
  mkdirSync(join(folder, 'content/pictures'));
  cpSync('tests/fixtures/figures/front-door.svg', join(folder, 'content/pictures/way-in.svg'));
  writeFileSync(join(folder, 'content/councils/anyshire.en.md'), `:::local{slot=police}\n${words}\n:::\n`);
  return folder;
};

test('pictures are read from the project, and are among what a leaflet is made from', () => {
  const opened = openProject(project('![The way in.](way-in.svg)'), undefined, silent)!;
  expect(opened.pictures()).toEqual(['way-in.svg']);
  const loaded = openShelf(opened, silent).load('anyshire', undefined, silent)!;
  const [picture, ...more] = loaded.inputs.filter(({ name }) => name.endsWith('way-in.svg'));
  expect([picture?.name, more]).toEqual(['content/pictures/way-in.svg', []]);
  expect(picture!.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect([...loaded.sources.words!.pictures.keys()]).toEqual(['way-in.svg']);
});

test('a picture that is misspelt is told where it is named, with the name that was meant', () => {
  const found: unknown[] = [];
  const opened = openProject(project('![The way in.](wayin.svg)'), undefined, silent)!;
  const loaded = openShelf(opened, silent).load('anyshire', undefined, ({ rule, hints, place }) => {
    found.push([rule, hints, place && 'path' in place ? place.path : undefined]);
  });
  expect(loaded).toBeUndefined();
  expect(found).toEqual([['parse/missing-picture', ['did you mean `way-in.svg`?'], 'content/councils/anyshire.en.md']]);
});
