import { readdirSync } from 'node:fs';
import type { PictureShelf } from '../src/content/figures.ts';
import { parseGuidance } from '../src/content/guidance.ts';
import { parseLocalWords } from '../src/content/local-words.ts';
import type { Sources } from '../src/pipeline.ts';
import { fileOf } from './content/given.ts';
import { exampleWith, silent } from './sources.ts';

const FOLDER = 'tests/fixtures/figures';

/** The pictures of the fixture. */
export const shelf: PictureShelf = {
  names: () => readdirSync(FOLDER).filter((name) => name.endsWith('.svg')),
  read: (name) => fileOf(`${FOLDER}/${name}`),
};

/** Guidance with tables and pictures, and a council's own words with both. */
export const withFigures = (): Sources => ({
  ...exampleWith({ words: parseLocalWords(fileOf(`${FOLDER}/words.en.md`), silent, shelf) }),
  guidance: parseGuidance(fileOf(`${FOLDER}/guidance.en.md`), silent, shelf),
});
