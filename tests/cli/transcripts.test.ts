import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../output/folder.ts';
import { replay } from './transcript.ts';

const folder = join(import.meta.dirname, 'transcripts');

// A transcript is a picture of the command line in words; `npx vitest run tests/cli -u` draws them anew.
test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', async (name) => {
  const path = join(folder, name);
  const { text, cwd } = await replay(readFileSync(path, 'utf8'));
  await expect(text).toMatchFileSnapshot(path);
  expect(filesIn(cwd).filter((file) => /\.(tmp|lock)$/.test(file))).toEqual([]);
});
