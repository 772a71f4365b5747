import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { has, required, TOOLSETS } from './require.ts';
import type { Toolset } from './require.ts';

const toolsets = Object.keys(TOOLSETS) as Toolset[];
const absent = toolsets.filter((toolset) => !has(toolset));

/** The names that test files give to their `describeWith` of a set. */
function testsThatNeed(toolset: Toolset): string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const uses = new RegExp(`describeWith\\(\\s*'${toolset}',\\s*(['"\`])(.+?)\\1`, 'g');
  return files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(uses)].map(([, , name]) => `${file}: ${name}`),
    );
}

test('what HANDBILL_REQUIRE names is known and here, and what is absent is said', () => {
  for (const toolset of absent) {
    process.stderr.write(`\nDID NOT RUN, for want of ${toolset} (${TOOLSETS[toolset].join(', ')}):\n`);
    for (const name of testsThatNeed(toolset)) process.stderr.write(`  - ${name}\n`);
  }
  expect(required().filter((name) => !Object.hasOwn(TOOLSETS, name))).toEqual([]);
  expect(absent.filter((name) => required().includes(name))).toEqual([]);
});
